package io.github.dmdsc.extend.cli;

import io.github.dmdsc.extend.ExtendPlanner;
import io.github.dmdsc.extend.PlanResult;
import io.github.dmdsc.extend.plan.Decision;
import io.github.dmdsc.extend.plan.ExtendPlan;
import io.github.dmdsc.extend.plan.ExtendRequest;
import io.github.dmdsc.extend.plan.Question;
import io.github.dmdsc.extend.plan.RequestFile;
import io.github.dmdsc.extend.plan.RollbackClass;
import io.github.dmdsc.extend.plan.Step;
import io.github.dmdsc.extend.render.PlanDirectory;
import io.github.dmdsc.extend.render.PlanJson;
import io.github.dmdsc.extend.render.RunWords;
import io.github.dmdsc.ini.files.AtomicDirectory;
import io.github.dmdsc.ini.files.ClusterFiles;
import io.github.dmdsc.model.base.VisibleText;
import io.github.dmdsc.model.check.Finding;
import io.github.dmdsc.model.check.Read;
import java.io.IOException;
import java.io.PrintWriter;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Map;
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
        name = "plan",
        mixinStandardHelpOptions = true,
        sortOptions = false,
        abbreviateSynopsis = true,
        description = "Plans the extension of a cluster by one node.",
        footerHeading = "%nExamples:%n",
        footer = {
            "  dmdsc plan cluster --host 10.0.2.103",
            "  dmdsc plan cluster --host 10.0.2.103 --log-size 256 --out plan",
            "  dmdsc plan cluster --request request.ini --out plan"
        },
        exitCodeListHeading = "%nExit codes:%n",
        exitCodeList = {
            "0:planned",
            "1:the cluster or the request has errors, or there are open questions",
            "2:the command line or the input cannot be read",
            "3:the node exists already; nothing is written"
        })
final class PlanCommand implements Callable<Integer> {
    @Parameters(
            paramLabel = "<cluster-dir>",
            description = "The files of the cluster, each at <host>/<absolute path on that host>: a directory,"
                    + " or a zip or tar archive of it.")
    private Path directory;

    @Mixin
    private RequestOptions options;

    @Mixin
    private CharsetOption charsets;

    @Mixin
    private FormatOption format = new FormatOption();

    @Option(
            names = "--out",
            description = "The directory for the plan: new, empty, or with exactly this plan."
                    + " Without it, the plan is not written.")
    private @Nullable Path out;

    @Option(
            names = "--write-request",
            paramLabel = "<file>",
            description = "If there are open questions, write the request with them to this new file.")
    private @Nullable Path requestOut;

    @ParentCommand
    private Main main;

    @Spec
    private CommandSpec spec;

    @SuppressWarnings("NullAway.Init") // picocli sets the fields before it calls the command
    PlanCommand() {}

    @Override
    public Integer call() {
        PrintWriter stdout = spec.commandLine().getOut();
        InputFile.requireOneStdin(spec, Stream.concat(Stream.of(directory), options.file().stream()));
        List<Finding> unreadable = new ArrayList<>();
        Optional<RequestFile> given = options.request(spec, unreadable);
        if (given.isEmpty()) {
            return format.unreadable(main.printer(stdout), unreadable);
        }
        ExtendRequest request = given.get().request();
        if (out != null && liesInside(out, directory)) {
            throw UsageError.of(spec, "out-inside", Map.of("out", out));
        }
        Read<ClusterFiles> read = ClusterInput.read(directory);
        Printer printer = main.printer(stdout).over(read.value());
        if (Printer.hasErrors(read.findings())) {
            return format.unreadable(printer, read.findings());
        } else if (!format.json()) {
            printer.findings(read.findings());
        }
        ClusterFiles files = charsets.apply(spec, read.value());
        printer = main.printer(stdout).over(files).given(given.get().places());
        return ExtendPlanner.plan(files, request).accept(new ResultPrinter(request, files, read.findings(), printer));
    }

    /** Prints the result of planning, writes the plan, and returns the exit code. */
    private final class ResultPrinter implements PlanResult.Visitor<Integer> {
        private final ExtendRequest request;
        private final ClusterFiles files;
        private final List<Finding> read;
        private final Printer printer;

        private ResultPrinter(ExtendRequest request, ClusterFiles files, List<Finding> read, Printer printer) {
            this.request = request;
            this.files = files;
            this.read = read;
            this.printer = printer;
        }

        @Override
        public Integer planned(PlanResult.Planned result) {
            return write(result, files, read, printer);
        }

        @Override
        public Integer alreadyExtended(PlanResult.AlreadyExtended result) {
            if (format.json()) {
                report(Reports.Outcome.ALREADY_EXTENDED, result.notes(), List.of());
            } else {
                printer.findings(result.notes());
            }
            return Main.NOTHING_TO_DO;
        }

        @Override
        public Integer needsInput(PlanResult.NeedsInput result) {
            return nothingWritten(Reports.Outcome.NEEDS_INPUT, result.notes(), result.questions());
        }

