package io.github.dmdsc.extend.cli;

import io.github.dmdsc.extend.plan.ExtendPlan;
import io.github.dmdsc.extend.render.StepsText;
import io.github.dmdsc.extend.run.Observed;
import io.github.dmdsc.extend.run.Recovery;
import io.github.dmdsc.extend.run.Replan;
import io.github.dmdsc.extend.state.ClusterState;
import io.github.dmdsc.extend.state.ToolOutput;
import io.github.dmdsc.model.check.Finding;
import io.github.dmdsc.model.check.Read;
import java.io.PrintWriter;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.concurrent.Callable;
import org.jspecify.annotations.Nullable;
import picocli.CommandLine.Command;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Option;
import picocli.CommandLine.Parameters;
import picocli.CommandLine.ParentCommand;
import picocli.CommandLine.Spec;

@Command(
        name = "resume",
        mixinStandardHelpOptions = true,
        sortOptions = false,
        description = "Shows what is left of a plan that was begun, or the ways from a step that failed.",
        exitCodeListHeading = "%nExit codes:%n",
        exitCodeList = {
            "0:steps are shown, or nothing is left",
            "1:files have changed under way, or are another cluster's",
            "2:the command line or the input cannot be read"
        })
final class ResumeCommand implements Callable<Integer> {
    @Parameters(
            index = "0",
            paramLabel = "<plan>",
            description = "The plan: plan.json, or the directory that holds it.")
    private Path planFile;

    @Parameters(index = "1", paramLabel = "<cluster-dir>", description = "The cluster's files as they are now.")
    private Path directory;

    @Option(
            names = "--failed",
            paramLabel = "<step>",
            description = "Show the ways from this step: its id, the start of the id, or its number.")
    private @Nullable String failed;

    @Option(names = "--done", paramLabel = "<step>", split = ",", description = "A step that a journal says is done.")
    private List<String> done = List.of();

    @Option(
            names = "--shown",
            paramLabel = "<tool>=<file>",
            converter = Shown.Converter.class,
            description = "What a tool printed: dmcssm, disql, dmasmcmd, dmasmcmdm, dmctlcvt, dmasmtool or dmasmtoolm."
                    + " May be repeated, in the order in which it was printed.")
    private List<Shown> shown = List.of();

    @ParentCommand
    private Main main;

    @Spec
    private CommandSpec spec;

    @SuppressWarnings("NullAway.Init") // picocli sets all of them before it calls
    ResumeCommand() {}

    @Override
    public Integer call() {
        PrintWriter out = spec.commandLine().getOut();
        Printer printer = main.printer(out);
        List<String> named = new ArrayList<>(done);
        Optional.ofNullable(failed).ifPresent(named::add);
        Optional<PlanInput> input = PlanInput.read(spec, printer, planFile, directory, named);
        List<Finding> unreadable = new ArrayList<>();
        List<ToolOutput> outputs = outputs(unreadable);
        printer.findings(unreadable);
        if (input.isEmpty() || !unreadable.isEmpty()) {
            return Main.UNREADABLE;
        }
        ExtendPlan plan = input.get().plan();
        Read<ClusterState> state = ClusterState.read(outputs);
        printer.findings(state.findings());
        List<String> steps = input.get().steps();
        Observed observed = Observed.of(input.get().files())
                .with(state.value())
                .withDone(Set.copyOf(steps.subList(0, done.size())));
        if (failed != null) {
            Recovery recovery = Recovery.recover(plan, steps.get(done.size()), observed);
            printer.findings(recovery.findings());
            if (recovery.ways().isEmpty()) {
                return Main.FINDINGS;
            }
            out.print(StepsText.of(plan, recovery, main.locale()));
            out.flush();
            return Main.OK;
        }
        return Replan.replan(plan, observed).accept(new Replan.Visitor<>() {
            @Override
            public Integer remaining(Replan.Remaining result) {
                printer.findings(result.findings());
                out.print(StepsText.of(plan, result, main.locale()));
                out.flush();
                return Main.OK;
            }

            @Override
            public Integer alreadyExtended(Replan.AlreadyExtended result) {
                out.println(new Words(main.locale()).of("already-extended"));
                return Main.OK;
            }

            @Override
            public Integer refused(Replan.Refused result) {
                printer.findings(result.findings());
                return Main.FINDINGS;
            }
        });
    }

    private List<ToolOutput> outputs(List<Finding> unreadable) {
        return shown.stream()
                .flatMap(each -> InputFile.read(each.file(), unreadable).stream()
                        .map(text -> ToolOutput.of(each.tool(), each.file().toString(), text)))
                .toList();
    }
}
