package io.github.dmdsc.extend.cli;

import static org.assertj.core.api.Assertions.assertThat;

import io.github.dmdsc.ini.files.ClusterDirectory;
import io.github.dmdsc.ini.files.ClusterFiles;
import java.io.BufferedWriter;
import java.io.InputStream;
import java.io.PrintWriter;
import java.io.StringWriter;
import java.io.Writer;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Optional;
import java.util.function.Function;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.io.TempDir;

/** Runs the command line in a directory of its own. */
abstract class CommandLineRun {
    static final List<String> NODE = List.of(
            "--host=10.0.2.103",
            "--service-host=192.168.56.103",
            "--log-file=+DMLOG/log/DSC2_log01.log",
            "--log-file=+DMLOG/log/DSC2_log02.log",
            "--log-size=256");

    @TempDir
    private Path work = Path.of("");

    Path input = Path.of("");
    Path out = Path.of("");
    InputStream stdin = InputStream.nullInputStream();
    /** The secret answers, by their prompt. */
    Function<String, Optional<String>> secrets = prompt -> Optional.empty();

    final StringWriter stdout = new StringWriter();
    final StringWriter stderr = new StringWriter();

    @BeforeEach
    void place() {
        input = work.resolve("in");
        out = work.resolve("out");
    }

    int run(String... arguments) {
        return Main.run(Main.Language.en, stdin, secrets, buffered(stdout), buffered(stderr), arguments);
    }

    /** Returns a writer that buffers as in the program: text that is not flushed is lost. */
    static PrintWriter buffered(Writer writer) {
        return new PrintWriter(new BufferedWriter(writer), true);
    }

    /** Runs with the setting of picocli for output to a terminal. */
    static void onATerminal(Runnable run) {
        String before = System.getProperty("picocli.ansi");
        System.setProperty("picocli.ansi", "true");
        try {
            run.run();
        } finally {
            if (before == null) {
                System.clearProperty("picocli.ansi");
            } else {
                System.setProperty("picocli.ansi", before);
            }
        }
    }

    int plan(String... more) {
        return plan(NODE, more);
    }

    int plan(List<String> node, String... more) {
        List<String> arguments = new ArrayList<>(List.of("plan", input.toString(), "--out=" + out));
        arguments.addAll(node);
        arguments.addAll(Arrays.asList(more));
        return run(arguments.toArray(String[]::new));
    }

    void input(ClusterFiles files) {
        assertThat(ClusterDirectory.write(files, input)).isEmpty();
    }

    void assertRefused(int code, int expected, String... said) {
        assertThat(stdout.toString() + stderr).contains(said).doesNotContain("Exception", "internal error", "\tat ");
        assertThat(code).isEqualTo(expected);
        assertThat(out).doesNotExist();
    }
}
