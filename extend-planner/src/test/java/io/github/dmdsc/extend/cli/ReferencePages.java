package io.github.dmdsc.extend.cli;

import com.fasterxml.jackson.annotation.JsonSubTypes;
import io.github.dmdsc.extend.ExtendedPlans;
import io.github.dmdsc.extend.plan.Action;
import io.github.dmdsc.extend.plan.ExtendPlan;
import io.github.dmdsc.extend.plan.Step;
import io.github.dmdsc.extend.render.StepTexts;
import io.github.dmdsc.ini.lens.ClusterReader;
import io.github.dmdsc.model.FileKind;
import io.github.dmdsc.model.ParameterInfo;
import io.github.dmdsc.model.ParameterTable;
import io.github.dmdsc.model.Scope;
import io.github.dmdsc.model.StorageEdition;
import io.github.dmdsc.model.Unit;
import io.github.dmdsc.model.check.FindingKind;
import io.github.dmdsc.model.fixtures.ClusterLayout;
import io.github.dmdsc.model.fixtures.ClusterLayout.Archives;
import io.github.dmdsc.model.fixtures.ClusterLayout.Restart;
import io.github.dmdsc.model.fixtures.DeclaredKinds;
import io.github.dmdsc.model.fixtures.DeclaredKinds.Declared;
import java.io.IOException;
import java.io.InputStream;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.EnumMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Set;
import java.util.TreeMap;
import java.util.function.Function;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import picocli.CommandLine;
import picocli.CommandLine.Help.Ansi;

/** The pages under docs/reference, made from the code. */
final class ReferencePages {
    static final Path ROOT = Path.of("..");
    static final String ENGLISH = "messages.properties";
    static final String CHINESE = "messages_zh.properties";

    private static final Map<FileKind, String> FILES = new EnumMap<>(Map.of(
            FileKind.DMDCR_CFG, "dmdcr_cfg.ini",
            FileKind.DMDCR, "dmdcr.ini",
            FileKind.MAL, "dmmal.ini, dmasvrmal.ini",
            FileKind.DM_INI, "dm.ini",
            FileKind.DMARCH, "dmarch.ini",
            FileKind.DMCSSM, "dmcssm.ini",
            FileKind.DMWATCHER, "dmwatcher.ini",
            FileKind.DMINIT, "dminit.ini"));

    /** Made once: planning takes most of the time that the pages take. */
    private static final List<ExtendPlan> PLANS = new ArrayList<>();

    private ReferencePages() {}

    /** Every page by its name. */
    static Map<String, String> all() throws IOException {
        Map<String, String> pages = new TreeMap<>();
        pages.put("parameters.md", parameters());
        pages.put("findings.md", findings());
        pages.put("steps.md", steps());
        pages.put("cli.md", commands());
        pages.put("field.md", FieldPage.text());
        return pages;
    }

    private static String parameters() throws IOException {
        StringBuilder page = new StringBuilder("# Parameters\n\nWhat the models know by name, made from the code."
                + " Every other parameter of a file is kept as it is (`other()`). A parameter of the node has a value of its"
                + " own on each node; all nodes agree on the others. A dash separates the defaults of the DMASM and the"
                + " mirror edition where they differ.\n");
        for (Map.Entry<FileKind, String> file : FILES.entrySet()) {
            page.append("\n## ").append(file.getValue()).append('\n');
            Map<Class<?>, List<ParameterInfo>> models = ParameterTable.all().stream()
                    .filter(parameter -> parameter.file() == file.getKey())
                    .collect(Collectors.groupingBy(ParameterInfo::model, LinkedHashMap::new, Collectors.toList()));
            for (Map.Entry<Class<?>, List<ParameterInfo>> model : models.entrySet()) {
                page.append(model(model.getKey(), model.getValue()));
            }
        }
        return page.toString();
    }

