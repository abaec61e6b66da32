package io.github.dmdsc.extend.cli;

import io.github.dmdsc.model.base.VisibleText;
import java.io.Console;
import java.io.InputStream;
import java.io.PrintWriter;
import java.nio.charset.Charset;
import java.nio.charset.StandardCharsets;
import java.util.Arrays;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.ResourceBundle;
import java.util.function.Function;
import picocli.AutoComplete.GenerateCompletion;
import picocli.CommandLine;
import picocli.CommandLine.Command;
import picocli.CommandLine.Help.Ansi;
import picocli.CommandLine.Help.ColorScheme;
import picocli.CommandLine.HelpCommand;
import picocli.CommandLine.IVersionProvider;
import picocli.CommandLine.Option;
import picocli.CommandLine.ScopeType;
import picocli.CommandLine.UnmatchedArgumentException;

/** Entry point of {@code dmdsc.jar}. */
@Command(
        name = "dmdsc",
        description = "Collects, checks and compares the configuration of DMDSC clusters, plans one more"
                + " node, and leads you through the plan.",
        subcommands = {
            CollectCommand.class,
            PlanCommand.class,
            CheckCommand.class,
            DiffCommand.class,
            RunCommand.class,
            StatusCommand.class,
            RehearseCommand.class,
            CompareExportCommand.class,
            GenerateCompletion.class,
            HelpCommand.class
        },
        mixinStandardHelpOptions = true,
        scope = ScopeType.INHERIT,
        versionProvider = Main.Version.class,
        exitCodeListHeading = "%nExit codes:%n",
        exitCodeList = {
            "0:done, or no errors",
            "1:errors, differences, open questions, or a plan that does not pass",
            "2:the command line or the input cannot be read",
            "3:plan only: the node exists already"
        })
public final class Main {
    /** The resource bundle of the translated help. */
    static final String HELP = "io.github.dmdsc.extend.cli.help";

    static final int OK = 0;
    static final int FINDINGS = 1;
    static final int UNREADABLE = 2;
    static final int NOTHING_TO_DO = 3;

    @Option(
            names = "--lang",
            scope = ScopeType.INHERIT,
            description = "Language of the output and the help: en or zh. Default: DMDSC_LANG, then the locale.")
    private Language language;

    @Option(
            names = "--color",
            scope = ScopeType.INHERIT,
            defaultValue = "auto",
            description = "auto, always or never. auto: on a terminal, unless NO_COLOR is set.")
    private Colour colour = Colour.auto;

    /** The languages of the output. */
    enum Language {
        en,
        zh;

        /**
         * Returns the language that is used without {@code --lang}: the one of {@code DMDSC_LANG} if it is set,
         * otherwise the one of the locale.
         */
        static Language byDefault(Map<String, String> environment, Locale locale) {
            String asked = environment.getOrDefault("DMDSC_LANG", "");
            return (asked.isEmpty() ? locale.getLanguage() : asked).startsWith("zh") ? zh : en;
        }
    }

    /** Prints the version of this build. */
    static final class Version implements IVersionProvider {
        @Override
        public String[] getVersion() {
            return new String[] {
                "dmdsc "
                        + ResourceBundle.getBundle("io.github.dmdsc.extend.render.version")
                                .getString("version")
            };
        }
    }

    /** When to use colours. */
    enum Colour {
        auto,
        always,
        never
    }

    private final InputStream in;
    private final Function<String, Optional<String>> passwordReader;

    private Main(Language language, InputStream in, Function<String, Optional<String>> passwordReader) {
        this.language = language;
        this.in = in;
        this.passwordReader = passwordReader;
    }

    /** Runs a command and ends the process with its exit code. */
    public static void main(String[] arguments) {
        Charset charset = charset(
                System.getProperty("os.name", ""),
                Optional.ofNullable(System.console()).map(Console::charset));
        PrintWriter out = new PrintWriter(System.out, true, charset);
        PrintWriter err = new PrintWriter(System.err, true, charset);
        int code = UNREADABLE;
        try {
            code = run(Language.byDefault(System.getenv(), Locale.getDefault()), System.in, out, err, arguments);
        } finally {
            System.exit(code);
        }
    }

    /** Returns the charset of the output: on a Windows console the code page of that console, otherwise UTF-8. */
    static Charset charset(String system, Optional<Charset> console) {
        return system.startsWith("Windows") ? console.orElse(StandardCharsets.UTF_8) : StandardCharsets.UTF_8;
    }

    static CommandLine commandLine(Language byDefault, InputStream in) {
        return commandLine(byDefault, in, Main::readPassword);
    }

