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
 * Everything that is handed over for one plan, as the files of one directory: {@code files/}, {@code staged/} where
 * files have an intermediate form, {@code changes.diff}, {@code plan.html}, {@code plan.json}, {@code plan.md}.
 *
 * @param content the bytes by path below that directory; the arrays are the caller's to read, not to change
 * @param modes POSIX permission bits, where they are not the usual ones
 */
public record PlanDirectory(SortedMap<String, byte[]> content, Map<String, Integer> modes) {
    /** Where the files of the extended cluster lie. */
    public static final String FILES = "files/";

    private static final String STAGED = "staged/";

    public PlanDirectory {
        content = Collections.unmodifiableSortedMap(new TreeMap<>(content));
        modes = Map.copyOf(modes);
    }

    /**
     * The directory of a plan that was made from {@code base}; runbook and page in the language of {@code locale}.
     *
     * @throws IllegalArgumentException if a file of {@code base} has no place in a directory tree
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
        // The old files are there too, for who has to go back.
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

    /** Where the bytes lie that a step writes, below the directory of its plan. */
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
