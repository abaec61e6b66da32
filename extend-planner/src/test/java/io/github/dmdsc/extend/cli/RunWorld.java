package io.github.dmdsc.extend.cli;

import static org.assertj.core.api.Assertions.assertThat;

import io.github.dmdsc.extend.PlanResult;
import io.github.dmdsc.extend.plan.Change;
import io.github.dmdsc.extend.render.PlanDirectory;
import io.github.dmdsc.ini.files.AtomicDirectory;
import io.github.dmdsc.ini.files.ClusterFiles;
import io.github.dmdsc.model.FileId;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Objects;
import java.util.concurrent.TimeUnit;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.stream.Stream;

/** The surroundings of a run: {@link Hosts}, and an operator who pastes exactly the blocks that the terminal shows. */
final class RunWorld {
    static final String PASSWORD = "Sys$dba '01";
    private static final Pattern BLOCK = Pattern.compile(
            "^--- (?:(\\S+) on (.*?)|this machine) ---\\n(.*?)\\n---$", Pattern.DOTALL | Pattern.MULTILINE);
    private static final Pattern ROOTS = Pattern.compile("/home/data|/opt/dmdbms");

    final Path root;
    final PlanResult.Planned planned;
    final ClusterFiles base;
    final Path plan;
    private final Hosts hosts;

    RunWorld(Path root, PlanResult.Planned planned, ClusterFiles base, PlanDirectory directory) throws IOException {
        this.root = root;
        this.planned = planned;
        this.base = base;
        this.plan = root.resolve("plan");
        assertThat(AtomicDirectory.write(directory.content(), directory.modes(), plan))
                .isEmpty();
        this.hosts = new Hosts(root, base, base.bytes(dcr()));
        for (String host : planned.target().hosts()) {
            if (!base.hosts().contains(host)) {
                hosts.add(host);
            }
        }
    }

    Hosts hosts() {
        return hosts;
    }

    private FileId dcr() {
        return base.ids().stream()
                .filter(file -> file.name().startsWith("dmdcr_cfg"))
                .findFirst()
                .orElseThrow();
    }

    /** Returns the real path of a file of a host. */
    Path at(FileId file) {
        return hosts.at(file);
    }

    void put(FileId file, byte[] bytes) throws IOException {
        hosts.put(file, bytes);
    }

    /** Returns the calls of the tools that hold a text. */
    List<String> calls(String words) throws IOException {
        return hosts.calls(words);
    }

    /** Asserts that every file is as planned, and that its old content is kept beside it. */
    void assertExtended() throws IOException {
        for (FileId file : planned.target().ids()) {
            assertThat(at(file)).hasBinaryContent(planned.target().bytes(file));
        }
        for (String once : List.of("add node logfile", "extend dcrdisk", "extend node")) {
            assertThat(calls(once)).hasSize(1);
        }
        assertThat(hosts.broken()).isEmpty();
    }

    /**
     * Asserts that neither the texts that the run printed or wrote, nor the arguments and the environment of the SQL
     * shell, hold the password.
     */
    void assertNoSecret(String said) throws IOException {
        assertThat(said).doesNotContain(PASSWORD);
        try (Stream<Path> written = Files.walk(plan)) {
            for (Path file : written.filter(Files::isRegularFile).toList()) {
                assertThat(Files.readString(file, StandardCharsets.ISO_8859_1)).doesNotContain(PASSWORD);
            }
        }
        assertThat(hosts.argumentsAndEnvironment()).isNotEmpty().noneMatch(line -> line.contains(PASSWORD));
        assertThat(calls("conn SYSDBA/")).isNotEmpty().allMatch(call -> call.contains(PASSWORD));
    }

    /**
     * The result of pasting.
     *
     * @param status the exit code of the shell
     * @param output the output on the screen
     */
    record Pasted(int status, String output) {}

    /** Pastes the last commands that the terminal shows; pastes nothing if it shows none. */
    Pasted paste(String said) throws IOException, InterruptedException {
        Matcher block = BLOCK.matcher(said);
        String words = "";
        String host = "";
        while (block.find()) {
            host = Objects.requireNonNullElse(block.group(2), "");
            words = block.group(3);
        }
        Path directory = host.isEmpty() ? root : hosts.host(host);
        String pasted = host.isEmpty()
                ? words
                : ROOTS.matcher(words).replaceAll(Matcher.quoteReplacement(directory.toString()) + "$0");
        ProcessBuilder shell =
                new ProcessBuilder("bash").directory(root.toFile()).redirectErrorStream(true);
        shell.environment().putAll(hosts.environment());
        Process process = shell.start();
        process.getOutputStream()
                .write((pasted.replace("<password of SYSDBA>", PASSWORD) + (pasted.endsWith("&") ? "\nwait\n" : "\n"))
                        .getBytes(StandardCharsets.UTF_8));
        process.getOutputStream().close();
        String output = new String(process.getInputStream().readAllBytes(), StandardCharsets.UTF_8);
        assertThat(process.waitFor(60, TimeUnit.SECONDS)).isTrue();
        return new Pasted(process.exitValue(), output.replace(directory + "/", "/"));
    }

    /** Returns the files that the plan writes. */
    Stream<FileId> written() {
        return planned.plan().actions(Change.WriteFile.class).map(Change.WriteFile::file);
    }
}
