package io.github.dmdsc.extend.cli;

import io.github.dmdsc.extend.plan.ExtendPlan;
import io.github.dmdsc.extend.plan.Step;
import io.github.dmdsc.extend.render.StepsText;
import io.github.dmdsc.extend.run.Journal;
import io.github.dmdsc.extend.run.JournalEntry;
import io.github.dmdsc.extend.run.JournalText;
import io.github.dmdsc.extend.run.Move;
import io.github.dmdsc.extend.run.Run;
import io.github.dmdsc.extend.run.Status;
import io.github.dmdsc.extend.ssh.Ssh;
import io.github.dmdsc.extend.ssh.SshTransport;
import io.github.dmdsc.model.base.VisibleText;
import io.github.dmdsc.model.check.Finding;
import io.github.dmdsc.model.check.Read;
import java.io.IOException;
import java.io.UncheckedIOException;
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
        name = "run",
        mixinStandardHelpOptions = true,
        sortOptions = false,
        description = "Leads you through a plan: shows the commands of each step, asks for their output,"
                + " keeps a journal, and stops if something is not as planned.",
        footerHeading = "%nExamples:%n",
        footer = {"  dmdsc run plan", "  dmdsc run plan --from extend-node"},
        exitCodeListHeading = "%nExit codes:%n",
        exitCodeList = {
            "0:all steps are done",
            "1:stopped; give the same command to go on",
            "2:the command line, the plan or the journal cannot be read, or another run uses the journal"
        })
final class RunCommand implements Callable<Integer> {
    @Parameters(paramLabel = "<plan-dir>", description = "The directory of the plan.")
    private Path directory;

    @Mixin
    private JournalOption journal = new JournalOption();

    @Option(names = "--list", description = "Show the steps and which are done, and do nothing.")
    private boolean list;

    @Option(names = "--dry-run", description = "Show the commands of all steps, and do nothing.")
    private boolean dryRun;

    @Option(
            names = "--from",
            paramLabel = "<step>",
            description = "Skip the steps before this one, which were done by hand: its id, the start of the id, or"
                    + " its number.")
    private @Nullable String from;

    @Option(
            names = "--over",
            paramLabel = "hand|ssh",
            defaultValue = "hand",
            description =
                    "Who runs the commands on the hosts: you, or ssh. With ssh you still answer the questions, and run"
                            + " the commands that cannot be undone, those in a monitor and those of root.")
    private Way over = Way.hand;

    @Mixin
    private SshOptions ssh = new SshOptions();

    @ParentCommand
    private Main main;

    @Spec
    private CommandSpec spec;

    @SuppressWarnings("NullAway.Init") // picocli sets the fields before it calls the command
    RunCommand() {}

    /** The values of {@code --over}. */
    enum Way {
        hand,
        ssh
    }

    @Override
    public Integer call() {
        Printer printer = main.printer(spec.commandLine().getOut());
        List<Finding> findings = new ArrayList<>();
        Optional<ExtendPlan> plan = PlanInput.plan(directory, findings);
        printer.findings(findings);
        return plan.isEmpty() || Printer.hasErrors(findings) ? Main.UNREADABLE : run(plan.get(), printer);
    }

    private int run(ExtendPlan plan, Printer printer) {
        Optional<String> first = PlanInput.ids(
                        spec, plan, Optional.ofNullable(from).stream().toList())
                .stream()
                .findFirst();
        Path file = journal.file(directory);
        List<Finding> findings = new ArrayList<>();
        if (dryRun) {
            printer.out().print(StepsText.of(plan, plan.steps(), main.locale()));
            printer.out().println(new Words(main.locale()).of("run.dry"));
            return Main.OK;
        }
        if (list) {
            return list(plan, file, printer);
        }
        Optional<JournalFile> opened = JournalFile.open(file, findings);
        printer.findings(findings);
        if (opened.isEmpty()) {
            return Main.UNREADABLE;
        }
        try (JournalFile kept = opened.get()) {
            return run(plan, first, kept, printer);
        } catch (IOException failure) {
            printer.findings(List.of(JournalFile.unwritable(file)));
            return Main.UNREADABLE;
        } catch (UncheckedIOException failure) {
            printer.findings(List.of(JournalFile.unwritable(RunLog.beside(file))));
            return Main.UNREADABLE;
        }
    }

    private int list(ExtendPlan plan, Path file, Printer printer) {
        Read<Optional<List<JournalEntry>>> read = JournalFile.read(plan, file, journal.isNamed());
        printer.findings(read.findings());
        if (read.value().isEmpty()) {
            return Main.UNREADABLE;
        }
        Status status = Run.of(plan, read.value().get()).status();
        for (int i = 0; i < plan.steps().size(); i++) {
            Step step = plan.steps().get(i);
            String mark =
                    status.done().contains(step) ? "x" : status.uncertain().contains(step) ? "?" : " ";
            printer.out().println(VisibleText.of("[" + mark + "] " + (i + 1) + "  " + step.id()));
        }
        return Main.OK;
    }

    private int run(ExtendPlan plan, Optional<String> first, JournalFile kept, Printer printer) throws IOException {
        Read<Optional<List<JournalEntry>>> read = kept.entries(plan);
        printer.findings(read.findings());
        if (read.value().isEmpty()) {
            return Main.UNREADABLE;
        }
        List<JournalEntry> earlier = read.value().get();
        Words words = new Words(main.locale());
        Dialogue dialogue = new Dialogue(main.in(), printer);
        dialogue.say(words.of(
                "run.begin",
                Map.of(
                        "plan",
                        plan.planId().substring(0, 8),
                        "steps",
                        plan.steps().size(),
                        "journal",
                        kept.file())));
        Run begun = first.map(step -> Run.from(plan, earlier, step)).orElseGet(() -> Run.of(plan, earlier));
        Journal entries = entry -> kept.append(JournalText.line(entry));
        TerminalTransport terminal =
                new TerminalTransport(plan, PlanInput.directory(directory), dialogue, main.locale());
        if (over == Way.hand) {
            return end(plan, begun.drive(terminal, entries).move(), printer);
        }
        Ssh system = ssh.ssh(spec);
        try (RunLog log = open(RunLog.beside(kept.file()))) {
            dialogue.say(words.of("run.ssh", Map.of("log", RunLog.beside(kept.file()))));
            SshScreen screen = new SshScreen(terminal, dialogue, log, words, main::password);
            return end(
                    plan,
                    begun.drive(new SshTransport(system, screen, terminal), entries)
                            .move(),
                    printer);
        }
    }

    private static RunLog open(Path log) {
        try {
            return RunLog.open(log);
        } catch (IOException failure) {
            throw new UncheckedIOException(failure);
        }
    }

    private int end(ExtendPlan plan, Move move, Printer printer) {
        Words words = new Words(main.locale());
        if (move instanceof Move.Stop stop) {
            new ChangedLines(plan, PlanInput.directory(directory)).print(stop.findings(), stop.changed(), printer);
            if (stop.step().isPresent()
                    && !stop.findings().isEmpty()
                    && !stop.ways().isEmpty()) {
                printer.out().print(StepsText.of(plan, stop, main.locale()));
            }
            // If a file of a skipped step is not written, the same command stops at the same point again.
            boolean otherCommand = stop.findings().stream()
                    .anyMatch(finding -> finding.variant().equals("SKIPPED"));
            printer.out()
                    .println(VisibleText.of(
                            words.of(otherCommand ? "run.stopped.from" : "run.stopped", Map.of("plan", directory))));
            return Main.FINDINGS;
        }
        printer.out().println(words.of("run.finished"));
        return Main.OK;
    }
}
