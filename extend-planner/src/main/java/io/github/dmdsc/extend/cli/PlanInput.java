package io.github.dmdsc.extend.cli;

import io.github.dmdsc.extend.plan.ExtendPlan;
import io.github.dmdsc.extend.render.PlanJson;
import io.github.dmdsc.ini.files.ClusterFiles;
import io.github.dmdsc.model.check.Finding;
import io.github.dmdsc.model.check.Read;
import java.nio.file.Path;
import java.util.ArrayList;
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
     * @throws ParameterException if a step is named that the plan does not have
     */
    static Optional<PlanInput> read(
            CommandSpec spec, Printer printer, Path planFile, Path directory, Collection<String> steps) {
        List<Finding> findings = new ArrayList<>();
        Optional<ExtendPlan> plan = InputFile.read(planFile, findings).flatMap(text -> {
            Read<Optional<ExtendPlan>> reading = PlanJson.read(text, planFile.toString());
            findings.addAll(reading.findings());
            return reading.value();
        });
        List<String> unknown = steps.stream()
                .filter(named -> plan.isPresent()
                        && plan.get().steps().stream()
                                .noneMatch(step -> step.id().equals(named)))
                .toList();
        if (!unknown.isEmpty()) {
            throw new ParameterException(spec.commandLine(), "the plan has no step " + String.join(", ", unknown));
        }
        Read<ClusterFiles> files = ClusterInput.read(directory);
        findings.addAll(files.findings());
        printer.findings(findings);
        return plan.filter(read -> !Printer.hasErrors(findings)).map(read -> new PlanInput(read, files.value()));
    }
}
