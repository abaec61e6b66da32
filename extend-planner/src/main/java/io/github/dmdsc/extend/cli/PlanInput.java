package io.github.dmdsc.extend.cli;

import io.github.dmdsc.extend.plan.ExtendPlan;
import io.github.dmdsc.extend.render.PlanJson;
import io.github.dmdsc.extend.render.PlanReading;
import io.github.dmdsc.ini.files.ClusterDirectory;
import io.github.dmdsc.ini.files.ClusterFiles;
import io.github.dmdsc.ini.files.FilesResult;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Collection;
import java.util.List;
import java.util.Optional;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.ParameterException;

/**
 * A plan and the files that it is held against.
 *
 * @param plan the plan
 * @param files the files
 */
record PlanInput(ExtendPlan plan, ClusterFiles files) {
    /**
     * Reads both, and prints what is wrong with them; empty if they cannot be used.
     *
     * @throws ParameterException if a file cannot be read, or a step is named that the plan does not have
     */
    static Optional<PlanInput> read(
            CommandSpec spec, Printer printer, Path planFile, Path directory, Collection<String> steps) {
        PlanReading reading = PlanJson.read(text(spec, planFile), planFile.toString());
        printer.findings(reading.findings());
        if (reading.plan().isEmpty()) {
            return Optional.empty();
        }
        ExtendPlan plan = reading.plan().get();
        List<String> unknown = steps.stream()
                .filter(named ->
                        plan.steps().stream().noneMatch(step -> step.id().equals(named)))
                .toList();
        if (!unknown.isEmpty()) {
            throw new ParameterException(spec.commandLine(), "the plan has no step " + String.join(", ", unknown));
        }
        FilesResult files = ClusterDirectory.read(directory);
        printer.findings(files.findings());
        return Printer.hasErrors(files.findings()) ? Optional.empty() : Optional.of(new PlanInput(plan, files.files()));
    }

    /** The text of a file that the command line names. */
    static String text(CommandSpec spec, Path file) {
        try {
            return Files.readString(file, StandardCharsets.UTF_8);
        } catch (IOException e) {
            throw new ParameterException(spec.commandLine(), "cannot be read: " + file, e);
        }
    }
}
