package io.github.dmdsc.extend.render;

import io.github.dmdsc.extend.PlanResult;
import io.github.dmdsc.extend.plan.Change;
import io.github.dmdsc.extend.plan.ExtendPlan;
import io.github.dmdsc.extend.plan.Step;
import io.github.dmdsc.ini.diff.UnifiedDiff;
import io.github.dmdsc.ini.files.ClusterFiles;
import io.github.dmdsc.model.FileId;
import java.nio.charset.StandardCharsets;
import java.util.Collections;
import java.util.Locale;
import java.util.Map;
import java.util.SortedMap;
import java.util.TreeMap;
import java.util.stream.Stream;

/**
 * The files of the directory for one plan:
 *
 * <ul>
 *   <li>{@code plan.json}: the plan and the result of its rehearsal.
 *   <li>{@code plan.md} and {@code plan.html}: the runbook.
 *   <li>{@code changes.diff}: the difference of all files.
 *   <li>{@code files/}: the files of the extended cluster.
 *   <li>{@code staged/}: files that a step writes with other bytes than in {@code files/}, for example the old files
 *       for the way back. Missing if there are none.
 * </ul>
 *
 * @param content the bytes of each file, by its path below the directory; do not change the arrays
 * @param modes POSIX permission bits by the same paths; a file without an entry has the default of the writer
 */
public record PlanDirectory(SortedMap<String, byte[]> content, Map<String, Integer> modes) {
    /** The path of the extended cluster's files, relative to the directory. */
    public static final String FILES = "files/";

    private static final String STAGED = "staged/";

    public PlanDirectory {
        content = Collections.unmodifiableSortedMap(new TreeMap<>(content));
        modes = Map.copyOf(modes);
    }

    /**
     * Returns the directory of a plan.
     *
     * @param planned the plan, with the files of the extended cluster
     * @param base the files that the plan was made from
     * @param locale the language of the runbook and the page: Chinese for a Chinese locale, otherwise English
     * @throws IllegalArgumentException if a file has no {@linkplain ClusterFiles#relativePath path} in a directory tree
     */
    public static PlanDirectory of(PlanResult.Planned planned, ClusterFiles base, Locale locale) {
        ExtendPlan plan = planned.plan();
        SortedMap<String, byte[]> content = new TreeMap<>();
        SortedMap<String, Integer> modes = new TreeMap<>();
        for (FileId file : planned.target().ids()) {
            String path = FILES + path(file);
            content.put(path, planned.target().bytes(file));
            planned.target().mode(file).ifPresent(mode -> modes.put(path, mode));
        }
        // Some steps write other bytes than files/ contains, for example the old files in a re-initialisation.
        for (Step step : Stream.concat(plan.steps().stream(), plan.reinitialise().stream())
                .toList()) {
            if (step.action() instanceof Change.WriteFile write
                    && write.staged().isPresent()) {
                content.put(path(write), write.staged().get().bytes());
            }
        }
        content.put("changes.diff", UnifiedDiff.of(base, planned.target()));
        content.put("plan.html", utf8(HtmlPage.of(planned, locale)));
        content.put("plan.json", utf8(PlanJson.write(plan, planned.rehearsal())));
        content.put("plan.md", utf8(Runbook.of(planned, locale)));
        return new PlanDirectory(content, modes);
    }

    /** Returns the path, relative to the directory of the plan, of the file that a step copies to a host. */
    public static String path(Change.WriteFile write) {
        return (write.staged().isPresent() ? STAGED : FILES)
                + ClusterFiles.relativePath(write.file()).orElse(write.file().toString());
    }

    private static String path(FileId file) {
        return ClusterFiles.relativePath(file)
                .orElseThrow(() -> new IllegalArgumentException("no place in a directory tree: " + file));
    }

    private static byte[] utf8(String text) {
        return text.getBytes(StandardCharsets.UTF_8);
    }
}
