package io.github.dmdsc.extend;

import static org.assertj.core.api.Assertions.assertThat;

import io.github.dmdsc.extend.plan.Change;
import io.github.dmdsc.extend.plan.ExtendRequest;
import io.github.dmdsc.extend.plan.FileContent;
import io.github.dmdsc.extend.plan.Step;
import io.github.dmdsc.extend.render.PlanDirectory;
import io.github.dmdsc.ini.files.AtomicDirectory;
import io.github.dmdsc.ini.files.ClusterFiles;
import io.github.dmdsc.model.FileId;
import io.github.dmdsc.model.fixtures.ClusterLayout;
import java.io.IOException;
import java.io.InputStream;
import java.io.Reader;
import java.io.Writer;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Iterator;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import java.util.TreeMap;
import java.util.concurrent.TimeUnit;
import java.util.function.Function;
import java.util.regex.Pattern;
import java.util.stream.Stream;

/** Where plan.sh is run: one directory for the files of all hosts, tools that stand in for Dameng's, an operator. */
final class ScriptWorld {
    static final String PASSWORD = "Sys$dba '01";
    private static final List<String> TOOLS = List.of(
            "dmasmcmd",
            "dmasmtool",
            "dmctlcvt",
            "disql",
            "dmcssm",
            "dmcss",
            "dmasmsvr",
            "dmserver",
            "dmasmcmdm",
            "dmasmtoolm",
            "dmasmsvrm",
            "ss",
            "pgrep",
            "sleep",
            "systemctl");
    private static final Pattern DATA = Pattern.compile("(?<![A-Za-z0-9_])/data/");

    final Path root;
    final Map<String, String> environment = new TreeMap<>();
    ClusterFiles base = ClusterFiles.of(Map.of());
    PlanResult.Planned planned = Example.manual();
    Path out = Path.of("");

    ScriptWorld(Path root) throws IOException {
        this.root = root;
        Files.createDirectories(root.resolve("world"));
        for (String tool : TOOLS) {
            install(root.resolve("bin").resolve(tool));
        }
        install(root.resolve("script/root/dm_service_installer.sh"));
        Path ssh = root.resolve("bin/ssh-stand-in");
        // With CUT, a connection that breaks while a file with that in its name is on its way.
        Files.writeString(ssh, """
                #!/bin/bash
                [[ $1 == -t ]] && shift
                shift 2
                if [[ -n ${CUT:-} && $1 == *"cat >"*"$CUT"* ]]; then
                  head -c 100 | bash -c "$1"
                  exit 255
                fi
                eval "$1"
                """);
        assertThat(ssh.toFile().setExecutable(true)).isTrue();
        environment.put("DMDSC_SSH", ssh.toString());
        environment.put("DMDSC_CONSOLE", "pipe");
        environment.put("DMDSC_SYSDBA_PASSWORD", PASSWORD);
        environment.put("WORLD", root.resolve("world").toString());
        environment.put("PATH", root.resolve("bin") + ":" + System.getenv("PATH"));
    }

    private static void install(Path tool) throws IOException {
        Files.createDirectories(Objects.requireNonNull(tool.getParent()));
        try (InputStream text = Objects.requireNonNull(ScriptWorld.class.getResourceAsStream("stand-in.sh"))) {
            Files.write(tool, text.readAllBytes());
        }
        assertThat(tool.toFile().setExecutable(true)).isTrue();
    }

    /** A cluster whose directories lie below this one, and a plan for its next node. */
    void plan(ClusterLayout layout, boolean... services) throws IOException {
        GeneratedCluster cluster = new GeneratedCluster(layout);
        String below = root + "/data/";
        Map<FileId, byte[]> moved = new TreeMap<>();
        for (FileId file : cluster.files().ids()) {
            String text = new String(cluster.files().bytes(file), StandardCharsets.UTF_8)
                    .replace("/opt/dm/bin/", root + "/bin/");
            moved.put(
                    new FileId(file.host(), root + file.path()),
                    DATA.matcher(text).replaceAll(below).getBytes(StandardCharsets.UTF_8));
        }
        base = ClusterFiles.of(moved);
        ExtendRequest request = cluster.next(layout.nodes());
        planned = Example.planned(
                base,
                request.withBinDirectory(root + "/bin")
                        .withServices(services.length > 0)
                        .withMonitor(request.monitor().map(file -> new FileId(file.host(), root + file.path()))));
        for (FileId file : base.ids()) {
            put(file, base.bytes(file));
        }
        Files.write(root.resolve("world/disk"), base.bytes(dcr()));
        environment.put("NEW_DB", planned.plan().newNode().db());
        PlanDirectory directory = PlanDirectory.of(planned, base, Locale.ENGLISH);
        out = root.resolve("plan-" + planned.plan().planId().substring(0, 8));
        assertThat(AtomicDirectory.write(directory.content(), directory.modes(), out))
                .isEmpty();
    }

    FileId dcr() {
        return base.ids().stream()
                .filter(file -> file.name().startsWith("dmdcr_cfg"))
                .findFirst()
                .orElseThrow();
    }

    static void put(FileId file, byte[] bytes) throws IOException {
        Path path = Path.of(file.path());
        Files.createDirectories(Objects.requireNonNull(path.getParent()));
        Files.write(path, bytes);
    }

    /** A file that the plan changes or makes. */
    FileId written(String host, String name) {
        return planned.plan().files().stream()
                .map(change -> change.file())
                .filter(file -> file.host().equals(host) && file.name().equals(name))
                .findFirst()
                .orElseThrow();
    }

    String newHost() {
        return planned.plan().newNode().host();
    }

