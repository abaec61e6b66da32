package io.github.dmdsc.extend.cli;

import io.github.dmdsc.extend.plan.Change;
import io.github.dmdsc.extend.plan.ExtendPlan;
import io.github.dmdsc.extend.render.PlanJson;
import io.github.dmdsc.extend.run.ExportComparison;
import io.github.dmdsc.ini.diff.ClusterDiff;
import io.github.dmdsc.model.FileId;
import io.github.dmdsc.model.base.VisibleText;
import io.github.dmdsc.model.check.Finding;
import java.io.PrintWriter;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.concurrent.Callable;
import java.util.stream.Stream;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Parameters;
import picocli.CommandLine.ParentCommand;
import picocli.CommandLine.Spec;

@Command(
        name = "compare-export",
        mixinStandardHelpOptions = true,
        sortOptions = false,
        description = "Compares exports of the DCR disks with a plan: by values, not as text.",
        footerHeading = "%nExamples:%n",
        footer = {"  dmdsc compare-export plan/plan.json planned dcr_after_disk1.txt"},
        exitCodeListHeading = "%nExit codes:%n",
        exitCodeList = {
            "0:every export holds this configuration",
            "1:an export holds another configuration",
            "2:the command line or the input cannot be read"
        })
final class CompareExportCommand implements Callable<Integer> {
    @Parameters(
            index = "0",
            paramLabel = "<plan>",
            description = "The plan: plan.json, or the directory that holds it.")
    private Path planFile;

    @Parameters(
            index = "1",
            paramLabel = "<which>",
            description =
                    "What the disks should hold: ${COMPLETION-CANDIDATES}. base is the configuration that the plan"
                            + " was made from, planned the one that it writes.")
    private Which which;

    @Parameters(index = "2..*", arity = "1..*", paramLabel = "<export>", description = "A file that the tool exported.")
    private List<Path> exports;

    @Mixin
    private FormatOption format = new FormatOption();

    @ParentCommand
    private Main main;

    @Spec
    private CommandSpec spec;

    /** The configuration that the disks should hold. */
    enum Which {
        base,
        planned
    }

    @SuppressWarnings("NullAway.Init") // picocli sets the fields before it calls the command
    CompareExportCommand() {}

    @Override
    public Integer call() {
        PrintWriter out = spec.commandLine().getOut();
        InputFile.requireOneStdin(spec, Stream.concat(Stream.of(planFile), exports.stream()));
        List<Finding> unreadable = new ArrayList<>();
        Optional<ExtendPlan> plan = PlanInput.plan(planFile, unreadable);
        List<byte[]> contents = exports.stream()
                .flatMap(file -> InputFile.bytes(file, unreadable).stream())
                .toList();
        if (plan.isEmpty() || Printer.hasErrors(unreadable)) {
            return format.unreadable(main.printer(out), unreadable);
        } else if (plan.get().actions(Change.ExtendDcr.class).findAny().isEmpty()) {
            throw UsageError.of(spec, "no-dcr-disk", Map.of());
        }
        List<Reports.Export> compared = new ArrayList<>();
        for (int i = 0; i < contents.size(); i++) {
            FileId export = new FileId("", exports.get(i).toString());
            compared.add(compare(exports.get(i), ExportComparison.of(plan.get(), export, contents.get(i))));
        }
        if (format.json()) {
            out.println(PlanJson.text(new Reports.Exports(Reports.FORMAT_VERSION, which.name(), compared)));
        } else {
            compared.forEach(export -> print(export, out));
        }
        out.flush();
        return compared.stream().allMatch(export -> export.holds().equals(which.name())) ? Main.OK : Main.FINDINGS;
    }

    private Reports.Export compare(Path export, ExportComparison comparison) {
        String holds = comparison.holdsBase() ? "base" : comparison.holdsPlanned() ? "planned" : "neither";
        Optional<ClusterDiff> differences = holds.equals("neither")
                ? Optional.of(which == Which.base ? comparison.fromBase() : comparison.fromPlanned())
                : Optional.empty();
        return new Reports.Export(export.toString(), holds, differences);
    }

    private void print(Reports.Export export, PrintWriter out) {
        boolean unread =
                export.differences().filter(diff -> diff.changes().isEmpty()).isPresent();
        out.println(VisibleText.of(new Words(main.locale())
                .of("export." + (unread ? "unread" : export.holds()), Map.of("file", export.file(), "which", which))));
        export.differences().ifPresent(diff -> {
            if (!unread) {
                out.print(diff.text(main.locale()));
            }
            main.printer(out).findings(diff.afterFindings());
        });
    }
}
