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
 * create it: {@code <root>/10.0.2.101/home/data/dm.ini} is the file {@code /home/data/dm.ini} of the host {@code
 * 10.0.2.101}. The name of a host is not changed or checked; it can be an IPv6 address with a zone. The Windows path
 * {@code D:/dm/dm.ini} is written to {@code <host>/D_/dm/dm.ini}, because Windows does not allow colons in names. It is
 * read from there and from {@code <host>/D:/dm/dm.ini}.
 *
 * <p><b>Reading.</b> Every regular file below a host directory is read.
 *
 * <ul>
 *   <li>INFO, and skipped: files outside a host directory, and files of operating systems and version control ({@code
 *       .DS_Store}, {@code .git}, ...).
 *   <li>WARNING, and skipped: pipes, sockets and devices.
 *   <li>ERROR: links that lead out of the root, loops, dead links, names that are not plain, files beyond the {@link
 *       ReadLimits}, files that the operating system does not let the process read, and a source without any file.
 * </ul>
 *
 * <p>Links that stay inside the root are followed in a directory. In an archive every link is an ERROR; pack the
 * archive so that links are resolved. If two files have the same name, the first one is kept, and the other one is an
 * ERROR.
 *
 * <p><b>Archives</b> need commons-compress on the class path; without it, reading an archive is an ERROR. Names of
 * entries are in UTF-8. The top level of an archive is the host directories, as in a directory.
 *
 * <p>No method throws for bad input. Findings are in {@link Finding#ORDER}. The place of a finding is the file, or the
 * path below the root if it is no file of a host, or the source or target as a whole.
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

    /**
     * Reads a directory or an archive. An archive is recognised by its first bytes as zip, gzip or tar, regardless of
     * its name.
     *
     * @param root the directory or the archive
     * @param limits the limits of reading
     */
    public static Read<ClusterFiles> read(Path root, ReadLimits limits) {
        byte[] start = start(root);
        if (beginsWith(start, 0, ZIP)) {
            return readZip(root, limits);
        }
        return beginsWith(start, 0, GZIP) || beginsWith(start, TAR_OFFSET, TAR)
                ? readTarGz(root, limits)
                : DirectoryReader.read(root, limits);
    }

    /** Returns the first bytes of a regular file; empty for anything else, which the reader of directories reports. */
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

    /** Reads a zip archive. Permissions are known if the archive was made on a system that has them. */
    public static Read<ClusterFiles> readZip(Path zip, ReadLimits limits) {
        return readArchive(zip, limits, collector -> new ZipReader(collector).read(zip, limits));
    }

    /** Reads a tar archive with or without gzip, regardless of its name, within the default limits. */
    public static Read<ClusterFiles> readTarGz(Path archive) {
        return readTarGz(archive, ReadLimits.defaults());
    }

    /** Reads a tar archive with or without gzip, regardless of its name. */
    public static Read<ClusterFiles> readTarGz(Path archive, ReadLimits limits) {
        return readArchive(archive, limits, collector -> new TarReader(collector).read(archive));
    }

    /**
     * Writes all files to a directory that does not exist yet or is empty, completely or not at all; see {@link
     * AtomicDirectory#write}. Files get their permissions if the file system has permissions, and 0644 if theirs are
     * unknown.
     *
     * @return the findings; none is an ERROR on success
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

    // A broken archive can make the parser throw any exception. It is bad input, so it becomes a finding.
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
            // The finding is already reported. The files that were read before it are kept.
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
