package io.github.dmdsc.ini.files;

import static org.assertj.core.api.Assertions.assertThat;

import com.google.common.jimfs.Configuration;
import com.google.common.jimfs.Jimfs;
import io.github.dmdsc.model.FileId;
import io.github.dmdsc.model.check.Finding;
import io.github.dmdsc.model.check.Read;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.FileSystem;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.zip.GZIPOutputStream;
import org.apache.commons.compress.archivers.tar.TarArchiveEntry;
import org.apache.commons.compress.archivers.tar.TarArchiveOutputStream;
import org.apache.commons.compress.archivers.zip.ZipArchiveEntry;
import org.apache.commons.compress.archivers.zip.ZipArchiveOutputStream;

/** Helpers of the tests: file systems in memory, archives with any kind of entry, and findings as texts. */
final class Fixtures {
    static final FileId INI = new FileId("10.0.2.101", "/home/data/dm.ini");
    static final String TEXT = "PORT_NUM = 5236\n";
    static final byte[] BYTES = bytes(TEXT);

    /** A mode for an entry that has the long name of the next entry. */
    static final int LONG_NAME = 0150000;

    private Fixtures() {}

    /** An entry of an archive: its name, its content, and its Unix mode with the bits of its kind. */
    record Entry(String name, String content, int mode) {
        static Entry file(String name) {
            return new Entry(name, TEXT, 0100644);
        }

        static Entry of(String name, int mode) {
            return new Entry(name, "target", mode);
        }
    }

    static byte[] bytes(String text) {
        return text.getBytes(StandardCharsets.UTF_8);
    }

    static FileSystem linux() {
        return Jimfs.newFileSystem(Configuration.unix());
    }

    static FileSystem windows() {
        return Jimfs.newFileSystem(Configuration.windows());
    }

    static void put(Path root, String path) throws IOException {
        Path file = root.resolve(path);
        Files.createDirectories(file.getParent());
        Files.write(file, BYTES);
    }

    static byte[] zip(List<Entry> entries) {
        ByteArrayOutputStream bytes = new ByteArrayOutputStream();
        try (ZipArchiveOutputStream out = new ZipArchiveOutputStream(bytes)) {
            for (Entry each : entries) {
                ZipArchiveEntry entry = new ZipArchiveEntry(each.name());
                entry.setUnixMode(each.mode());
                out.putArchiveEntry(entry);
                out.write(bytes(each.content()));
                out.closeArchiveEntry();
            }
        } catch (IOException impossible) {
            throw new UncheckedIOException(impossible);
        }
        return bytes.toByteArray();
    }

    static byte[] tar(List<Entry> entries) {
        ByteArrayOutputStream bytes = new ByteArrayOutputStream();
        try (TarArchiveOutputStream out = new TarArchiveOutputStream(bytes, "UTF-8")) {
            out.setLongFileMode(TarArchiveOutputStream.LONGFILE_GNU);
            for (Entry each : entries) {
                out.putArchiveEntry(tarEntry(each));
                if (tarEntry(each).getSize() > 0) {
                    out.write(bytes(each.content()));
                }
                out.closeArchiveEntry();
            }
        } catch (IOException impossible) {
            throw new UncheckedIOException(impossible);
        }
        return bytes.toByteArray();
    }

    private static TarArchiveEntry tarEntry(Entry each) {
        byte flag = switch (each.mode() & 0170000) {
            case 0120000 -> (byte) '2';
            case 0010000 -> (byte) '6';
            case 0040000 -> (byte) '5';
            case LONG_NAME -> (byte) 'L';
            default -> (byte) '0';
        };
        TarArchiveEntry entry = new TarArchiveEntry(each.name(), flag, true);
        entry.setMode(each.mode() & 0777);
        if (flag == '0' || flag == 'L') {
            entry.setSize(bytes(each.content()).length);
        } else {
            entry.setLinkName("target");
        }
        return entry;
    }

    static byte[] gzip(byte[] content) {
        ByteArrayOutputStream bytes = new ByteArrayOutputStream();
        try (GZIPOutputStream out = new GZIPOutputStream(bytes)) {
            out.write(content);
        } catch (IOException impossible) {
            throw new UncheckedIOException(impossible);
        }
        return bytes.toByteArray();
    }

    static Read<ClusterFiles> readZip(byte[] archive, ReadLimits limits) {
        return inMemory(archive, path -> ClusterDirectory.readZip(path, limits));
    }

    static Read<ClusterFiles> readTar(byte[] archive, ReadLimits limits) {
        return inMemory(archive, path -> ClusterDirectory.readTarGz(path, limits));
    }

    private static Read<ClusterFiles> inMemory(
            byte[] archive, java.util.function.Function<Path, Read<ClusterFiles>> reader) {
        try (FileSystem fileSystem = linux()) {
            return reader.apply(Files.write(fileSystem.getPath("/archive"), archive));
        } catch (IOException impossible) {
            throw new UncheckedIOException(impossible);
        }
    }

    /** Returns every finding as "id severity place", and verifies that its texts are not blank. */
    static List<String> found(List<Finding> findings) {
        List<String> found = new ArrayList<>();
        for (Finding finding : findings) {
            assertThat(finding.message().en()).isNotBlank();
            assertThat(finding.message().in(Locale.SIMPLIFIED_CHINESE)).isNotBlank();
            assertThat(finding.fix().en()).isNotBlank();
            assertThat(finding.fix().zh()).isNotBlank();
            found.add(finding.ruleId() + " " + finding.severity() + " " + finding.primary());
        }
        assertThat(findings).isSortedAccordingTo(Finding.ORDER);
        return found;
    }
}
