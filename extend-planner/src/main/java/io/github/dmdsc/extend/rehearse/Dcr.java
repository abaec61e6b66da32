package io.github.dmdsc.extend.rehearse;

import io.github.dmdsc.ini.IniDialect;
import io.github.dmdsc.model.DcrEndpoint;
import io.github.dmdsc.model.DcrGroup;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.stream.IntStream;

/**
 * The DCR configuration on a disk, or in a file that is to be written to a disk.
 *
 * @param globals the lines before the first section
 * @param groups the groups, in their order
 * @param sections all sections, in their order
 */
record Dcr(Ini.Part globals, List<Group> groups, List<Ini.Part> sections) {
    Dcr {
        groups = List.copyOf(groups);
        sections = List.copyOf(sections);
    }

    /**
     * A group.
     *
     * @param head the {@code [GRP]} section of the group
     * @param endpoints the endpoints, in their order
     */
    record Group(Ini.Part head, List<Ini.Part> endpoints) {
        String name() {
            return Values.capitals(head.get(DcrGroup.NAME));
        }

        /** Returns the number of the endpoint at a position: the seqno in the file, or else the position. */
        int number(int position) {
            return endpoints
                    .get(position)
                    .find(DcrEndpoint.SEQNO)
                    .filter(stated -> stated.matches("\\d{1,9}"))
                    .map(Integer::valueOf)
                    .orElse(position);
        }
    }

    static Dcr of(Ini ini) {
        List<Group> groups = new ArrayList<>();
        for (Ini.Part head : ini.named()) {
            if (head.name().equals("GRP")) {
                String name = IniDialect.canonical(head.get(DcrGroup.NAME));
                groups.add(new Group(
                        head,
                        ini.named().stream()
                                .filter(part -> part.name().equals(name))
                                .toList()));
            }
        }
        return new Dcr(ini.globals(), groups, ini.sections());
    }

    Optional<Group> group(Kind kind) {
        return groups.stream()
                .filter(group -> group.head.get(DcrGroup.TYPE).equalsIgnoreCase(kind.name()))
                .findFirst();
    }

    List<Ini.Part> endpoints(Kind kind) {
        return group(kind).map(Group::endpoints).orElse(List.of());
    }

    /** Returns the endpoint of the node with a number. The file may list the nodes in any order. */
    Optional<Ini.Part> endpoint(Kind kind, int number) {
        return group(kind)
                .flatMap(group -> IntStream.range(0, group.endpoints.size())
                        .filter(position -> group.number(position) == number)
                        .mapToObj(group.endpoints::get)
                        .findFirst());
    }

    List<String> names(Kind kind) {
        return endpoints(kind).stream().map(part -> part.get(DcrEndpoint.NAME)).toList();
    }
}
