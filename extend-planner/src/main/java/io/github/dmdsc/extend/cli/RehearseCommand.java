package io.github.dmdsc.extend.cli;

import io.github.dmdsc.extend.rehearse.Ending;
import io.github.dmdsc.extend.rehearse.Fault;
import io.github.dmdsc.extend.rehearse.Incident;
import io.github.dmdsc.extend.rehearse.Rehearsal;
import io.github.dmdsc.extend.rehearse.RehearsalResult;
import io.github.dmdsc.extend.render.PlanJson;
import io.github.dmdsc.extend.render.RehearsalText;
import io.github.dmdsc.extend.run.Proof;
import io.github.dmdsc.model.base.VisibleText;
import java.io.PrintWriter;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.concurrent.Callable;
import org.jspecify.annotations.Nullable;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Option;
import picocli.CommandLine.Parameters;
import picocli.CommandLine.ParentCommand;
import picocli.CommandLine.Spec;

@Command(
        name = "rehearse",
        mixinStandardHelpOptions = true,
        sortOptions = false,
        description = "Carries out a plan on a model of the cluster, with every fault at every step.",
        footerHeading = "%nExamples:%n",
        footer = {
            "  dmdsc rehearse plan cluster",
            "  dmdsc rehearse plan cluster --fail-at extend-dcr --fault LOST_ACKNOWLEDGEMENT"
        },
        exitCodeListHeading = "%nExit codes:%n",
        exitCodeList = {
            "0:the plan passes, and there is a way out of every fault",
            "1:the plan does not pass, or a fault has no way out",
            "2:the command line or the input cannot be read"
        })
final class RehearseCommand implements Callable<Integer> {
    private static final int BAR = 40;

    @Parameters(
            index = "0",
            paramLabel = "<plan>",
            description = "The plan: plan.json, or the directory that holds it.")
    private Path planFile;

    @Parameters(index = "1", paramLabel = "<cluster-dir>", description = "The files that the plan was made from.")
    private Path directory;

    @Mixin
    private CharsetOption charsets = new CharsetOption();

    @Option(
            names = "--fail-at",
            paramLabel = "<step>",
            description = "Only this step fails: its id, the start of the id, or its number.")
    private @Nullable String failAt;

    @Option(
            names = "--fault",
            paramLabel = "<kind>",
            split = ",",
            description = "How it fails; default: every way.%n"
                    + "CLEAN_FAILURE: it fails and changes nothing;%n"
                    + "LOST_ACKNOWLEDGEMENT: it is done, but the confirmation is lost;%n"
                    + "PARTIAL_EFFECT: it is half done;%n"
                    + "STOPPED_AND_RESUMED: the operator stops and goes on later;%n"
                    + "INSTANCE_FAILS: an old instance fails;%n"
                    + "FILE_CHANGED: somebody edits a file.")
    private List<Fault> faults = List.of();

    @Mixin
    private FormatOption format = new FormatOption();

    @ParentCommand
    private Main main;

    @Spec
    private CommandSpec spec;

    @SuppressWarnings("NullAway.Init") // picocli sets the fields before it calls the command
    RehearseCommand() {}

    @Override
    public Integer call() {
        PrintWriter out = spec.commandLine().getOut();
        if (failAt == null && !faults.isEmpty()) {
            throw UsageError.of(spec, "fault-without-step", Map.of());
        }
        Printer printer = main.printer(out);
        List<String> named = Optional.ofNullable(failAt).stream().toList();
        Optional<PlanInput> input = PlanInput.read(spec, printer, format, planFile, directory, named)
                .map(read -> new PlanInput(read.plan(), charsets.apply(spec, read.files()), read.steps()));
        if (input.isEmpty()) {
            return Main.UNREADABLE;
        }
        return failAt == null
                ? all(input.get(), out)
                : one(input.get(), input.get().steps().get(0), out);
    }

    private int all(PlanInput input, PrintWriter out) {
        PrintWriter err = spec.commandLine().getErr();
        boolean watched = spec.commandLine().getColorScheme().ansi().enabled();
        RehearsalResult certificate = Proof.of(input.plan(), input.files(), (done, of) -> {
            if (watched) {
                err.print(bar(done, of));
                err.flush();
            }
        });
        print(certificate, List.of(), text(certificate, input), out);
        return certificate.passed() ? Main.OK : Main.FINDINGS;
    }

    /** Returns a progress bar that overwrites the previous one. Only the last one ends the line. */
    static String bar(int done, int of) {
        int full = of == 0 ? BAR : BAR * done / of;
        return "\r[" + "#".repeat(full) + ".".repeat(BAR - full) + "] " + done + "/" + of + (done == of ? "\n" : "");
    }

    private int one(PlanInput input, String step, PrintWriter out) {
        RehearsalResult undisturbed = Rehearsal.rehearse(input.plan(), input.files());
        if (!undisturbed.passed()) {
            print(undisturbed, List.of(), text(undisturbed, input), out);
            return Main.FINDINGS;
        }
        StringBuilder text = new StringBuilder();
        List<Incident> incidents = new ArrayList<>();
        for (Fault fault : faults.isEmpty() ? List.of(Fault.values()) : faults) {
            Optional<Incident> incident = Proof.incident(input.plan(), input.files(), step, fault);
            incident.ifPresent(incidents::add);
            text.append(incident.map(each -> RehearsalText.of(input.plan(), each, main.locale()))
                    .orElseGet(() -> RehearsalText.impossible(step, fault, main.locale())));
        }
        print(undisturbed, incidents, text.toString(), out);
        return incidents.stream().allMatch(each -> each.verdict().ending() != Ending.STRANDED)
                ? Main.OK
                : Main.FINDINGS;
    }

    /**
     * Returns the text of a rehearsal. If the plan does not pass, adds the lines of the files that differ from the ones
     * that the plan was made from.
     */
    private String text(RehearsalResult certificate, PlanInput input) {
        StringBuilder text = new StringBuilder(RehearsalText.of(certificate, main.locale()));
        if (!certificate.passed()) {
            for (Reports.ChangedFile changed :
                    new ChangedLines(input.plan(), PlanInput.directory(planFile)).changedSincePlan(input.files())) {
                text.append(VisibleText.of(changed.file().toString())).append('\n');
                changed.lines().forEach(line -> text.append("    ").append(line).append('\n'));
            }
        }
        return text.toString();
    }

    private void print(RehearsalResult certificate, List<Incident> incidents, String text, PrintWriter out) {
        out.print(
                format.json()
                        ? PlanJson.text(new Reports.Rehearsed(Reports.FORMAT_VERSION, certificate, incidents)) + "\n"
                        : text);
        out.flush();
    }
}