    private static String model(Class<?> model, List<ParameterInfo> parameters) throws IOException {
        String source = Files.readString(
                ROOT.resolve("dcr-model/src/main/java").resolve(model.getName().replace('.', '/') + ".java"));
        return "\n`" + model.getSimpleName() + "`: " + about(source, "public interface " + model.getSimpleName())
                + "\n\n| Key | Type | Unit | Range | Default | Of | Edition | Meaning |\n|---|---|---|---|---|---|---|---|\n"
                + parameters.stream()
                        .sorted(Comparator.comparing(ParameterInfo::key))
                        .map(parameter -> row(parameter, source))
                        .collect(Collectors.joining());
    }

    private static String row(ParameterInfo parameter, String source) {
        Set<StorageEdition> editions = parameter.editions();
        boolean ranged = parameter.isNumber()
                || parameter.type().isEnum()
                || !parameter.longest().isEmpty();
        return "| `" + parameter.key() + "` | " + parameter.type().getSimpleName()
                + (parameter.repeats() ? ", repeated" : "") + " | "
                + (parameter.unit() == Unit.NONE ? "" : lower(parameter.unit())) + " | "
                + (ranged ? parameter.allowed().replace("|", "\\|") : "") + " | "
                + editions.stream()
                        .sorted()
                        .map(edition -> parameter.byDefault(edition).orElse(""))
                        .distinct()
                        .collect(Collectors.joining(" – "))
                + " | "
                + (parameter.scope() == Scope.NODE ? "node" : "") + " | "
                + (editions.size() == 1 ? lower(editions.iterator().next()) : "") + " | "
                + about(source, " " + parameter.attribute() + "();") + " |\n";
    }

    private static String lower(Enum<?> constant) {
        return constant == StorageEdition.DMASM ? "DMASM" : constant.name().toLowerCase(Locale.ROOT);
    }

