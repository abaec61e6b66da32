package io.github.dmdsc.model.check;

import io.github.dmdsc.model.Location;
import java.util.Collection;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeMap;
import java.util.stream.Stream;

/** Which findings of a cluster are shown: mistakes, and not what follows from them. */
public final class RootCauses {
    private RootCauses() {}

    /**
     * The findings, each once, sorted by {@link Finding#ORDER}, without those that follow from another mistake: of a
     * kind that a {@linkplain Finding#isBlocking blocking} finding of one of its {@linkplain FindingKind#causes causes}
     * explains, with a place on the same host.
     */
    public static List<Finding> of(Collection<Finding> findings) {
        Map<String, Set<String>> hostsById = new TreeMap<>();
        findings.stream()
                .filter(Finding::isBlocking)
                .forEach(finding -> hosts(finding)
                        .forEach(host -> hostsById
                                .computeIfAbsent(finding.ruleId(), id -> new HashSet<>())
                                .add(host)));
        return findings.stream()
                .distinct()
                .filter(finding -> finding.kind().causes().stream()
                        .map(id -> hostsById.getOrDefault(id, Set.of()))
                        .noneMatch(hosts -> hosts(finding).anyMatch(hosts::contains)))
                .sorted(Finding.ORDER)
                .toList();
    }

    private static Stream<String> hosts(Finding finding) {
        return Stream.concat(Stream.of(finding.primary()), finding.related().stream())
                .map(Location::host);
    }
}
