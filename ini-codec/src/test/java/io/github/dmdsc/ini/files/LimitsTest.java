package io.github.dmdsc.ini.files;

import static io.github.dmdsc.ini.files.Fixtures.found;
import static io.github.dmdsc.ini.files.Fixtures.put;
import static io.github.dmdsc.ini.files.Fixtures.readTar;
import static io.github.dmdsc.ini.files.Fixtures.readZip;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatIOException;
import static org.assertj.core.api.Assertions.assertThatIllegalArgumentException;

import io.github.dmdsc.ini.files.Fixtures.Entry;
import io.github.dmdsc.model.check.Read;
import java.io.ByteArrayInputStream;
import java.io.IOException;
import java.nio.file.FileSystem;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class LimitsTest {
    private static final ReadLimits DEFAULTS = ReadLimits.defaults();

    @Test
    void nothing_at_all_is_a_limit_and_less_is_none() {
        assertThat(new ReadLimits(0, 0, 0).maxFiles()).isZero();
        assertThatIllegalArgumentException().isThrownBy(() -> new ReadLimits(-1, 0, 0));
        assertThatIllegalArgumentException().isThrownBy(() -> new ReadLimits(0, -1, 0));
        assertThatIllegalArgumentException().isThrownBy(() -> new ReadLimits(0, 0, -1));
    }

    @Test
    void a_file_is_never_larger_than_an_array() {
        assertThat(DEFAULTS.withMaxFileBytes(Integer.MAX_VALUE - 16).maxFileBytes())
                .isEqualTo(Integer.MAX_VALUE - 16);
        assertThatIllegalArgumentException().isThrownBy(() -> DEFAULTS.withMaxFileBytes(Integer.MAX_VALUE - 15));
    }

    @ParameterizedTest
    @ValueSource(strings = {"h/._%d", "h/new\n%d", "h/not\uFFFD%d", "C:%d"})
    void what_is_not_read_for_its_name_counts_as_well(String pattern) throws IOException {
        List<Entry> entries = new ArrayList<>();
        try (FileSystem fileSystem = Fixtures.linux()) {
            Path root = Files.createDirectory(fileSystem.getPath("/root"));
            for (int i = 0; i < 3; i++) {
                String name = String.format(Locale.ROOT, pattern, i);
                put(root, name);
                entries.add(Entry.file(name));
            }
            assertThat(found(ClusterDirectory.read(root, DEFAULTS.withMaxFiles(2))
                            .findings()))
                    .contains("FIL-0114 ERROR /root");
            assertThat(found(ClusterDirectory.read(root, DEFAULTS.withMaxFiles(3))
                            .findings()))
                    .doesNotContain("FIL-0114 ERROR /root");
        }
        assertThat(found(
                        readTar(Fixtures.tar(entries), DEFAULTS.withMaxFiles(2)).findings()))
                .contains("FIL-0114 ERROR /archive");
        assertThat(found(
                        readTar(Fixtures.tar(entries), DEFAULTS.withMaxFiles(3)).findings()))
                .doesNotContain("FIL-0114 ERROR /archive");
    }

    @Test
    void links_that_are_refused_count_as_well() throws IOException {
        try (FileSystem fileSystem = Fixtures.linux()) {
            Path root = fileSystem.getPath("/root");
            Path host = Files.createDirectories(root.resolve("h"));
            for (int i = 0; i < 3; i++) {
                Files.createSymbolicLink(host.resolve("link" + i), fileSystem.getPath("/nowhere"));
            }
            assertThat(found(ClusterDirectory.read(root, DEFAULTS.withMaxFiles(2))
                            .findings()))
                    .contains("FIL-0114 ERROR /root");
        }
    }

    @Test
    void directories_are_counted_by_themselves() throws IOException {
        List<Entry> entries = List.of(Entry.of("h/", 0040755), Entry.of("h/a/", 0040755), Entry.of("h/b/", 0040755));
        assertThat(found(
                        readTar(Fixtures.tar(entries), DEFAULTS.withMaxFiles(2)).findings()))
                .containsExactly("FIL-0114 ERROR /archive");
        assertThat(found(
                        readTar(Fixtures.tar(entries), DEFAULTS.withMaxFiles(3)).findings()))
                .containsExactly("FIL-0104 ERROR /archive");
        try (FileSystem fileSystem = Fixtures.linux()) {
            Path root = fileSystem.getPath("/root");
            Files.createDirectories(root.resolve("h/a"));
            assertThat(found(ClusterDirectory.read(root, DEFAULTS.withMaxFiles(2))
                            .findings()))
                    .contains("FIL-0114 ERROR /root");
            assertThat(found(ClusterDirectory.read(root, DEFAULTS.withMaxFiles(3))
                            .findings()))
                    .doesNotContain("FIL-0114 ERROR /root");
        }
    }

    /** The bytes of a name beyond a usual header count, so that a small archive cannot fill the memory with names. */
    @Test
    void long_names_count_and_are_refused_unsplit_and_shown_shortened() throws IOException {
        List<Entry> entries = new ArrayList<>();
        for (int i = 0; i < 10; i++) {
            entries.add(new Entry("long", "../" + "x/".repeat(50_000) + i, Fixtures.LONG_NAME));
            entries.add(Entry.file("short"));
        }
        byte[] tar = Fixtures.tar(entries);

        Read<ClusterFiles> all = readTar(tar, DEFAULTS);
        assertThat(all.findings()).hasSize(10).allSatisfy(finding -> {
            assertThat(finding.ruleId()).isEqualTo("FIL-0116");
            assertThat(finding.message().en()).hasSizeLessThan(500);
            assertThat(finding.primary().path()).hasSizeLessThan(300).endsWith("…");
        });
        assertThat(found(readTar(tar, DEFAULTS.withMaxTotalBytes(500_000)).findings()))
                .contains("FIL-0115 ERROR /archive");
        assertThat(found(readZip(Fixtures.zip(List.of(Entry.file("h/" + "x".repeat(5000)))), DEFAULTS)
                        .findings()))
                .singleElement()
                .asString()
                .startsWith("FIL-0116 ERROR h/xxx");
    }

    @Test
    void names_of_usual_length_cost_nothing() throws IOException {
        Read<ClusterFiles> read = readTar(
                Fixtures.tar(List.of(Entry.file("h/a"), Entry.file("h/b"))),
                DEFAULTS.withMaxTotalBytes(2L * Fixtures.BYTES.length));

        assertThat(read.findings()).isEmpty();
        assertThat(read.value().size()).isEqualTo(2);
    }

    @Test
    void after_a_thousand_findings_reading_stops() throws IOException {
        List<Entry> entries = IntStream.range(0, 1100)
                .mapToObj(i -> Entry.of("h/link" + i, 0120777))
                .toList();

        Read<ClusterFiles> read = readTar(Fixtures.tar(entries), DEFAULTS);

        assertThat(read.findings()).hasSize(1001);
        assertThat(found(read.findings())).contains("FIL-0122 ERROR /archive");
    }

    /**
     * The listing of a directory, and the central directory of a zip, are kept in memory only up to twice the limit.
     */
    @Test
    void of_more_than_twice_the_limit_not_even_the_first_is_read() throws IOException {
        for (int count : new int[] {4, 5}) {
            int read = count == 4 ? 2 : 0;
            List<Entry> entries = IntStream.range(0, count)
                    .mapToObj(i -> Entry.file("h/" + i))
                    .toList();
            assertThat(readZip(Fixtures.zip(entries), DEFAULTS.withMaxFiles(2))
                            .value()
                            .size())
                    .isEqualTo(read);
            try (FileSystem fileSystem = Fixtures.linux()) {
                Path root = fileSystem.getPath("/root");
                for (Entry each : entries) {
                    put(root, each.name());
                }
                assertThat(ClusterDirectory.read(root, DEFAULTS.withMaxFiles(2))
                                .value()
                                .size())
                        .isEqualTo(read);
            }
        }
    }

    @Test
    void the_allowance_of_a_header_ends_with_its_last_byte_however_it_is_read() throws IOException {
        byte[] bytes = {1, 0, 0, 2, 0};
        try (MeteredInputStream in = new MeteredInputStream(new ByteArrayInputStream(bytes))) {
            in.allow(5);
            assertThat(in.markSupported()).isFalse();
            assertThat(in.read()).isEqualTo(1);
            assertThat(in.read()).isZero();
            assertThat(in.mostZeros()).isEqualTo(1);
            assertThat(in.read(new byte[2])).isEqualTo(2);
            assertThat(in.mostZeros()).isEqualTo(2);
            assertThat(in.skip(1)).isEqualTo(1);
            assertThat(in.read()).isEqualTo(-1);
        }
        for (Reading reading : List.<Reading>of(
                MeteredInputStream::read,
                in -> in.read(new byte[5]),
                in -> (int) in.skip(5),
                in -> in.readNBytes(5).length)) {
            try (MeteredInputStream in = new MeteredInputStream(new ByteArrayInputStream(bytes))) {
                in.allow(0);
                assertThatIOException().isThrownBy(() -> reading.from(in)).withMessage("a header is too long");
            }
        }
    }

    private interface Reading {
        int from(MeteredInputStream in) throws IOException;
    }
}
