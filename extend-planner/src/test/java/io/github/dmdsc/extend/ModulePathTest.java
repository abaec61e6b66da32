package io.github.dmdsc.extend;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.File;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.regex.Pattern;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import javax.tools.ToolProvider;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/**
 * Compiles and runs a module that makes patches, on a module path that holds only what the module needs. The guide
 * project module-path does the same with the planner.
 */
class ModulePathTest {
    /**
     * The modules of this project: directories if they are built together, jars if they are packed. The test fixtures
     * are not among them.
     */
    private static final Pattern OURS = Pattern.compile(
            ".*/(dcr-model|ini-codec|extend-planner)/target/(classes/?|[^/]*(?<!-test-fixtures)\\.jar)");

    private static final Pattern THEIRS = Pattern.compile(
            ".*/(jackson-(core|databind|annotations|datatype-jdk8)|java-diff-utils|jspecify)-[^/]*\\.jar");

    private static final String MODULE = """
            module embedder {
                requires io.github.dmdsc.ini;
                requires io.github.javadiffutils;
            }
            """;

    private static final String PROGRAM = """
            package embedder;

            import io.github.dmdsc.ini.diff.UnifiedDiff;
            import io.github.dmdsc.ini.files.ClusterDirectory;
            import io.github.dmdsc.ini.files.ClusterFiles;
            import java.nio.charset.StandardCharsets;
            import java.nio.file.Path;
            import java.util.List;

            public class Program {
                public static void main(String[] arguments) {
                    ClusterFiles files = ClusterDirectory.read(Path.of(arguments[0])).value();
                    ClusterFiles edited = files.edit(files.ids().first(), document -> document.append("NEW", List.of()));
                    System.out.print(new String(UnifiedDiff.of(files, edited), StandardCharsets.UTF_8));
                }
            }
            """;

    @Test
    void a_patch_needs_no_planner(@TempDir Path directory) throws Exception {
        assertThat(compiledAndRun(directory, MODULE, PROGRAM))
                .startsWith("diff --git a/")
                .contains("+[NEW]");
    }

    private static String compiledAndRun(Path directory, String module, String program) throws Exception {
        Path sources = Files.createDirectories(directory.resolve("src/embedder"));
        Files.writeString(directory.resolve("src/module-info.java"), module);
        Files.writeString(sources.resolve("Program.java"), program);
        String path = modulePath();
        Path classes = directory.resolve("classes");

        int compiled = ToolProvider.getSystemJavaCompiler()
                .run(
                        null,
                        null,
                        null,
                        "-p",
                        path,
                        "-d",
                        classes.toString(),
                        directory.resolve("src/module-info.java").toString(),
                        sources.resolve("Program.java").toString());

        assertThat(compiled).isZero();
        return run(List.of("-p", path + File.pathSeparator + classes, "-m", "embedder/embedder.Program"));
    }

    /**
     * Returns the path of the three modules, Jackson, the diff library, and the annotations that the compiler needs.
     */
    private static String modulePath() {
        String tests = System.getProperty("surefire.test.class.path", System.getProperty("java.class.path"));
        String path = Stream.of(tests.split(File.pathSeparator, -1))
                .filter(entry ->
                        OURS.matcher(entry).matches() || THEIRS.matcher(entry).matches())
                .collect(Collectors.joining(File.pathSeparator));
        assertThat(path).doesNotContain("picocli", "commons-", "immutables");
        return path;
    }

    private static String run(List<String> arguments) throws IOException, InterruptedException {
        List<String> command = new ArrayList<>(
                List.of(Path.of(System.getProperty("java.home"), "bin", "java").toString()));
        command.addAll(arguments);
        command.add(Example.DIRECTORY.toString());
        Process process = new ProcessBuilder(command).redirectErrorStream(true).start();
        String said = new String(process.getInputStream().readAllBytes(), StandardCharsets.UTF_8);
        assertThat(process.waitFor()).as(said).isZero();
        return said;
    }
}