    /** The Javadoc in front of some code, as one line. */
    private static String about(String source, String code) {
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

    private static String findings() {
        StringBuilder page =
                new StringBuilder("# Findings\n\nEvery finding by its id, made from the code; each comes in"
                        + " English and Chinese. Errors and warnings of rules that may be waived are marked. The DSC rules have"
                        + " [a page each](../rules/README.md); the requirements of the rehearsal are on"
                        + " [their own](../rehearsal.md).\n\n"
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
                .collect(Collectors.joining(between));
    }

    static String fix(Declared declared, String bundle) {
        return DeclaredKinds.texts(declared.in(), bundle, declared.kind().id()).getOrDefault("fix", "");
    }

    static Stream<Declared> kinds() {
        return Stream.of(FindingKind.class, ClusterReader.class, ExtendPlan.class)
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

    /** Plans of clusters that differ in what decides about steps; together they have every kind of step. */
    private static List<ExtendPlan> plans() {
        if (PLANS.isEmpty()) {
            Stream.of(StorageEdition.values())
                    .flatMap(edition -> Stream.of(0, 1)
                            .flatMap(monitors -> Stream.of(Archives.values())
                                    .flatMap(archives -> Stream.of(Restart.values())
                                            .map(restart -> ClusterLayout.builder()
                                                    .edition(edition)
                                                    .monitors(monitors)
                                                    .archives(archives)
                                                    .partners(monitors)
                                                    .asmRestart(restart)
                                                    .dbRestart(restart)
                                                    .build()))))
                    .forEach(layout -> PLANS.add(ExtendedPlans.of(layout).plan()));
        }
        return PLANS;
    }

    private static String steps() throws IOException {
        String heading = "| Step | Action | What it does | Phase | Tool | Rollback | Manual |\n";
        return "# Steps\n\nEvery kind of step that a plan can have, made from plans of clusters of all kinds. An id may"
                + " go on with a host, a file or a number.\n\n" + table(heading, Locale.ENGLISH, ExtendPlan::steps)
                + "\n## The way back behind the point of no return\n\n"
                + table(heading, Locale.ENGLISH, ExtendPlan::reinitialise)
                + "\n## Actions\n\nEvery kind of action, with the members that it has in plan.json. Some occur only"
                + " in a way back or in a look of `dmdsc status`.\n\n" + actions();
    }

    /** A row for each kind of step that a part of a plan can have. */
    static String table(String heading, Locale locale, Function<ExtendPlan, List<Step>> part) {
        Map<String, String> rows = new TreeMap<>();
        plans().forEach(plan -> {
            StepTexts texts = new StepTexts(plan, locale);
            part.apply(plan).forEach(step -> rows.computeIfAbsent(kind(step.id()), kind -> row(kind, step, texts)));
        });
        return heading + "|---|---|---|---|---|---|---|\n" + String.join("", rows.values());
    }

    private static String row(String kind, Step step, StepTexts texts) {
        return "| `%s` | `%s` | %s | %s | %s | %s | %s |\n"
                .formatted(
                        kind,
                        step.action().name(),
                        texts.title(step).replace("|", "\\|"),
                        step.phase(),
                        step.tool(),
                        step.rollbackClass(),
                        texts.manual(step));
    }

    private static String actions() throws IOException {
        Path sources = ROOT.resolve("extend-planner/src/main/java");
        StringBuilder table = new StringBuilder("| Action | Members | What it does |\n|---|---|---|\n");
        for (JsonSubTypes.Type each :
                Action.class.getAnnotation(JsonSubTypes.class).value()) {
            Class<?> kind = each.value();
            String source = Files.readString(
                    sources.resolve(kind.getDeclaringClass().getName().replace('.', '/') + ".java"));
            String name = kind.getSimpleName();
            table.append("| `%s` | %s | %s |\n"
                    .formatted(
                            Character.toLowerCase(name.charAt(0)) + name.substring(1),
                            Stream.of(kind.getRecordComponents())
                                    .map(component -> "`" + component.getName() + "`")
                                    .collect(Collectors.joining(", ")),
                            about(source, "record " + name + "(").replaceFirst(" @param.*", "")));
        }
        return table.toString();
    }

    private static String kind(String id) {
        Matcher matcher =
                Pattern.compile("(?:write\\.|reinit\\.(?:stop\\.)?)?[a-z-]+").matcher(id);
        return matcher.lookingAt() ? matcher.group() : id;
    }

    private static final String STREAMS = """

            ## Streams, exit codes and JSON

            Results and findings go to the standard output, as text or as JSON, whatever the exit code is. Wrong command lines and the progress of a rehearsal go to the standard error, and so does, with `--format json`, where `--write-request` wrote to. Nothing else is printed. A `-` in the place of a cluster's directory or of a file reads the standard input: an archive, what a monitor showed, a request.

            The output is UTF-8, whatever the locale is. Only on a console of Windows it has the console's code page; `chcp 65001` sets that to UTF-8. A pipe or a file gets UTF-8 there too, except with Java 22 to 24, which take a pipe for a console: give these `-Djdk.console=java.base`.

            | Command | JSON fits |
            |---|---|
            | `check` | [findings-1](schemas/findings-1.schema.json) |
            | `plan` | [planning-1](schemas/planning-1.schema.json); the plan itself is plan.json, [plan-2](schemas/plan-2.schema.json) |
            | `diff` | [diff-1](schemas/diff-1.schema.json), with `--drift` [drift-1](schemas/drift-1.schema.json) |
            | `status` | [status-1](schemas/status-1.schema.json) |
            | `rehearse` | [rehearsed-1](schemas/rehearsed-1.schema.json) |
            | `compare-export` | [exports-1](schemas/exports-1.schema.json) |
            | any, with exit code 2 | [findings-1](schemas/findings-1.schema.json); nothing where the command line itself is wrong |
            """;

    private static String commands() {
        CommandLine main = Main.commandLine(Main.Language.en, InputStream.nullInputStream());
        return "# The command line\n\nWhat `--help` prints. `source <(dmdsc generate-completion)` completes commands,"
                + " options and their values in bash and zsh. The steps of a plan are no part of it: `dmdsc run <plan-dir>"
                + " --list` shows their numbers and ids.\n"
                + STREAMS
                + sections(main);
    }

    /** What {@code --help} prints, of dmdsc and of each command. */
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
