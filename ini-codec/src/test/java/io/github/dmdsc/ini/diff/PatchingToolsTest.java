package io.github.dmdsc.ini.diff;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assumptions.assumeThat;

import io.github.dmdsc.ini.files.ClusterDirectory;
import io.github.dmdsc.ini.files.ClusterFiles;
import io.github.dmdsc.model.FileId;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import java.util.concurrent.TimeUnit;
import java.util.stream.Stream;
import net.jqwik.api.Arbitraries;
import net.jqwik.api.Arbitrary;
import net.jqwik.api.Combinators;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import net.jqwik.api.Provide;
import org.jspecify.annotations.Nullable;

/** Tests that patch and git apply the diff of two trees. */
class PatchingToolsTest {
    private static final List<String> NAMES = List.of(
            "dm.ini",
            "dm",
            "dm (copy).ini",
            "dm.ini (copy)",
            "dm.ini.orig",
            " dm.ini",
            "dm.ini ",
            "d  m.ini ",
            "d\u00a0m.ini",
            "路径",
            "路 径.ini",
            "\"dm.ini\"",
            "\"",
            "a\"b c",
            "a\\b",
            "a\\tb",
            "a\\",
            "it's",
            "--- a",
            "+++ b",
            "dev null",
            "a b b",
            "b");

    /**
     * A file of both trees.
     *
     * @param before its text in the first tree; null if the tree lacks it
     * @param after its text in the second tree; null if the tree lacks it
     */
    private record Versions(@Nullable String before, String after) {}

    @Provide
    Arbitrary<Map<FileId, Versions>> trees() {
        Arbitrary<String> part = Arbitraries.of(NAMES);
        Arbitrary<FileId> file = Combinators.combine(
                        part, part.list().ofMinSize(1).ofMaxSize(2))
                .as((host, names) -> new FileId("h" + host, "/" + String.join(".d/", names)));
        Arbitrary<String> text = Arbitraries.of("", "a\n", "a\nb\n", "a\nb", "x\na\nb\n", "c\r\n");
        Arbitrary<Versions> versions =
                Combinators.combine(text.injectNull(0.3), text).as(Versions::new);
        return Arbitraries.maps(file, versions).ofMinSize(1).ofMaxSize(30);
    }

    @Property(tries = 12)
    void patch_turns_the_first_tree_into_the_second(@ForAll("trees") Map<FileId, Versions> trees) throws Exception {
        assert_applied_by(List.of("patch", "-p1", "--quiet", "-i"), trees);
    }

    @Property(tries = 12)
    void git_apply_turns_the_first_tree_into_the_second(@ForAll("trees") Map<FileId, Versions> trees) throws Exception {
        assert_applied_by(List.of("git", "apply", "--whitespace=nowarn"), trees);
    }

    private static void assert_applied_by(List<String> tool, Map<FileId, Versions> trees) throws Exception {
        Map<FileId, byte[]> before = new TreeMap<>();
        Map<FileId, byte[]> after = new TreeMap<>();
        trees.forEach((file, versions) -> {
            if (versions.before() != null) {
                before.put(file, versions.before().getBytes(StandardCharsets.UTF_8));
            }
            after.put(file, versions.after().getBytes(StandardCharsets.UTF_8));
        });
        byte[] diff = UnifiedDiff.of(ClusterFiles.of(before), ClusterFiles.of(after));
        if (diff.length == 0) {
            return;
        }
        Path work = Files.createTempDirectory("patching");
        try {
            Path tree = Files.createDirectory(work.resolve("tree"));
            Path patch = Files.write(work.resolve("changes.diff"), diff);
            assertThat(ClusterDirectory.write(ClusterFiles.of(before), tree)).isEmpty();

            String said = run(tree, tool, patch);

            assertThat(said).as(new String(diff, StandardCharsets.UTF_8)).isEmpty();
            assertThat(ClusterDirectory.read(tree).value())
                    .as(new String(diff, StandardCharsets.UTF_8))
                    .isEqualTo(ClusterFiles.of(after));
        } finally {
            try (Stream<Path> paths = Files.walk(work)) {
                for (Path path : paths.sorted(Comparator.reverseOrder()).toList()) {
                    Files.delete(path);
                }
            }
        }
    }

    /** Returns the output of the program; an empty text if it succeeds. */
    private static String run(Path directory, List<String> tool, Path patch) throws Exception {
        List<String> command = new ArrayList<>(tool);
        command.add(patch.toString());
        Process process;
        try {
            process = new ProcessBuilder(command)
                    .directory(directory.toFile())
                    .redirectErrorStream(true)
                    .start();
        } catch (IOException e) {
            assumeThat(e).as(tool.get(0) + " is not there").isNull();
            return "";
        }
        String said = new String(process.getInputStream().readAllBytes(), StandardCharsets.UTF_8);
        assertThat(process.waitFor(60, TimeUnit.SECONDS)).isTrue();
        return said + (process.exitValue() == 0 ? "" : " exit " + process.exitValue());
    }
}
