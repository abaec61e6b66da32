package io.github.dmdsc.model.check;

import io.github.dmdsc.model.Location;
import java.util.Collection;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeMap;
import java.util.stream.Stream;

/** Reduces findings to root causes: a finding that follows from another mistake is left out. */
final class RootCauses {
    private RootCauses() {}

    /** See {@link RuleBook#rootCauses}. */
    static List<Finding> of(Collection<Finding> findings) {
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
