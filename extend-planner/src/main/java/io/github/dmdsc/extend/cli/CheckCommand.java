package io.github.dmdsc.extend.cli;

import io.github.dmdsc.extend.ClusterCheck;
import io.github.dmdsc.extend.plan.Tool;
import io.github.dmdsc.extend.render.PlanJson;
import io.github.dmdsc.extend.render.SarifLog;
import io.github.dmdsc.extend.state.ClusterState;
import io.github.dmdsc.extend.state.ToolOutput;
import io.github.dmdsc.ini.files.ClusterFiles;
import io.github.dmdsc.model.check.Finding;
import io.github.dmdsc.model.check.Read;
import io.github.dmdsc.model.check.Waiver;
import java.io.PrintWriter;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.concurrent.Callable;
import java.util.stream.Stream;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Option;
import picocli.CommandLine.Parameters;
import picocli.CommandLine.ParentCommand;
import picocli.CommandLine.Spec;

@Command(
        name = "check",
        mixinStandardHelpOptions = true,
        description = "Checks the files of a cluster against the rules of DMDSC.",
        footerHeading = "%nExamples:%n",
        footer = {
            "  dmdsc check cluster --shown show.txt",
            "  dmdsc check cluster --waive DSC-0301@10.0.2.101:/etc/dm.ini=reason"
        },
        exitCodeListHeading = "%nExit codes:%n",
        exitCodeList = {"0:no error is found", "1:errors are found", "2:the command line or the input cannot be read"})
final class CheckCommand implements Callable<Integer> {
    @Parameters(
            paramLabel = "<cluster-dir>",
            description = "The files of the cluster, each at <host>/<absolute path on that host>: a directory,"
                    + " or a zip or tar archive of it.")
    private Path directory = Path.of("");

    @Option(names = "--format", defaultValue = "text", description = "${COMPLETION-CANDIDATES}; default: text.")
    private Format format = Format.text;

    @Mixin
    private DcrOption dcrConfig = new DcrOption();

    @Mixin
    private CharsetOption charsets = new CharsetOption();

    @Mixin
    private WaiverOptions waivers = new WaiverOptions();

    @Option(names = "--limits", defaultValue = "current", description = "current (8 nodes) or older (16 nodes).")
    private LimitsProfile limits = LimitsProfile.current;

    @Option(
            names = "--shown",
            paramLabel = "[<tool>=]<file>",
            completionCandidates = OutputFile.Proposals.class,
            description = "The output of show in dmcssm: checks whether the cluster is ready for an extension, and"
                    + " whether it is the cluster of the files. disql=<file>: the output of DIsql for V$$RLOGFILE and"
                    + " V$$ASMGROUP: checks whether two more log files fit.")
    private List<String> shown = List.of();

    @ParentCommand
    private Main main;

    @Spec
    private CommandSpec spec;

    @SuppressWarnings("NullAway.Init") // picocli sets the fields before it calls the command
    CheckCommand() {}

    /** The output formats. */
    enum Format {
        text,
        json,
        sarif
    }

    @Override
    public Integer call() {
        PrintWriter out = spec.commandLine().getOut();
        List<OutputFile> outputs = OutputFile.allMonitorByDefault(shown);
        InputFile.requireOneStdin(
                spec, Stream.concat(Stream.of(directory), outputs.stream().map(OutputFile::file)));
        Read<ClusterFiles> read = ClusterInput.read(directory);
        boolean readable = !Printer.hasErrors(read.findings());
        ClusterFiles files = readable ? charsets.apply(spec, read.value()) : read.value();
        Read<ClusterFiles> input = new Read<>(files, read.findings());
        List<Waiver> accepted = waivers.waivers(spec);
        ClusterCheck check = dcrConfig
                .file(spec)
                .map(dcr -> ClusterCheck.of(input, dcr, limits.limits(), accepted))
                .orElseGet(() -> ClusterCheck.of(input, limits.limits(), accepted));
        List<Finding> sorted = new ArrayList<>(check.findings());
        readable &= judgeShown(check, outputs, sorted);
        if (format == Format.sarif) {
            out.print(sarif(files).of(Flags.withOptions(sorted)));
            out.flush();
        } else if (format == Format.json) {
            out.println(PlanJson.text(Reports.Findings.of(check, Flags.withOptions(sorted))));
        } else {
            main.printer(out).over(files).findings(sorted);
            Words words = new Words(main.locale());
            check.cluster()
                    .ifPresent(found -> out.println(words.of(
                            "checked",
                            Map.of(
                                    "edition", words.of("edition." + Reports.edition(found)),
                                    "nodes", found.nodes().size(),
                                    "monitors", found.monitors().size()))));
            main.printer(out).sums(sorted);
        }
        if (!readable) {
            return Main.UNREADABLE;
        }
        return Printer.hasErrors(sorted) ? Main.FINDINGS : Main.OK;
    }

    /**
     * Adds the findings about the output of tools, and sorts all findings. Returns false if an output cannot be read.
     */
    private boolean judgeShown(ClusterCheck check, List<OutputFile> files, List<Finding> findings) {
        List<ToolOutput> outputs =
                files.stream().flatMap(each -> each.read(findings).stream()).toList();
        Read<ClusterState> state = ClusterState.read(outputs);
        findings.addAll(state.findings());
        if (outputs.stream().anyMatch(output -> output.tool() == Tool.DMCSSM)) {
            check.cluster()
                    .ifPresent(found ->
                            findings.addAll(state.value().check(found.dcr().value())));
        }
        findings.addAll(state.value().checkSpace());
        findings.sort(Finding.ORDER);
        return outputs.size() == files.size();
    }

    private SarifLog sarif(ClusterFiles files) {
        SarifLog log = SarifLog.in(main.locale()).over(files);
        if (directory.isAbsolute()) {
            return log.at(directory.toUri().toString());
        }
        List<String> names = new ArrayList<>();
        directory.normalize().forEach(name -> names.add(name.toString()));
        names.remove("");
        return log.below(names);
    }
}