    private static CommandLine commandLine(
            Language byDefault, InputStream in, Function<String, Optional<String>> passwordReader) {
        return new CommandLine(new Main(byDefault, in, passwordReader));
    }

    /** Reads a password at the terminal without echo; empty if there is no terminal. */
    private static Optional<String> readPassword(String prompt) {
        return Optional.ofNullable(System.console())
                .map(console -> console.readPassword("%s", prompt))
                .map(String::valueOf);
    }

    /** Runs a command and returns its exit code. */
    static int run(Language byDefault, InputStream in, PrintWriter out, PrintWriter err, String... arguments) {
        return run(byDefault, in, Main::readPassword, out, err, arguments);
    }

    /**
     * Runs a command, and reads passwords in a given way.
     *
     * @param passwordReader reads a password without echo, after a prompt; returns empty if there is no terminal
     */
    static int run(
            Language byDefault,
            InputStream in,
            Function<String, Optional<String>> passwordReader,
            PrintWriter out,
            PrintWriter err,
            String... arguments) {
        CommandLine line =
                commandLine(byDefault, in, passwordReader).setOut(out).setErr(err);
        if (isChinese(byDefault, arguments)) {
            line.setResourceBundle(ResourceBundle.getBundle(HELP, Locale.CHINESE));
        }
        line.setParameterExceptionHandler((wrong, given) -> {
            CommandLine where = wrong.getCommandLine();
            PrintWriter to = where.getErr();
            ColorScheme colours = where.getColorScheme();
            Locale locale = isChinese(byDefault, given) ? Locale.CHINESE : Locale.ENGLISH;
            // ColorScheme.errorText would interpret picocli markup in the arguments that the message repeats.
            to.println(colours.apply(VisibleText.ofLines(UsageError.text(wrong).in(locale)), colours.errorStyles()));
            if (wrong instanceof UnmatchedArgumentException unmatched
                    && !unmatched.getSuggestions().isEmpty()) {
                to.println(new Words(locale).of("did-you-mean", Map.of("known", unmatched.getSuggestions())));
            }
            String help = where.getCommandSpec().qualifiedName() + " --help";
            to.println(new Words(locale).of("see-help", Map.of("command", help)));
            return UNREADABLE;
        });
        line.setExecutionExceptionHandler((exception, failed, parsed) -> {
            if (exception instanceof CommandLine.ParameterException) {
                throw exception;
            }
            return printFailure(byDefault, exception, err, parsed.originalArgs().toArray(String[]::new));
        });
        // Otherwise picocli would replace an argument @file by the content of that file.
        line.setExpandAtFiles(false);
        if (arguments.length == 0) {
            line.usage(err);
            return UNREADABLE;
        }
        try {
            return line.execute(arguments);
        } catch (RuntimeException | Error failure) {
            return printFailure(byDefault, failure, err, arguments);
        }
    }

    /**
     * Prints one sentence instead of a stack trace, for errors that no other code has reported, and returns the exit
     * code.
     */
    private static int printFailure(Language byDefault, Throwable failure, PrintWriter err, String... arguments) {
        Words words = new Words(isChinese(byDefault, arguments) ? Locale.CHINESE : Locale.ENGLISH);
        err.println(
                failure instanceof OutOfMemoryError
                        ? words.of("out-of-memory")
                        : words.of("internal-error", Map.of("error", failure)));
        return UNREADABLE;
    }

    /**
     * Returns whether the output is in Chinese. Reads {@code --lang} from the unparsed arguments, because the help and
     * the error messages need the language before picocli has parsed them.
     */
    private static boolean isChinese(Language byDefault, String... arguments) {
        List<String> words = Arrays.asList(arguments);
        int option = words.lastIndexOf("--lang");
        boolean given = option >= 0 || words.stream().anyMatch(word -> word.startsWith("--lang="));
        return given
                ? words.contains("--lang=zh")
                        || (option >= 0 && words.subList(option, words.size()).indexOf("zh") == 1)
                : byDefault == Language.zh;
    }

    /** Returns a printer that uses the language and the colours of this command line. */
    Printer printer(PrintWriter out) {
        Ansi ansi = switch (colour) {
            case auto -> Ansi.AUTO;
            case always -> Ansi.ON;
            case never -> Ansi.OFF;
        };
        return new Printer(out, locale(), ansi.enabled());
    }

    /** The input with the answers of the operator. */
    InputStream in() {
        return in;
    }

    /** Reads a password without echo; empty if there is no terminal. */
    Optional<String> password(String prompt) {
        return passwordReader.apply(prompt);
    }

    Locale locale() {
        return language == Language.zh ? Locale.CHINESE : Locale.ENGLISH;
    }
}
