package io.github.dmdsc.ini.files;

import static io.github.dmdsc.ini.files.Fixtures.INI;
import static io.github.dmdsc.ini.files.Fixtures.found;
import static io.github.dmdsc.ini.files.Fixtures.readTar;
import static io.github.dmdsc.ini.files.Fixtures.readZip;
import static org.assertj.core.api.Assertions.assertThat;

import io.github.dmdsc.ini.files.Fixtures.Entry;
import io.github.dmdsc.model.check.Read;
import java.io.ByteArrayOutputStream;
import java.io.File;
import java.io.IOException;
import java.net.MalformedURLException;
import java.net.URL;
import java.net.URLClassLoader;
import java.nio.ByteBuffer;
import java.nio.ByteOrder;
import java.nio.charset.Charset;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.stream.IntStream;
import java.util.zip.ZipEntry;
import java.util.zip.ZipOutputStream;
import org.apache.commons.compress.archivers.tar.TarArchiveEntry;
import org.apache.commons.compress.archivers.tar.TarArchiveOutputStream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class ReadArchiveTest {
    private static final ReadLimits LIMITS = ReadLimits.defaults();
    private static final Entry GOOD = Entry.file("10.0.2.101/home/data/dm.ini");

    /** Returns the findings about further entries. Both formats must report the same, and read the good file. */
    private static List<String> besideTheGoodFile(Entry... entries) {
        List<Entry> all = new ArrayList<>(List.of(GOOD));
        all.addAll(List.of(entries));
        Read<ClusterFiles> zip = readZip(Fixtures.zip(all), LIMITS);
        Read<ClusterFiles> tar = readTar(Fixtures.tar(all), LIMITS);
        assertThat(zip.value().ids()).containsExactly(INI);
        assertThat(zip.value().bytes(INI)).isEqualTo(Fixtures.BYTES);
        assertThat(tar.value()).isEqualTo(zip.value());
        assertThat(found(tar.findings())).isEqualTo(found(zip.findings()));
        return found(zip.findings());
    }

    @Test
    void an_archive_is_known_by_its_first_bytes(@TempDir Path temporary) throws IOException {
        Path file = temporary.resolve("collected");
        byte[] tar = Fixtures.tar(List.of(GOOD));
        for (byte[] archive : List.of(Fixtures.zip(List.of(GOOD)), tar, Fixtures.gzip(tar))) {
            Files.write(file, archive);

            Read<ClusterFiles> read = ClusterDirectory.read(file);

            assertThat(read.value().ids()).containsExactly(INI);
            assertThat(read.findings()).isEmpty();
        }
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "../evil",
                "10.0.2.101/../../evil",
                "/etc/passwd",
                "C:/evil/dm.ini",
                "C:evil/dm.ini",
                "10.0.2.101/a\\..\\b",
                "\\10.0.2.101/evil",
                "10.0.2.101/a\u0001b"
            })
    void names_that_lead_elsewhere_are_refused(String name) {
        assertThat(besideTheGoodFile(Entry.file(name)))
                .containsExactly("FIL-0116 ERROR " + name.replace("\u0001", "\\u0001"));
    }

    @Test
    void a_nul_in_a_name_is_refused() {
        assertThat(found(readZip(Fixtures.zip(List.of(Entry.file("h/dm.ini\0.txt"))), LIMITS)
                        .findings()))
                .containsExactly("FIL-0116 ERROR h/dm.ini\\u0000.txt");
    }

    @Test
    void current_directories_and_directory_entries_are_harmless() {
        assertThat(besideTheGoodFile(Entry.of("./", 0040755), Entry.of("10.0.2.101/home/", 0040755)))
                .isEmpty();
        assertThat(readTar(Fixtures.tar(List.of(Entry.file("./10.0.2.101/home/data/dm.ini"))), LIMITS)
                        .value()
                        .ids())
                .containsExactly(INI);
    }

    @Test
    void links_are_refused_and_pipes_skipped() {
        assertThat(besideTheGoodFile(Entry.of("h/link", 0120777), Entry.of("h/pipe", 0010644)))
                .containsExactly("FIL-0112 ERROR h:/link", "FIL-0108 WARNING h:/pipe");
    }

    @Test
    void of_two_entries_for_one_file_the_first_is_kept() {
        Entry second = new Entry(GOOD.name(), "second", 0100644);
        Entry third = new Entry("./10.0.2.101//home/data/dm.ini", "third", 0100644);

        assertThat(besideTheGoodFile(second, third)).containsExactly("FIL-0118 ERROR " + INI, "FIL-0118 ERROR " + INI);
    }

    @Test
    void names_that_differ_in_case_only_are_two_files() {
        Read<ClusterFiles> read =
                readZip(Fixtures.zip(List.of(Entry.file("h/dm.ini"), Entry.file("h/DM.INI"))), LIMITS);

        assertThat(read.findings()).isEmpty();
        assertThat(read.value().size()).isEqualTo(2);
    }

    @Test
    void a_file_may_be_larger_than_any_header() {
        String text = "PORT_NUM = 5236\n".repeat(100_000);
        byte[] tar = Fixtures.tar(List.of(new Entry(GOOD.name(), text, 0100640)));

        for (byte[] archive : List.of(tar, Fixtures.gzip(tar))) {
            Read<ClusterFiles> read = readTar(archive, ReadLimits.defaults());
            assertThat(read.findings()).isEmpty();
            assertThat(read.value().bytes(INI)).isEqualTo(Fixtures.bytes(text));
        }
    }

    @Test
    void permissions_are_kept() {
        List<Entry> entries = List.of(new Entry(GOOD.name(), Fixtures.TEXT, 0100640));

        assertThat(readZip(Fixtures.zip(entries), LIMITS).value().mode(INI)).contains(0640);
        assertThat(readTar(Fixtures.tar(entries), LIMITS).value().mode(INI)).contains(0640);
    }

    @Test
    void a_zip_that_knows_no_permissions_gives_none() throws IOException {
        ByteArrayOutputStream bytes = new ByteArrayOutputStream();
        try (ZipOutputStream out = new ZipOutputStream(bytes)) {
            out.putNextEntry(new ZipEntry(GOOD.name()));
        }

        assertThat(readZip(bytes.toByteArray(), LIMITS).value().ids()).containsExactly(INI);
        assertThat(readZip(bytes.toByteArray(), LIMITS).value().mode(INI)).isEmpty();
    }

    @Test
    void names_in_a_tar_that_are_not_utf8_are_reported() throws IOException {
        ByteArrayOutputStream bytes = new ByteArrayOutputStream();
        try (TarArchiveOutputStream out = new TarArchiveOutputStream(bytes, "GBK")) {
            out.putArchiveEntry(new TarArchiveEntry("h/配置.ini"));
            out.closeArchiveEntry();
        }

        assertThat(found(readTar(bytes.toByteArray(), LIMITS).findings()))
                .singleElement()
                .asString()
                .startsWith("FIL-0117 ERROR ");
    }

    @Test
    void a_question_mark_in_a_name_is_no_sign_of_another_encoding() {
        Read<ClusterFiles> read = readTar(Fixtures.tar(List.of(Entry.file("h/wh?t?/dm?.ini"))), LIMITS);

        assertThat(read.findings()).isEmpty();
        assertThat(read.value().ids()).singleElement().hasToString("h:/wh?t?/dm?.ini");
    }

    @Test
    void a_name_that_somebody_else_could_not_decode_is_reported() {
        assertThat(besideTheGoodFile(Entry.file("h/\uFFFD.ini"))).containsExactly("FIL-0117 ERROR h:/\uFFFD.ini");
    }

    @Test
    void names_that_are_not_utf8_are_reported() throws IOException {
        ByteArrayOutputStream bytes = new ByteArrayOutputStream();
        try (ZipOutputStream out = new ZipOutputStream(bytes, Charset.forName("GBK"))) {
            out.putNextEntry(new ZipEntry("h/配置.ini"));
        }

        assertThat(found(readZip(bytes.toByteArray(), LIMITS).findings()))
                .singleElement()
                .asString()
                .startsWith("FIL-0117 ERROR ");
    }

    @Test
    void beyond_the_limits_nothing_is_read() {
        List<Entry> three = List.of(Entry.file("h/a"), Entry.file("h/b"), Entry.file("h/c"));
        long size = Fixtures.BYTES.length;

        assertThat(bothFind(three, LIMITS.withMaxFiles(3).withMaxFileBytes(size).withMaxTotalBytes(3 * size)))
                .isEmpty();
        assertThat(bothFind(three, LIMITS.withMaxFiles(2))).containsExactly("FIL-0114 ERROR /archive");
        assertThat(bothFind(three, LIMITS.withMaxFiles(1))).containsExactly("FIL-0114 ERROR /archive");
        assertThat(bothFind(three, LIMITS.withMaxFileBytes(size - 1)))
                .containsExactly("FIL-0113 ERROR h:/a", "FIL-0113 ERROR h:/b", "FIL-0113 ERROR h:/c");
        assertThat(bothFind(three, LIMITS.withMaxTotalBytes(3 * size - 1))).containsExactly("FIL-0115 ERROR /archive");
    }

    private static List<String> bothFind(List<Entry> entries, ReadLimits limits) {
        List<String> zip = found(readZip(Fixtures.zip(entries), limits).findings());
        assertThat(found(readTar(Fixtures.gzip(Fixtures.tar(entries)), limits).findings()))
                .isEqualTo(zip);
        return zip;
    }

    @Test
    void more_than_twenty_thousand_entries_are_too_many() {
        List<Entry> entries = IntStream.range(0, 20_001)
                .mapToObj(i -> new Entry("h/" + i, "", 0100644))
                .toList();

        assertThat(found(readTar(Fixtures.gzip(Fixtures.tar(entries)), LIMITS).findings()))
                .containsExactly("FIL-0114 ERROR /archive");
    }

    @Test
    void a_bomb_is_stopped_by_what_comes_out_of_it_not_by_what_it_says() {
        byte[] bomb = Fixtures.zip(List.of(new Entry("h/bomb", "\0".repeat(1 << 20), 0100644)));
        ByteBuffer header = ByteBuffer.wrap(bomb).order(ByteOrder.LITTLE_ENDIAN);
        int record = 0;
        while (header.getInt(record) != 0x02014B50) {
            record++;
        }
        header.putInt(record + 24, 10);

        assertThat(found(readZip(bomb, LIMITS.withMaxFileBytes(1000)).findings()))
                .containsExactly("FIL-0113 ERROR h:/bomb");
        assertThat(found(readZip(bomb, LIMITS.withMaxTotalBytes(1000)).findings()))
                .containsExactly("FIL-0115 ERROR /archive");
        assertThat(found(readZip(bomb, LIMITS).findings())).containsExactly("FIL-0119 ERROR h:/bomb");
    }

    @Test
    void what_is_skipped_in_a_tar_counts_too() {
        byte[] bomb = Fixtures.gzip(Fixtures.tar(List.of(new Entry("h/bomb", "\0".repeat(1 << 20), 0100644))));

        assertThat(found(readTar(bomb, LIMITS.withMaxFileBytes(1000).withMaxTotalBytes(10_000))
                        .findings()))
                .containsExactly("FIL-0115 ERROR /archive", "FIL-0113 ERROR h:/bomb");
    }

    @Test
    void a_name_of_megabytes_is_not_kept_in_memory() {
        Entry name = new Entry("././@LongLink", "a".repeat(2 << 20), Fixtures.LONG_NAME);
        byte[] archive = Fixtures.gzip(Fixtures.tar(List.of(name, GOOD)));

        assertThat(readTar(archive, LIMITS).findings()).singleElement().satisfies(finding -> {
            assertThat(finding.ruleId()).isEqualTo("FIL-0119");
            assertThat(finding.message().en()).contains("a header is too long");
        });
    }

    @Test
    void an_encrypted_entry_is_reported() {
        byte[] archive = Fixtures.zip(List.of(GOOD));
        ByteBuffer header = ByteBuffer.wrap(archive).order(ByteOrder.LITTLE_ENDIAN);
        int record = 0;
        while (header.getInt(record) != 0x02014B50) {
            record++;
        }
        header.putShort(record + 8, (short) (header.getShort(record + 8) | 1));

        assertThat(found(readZip(archive, LIMITS).findings())).containsExactly("FIL-0120 ERROR " + INI);
    }

    @Test
    void what_is_no_archive_is_reported(@TempDir Path directory) throws IOException {
        Path text = Files.writeString(directory.resolve("text"), "not an archive ".repeat(100));
        Path empty = Files.createFile(directory.resolve("empty"));
        Path missing = directory.resolve("missing");

        for (Path path : List.of(text, empty)) {
            assertThat(found(ClusterDirectory.readZip(path).findings())).containsExactly("FIL-0119 ERROR " + path);
            assertThat(found(ClusterDirectory.readTarGz(path).findings())).containsExactly("FIL-0119 ERROR " + path);
        }
        assertThat(found(ClusterDirectory.readZip(missing).findings())).containsExactly("FIL-0101 ERROR " + missing);
        assertThat(found(ClusterDirectory.readTarGz(directory).findings()))
                .containsExactly("FIL-0103 ERROR " + directory);
    }

    @Test
    void an_archive_without_files_is_reported() {
        assertThat(bothFind(List.of(), LIMITS)).containsExactly("FIL-0104 ERROR /archive");
    }

    @Test
    void without_the_library_reading_an_archive_says_so(@TempDir Path directory) throws Exception {
        Path archive = Files.write(directory.resolve("a.zip"), Fixtures.zip(List.of(GOOD)));
        URL[] others = Arrays.stream(System.getProperty("java.class.path").split(File.pathSeparator))
                .filter(entry -> !entry.contains("commons-compress"))
                .map(ReadArchiveTest::url)
                .toArray(URL[]::new);

        try (URLClassLoader loader = new URLClassLoader(others, ClassLoader.getPlatformClassLoader())) {
            Class<?> type = loader.loadClass(ClusterDirectory.class.getName());
            for (String method : List.of("readZip", "readTarGz")) {
                Object result = type.getMethod(method, Path.class).invoke(null, archive);
                assertThat(result).asString().contains("FIL-0121");
            }
        }
    }

    private static URL url(String entry) {
        try {
            return Path.of(entry).toUri().toURL();
        } catch (MalformedURLException impossible) {
            throw new IllegalStateException(impossible);
        }
    }
}
