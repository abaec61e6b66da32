package io.github.dmdsc.ini.files;

import static io.github.dmdsc.ini.files.Fixtures.found;
import static org.assertj.core.api.Assertions.assertThat;

import io.github.dmdsc.ini.files.FailingOperations.How;
import io.github.dmdsc.model.FileId;
import io.github.dmdsc.model.check.Finding;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import java.util.stream.Stream;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.Arguments;
import org.junit.jupiter.params.provider.MethodSource;

/** Tests a write in which each single operation fails, in each way. */
class FailingWriteTest {
    private static final byte[] BYTES = Fixtures.BYTES;
    private static final ClusterFiles FILES = ClusterFiles.of(Map.of(
            new FileId("a", "/home/dm.ini"), BYTES,
            new FileId("a", "/home/dm_svc.conf"), BYTES,
            new FileId("b", "D:/dm.ini"), BYTES));

    @TempDir
    Path temporary;

    private enum Target {
        NEW,
        EMPTY,
        WITHOUT_PARENTS;

        Path in(Path directory) throws IOException {
            return switch (this) {
                case NEW -> directory.resolve("out");
                case EMPTY -> Files.createDirectories(directory.resolve("out"));
                case WITHOUT_PARENTS -> directory.resolve("x/y/out");
            };
        }
    }

    static Stream<Arguments> everyWay() {
        return Stream.of(Target.values())
                .flatMap(target -> Stream.of(How.values()).map(how -> Arguments.of(target, how)));
    }

    @ParameterizedTest
    @MethodSource("everyWay")
    void the_target_is_never_half_there(Target target, How how) throws IOException {
        int failing = 0;
        while (true) {
            Path directory = Files.createDirectory(temporary.resolve("at" + failing));
            Path out = target.in(directory);
            FailingOperations operations = new FailingOperations(failing, how);
            List<Finding> findings;
            try {
                findings = ClusterDirectory.write(FILES, out, operations);
            } catch (FailingOperations.Crash crash) {
                assertWholeOrAbsent(out);
                failing++;
                continue;
            }
            if (!operations.failed()) {
                assertThat(findings).isEmpty();
                assertThat(ClusterDirectory.read(out).value()).isEqualTo(FILES);
                assertThat(failing).isGreaterThan(10);
                return;
            }
            if (findings.stream().noneMatch(Finding::isBlocking)) {
                // Only the sync of a directory above failed, or the rename was reported as failed but was carried out.
                assertThat(found(findings)).allMatch(each -> each.startsWith("FIL-0137 WARNING "));
                assertThat(ClusterDirectory.read(out).value()).isEqualTo(FILES);
                failing++;
                continue;
            }
            assertThat(found(findings)).first().asString().startsWith("FIL-0135 ERROR ");
            if (how == How.FOR_EVER) {
                assertWholeOrAbsent(out);
                assertThat(isAsBefore(directory, target)
                                || found(findings).stream().anyMatch(each -> each.startsWith("FIL-0136 WARNING")))
                        .isTrue();
            } else {
                assertThat(findings).hasSize(1);
                assertThat(isAsBefore(directory, target)).isTrue();
            }
            failing++;
        }
    }

    private static void assertWholeOrAbsent(Path out) throws IOException {
        if (Files.exists(out) && !isEmpty(out)) {
            assertThat(ClusterDirectory.read(out).value()).isEqualTo(FILES);
        }
    }

    private static boolean isAsBefore(Path directory, Target target) throws IOException {
        if (target == Target.EMPTY) {
            try (Stream<Path> children = Files.list(directory)) {
                return isEmpty(directory.resolve("out")) && children.count() == 1;
            }
        }
        return isEmpty(directory);
    }

    private static boolean isEmpty(Path directory) throws IOException {
        try (Stream<Path> children = Files.list(directory)) {
            return children.findAny().isEmpty();
        }
    }
}
