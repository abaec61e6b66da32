package io.github.dmdsc.ini.files;

import io.github.dmdsc.ini.files.FileCollector.LimitReached;
import io.github.dmdsc.model.FileId;
import io.github.dmdsc.model.Location;
import io.github.dmdsc.model.check.Finding;
import io.github.dmdsc.model.check.Read;
import java.io.IOException;
import java.io.InputStream;
import java.nio.file.AccessDeniedException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.SortedMap;
import java.util.TreeMap;

/**
 * Reads the files of a cluster from a directory or an archive, and writes them to a new directory.
 *
 * <p><b>Layout.</b> {@code <root>/<host>/<absolute path on that host>}, as Ansible's fetch module and {@code scp -r}
 * leave it: {@code <root>/10.0.2.101/home/data/dm.ini} is the file {@code /home/data/dm.ini} of the host
 * {@code 10.0.2.101}. The name of a host is taken as it is; it may be an IPv6 address with a zone. The Windows path
 * {@code D:/dm/dm.ini} is written as {@code <host>/D_/dm/dm.ini}, because Windows forbids colons in names, and read
 * from there and from {@code <host>/D:/dm/dm.ini}.
 *
 * <p><b>Reading</b> takes every regular file below a host directory. Files in no host directory and the clutter of
 * operating systems and version control ({@code .DS_Store}, {@code .git}, ...) are skipped with an INFO; pipes, sockets
 * and devices with a WARNING. All else that is not read is an ERROR: links out of the root, loops, dead links, names
 * that are not plain, anything beyond the {@link ReadLimits}, and whatever the operating system refuses. Links that
 * stay inside are followed in directories and refused in archives, where a tool that packs can resolve them. Of two
 * files that claim the same name the first is kept. A source without any file is an ERROR.
 *
 * <p><b>Archives</b> need commons-compress on the class path; without it, reading one reports just that. Entry names
 * are UTF-8. An archive begins with the host directories, as a directory does.
 *
 * <p>No method throws for bad input. Findings come in {@link Finding#ORDER}; the place of one is the file, or the
 * path below the root where it is no file of a host, or the source or target as a whole.
 */
public final class ClusterDirectory {
    private static final byte[] ZIP = {'P', 'K', 3, 4};
    private static final byte[] GZIP = {0x1f, (byte) 0x8b};
    private static final byte[] TAR = {'u', 's', 't', 'a', 'r'};
    private static final int TAR_OFFSET = 257;

    private ClusterDirectory() {}

    /** Reads a directory or an archive within the default limits. */
    public static Read<ClusterFiles> read(Path root) {
        return read(root, ReadLimits.defaults());
    }

    /** Reads a directory, or a file that begins as a zip, gzip or tar archive does, whatever its name is. */
    public static Read<ClusterFiles> read(Path root, ReadLimits limits) {
        byte[] start = start(root);
        if (beginsWith(start, 0, ZIP)) {
            return readZip(root, limits);
        }
        return beginsWith(start, 0, GZIP) || beginsWith(start, TAR_OFFSET, TAR)
                ? readTarGz(root, limits)
                : DirectoryReader.read(root, limits);
    }

    /** The first bytes of a regular file. Empty for everything else: the reader of directories says what it is. */
    private static byte[] start(Path file) {
        if (!Files.isRegularFile(file)) {
            return new byte[0];
        }
        try (InputStream in = Files.newInputStream(file)) {
            return in.readNBytes(TAR_OFFSET + TAR.length);
        } catch (IOException unreadable) {
            return new byte[0];
        }
    }

    private static boolean beginsWith(byte[] start, int offset, byte... magic) {
        return start.length >= offset + magic.length
                && Arrays.equals(start, offset, offset + magic.length, magic, 0, magic.length);
    }

    /** Reads a zip archive within the default limits. */
    public static Read<ClusterFiles> readZip(Path zip) {
        return readZip(zip, ReadLimits.defaults());
    }

    /** Reads a zip archive. Permissions are known where it was made on a system that has them. */
    public static Read<ClusterFiles> readZip(Path zip, ReadLimits limits) {
        return readArchive(zip, limits, collector -> new ZipReader(collector).read(zip, limits));
    }

    /** Reads a tar archive, compressed by gzip or plain whatever it is called, within the default limits. */
    public static Read<ClusterFiles> readTarGz(Path archive) {
        return readTarGz(archive, ReadLimits.defaults());
    }

    /** Reads a tar archive, compressed by gzip or plain whatever it is called. */
    public static Read<ClusterFiles> readTarGz(Path archive, ReadLimits limits) {
        return readArchive(archive, limits, collector -> new TarReader(collector).read(archive));
    }

    /**
     * Writes all files to a directory that does not exist yet or is empty, with their permissions where the file system
     * has any, 0644 where none are known. All or nothing, as {@link AtomicDirectory#write} says.
     *
     * @return without an ERROR on success; otherwise why nothing was written
     */
    public static List<Finding> write(ClusterFiles files, Path target) {
        return write(files, target, FileOperations.REAL);
    }

    static List<Finding> write(ClusterFiles files, Path target, FileOperations operations) {
        List<Finding> refused = new ArrayList<>();
        SortedMap<String, byte[]> content = new TreeMap<>();
        Map<String, Integer> modes = new HashMap<>();
        Map<String, Location> places = new HashMap<>();
        for (FileId file : files.ids()) {
            Location at = Location.of(file);
            Optional<String> relative = Layout.toRelative(file);
            if (relative.isEmpty()) {
                refused.add(FileRule.PATH_REFUSED.at(at).build());
                continue;
            }
            content.put(relative.get(), files.bytes(file));
            files.mode(file).ifPresent(mode -> modes.put(relative.get(), mode));
            places.put(relative.get(), at);
        }
        AtomicDirectory directory = new AtomicDirectory(
                operations, path -> places.getOrDefault(path, Location.outside(path)), content, modes, target);
        return directory.write(refused);
    }

    private interface Archive {
        void readInto(FileCollector collector) throws IOException, LimitReached;
    }

    // The parser may fail in any way on a broken archive, and the archive is the user's, not a bug of ours.
    private static Read<ClusterFiles> readArchive(Path path, ReadLimits limits, Archive archive) {
        FileCollector collector = new FileCollector(path.toString(), limits);
        Location at = collector.source();
        try {
            if (Files.notExists(path)) {
                collector.add(FileRule.SOURCE_MISSING.at(at));
            } else if (Files.exists(path) && !Files.isRegularFile(path)) {
                collector.add(FileRule.SOURCE_NOT_AN_ARCHIVE.at(at));
            } else if (!Files.isReadable(path)) {
                collector.add(Reasons.explain(FileRule.UNREADABLE.at(at), new AccessDeniedException(path.toString())));
            } else {
                archive.readInto(collector);
            }
        } catch (LimitReached stop) {
            // Reported where it was reached; what was read so far stands.
        } catch (IOException failure) {
            collector.add(Reasons.explain(FileRule.ARCHIVE_CORRUPT.at(at), failure));
        } catch (RuntimeException failure) {
            collector.add(FileRule.ARCHIVE_CORRUPT
                    .at(at)
                    .with("reason", failure.getClass().getSimpleName()));
        } catch (NoClassDefFoundError missing) {
            collector.add(FileRule.LIBRARY_MISSING.at(at));
        }
        return collector.result();
    }
}