        @Override
        public Integer rejected(PlanResult.Rejected result) {
            return nothingWritten(Reports.Outcome.REJECTED, result.findings(), result.questions());
        }

        private void report(Reports.Outcome outcome, List<Finding> findings, List<Question> questions) {
            List<Finding> all = new ArrayList<>(read);
            all.addAll(findings);
            printer.out()
                    .println(PlanJson.text(
                            Reports.Planning.of(outcome, printer.shown(all), questions, Flags::optionFor)));
        }

        private int nothingWritten(Reports.Outcome outcome, List<Finding> findings, List<Question> questions) {
            if (format.json()) {
                Optional.ofNullable(requestOut)
                        .filter(file -> !questions.isEmpty())
                        .ifPresent(file -> writeRequest(file, RequestFile.text(request, questions, main.locale())));
                report(outcome, findings, questions);
                return Main.FINDINGS;
            }
            printer.findings(findings);
            printer.questions(questions);
            Words words = new Words(main.locale());
            printer.out().println(words.of("nothing-written"));
            if (questions.isEmpty()) {
                return Main.FINDINGS;
            } else if (requestOut == null) {
                printer.out().println(words.of("request-with", Map.of("command", commandWithRequestFile())));
            } else {
                writeRequest(requestOut, RequestFile.text(request, questions, main.locale()));
            }
            return Main.FINDINGS;
        }
    }

    /** Returns this command with {@code --write-request} and the name of a file that does not exist yet. */
    private String commandWithRequestFile() {
        List<String> words = new ArrayList<>(List.of("dmdsc"));
        words.addAll(spec.root().commandLine().getParseResult().originalArgs());
        words.add("--write-request");
        words.add(Stream.iterate(1, number -> number + 1)
                .map(number -> "request" + (number == 1 ? "" : "-" + number) + ".ini")
                .filter(name -> Files.notExists(Path.of(name)))
                .findFirst()
                .orElseThrow());
        return RunWords.command(words);
    }

    private void writeRequest(Path file, String text) {
        List<Finding> findings = new ArrayList<>();
        boolean written = InputFile.create(file, text, findings);
        PrintWriter to =
                format.json() ? spec.commandLine().getErr() : spec.commandLine().getOut();
        if (written) {
            to.println(new Words(main.locale()).of("request-in", Map.of("file", file)));
        }
        main.printer(to).findings(findings);
    }

    /**
     * Returns whether the target is inside the directory after symbolic links are resolved. Returns false if a path
     * cannot be resolved: reading or writing it reports the error.
     */
    private static boolean liesInside(Path target, Path directory) {
        try {
            return AtomicDirectory.realPath(target).startsWith(AtomicDirectory.realPath(directory));
        } catch (IOException nowhere) {
            return false;
        }
    }

    private int write(PlanResult.Planned planned, ClusterFiles base, List<Finding> read, Printer printer) {
        List<Finding> written = List.of();
        if (out != null) {
            PlanDirectory content =
                    PlanDirectory.of(planned.withNotes(Flags.withOptions(planned.notes())), base, main.locale());
            written = AtomicDirectory.write(content.content(), content.modes(), out);
        }
        if (format.json() && !Printer.hasErrors(written)) {
            List<Finding> all = new ArrayList<>(read);
            all.addAll(planned.notes());
            all.addAll(written);
            printer.out()
                    .println(PlanJson.text(Reports.Planning.of(
                            planned.plan(), Optional.ofNullable(out).map(Path::toString), printer.shown(all))));
            return Main.OK;
        } else if (Printer.hasErrors(written)) {
            return format.unreadable(printer, written);
        }
        printer.findings(planned.notes());
        printer.findings(written);
        summary(planned.plan(), printer.out());
        return Main.OK;
    }

    private void summary(ExtendPlan plan, PrintWriter stdout) {
        Locale locale = main.locale();
        Words words = new Words(locale);
        stdout.println(words.of("files"));
        plan.files()
                .forEach(change -> stdout.println("  " + (change.before().isPresent() ? "~ " : "+ ")
                        + VisibleText.of(change.file().toString())));
        stdout.println(words.of("values"));
        for (Decision decision : plan.decisions()) {
            stdout.println("  " + VisibleText.of(decision.name()) + " = " + VisibleText.of(decision.value()) + "  ("
                    + VisibleText.of(decision.why().in(locale)) + ")");
        }
        List<String> turning = plan.steps().stream()
                .filter(step -> step.rollbackClass() == RollbackClass.POINT_OF_NO_RETURN)
                .map(Step::id)
                .toList();
        stdout.println(words.of("steps", Map.of("count", plan.steps().size())));
        stdout.println(words.of("point-of-no-return", Map.of("steps", turning)));
        stdout.println(
                out == null
                        ? words.of("plan-nowhere")
                        : words.of("plan-in", Map.of("directory", out))
                                + "  (plan.md, plan.html, plan.json, changes.diff, files/, staged/)");
    }
}
