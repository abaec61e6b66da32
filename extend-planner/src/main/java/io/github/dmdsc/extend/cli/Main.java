package io.github.dmdsc.extend.cli;

import java.io.PrintWriter;
import java.nio.charset.StandardCharsets;
import java.util.Locale;
import picocli.AutoComplete.GenerateCompletion;
import picocli.CommandLine;
import picocli.CommandLine.Command;
import picocli.CommandLine.Help.Ansi;
import picocli.CommandLine.Option;
import picocli.CommandLine.ScopeType;

/** Entry point of {@code dmdsc.jar}. */
@Command(
        name = "dmdsc",
        description = "Reads, checks and plans the extension of DMDSC clusters. It changes nothing.",
        subcommands = {
            PlanCommand.class,
            CheckCommand.class,
            DiffCommand.class,
            ResumeCommand.class,
            RehearseCommand.class,
            GenerateCompletion.class
        },
        mixinStandardHelpOptions = true,
        scope = ScopeType.INHERIT,
        version = "dmdsc 0.1.0",
        exitCodeListHeading = "%nExit codes:%n",
        exitCodeList = {
            "0:planned, or nothing wrong",
            "1:the cluster or the request has findings",
            "2:the command line or the input cannot be read"
        })
public final class Main {
    static final int OK = 0;
    static final int FINDINGS = 1;
    static final int UNREADABLE = 2;

    @Option(
            names = "--lang",
            scope = ScopeType.INHERIT,
            defaultValue = "en",
            description = "Language of findings and runbook: en or zh.")
    private String language = "en";

    @Option(
            names = "--color",
            scope = ScopeType.INHERIT,
            defaultValue = "auto",
            description = "auto, always or never. auto: on a terminal, unless NO_COLOR is set.")
    private Colour colour = Colour.auto;

    /** When to use colours. */
    enum Colour {
        auto,
        always,
        never
    }

    private Main() {}

    /** Runs a command and exits with its code. */
    public static void main(String[] arguments) {
        PrintWriter out = new PrintWriter(System.out, true, StandardCharsets.UTF_8);
        PrintWriter err = new PrintWriter(System.err, true, StandardCharsets.UTF_8);
        System.exit(run(out, err, arguments));
    }

    static CommandLine commandLine() {
        return new CommandLine(new Main());
    }

    /** Runs a command: the whole program but for its exit. */
    static int run(PrintWriter out, PrintWriter err, String... arguments) {
        CommandLine line = commandLine().setOut(out).setErr(err);
        line.setExecutionExceptionHandler((exception, failed, parsed) -> {
            if (exception instanceof CommandLine.ParameterException) {
                throw exception;
            }
            err.println("dmdsc: internal error, please report it: " + exception);
            return UNREADABLE;
        });
        if (arguments.length == 0) {
            line.usage(err);
            return UNREADABLE;
        }
        return line.execute(arguments);
    }

    /** Prints findings there. */
    Printer printer(PrintWriter out) {
        Ansi ansi = switch (colour) {
            case auto -> Ansi.AUTO;
            case always -> Ansi.ON;
            case never -> Ansi.OFF;
        };
        return new Printer(out, locale(), ansi);
    }

    Locale locale() {
        return language.equals("zh") ? Locale.CHINESE : Locale.ENGLISH;
    }
}
