package io.github.dmdsc.extend.values;

import io.github.dmdsc.extend.plan.Question;
import io.github.dmdsc.model.Cluster;
import io.github.dmdsc.model.HostAddress;
import io.github.dmdsc.model.ParameterSet;
import io.github.dmdsc.model.Port;
import io.github.dmdsc.model.check.Listener;
import io.github.dmdsc.model.check.Machines;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.function.Predicate;
import java.util.regex.Pattern;
import java.util.stream.Collectors;

/**
 * Keeps the ports of the new node apart from those on which others listen on its machine, and from each other: an inferred
 * one that is taken becomes a question, and every question suggests a free one.
 */
final class FreePorts {
    private static final Pattern FAMILY = Pattern.compile(".*_PORT|.*\\.PORT_NUM");
    private static final Pattern NUMBER = Pattern.compile("[0-9]{1,5}");

    private final Set<Integer> taken;
    /** What nobody should suggest: instances of others may be on any machine that is asked for. */
    private final Set<Integer> doubtful;

    /** @param addresses every address of the new node that is known */
    FreePorts(Cluster cluster, List<HostAddress> addresses) {
        Machines machines = Machines.of(cluster);
        Set<String> own = addresses.stream()
                .map(address -> machines.machine(address.text()))
                .collect(Collectors.toSet());
        List<Listener> listeners = Listener.of(cluster);
        this.taken = numbers(listeners, listener -> own.contains(listener.machine()));
        this.doubtful = numbers(listeners, Listener::ofOthers);
    }

    private static Set<Integer> numbers(List<Listener> listeners, Predicate<Listener> which) {
        return listeners.stream()
                .filter(which)
                .map(listener -> listener.port().port().number())
                .collect(Collectors.toCollection(HashSet::new));
    }

    /**
     * A port on which the new node will listen.
     *
     * @param family what decides it
     * @param port the port
     */
    record Own(String family, Port port) {
        static Optional<Own> of(Optional<Port> port, ParameterSet<?> in, String key) {
            return port.flatMap(
                    number -> ((RequestOrigin) in.origin()).family(key).map(family -> new Own(family, number)));
        }
    }

    /** What the request gives stays, and is reported where it is taken; of what is inferred, the later one is asked for. */
    void settle(List<Own> ports, Inference infer) {
        List<Integer> given = new ArrayList<>();
        for (Own own : ports) {
            int number = own.port().number();
            if (infer.isExplicit(own.family())) {
                given.add(number);
            } else if (!infer.isAsked(own.family()) && !taken.add(number)) {
                infer.taken(own.family());
            }
        }
        taken.addAll(given);
    }

    /** The questions, with suggestions that can be taken together. */
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
