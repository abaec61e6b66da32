package io.github.dmdsc.extend.cli;

import io.github.dmdsc.extend.plan.ExtendPlan;
import io.github.dmdsc.extend.prove.Proof;
import io.github.dmdsc.extend.rehearse.Certificate;
import io.github.dmdsc.extend.rehearse.Ending;
import io.github.dmdsc.extend.rehearse.Fault;
import io.github.dmdsc.extend.rehearse.Incident;
import io.github.dmdsc.extend.rehearse.Rehearsal;
import io.github.dmdsc.extend.render.PlanJson;
import io.github.dmdsc.extend.render.PlanReading;
import io.github.dmdsc.extend.render.RehearsalText;
import io.github.dmdsc.ini.files.ClusterDirectory;
import io.github.dmdsc.ini.files.FilesResult;
import java.io.IOException;
import java.io.PrintWriter;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.concurrent.Callable;
import org.jspecify.annotations.Nullable;
import picocli.CommandLine.Command;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Option;
import picocli.CommandLine.ParameterException;
import picocli.CommandLine.Parameters;
import picocli.CommandLine.ParentCommand;
import picocli.CommandLine.Spec;

@Command(
        name = "rehearse",
        mixinStandardHelpOptions = true,
        sortOptions = false,
        description = "Carries out a plan on a model of the cluster, with every fault at every step.",
        exitCodeListHeading = "%nExit codes:%n",
        exitCodeList = {
            "0:the plan passes, and every fault has a good end",
            "1:it does not",
            "2:the command line or the input cannot be read"
        })
final class RehearseCommand implements Callable<Integer> {
    private static final int BAR = 40;

    @Parameters(index = "0", paramLabel = "<plan.json>", description = "The plan.")
    private Path planFile;

    @Parameters(index = "1", paramLabel = "<cluster-dir>", description = "The files that the plan was made from.")
    private Path directory;

    @Option(names = "--fail-at", paramLabel = "<step>", description = "Only this step fails.")
    private @Nullable String failAt;

    @Option(
            names = "--fault",
            paramLabel = "<kind>",
            split = ",",
            description = "How it fails: ${COMPLETION-CANDIDATES}. Default: every way.")
    private List<Fault> faults = List.of();

    @Option(names = "--json", description = "Print the certificate as JSON.")
    private boolean json;

    @ParentCommand
    private Main main;

    @Spec
    private CommandSpec spec;

    @SuppressWarnings("NullAway.Init") // picocli sets all of them before it calls
    RehearseCommand() {}

    @Override
    public Integer call() {
        PrintWriter out = spec.commandLine().getOut();
        Printer printer = main.printer(out);
        PlanReading reading = PlanJson.read(read(planFile), planFile.toString());
        printer.findings(reading.findings());
        if (reading.plan().isEmpty()) {
            return Main.UNREADABLE;
        }
        FilesResult files = ClusterDirectory.read(directory);
        printer.findings(files.findings());
        if (Printer.hasErrors(files.findings())) {
            return Main.UNREADABLE;
        }
        ExtendPlan plan = reading.plan().get();
        return failAt == null ? all(plan, files, out) : one(plan, files, failAt, out);
    }

    private int all(ExtendPlan plan, FilesResult files, PrintWriter out) {
        PrintWriter err = spec.commandLine().getErr();
        boolean watched = spec.commandLine().getColorScheme().ansi().enabled();
        Certificate certificate = Proof.of(plan, files.files(), (done, of) -> {
            if (watched) {
                err.print(bar(done, of));
                err.flush();
            }
        });
        out.print(json ? PlanJson.text(certificate) + "\n" : RehearsalText.of(certificate, main.locale()));
        out.flush();
        return certificate.passed() ? Main.OK : Main.FINDINGS;
    }

    /** How far it is, over the line before; the last one ends the line. */
    static String bar(int done, int of) {
        int full = of == 0 ? BAR : BAR * done / of;
        return "\r[" + "#".repeat(full) + ".".repeat(BAR - full) + "] " + done + "/" + of + (done == of ? "\n" : "");
    }

    private int one(ExtendPlan plan, FilesResult files, String step, PrintWriter out) {
        if (plan.steps().stream().noneMatch(each -> each.id().equals(step))) {
            throw new ParameterException(spec.commandLine(), "the plan has no step " + step);
        }
        Certificate undisturbed = Rehearsal.rehearse(plan, files.files());
        if (!undisturbed.passed()) {
            out.print(RehearsalText.of(undisturbed, main.locale()));
            out.flush();
            return Main.FINDINGS;
        }
        List<Incident> incidents = new ArrayList<>();
        for (Fault fault : faults.isEmpty() ? List.of(Fault.values()) : faults) {
            Optional<Incident> incident = Proof.incident(plan, files.files(), step, fault);
            incident.ifPresent(incidents::add);
            out.print(incident.map(each -> RehearsalText.of(each, main.locale()))
                    .orElseGet(() -> RehearsalText.impossible(step, fault, main.locale())));
        }
        out.flush();
        return incidents.stream().allMatch(each -> each.verdict().ending() != Ending.STRANDED)
                ? Main.OK
                : Main.FINDINGS;
    }

    private String read(Path file) {
        try {
            return Files.readString(file, StandardCharsets.UTF_8);
        } catch (IOException e) {
            throw new ParameterException(spec.commandLine(), "cannot be read: " + file, e);
        }
    }
}
