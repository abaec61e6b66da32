package io.github.dmdsc.extend.cli;

import io.github.dmdsc.extend.plan.ExtendPlan;
import io.github.dmdsc.ini.lens.ClusterLens;
import io.github.dmdsc.model.check.FindingKind;
import io.github.dmdsc.model.fixtures.DeclaredKinds;
import io.github.dmdsc.model.fixtures.DeclaredKinds.Declared;
import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Comparator;
import java.util.Locale;
import java.util.Map;
import java.util.TreeMap;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import picocli.CommandLine;
import picocli.CommandLine.Help.Ansi;

/** The pages under docs/reference, made from the code. */
final class ReferencePages {
    static final Path ROOT = Path.of("..");
    static final String ENGLISH = "messages.properties";
    static final String CHINESE = "messages_zh.properties";

    private ReferencePages() {}

    /** Returns every page by its name. */
    static Map<String, String> all() {
        Map<String, String> pages = new TreeMap<>();
        pages.put("parameters.md", new ParameterPage.English().text());
        pages.put("findings.md", findings());
        pages.put("steps.md", new StepPage.English().text());
        pages.put("cli.md", commands());
        pages.put("field.md", new FieldPage.English().text());
        return pages;
    }

    /** Returns the Javadoc before some code of a type, as one line. */
    static String javadoc(Class<?> type, String code) {
        String source = source(type);
        String before = source.substring(0, source.indexOf(code));
        String comment = before.substring(before.lastIndexOf("/**") + 3);
        return comment.substring(0, comment.indexOf("*/"))
                .replaceAll("\n *\\*", "\n")
                .replaceAll("<p>.*", "")
                .replaceAll("</?code>", "`")
                .replaceAll("\\{@code ([^}]*)}", "`$1`")
                .replaceAll("\\{@link (?:[A-Za-z]*#)?([^}]*)}", "`$1`")
                .replaceAll("\\s+", " ")
                .replace("|", "\\|")
                .strip();
    }

    private static String source(Class<?> type) {
        String file = type.getName().replace('.', '/') + ".java";
        return Stream.of("dcr-model", "extend-planner")
                .map(module -> ROOT.resolve(module).resolve("src/main/java").resolve(file))
                .filter(Files::exists)
                .map(path -> {
                    try {
                        return Files.readString(path);
                    } catch (IOException e) {
                        throw new UncheckedIOException(e);
                    }
                })
                .findFirst()
                .orElseThrow();
    }

    private static String findings() {
        StringBuilder page = new StringBuilder(
                "# Findings\n\nEvery finding by its id, made from the code. dmdsc prints each in English or"
                        + " Chinese. In the column *Finding*, a slash separates the messages of one id, and braces hold values."
                        + " Each DSC rule has [its own page](../rules/README.md). For the requirements of EXT-0112, see"
                        + " [Rehearsal](../rehearsal.md).\n\n"
                        + "| Id | Title | Level | May be waived | Manual | Finding | What to do |\n"
                        + "|---|---|---|---|---|---|---|\n");
        kinds().forEach(declared -> {
            page.append(row(declared.kind(), "../rules/"))
                    .append(escaped(messages(declared, ENGLISH, " / ")))
                    .append(" | ")
                    .append(escaped(fix(declared, ENGLISH)))
                    .append(" |\n");
        });
        return page.toString();
    }

    static String messages(Declared declared, String bundle, String between) {
        return DeclaredKinds.texts(declared.in(), bundle, declared.kind().id()).entrySet().stream()
                .filter(text -> text.getKey().startsWith("message"))
                .map(Map.Entry::getValue)
                // Two variants may have the same message and different fixes.
                .distinct()
                .collect(Collectors.joining(between));
    }

    static String fix(Declared declared, String bundle) {
        return DeclaredKinds.texts(declared.in(), bundle, declared.kind().id()).getOrDefault("fix", "");
    }

    static Stream<Declared> kinds() {
        return Stream.of(FindingKind.class, ClusterLens.class, ExtendPlan.class)
                .flatMap(module -> DeclaredKinds.beside(module).stream())
                .sorted(Comparator.comparing(declared -> declared.kind().id()));
    }

    static String escaped(String text) {
        return text.replace("|", "\\|").replace("<", "\\<");
    }

    static String row(FindingKind kind, String rules) {
        String id = kind.id().startsWith("DSC-") ? "[%s](%s%s.md)".formatted(kind.id(), rules, kind.id()) : kind.id();
        return "| %s | %s | %s | %s | %s | "
                .formatted(
                        id,
                        kind.title().en(),
                        level(kind),
                        kind.isWaivable() ? "yes" : "",
                        kind.manual().orElse(""));
    }

    static String level(FindingKind kind) {
        return kind.severity().name().toLowerCase(Locale.ROOT);
    }

    private static final String STREAMS = """

            ## Streams, exit codes and JSON

            Results and findings go to the standard output, as text or JSON, whatever the exit code is. Errors of the command line and the progress of a rehearsal go to the standard error. With `--format json`, the message of `--write-request` goes there too. In the place of a cluster's directory or of a file, `-` reads the standard input: an archive of the cluster, the output of a monitor, or a request.

            The output is UTF-8, whatever the locale is. Only a console of Windows gets its own code page; `chcp 65001` sets this to UTF-8. On Windows, Java 22 to 24 take a pipe for a console: start them with `-Djdk.console=java.base`.

            | Command | JSON fits |
            |---|---|
            | `check` | [findings-1](schemas/findings-1.schema.json) |
            | `plan` | [planning-1](schemas/planning-1.schema.json); the plan itself is plan.json, [plan-3](schemas/plan-3.schema.json) |
            | `diff` | [diff-1](schemas/diff-1.schema.json), with `--drift` [drift-1](schemas/drift-1.schema.json) |
            | `status` | [status-1](schemas/status-1.schema.json) |
            | `rehearse` | [rehearsed-1](schemas/rehearsed-1.schema.json) |
            | `compare-export` | [exports-1](schemas/exports-1.schema.json) |
            | any, with exit code 2 | [findings-1](schemas/findings-1.schema.json); no JSON if the command line itself is wrong |
            """;

    private static String commands() {
        CommandLine main = Main.commandLine(Main.Language.en, InputStream.nullInputStream());
        return "# The command line\n\nThe output of `--help`. After `source <(dmdsc generate-completion)`, bash and zsh complete"
                + " commands, options and their values, but not the steps of a plan: `dmdsc run <plan-dir> --list` shows"
                + " their numbers and ids.\n"
                + STREAMS
                + sections(main);
    }

    /** Returns the output of {@code --help} for dmdsc and for each command. */
    static String sections(CommandLine main) {
        return section("dmdsc", main)
                + main.getSubcommands().entrySet().stream()
                        .map(command -> section("dmdsc " + command.getKey(), command.getValue()))
                        .collect(Collectors.joining());
    }

    private static String section(String name, CommandLine command) {
        return "\n## " + name + "\n\n```\n" + command.getUsageMessage(Ansi.OFF).stripTrailing() + "\n```\n";
    }
}
