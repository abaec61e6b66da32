package io.github.dmdsc.extend.cli;

import io.github.dmdsc.extend.plan.ExtendPlan;
import io.github.dmdsc.extend.plan.Tool;
import io.github.dmdsc.extend.render.PlanJson;
import io.github.dmdsc.extend.render.PlanReading;
import io.github.dmdsc.extend.render.StepsText;
import io.github.dmdsc.extend.resume.Observed;
import io.github.dmdsc.extend.resume.Recovery;
import io.github.dmdsc.extend.resume.Replan;
import io.github.dmdsc.extend.state.ClusterState;
import io.github.dmdsc.extend.state.Reading;
import io.github.dmdsc.extend.state.StateReader;
import io.github.dmdsc.extend.state.ToolOutput;
import io.github.dmdsc.ini.files.ClusterDirectory;
import io.github.dmdsc.ini.files.FilesResult;
import java.io.IOException;
import java.io.PrintWriter;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
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
    @Parameters(index = "0", paramLabel = "<plan.json>", description = "The plan.")
    private Path planFile;

    @Parameters(index = "1", paramLabel = "<cluster-dir>", description = "The cluster's files as they are now.")
    private Path directory;

    @Option(names = "--failed", paramLabel = "<step>", description = "Show the ways from this step.")
    private @Nullable String failed;

    @Option(names = "--done", paramLabel = "<step>", split = ",", description = "A step that a journal says is done.")
    private List<String> done = List.of();

    @Option(
            names = "--shown",
            paramLabel = "<tool>=<file>",
            description = "What a tool printed: dmcssm, disql, dmasmcmd, dmasmcmdm, dmctlcvt, dmasmtool or dmasmtoolm.")
    private Map<String, Path> shown = new LinkedHashMap<>();

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
        PlanReading reading = PlanJson.read(read(planFile), planFile.toString());
        printer.findings(reading.findings());
        if (reading.plan().isEmpty()) {
            return Main.UNREADABLE;
        }
        ExtendPlan plan = reading.plan().get();
        if (failed != null && plan.steps().stream().noneMatch(step -> step.id().equals(failed))) {
            throw new ParameterException(spec.commandLine(), "the plan has no step " + failed);
        }
        FilesResult files = ClusterDirectory.read(directory);
        printer.findings(files.findings());
        if (Printer.hasErrors(files.findings())) {
            return Main.UNREADABLE;
        }
        Reading<ClusterState> state = StateReader.read(outputs());
        printer.findings(state.findings());
        Observed observed = Observed.of(files.files()).with(state.value()).withDone(Set.copyOf(done));
        if (failed != null) {
            out.print(StepsText.of(Recovery.recover(plan, failed, observed), main.locale()));
            out.flush();
            return Main.OK;
        }
        Replan replan = Replan.replan(plan, observed);
        if (replan instanceof Replan.Refused refused) {
            printer.findings(refused.findings());
            return Main.FINDINGS;
        } else if (replan instanceof Replan.Remaining remaining) {
            out.print(StepsText.of(remaining, main.locale()));
        } else {
            out.println(new Words(main.locale()).of("already-extended"));
        }
        out.flush();
        return Main.OK;
    }

    private List<ToolOutput> outputs() {
        List<ToolOutput> outputs = new ArrayList<>();
        shown.forEach((name, file) -> outputs.add(ToolOutput.of(tool(name), file.toString(), read(file))));
        return outputs;
    }

    private Tool tool(String name) {
        for (Tool tool : Tool.values()) {
            if (tool.program().equals(name)) {
                return tool;
            }
        }
        throw new ParameterException(spec.commandLine(), "--shown " + name + ": no such tool");
    }

    private String read(Path file) {
        try {
            return Files.readString(file, StandardCharsets.UTF_8);
        } catch (IOException e) {
            throw new ParameterException(spec.commandLine(), "cannot be read: " + file, e);
        }
    }
}