    /** Everything as it is right before a step, and recorded so. */
    void doneBefore(String id) throws IOException {
        List<String> record = new ArrayList<>();
        for (Step step : planned.plan().steps()) {
            if (step.id().equals(id)) {
                break;
            }
            if (step.rollbackClass().onlyOnce()) {
                record.add(step.id() + " begun");
            }
            record.add(step.id());
            if (step.action() instanceof Change.WriteFile write) {
                put(
                        write.file(),
                        write.staged()
                                .map(FileContent::bytes)
                                .orElseGet(() -> planned.target().bytes(write.file())));
            }
            switch (step.id()) {
                case "add-log-files" -> Files.writeString(root.resolve("world/logs"), "");
                case "extend-dcr" -> {
                    Files.write(root.resolve("world/disk"), planned.target().bytes(dcr()));
                    Files.writeString(root.resolve("world/extended"), "");
                    Files.writeString(root.resolve("world/checked"), "");
                }
                case "extend-node" -> Files.writeString(root.resolve("world/joined"), "");
                default -> {}
            }
        }
        record(record.toArray(String[]::new));
    }

    /** Adds lines to what is recorded. */
    void record(String... lines) throws IOException {
        Path state = out.resolve("plan.state");
        String before = Files.exists(state) ? Files.readString(state) : "";
        StringBuilder text = new StringBuilder(before);
        for (String line : lines) {
            text.append(planned.plan().planId()).append(' ').append(line).append('\n');
        }
        Files.writeString(state, text.toString());
    }

    /** What is recorded, without the id of the plan. */
    List<String> recorded() throws IOException {
        Path state = out.resolve("plan.state");
        String prefix = planned.plan().planId() + " ";
        return Files.exists(state)
                ? Files.readAllLines(state).stream()
                        .map(line -> line.startsWith(prefix) ? line.substring(prefix.length()) : line)
                        .toList()
                : List.of();
    }

    record Run(int status, String said) {}

    /** Runs the script; the operator answers each question, or goes away where there is no answer. */
    Run run(Function<String, Optional<String>> operator, String... arguments) throws Exception {
        return runScript(out.resolve("plan.sh"), operator, arguments);
    }

    Run runScript(Path script, Function<String, Optional<String>> operator, String... arguments) throws Exception {
        List<String> command = new ArrayList<>(List.of("bash", script.toString()));
        command.addAll(List.of(arguments));
        ProcessBuilder builder = new ProcessBuilder(command).redirectErrorStream(true);
        builder.environment().putAll(environment);
        Process process = builder.start();
        StringBuilder said = new StringBuilder();
        Writer in = process.outputWriter(StandardCharsets.UTF_8);
        try (Reader reader = process.inputReader(StandardCharsets.UTF_8)) {
            for (int c = reader.read(); c >= 0; c = reader.read()) {
                said.append((char) c);
                if (asks(said)) {
                    Optional<String> answer = operator.apply(said.substring(said.lastIndexOf("\n") + 1));
                    if (answer.isPresent()) {
                        in.write(answer.get() + "\n");
                        in.flush();
                    } else {
                        in.close();
                    }
                }
            }
        }
        assertThat(process.waitFor(60, TimeUnit.SECONDS)).isTrue();
        return new Run(process.exitValue(), said.toString());
    }

    private static boolean asks(StringBuilder said) {
        return Stream.of("[yes/no] ", "[done/now/stop] ")
                .anyMatch(end -> said.length() >= end.length()
                        && said.substring(said.length() - end.length()).equals(end));
    }

    /** An operator who always goes on. */
    static Optional<String> goOn(String question) {
        return Optional.of(question.contains("[yes/no]") ? "yes" : "now");
    }

    /** An operator who goes on, but says something else to one question. */
    static Function<String, Optional<String>> to(String question, String answer) {
        return asked -> asked.contains(question) ? Optional.of(answer) : goOn(asked);
    }

    Run runAll(String... arguments) throws Exception {
        return run(ScriptWorld::goOn, arguments);
    }

    /** These answers, then none. */
    Run run(List<String> answers, String... arguments) throws Exception {
        Iterator<String> left = answers.iterator();
        return run(question -> left.hasNext() ? Optional.of(left.next()) : Optional.empty(), arguments);
    }

    Map<String, String> tree() throws IOException {
        Map<String, String> tree = new TreeMap<>();
        try (Stream<Path> all = Files.walk(root.resolve("data"))) {
            for (Path path : all.filter(Files::isRegularFile).toList()) {
                tree.put(path.toString(), Files.readString(path));
            }
        }
        return tree;
    }

    /** The calls of the tools; that somebody slept is none. */
    List<String> journal() throws IOException {
        Path journal = root.resolve("world/journal");
        return Files.exists(journal)
                ? Files.readAllLines(journal).stream()
                        .filter(call -> !call.startsWith("sleep "))
                        .toList()
                : List.of();
    }

    List<String> calls(String words) throws IOException {
        return journal().stream().filter(call -> call.contains(words)).toList();
    }

    /** Every file that the steps before one write. */
    void assertWrittenBefore(String id) {
        for (Step step : planned.plan().steps()) {
            if (step.id().equals(id)) {
                return;
            } else if (step.action() instanceof Change.WriteFile write) {
                assertThat(Path.of(write.file().path()))
                        .hasBinaryContent(planned.target().bytes(write.file()));
            }
        }
    }

    void assertExtended() throws IOException {
        for (FileId file : planned.target().ids()) {
            assertThat(Path.of(file.path())).hasBinaryContent(planned.target().bytes(file));
        }
        assertThat(recorded())
                .filteredOn(line -> !line.endsWith(" begun"))
                .containsExactlyElementsOf(
                        planned.plan().steps().stream().map(Step::id).toList());
    }
}
