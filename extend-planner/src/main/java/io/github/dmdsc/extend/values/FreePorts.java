package io.github.dmdsc.extend.values;

import io.github.dmdsc.extend.plan.Question;
import io.github.dmdsc.model.Cluster;
import io.github.dmdsc.model.HostAddress;
import io.github.dmdsc.model.ParameterSet;
import io.github.dmdsc.model.Port;
import io.github.dmdsc.model.check.Finding;
import io.github.dmdsc.model.facts.Listener;
import io.github.dmdsc.model.facts.Machines;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.regex.Pattern;
import java.util.stream.Collectors;
import java.util.stream.Stream;

/**
 * Prevents conflicts between the ports of the new node and those of other processes on its machine, and among
 * themselves. An inferred port that is taken becomes a question, and every question suggests a free port.
 */
final class FreePorts {
    private static final Pattern FAMILY = Pattern.compile(".*_PORT|.*\\.PORT_NUM");
    private static final Pattern NUMBER = Pattern.compile("[0-9]{1,5}");

    private final Set<Integer> taken;
    /**
     * Ports that are never suggested. Instances of other databases use them, and these may run on the new node's
     * machine.
     */
    private final Set<Integer> doubtful;
    /** The listeners of the machines whose addresses the request gives. */
    private final List<Listener> given;
    /** The listeners of all machines of the new node. */
    private final List<Listener> neighbours;

    /**
     * @param inferred the addresses of the new node that follow from the request's host or are inferred
     * @param given the other addresses that the request gives
     */
    FreePorts(Cluster cluster, List<HostAddress> inferred, List<HostAddress> given) {
        Machines machines = Machines.of(cluster);
        List<Listener> listeners = Listener.of(cluster);
        List<Listener> beside = on(inferred, machines, listeners);
        this.given = on(given, machines, listeners);
        this.neighbours =
                Stream.concat(beside.stream(), this.given.stream()).distinct().toList();
        this.taken = numbers(beside.stream());
        this.doubtful = numbers(listeners.stream().filter(Listener::external));
    }

    private static List<Listener> on(List<HostAddress> addresses, Machines machines, List<Listener> listeners) {
        Set<String> own = addresses.stream()
                .map(address -> machines.machine(address.text()))
                .collect(Collectors.toSet());
        return listeners.stream()
                .filter(listener -> own.contains(listener.machine()))
                .toList();
    }

    private static Set<Integer> numbers(Stream<Listener> listeners) {
        return listeners
                .map(listener -> listener.port().port().number())
                .collect(Collectors.toCollection(HashSet::new));
    }

    /**
     * A port on which the new node will listen.
     *
     * @param family the family of the decision that gives the port
     * @param port the port
     */
    record Own(String family, Port port) {
        static Optional<Own> of(Optional<Port> port, ParameterSet<?> in, String key) {
            return port.flatMap(
                    number -> ((RequestOrigin) in.origin()).family(key).map(family -> new Own(family, number)));
        }
    }

    /**
     * Returns the conflicts that only the request can resolve: a port that the request gives is taken, or an inferred
     * port is taken on a machine whose address the request gives.
     */
    List<Finding> conflicts(List<Own> ports, Inference infer) {
        List<Finding> findings = new ArrayList<>();
        for (Own own : ports) {
            List<Listener> others =
                    infer.isAsked(own.family()) ? List.of() : infer.isExplicit(own.family()) ? neighbours : given;
            others.stream()
                    .filter(listener -> listener.port().port().equals(own.port()))
                    .findFirst()
                    .ifPresent(listener -> findings.add(ExtendFindings.portTaken(own.family(), listener)));
        }
        return findings;
    }

    /**
     * Turns inferred ports that are taken into questions. A port that the request gives stays. Of two equal inferred
     * ports, the later one becomes a question.
     */
    void settle(List<Own> ports, Inference infer) {
        List<Integer> explicit = new ArrayList<>();
        for (Own own : ports) {
            int number = own.port().number();
            if (infer.isExplicit(own.family())) {
                explicit.add(number);
            } else if (!infer.isAsked(own.family()) && !taken.add(number)) {
                infer.taken(own.family());
            }
        }
        taken.addAll(explicit);
    }

    /** Returns the questions, with suggestions that do not conflict with each other. */
    List<Question> among(List<Question> questions) {
        List<Question> free = new ArrayList<>();
        for (Question question : questions) {
            Optional<String> suggestion =
                    question.suggestion().filter(text -> NUMBER.matcher(text).matches());
            free.add(
                    suggestion.isPresent() && FAMILY.matcher(question.name()).matches()
                            ? Question.builder()
                                    .from(question)
                                    .suggestion(free(Integer.parseInt(suggestion.get())))
                                    .build()
                            : question);
        }
        return free;
    }

    private String free(int wanted) {
        int port = wanted;
        while (doubtful.contains(port) || !taken.add(port)) {
            port = port >= Port.MAX ? Port.MIN : port + 1;
        }
        return Integer.toString(port);
    }
}
