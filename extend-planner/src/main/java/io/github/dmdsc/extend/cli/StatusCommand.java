package io.github.dmdsc.extend.cli;

import io.github.dmdsc.extend.plan.ExtendPlan;
import io.github.dmdsc.extend.render.PlanJson;
import io.github.dmdsc.extend.render.StepsText;
import io.github.dmdsc.extend.run.JournalEntry;
import io.github.dmdsc.extend.run.Observed;
import io.github.dmdsc.extend.run.Recovery;
import io.github.dmdsc.extend.run.Status;
import io.github.dmdsc.extend.state.ClusterState;
import io.github.dmdsc.extend.state.ToolOutput;
import io.github.dmdsc.ini.files.ClusterFiles;
import io.github.dmdsc.model.check.Finding;
import io.github.dmdsc.model.check.Read;
import java.io.PrintWriter;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.concurrent.Callable;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Option;
import picocli.CommandLine.Parameters;
import picocli.CommandLine.ParentCommand;
import picocli.CommandLine.Spec;

@Command(
        name = "status",
        mixinStandardHelpOptions = true,
        sortOptions = false,
        description = "Shows which steps of a plan are done, which are left, and the ways back, from the"
                + " journal and, if given, from the files of the cluster.",
        footerHeading = "%nExamples:%n",
        footer = {
            "  dmdsc status plan cluster --shown dmcssm=show.txt",
            "  dmdsc status plan cluster --failed extend-dcr"
        },
        exitCodeListHeading = "%nExit codes:%n",
        exitCodeList = {
            "0:the status is shown",
            "1:a file was changed by somebody else, or the files belong to another cluster",
            "2:the command line or the input cannot be read"
        })
final class StatusCommand implements Callable<Integer> {
    @Parameters(index = "0", paramLabel = "<plan-dir>", description = "The directory of the plan, or its plan.json.")
    private Path planFile;

    @Parameters(
            index = "1",
            arity = "0..1",
            paramLabel = "<cluster-dir>",
            description = "The cluster's files as they are now.")
    private @Nullable Path directory;

    @Mixin
    private JournalOption journal = new JournalOption();

    @Option(
            names = "--failed",
            paramLabel = "<step>",
            description = "Show the ways from this step: its id, the start of the id, or its number.")
    private @Nullable String failed;

    @Option(
            names = "--done",
            paramLabel = "<step>",
            split = ",",
            description = "A step that was done without a journal.")
    private List<String> done = List.of();

    @Option(
            names = "--shown",
            paramLabel = "<tool>=<file>",
            completionCandidates = OutputFile.Proposals.class,
            description = "The output of a tool: dmcssm, disql, dmasmcmd, dmasmcmdm, dmctlcvt, dmasmtool or dmasmtoolm."
                    + " May be repeated, in the order in which it was printed.")
    private List<String> shown = List.of();

    @Mixin
    private FormatOption format = new FormatOption();

    @ParentCommand
    private Main main;

    @Spec
    private CommandSpec spec;

    @SuppressWarnings("NullAway.Init") // picocli sets the fields before it calls the command
    StatusCommand() {}

    @Override
    public Integer call() {
        Printer printer = main.printer(spec.commandLine().getOut());
        List<OutputFile> outputFiles = OutputFile.all(spec, shown);
        InputFile.requireOneStdin(
                spec,
                Stream.of(
                                Stream.of(planFile),
                                Stream.ofNullable(directory),
                                outputFiles.stream().map(OutputFile::file))
                        .flatMap(each -> each));
        List<Finding> findings = new ArrayList<>();
        Optional<ExtendPlan> read = PlanInput.plan(planFile, findings);
        List<String> named = new ArrayList<>(done);
        Optional.ofNullable(failed).ifPresent(named::add);
        List<String> steps = read.map(plan -> PlanInput.ids(spec, plan, named)).orElse(List.of());
        Optional<ClusterFiles> files = Optional.ofNullable(directory).map(path -> {
            Read<ClusterFiles> reading = ClusterInput.read(path);
            findings.addAll(reading.findings());
            return reading.value();
        });
        List<JournalEntry> entries = read.map(plan -> JournalFile.read(plan, journal.file(planFile), journal.isNamed()))
                .flatMap(kept -> {
                    findings.addAll(kept.findings());
                    return kept.value();
                })
                .orElse(List.of());
        List<ToolOutput> outputs = outputFiles.stream()
                .flatMap(each -> each.read(findings).stream())
                .toList();
        if (read.isEmpty() || Printer.hasErrors(findings)) {
            return format.unreadable(printer, findings);
        }
        Read<ClusterState> state = ClusterState.read(outputs);
        findings.addAll(state.findings());
        Observed observed = new Observed(
                files,
                outputs.isEmpty() ? Optional.empty() : Optional.of(state.value()),
                entries,
                Set.copyOf(steps.subList(0, done.size())));
        ClusterFiles now = files.orElseGet(ClusterFiles::empty);
        ExtendPlan plan = read.get();
        Status status = Status.of(plan, observed);
        Optional<Recovery> recovery = Optional.ofNullable(failed)
                .map(step -> Recovery.recover(plan, steps.get(done.size()), observed))
                .or(() -> status.from().map(step -> new Recovery(step, status.ways(), List.of())));
        List<Finding> unfit = Stream.concat(
                        recovery.stream().flatMap(ways -> ways.findings().stream()), status.findings().stream())
                .distinct()
                .toList();
        if (format.json()) {
            Optional<Reports.Progress> progress = Printer.hasErrors(unfit)
                    ? Optional.empty()
                    : Optional.of(Reports.Progress.of(
                            status, recovery.map(Recovery::ways).orElse(List.of())));
            findings.addAll(unfit);
            printer.out()
                    .println(PlanJson.text(new Reports.PlanStatus(
                            Reports.FORMAT_VERSION,
                            plan.planId(),
                            progress,
                            printer.shown(findings),
                            changed(plan).files(unfit, now))));
        } else {
            printer.findings(findings);
            text(plan, status, recovery, unfit, now, printer.over(now));
        }
        return Printer.hasErrors(unfit) ? Main.FINDINGS : Main.OK;
    }

    private void text(
            ExtendPlan plan,
            Status status,
            Optional<Recovery> recovery,
            List<Finding> findings,
            ClusterFiles now,
            Printer printer) {
        PrintWriter out = printer.out();
        changed(plan).print(findings, now, printer);
        if (Printer.hasErrors(findings)) {
            return;
        }
        if (failed == null) {
            out.print(
                    status.remaining().isEmpty()
                            ? new Words(main.locale()).of("already-extended") + System.lineSeparator()
                            : StepsText.of(plan, status, main.locale()));
        }
        if (failed != null || !status.remaining().isEmpty()) {
            recovery.filter(ways -> !ways.ways().isEmpty())
                    .ifPresent(ways -> out.print(StepsText.of(plan, ways, main.locale())));
        }
        out.flush();
    }

    private ChangedLines changed(ExtendPlan plan) {
        return new ChangedLines(plan, PlanInput.directory(planFile));
    }
}
