package io.github.dmdsc.extend.cli;

import io.github.dmdsc.extend.plan.ExtendPlan;
import io.github.dmdsc.extend.plan.FileContent;
import io.github.dmdsc.extend.render.PlanDirectory;
import io.github.dmdsc.ini.diff.Patch;
import io.github.dmdsc.ini.digest.Hashes;
import io.github.dmdsc.ini.files.ClusterFiles;
import io.github.dmdsc.model.FileId;
import io.github.dmdsc.model.Location;
import io.github.dmdsc.model.base.VisibleText;
import io.github.dmdsc.model.check.Finding;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.Comparator;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Stream;

/**
 * Finds the lines that differ in files that were changed after the plan was made.
 *
 * @param plan the plan, with the old and the new content of the files that it changes
 * @param directory the directory of the plan, with copies of the files that the plan does not change
 */
record ChangedLines(ExtendPlan plan, Path directory) {
    private static final int MOST_LINES = 40;
    /** The ids of the findings that report a file changed by somebody else. */
    private static final Set<String> CHANGED = Set.of("EXT-0301", "EXT-0319");

    /**
     * Returns the changed files that the findings report, with the lines that differ. Leaves out a file if its lines
     * are unknown.
     */
    List<Reports.ChangedFile> files(List<Finding> findings, ClusterFiles now) {
        return findings.stream()
                .map(finding -> new Reports.ChangedFile(
                        new FileId(finding.primary().host(), finding.primary().path()), of(finding, now)))
                .filter(changed -> !changed.lines().isEmpty())
                .toList();
    }

    /** Prints the findings. Below a finding about a changed file, prints the lines that differ. */
    void print(List<Finding> findings, ClusterFiles now, Printer printer) {
        for (Finding finding : findings) {
            printer.findings(List.of(finding));
            if (isOfLineEnds(finding, now)) {
                printer.out().println("    " + new Words(printer.locale()).of("line-ends"));
            } else {
                of(finding, now).forEach(line -> printer.out().println("    " + line));
            }
        }
    }

    /** Returns the files that differ from the ones that the plan was made from, with the lines that differ. */
    List<Reports.ChangedFile> changedSincePlan(ClusterFiles now) {
        return plan.base().stream()
                .filter(old -> now.find(old.file())
                        .filter(bytes -> !Hashes.sha256(bytes).equals(old.sha256()))
                        .isPresent())
                .map(old -> new Reports.ChangedFile(old.file(), of(old.file(), now)))
                .toList();
    }

    /** Returns the lines that differ in the file of a finding; none if the finding is not about a changed file. */
    private List<String> of(Finding finding, ClusterFiles now) {
        Location place = finding.primary();
        return CHANGED.contains(finding.ruleId()) && !place.host().isEmpty()
                ? of(new FileId(place.host(), place.path()), now)
                : List.of();
    }

    /**
     * Returns the lines that differ from the old or from the planned content of the file, whichever has the shorter
     * difference. Returns none if neither content is known.
     */
    private List<String> of(FileId file, ClusterFiles now) {
        return now.find(file)
                .flatMap(bytes -> knownContents(file)
                        .map(before -> Patch.between(before, bytes).text(file, file))
                        .min(Comparator.comparing(String::length)))
                .map(diff -> withVisibleLineEnds(
                        Arrays.stream(diff.split("\n")).skip(2).toList()))
                .orElse(List.of());
    }

    /** Escapes a carriage return at the end of a line, unless all lines have one: then the line ends do not differ. */
    private static List<String> withVisibleLineEnds(List<String> lines) {
        boolean equal = lines.stream()
                .filter(line -> !line.startsWith("@@") && !line.startsWith("\\"))
                .allMatch(line -> line.endsWith("\r"));
        return lines.stream()
                .limit(MOST_LINES)
                .map(line -> equal && line.endsWith("\r") ? line.substring(0, line.length() - 1) : line)
                .map(VisibleText::of)
                .toList();
    }

    /** Returns whether a finding is about a file of which only the line ends were changed. */
    private boolean isOfLineEnds(Finding finding, ClusterFiles now) {
        FileId file = new FileId(finding.primary().host(), finding.primary().path());
        return CHANGED.contains(finding.ruleId())
                && now.find(file)
                        .filter(bytes -> knownContents(file)
                                .anyMatch(before -> withLineFeeds(before).equals(withLineFeeds(bytes))))
                        .isPresent();
    }

    private static String withLineFeeds(byte[] bytes) {
        return new String(bytes, StandardCharsets.ISO_8859_1).replaceAll("\r\n?", "\n");
    }

    private Stream<byte[]> knownContents(FileId file) {
        List<byte[]> known = new ArrayList<>();
        plan.change(file).ifPresent(change -> {
            change.contentBefore().map(FileContent::bytes).ifPresent(known::add);
            known.add(change.content().bytes());
        });
        if (known.isEmpty()) {
            unchangedByPlan(file).ifPresent(known::add);
        }
        return known.stream();
    }

    /**
     * Returns the content of a file that the plan does not change, from the directory of the plan. Returns empty if
     * that copy has another hash than the plan states.
     */
    private Optional<byte[]> unchangedByPlan(FileId file) {
        return ClusterFiles.relativePath(file)
                .map(path -> directory.resolve(PlanDirectory.FILES).resolve(path))
                .filter(Files::isRegularFile)
                .flatMap(path -> InputFile.bytes(path, new ArrayList<>()))
                .filter(bytes -> plan.base(file).equals(Optional.of(Hashes.sha256(bytes))));
    }
}
