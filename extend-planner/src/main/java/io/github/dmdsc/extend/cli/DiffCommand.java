package io.github.dmdsc.extend.cli;

import io.github.dmdsc.extend.tools.LeftoverFiles;
import io.github.dmdsc.ini.diff.ClusterDiff;
import io.github.dmdsc.ini.diff.Drift;
import io.github.dmdsc.ini.diff.TextChange;
import io.github.dmdsc.ini.files.ClusterFiles;
import io.github.dmdsc.model.base.VisibleText;
import io.github.dmdsc.model.check.Finding;
import io.github.dmdsc.model.check.Read;
import java.io.PrintWriter;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
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
        name = "diff",
        mixinStandardHelpOptions = true,
        sortOptions = false,
        description = "Compares two states of the files of a cluster, or the nodes of one cluster.",
        footerHeading = "%nExamples:%n",
        footer = {"  dmdsc diff before.tar.gz cluster", "  dmdsc diff --drift cluster"},
        exitCodeListHeading = "%nExit codes:%n",
        exitCodeList = {"0:no difference", "1:differences", "2:the command line or the input cannot be read"})
final class DiffCommand implements Callable<Integer> {
    @Parameters(
            index = "0",
            paramLabel = "<dir-a>",
            description = "The files before, each at <host>/<absolute path on that host>.")
    private Path first = Path.of("");

    @Parameters(
            index = "1",
            arity = "0..1",
            paramLabel = "<dir-b>",
            description = "The files after, in the same layout.")
    private @Nullable Path second;

    @Option(names = "--drift", description = "Compare the nodes of <dir-a> with each other; there is no <dir-b>.")
    private boolean drift;

    @Mixin
    private FormatOption format = new FormatOption();

    @Option(
            names = "--ignore",
            paramLabel = "<pattern>",
            description =
                    "Leave out files whose <host>:<path> matches: * within a directory, ** across directories, ? one"
                            + " character. May be repeated.")
    private List<String> ignored = List.of();

    @Mixin
    private CharsetOption charsets;

    @Option(names = "--unified", description = "Show the lines that differ, too (text only).")
    private boolean unified;

    @Option(names = "--semantic", description = "Leave out files whose text differs, but not their meaning.")
    private boolean semantic;

    @ParentCommand
    private Main main;

    @Spec
    private CommandSpec spec;

    @SuppressWarnings("NullAway.Init") // picocli sets the fields before it calls the command
    DiffCommand() {}

    @Override
    public Integer call() {
        if (drift == (second != null)) {
            throw UsageError.of(spec, "diff-operands", Map.of());
        } else if (drift && (unified || semantic)) {
            throw UsageError.of(spec, "diff-drift", Map.of("option", unified ? "--unified" : "--semantic"));
        }
        InputFile.requireOneStdin(spec, Stream.of(first, Objects.requireNonNullElse(second, Path.of(""))));
        Optional<ClusterFiles> before = read(first);
        Optional<ClusterFiles> after = second == null || before.isEmpty() ? before : read(second);
        if (before.isEmpty() || after.isEmpty()) {
            return Main.UNREADABLE;
        }
        List<ClusterFiles> states = charsets.apply(spec, List.of(before.get(), after.get()));
        PathPatterns patterns = new PathPatterns(ignored);
        return drift
                ? drift(Drift.of(states.get(0), patterns::matches))
                : diff(ClusterDiff.of(
                        states.get(0).withoutAll(patterns::matches),
                        states.get(1).withoutAll(patterns::matches)));
    }

    /**
     * Reads the files, without the temporary files of a run. Returns empty if a file cannot be read, because the
     * comparison would report it as removed or added.
     */
    private Optional<ClusterFiles> read(Path directory) {
        Read<ClusterFiles> read = ClusterInput.read(directory);
        Printer printer = main.printer(spec.commandLine().getOut());
        if (Printer.hasErrors(read.findings())) {
            format.unreadable(printer, read.findings());
            return Optional.empty();
        } else if (!format.json()) {
            printer.findings(read.findings());
        }
        return Optional.of(LeftoverFiles.without(read.value()));
    }

    private int diff(ClusterDiff found) {
        ClusterDiff shown = semantic ? found.ofMeaning() : found;
        PrintWriter out = spec.commandLine().getOut();
        if (format.json()) {
            out.print(VisibleText.ofLines(shown.json()));
        } else {
            out.print(shown.text(main.locale()));
            findings(shown.beforeFindings());
            findings(shown.afterFindings());
            if (unified) {
                shown.texts().stream()
                        .map(TextChange::diff)
                        .map(VisibleText::ofLines)
                        .forEach(out::print);
            }
        }
        out.flush();
        return shown.isEmpty() ? Main.OK : Main.FINDINGS;
    }

    private int drift(Drift found) {
        PrintWriter out = spec.commandLine().getOut();
        if (format.json()) {
            out.print(VisibleText.ofLines(found.json()));
        } else {
            out.print(found.text(main.locale()));
            findings(found.findings());
        }
        out.flush();
        if (!found.unexplained().isEmpty()) {
            return Main.FINDINGS;
        }
        return found.isComplete() ? Main.OK : Main.UNREADABLE;
    }

    private void findings(List<Finding> findings) {
        main.printer(spec.commandLine().getOut()).findings(findings);
    }
}
