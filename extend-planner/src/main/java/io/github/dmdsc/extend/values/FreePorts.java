package io.github.dmdsc.extend.values;

import io.github.dmdsc.extend.plan.Decision;
import io.github.dmdsc.extend.plan.Question;
import io.github.dmdsc.model.Cluster;
import io.github.dmdsc.model.GroupType;
import io.github.dmdsc.model.HostAddress;
import io.github.dmdsc.model.ListeningPort;
import io.github.dmdsc.model.Port;
import io.github.dmdsc.model.check.Machines;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.regex.Pattern;
import java.util.stream.Stream;

/** Makes the ports that questions suggest free ones on the new node's machine: among the others there, and among each other. */
final class FreePorts {
    private static final Pattern FAMILY = Pattern.compile(".*_PORT|.*\\.PORT_NUM");
    private static final Pattern NUMBER = Pattern.compile("[0-9]{1,5}");

    private final Set<Integer> taken = new HashSet<>();

    FreePorts(Cluster cluster, HostAddress host, List<Decision> decisions) {
        Machines machines = Machines.of(cluster);
        String machine = machines.machine(host.text());
        cluster.members().stream()
                .filter(member -> member.host()
                        .map(machines::machine)
                        .filter(machine::equals)
                        .isPresent())
                .flatMap(member -> member.ports().stream())
                .forEach(port -> taken.add(port.port().number()));
        cluster.nodes().stream()
                .flatMap(node -> node.dbMal().stream())
                .flatMap(mal -> mal.value().instances().stream())
                .filter(cluster::isPartner)
                .filter(partner -> Stream.of(partner.host(), partner.serviceHost())
                        .flatMap(Optional::stream)
                        .anyMatch(address -> machines.machine(address.text()).equals(machine)))
                .flatMap(partner -> ListeningPort.of(GroupType.DB, partner).stream())
                .forEach(port -> taken.add(port.port().number()));
        decisions.stream()
                .filter(decision -> FAMILY.matcher(decision.name()).matches())
                .filter(decision -> NUMBER.matcher(decision.value()).matches())
                .forEach(decision -> taken.add(Integer.parseInt(decision.value())));
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
        while (!taken.add(port)) {
            port = port >= Port.MAX ? Port.MIN : port + 1;
        }
        return Integer.toString(port);
    }
}
