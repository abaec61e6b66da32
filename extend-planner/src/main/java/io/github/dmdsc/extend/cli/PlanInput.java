package io.github.dmdsc.extend.cli;

import io.github.dmdsc.extend.plan.ExtendPlan;
import io.github.dmdsc.extend.plan.Step;
import io.github.dmdsc.extend.render.PlanJson;
import io.github.dmdsc.ini.files.ClusterFiles;
import io.github.dmdsc.model.check.Finding;
import io.github.dmdsc.model.check.Read;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.stream.Stream;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.ParameterException;

/**
 * A plan and the files that it is compared with.
 *
 * @param plan the plan
 * @param files the files
 * @param steps the ids of the steps that the command line names, in the same order
 */
record PlanInput(ExtendPlan plan, ClusterFiles files, List<String> steps) {
    /** The least number of first letters that an id must share with a mistyped step to be proposed. */
    private static final int SHORTEST_PREFIX = 3;

    /**
     * Reads the plan and the files, and prints the findings. Returns empty if the plan or the files cannot be used.
     *
     * @param planFile plan.json, or the directory of the plan
     * @param steps ids of steps, the starts of ids, or numbers of steps
     * @throws ParameterException if the plan does not have a named step, or several steps match
     */
    static Optional<PlanInput> read(
            CommandSpec spec, Printer printer, FormatOption format, Path planFile, Path directory, List<String> steps) {
        InputFile.requireOneStdin(spec, Stream.of(planFile, directory));
        List<Finding> findings = new ArrayList<>();
        Optional<ExtendPlan> plan = plan(planFile, findings);
        List<String> named = plan.map(read -> ids(spec, read, steps)).orElse(List.of());
        Read<ClusterFiles> files = ClusterInput.read(directory);
        findings.addAll(files.findings());
        if (plan.isEmpty() || Printer.hasErrors(findings)) {
            format.unreadable(printer, findings);
        } else if (!format.json()) {
            printer.findings(findings);
        }
        return plan.filter(read -> !Printer.hasErrors(findings)).map(read -> new PlanInput(read, files.value(), named));
    }

    /**
     * Returns the directory of a plan.
     *
     * @param planFile plan.json, or the directory of the plan
     */
    static Path directory(Path planFile) {
        return Files.isDirectory(planFile) ? planFile : planFile.resolveSibling("");
    }

    /** Reads a plan. Returns empty, and adds findings, if it cannot be used. */
    static Optional<ExtendPlan> plan(Path planFile, List<Finding> findings) {
        Path json = Files.isDirectory(planFile) ? planFile.resolve("plan.json") : planFile;
        return InputFile.read(json, findings).flatMap(text -> {
            Read<Optional<ExtendPlan>> reading = PlanJson.read(text, json.toString());
            findings.addAll(reading.findings());
            return reading.value();
        });
    }

    /**
     * Returns the ids of the steps that the command line names.
     *
     * @throws ParameterException if the plan does not have a named step, or several steps match
     */
    static List<String> ids(CommandSpec spec, ExtendPlan plan, List<String> steps) {
        List<String> ids = plan.steps().stream().map(Step::id).toList();
        List<String> unknown = new ArrayList<>();
        List<String> named = new ArrayList<>();
        for (String step : steps) {
            List<String> meant = matching(step, ids);
            if (meant.size() > 1) {
                throw UsageError.of(spec, "step-several", Map.of("step", step, "steps", meant));
            }
            meant.stream().findFirst().ifPresentOrElse(named::add, () -> unknown.add(step));
        }
        List<String> like = unknown.stream()
                .flatMap(step -> similar(step, ids).stream())
                .distinct()
                .toList();
        if (!like.isEmpty()) {
            throw UsageError.of(spec, "step-like", Map.of("steps", unknown, "known", like));
        } else if (!unknown.isEmpty()) {
            throw UsageError.of(spec, "step-unknown", Map.of("steps", unknown, "last", ids.size()));
        }
        return named;
    }

    private static List<String> matching(String step, List<String> ids) {
        if (ids.contains(step)) {
            return List.of(step);
        }
        if (step.matches("[1-9][0-9]{0,5}") && Integer.parseInt(step) <= ids.size()) {
            return List.of(ids.get(Integer.parseInt(step) - 1));
        }
        return step.isEmpty()
                ? List.of()
                : ids.stream().filter(id -> id.startsWith(step)).toList();
    }

    /**
     * Returns proposals for a mistyped step: the ids that contain it, otherwise the ids that begin with its first
     * letters.
     */
    private static List<String> similar(String step, List<String> ids) {
        for (int length = step.length(); length >= SHORTEST_PREFIX; length--) {
            String part = step.substring(0, length).toLowerCase(Locale.ROOT);
            boolean whole = length == step.length();
            List<String> found = ids.stream()
                    .filter(id -> whole ? id.contains(part) : id.startsWith(part))
                    .toList();
            if (!found.isEmpty()) {
                return found;
            }
        }
        return List.of();
    }
}
