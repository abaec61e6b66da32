package io.github.dmdsc.ini.files;

import io.github.dmdsc.model.Location;
import io.github.dmdsc.model.check.Finding;
import java.io.IOException;
import java.nio.ByteBuffer;
import java.nio.channels.Channels;
import java.nio.channels.FileChannel;
import java.nio.channels.OverlappingFileLockException;
import java.nio.charset.StandardCharsets;
import java.nio.file.AccessDeniedException;
import java.nio.file.DirectoryIteratorException;
import java.nio.file.DirectoryStream;
import java.nio.file.Files;
import java.nio.file.LinkOption;
import java.nio.file.NoSuchFileException;
import java.nio.file.OpenOption;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;
import java.nio.file.StandardOpenOption;
import java.nio.file.attribute.UserPrincipal;
import java.security.SecureRandom;
import java.util.ArrayList;
import java.util.Collection;
import java.util.List;
import java.util.NavigableSet;
import java.util.Optional;
import java.util.Random;
import java.util.Set;
import java.util.TreeSet;
import java.util.concurrent.ConcurrentHashMap;
import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;

/**
 * A temporary directory, and a locked file beside it: {@code .out.7} and {@code .out.7.lock}. The operating system
 * releases the lock when the process ends, even if it is killed. So the next writer can distinguish the directory of a
 * killed process from that of a running one. The file lists the files of the directory; nothing else is ever removed.
 */
final class WriterLock {
    private static final String SUFFIX = ".lock";
    private static final String FIRST = "dmdsc";
    private static final String LAST = ".";
    private static final Random NUMBERS = new SecureRandom();

    /** The lock files of this process. To open and close a second channel to one of them would release its lock. */
    private static final Set<Path> HELD = ConcurrentHashMap.newKeySet();

    private final Path parent;
    private final String prefix;
    private final Path directory;
    private final Path file;
    /**
     * The channel that holds the lock; null if there is no lock. A directory without a lock file is never removed as a
     * left-over.
     */
    private @Nullable FileChannel channel;

    private WriterLock(Path parent, String prefix) {
        this.parent = parent;
        this.prefix = prefix;
        directory = parent.resolve(prefix + (NUMBERS.nextLong() >>> 1));
        file = parent.resolve(directory.getFileName() + SUFFIX);
    }

    /**
     * Takes a lock for a directory that does not exist yet. If the file system has no locks, the result has no lock
     * file.
     *
     * @param parent a real path
     * @param prefix the start of the directory's name; digits follow
     * @param paths the files that the directory will have, with {@code /} between the names
     */
    static WriterLock take(Path parent, String prefix, Collection<String> paths) {
        WriterLock lock = new WriterLock(parent, prefix);
        HELD.add(lock.file);
        try {
            lock.lock(paths);
        } catch (IOException | UnsupportedOperationException noLocksHere) {
            lock.release();
        }
        return lock;
    }

    private void lock(Collection<String> paths) throws IOException {
        Set<OpenOption> options =
                Set.of(StandardOpenOption.CREATE_NEW, StandardOpenOption.READ, StandardOpenOption.WRITE);
        channel = FileChannel.open(file, options, Modes.attributes(file, Modes.PRIVATE_FILE));
        if (channel.tryLock() == null) {
            throw new IOException("somebody else looks at it");
        }
        List<String> lines = new ArrayList<>(List.of(FIRST));
        lines.addAll(paths);
        lines.add(LAST);
        ByteBuffer rest = ByteBuffer.wrap(String.join("\n", lines).getBytes(StandardCharsets.UTF_8));
        while (rest.hasRemaining()) {
            channel.write(rest);
        }
    }

    /** The directory to create and to fill. */
    Path directory() {
        return directory;
    }

    /** The file that is locked; empty if there is no lock. */
    Optional<Path> file() {
        return Optional.ofNullable(channel).map(held -> file);
    }

    /** Deletes the lock file and releases the lock, after the directory was renamed to the target. */
    void release() {
        if (channel != null) {
            try {
                Files.deleteIfExists(file);
            } catch (IOException stays) {
                // The file is not locked any more, so the next writer deletes it.
            }
        }
        close();
    }

    /** Releases the lock. The next writer removes the rest of the directory. */
    void close() {
        FileChannel held = channel;
        channel = null;
        HELD.remove(file);
        try {
            if (held != null) {
                held.close();
            }
        } catch (IOException givenBack) {
            // The channel is closed, even if closing reports a failure.
        }
    }

    /** Removes the directories that killed writers of the same account left beside this one. */
    List<Finding> removeLeftOvers() {
        List<Finding> findings = new ArrayList<>();
        if (channel == null) {
            return findings;
        }
        Pattern lock = Pattern.compile(Pattern.quote(prefix) + "[0-9]+" + Pattern.quote(SUFFIX));
        List<Path> others = new ArrayList<>();
        try (DirectoryStream<Path> siblings = Files.newDirectoryStream(
                parent, each -> lock.matcher(each.getFileName().toString()).matches())) {
            siblings.forEach(others::add);
            UserPrincipal owner = Files.getOwner(file, LinkOption.NOFOLLOW_LINKS);
            for (Path other : others) {
                if (!HELD.contains(other) && owner.equals(Files.getOwner(other, LinkOption.NOFOLLOW_LINKS))) {
                    removeLeftOver(other, owner, findings);
                }
            }
        } catch (IOException | DirectoryIteratorException | UnsupportedOperationException unreadable) {
            // Left-overs that cannot be listed must not prevent the write.
        }
        return findings;
    }

    private static void removeLeftOver(Path lock, UserPrincipal owner, List<Finding> findings) {
        String name = lock.getFileName().toString();
        Path directory = lock.resolveSibling(name.substring(0, name.length() - SUFFIX.length()));
        Location at = Location.outside(directory.toString());
        Set<OpenOption> options = Set.of(StandardOpenOption.READ, StandardOpenOption.WRITE, LinkOption.NOFOLLOW_LINKS);
        try (FileChannel channel = FileChannel.open(lock, options)) {
            if (channel.tryLock() == null) {
                return;
            }
            List<String> paths = paths(channel);
            if (removeDirectory(directory, paths, owner)) {
                findings.add(FileRule.LEFT_OVER_REMOVED.at(at).build());
            }
            Files.deleteIfExists(lock);
        } catch (NoSuchFileException | AccessDeniedException | OverlappingFileLockException notLeft) {
            // Its writer has just finished, or this process must not remove it.
        } catch (IOException failure) {
            findings.add(
                    Reasons.explain(FileRule.LEFT_OVER_STAYS.at(at), failure).build());
        }
    }

    /**
     * Returns the files that a writer was to create. A writer lists all of them before it creates anything.
     *
     * @throws AccessDeniedException if the file is no list of a writer
     */
    private static List<String> paths(FileChannel channel) throws IOException {
        byte[] bytes = Channels.newInputStream(channel).readAllBytes();
        List<String> lines = List.of(new String(bytes, StandardCharsets.UTF_8).split("\n", -1));
        if (!lines.get(0).equals(FIRST) || !lines.get(lines.size() - 1).equals(LAST)) {
            throw new AccessDeniedException("no list of a writer");
        }
        return lines.subList(1, lines.size() - 1);
    }

    /**
     * Removes the directory of a writer, and returns whether there was one. The directory is renamed first, so that a
     * writer that is still running fails instead of publishing an incomplete directory.
     */
    private static boolean removeDirectory(Path directory, List<String> paths, UserPrincipal owner) throws IOException {
        Path gone = directory.resolveSibling(directory.getFileName() + ".gone");
        if (isOwn(directory, owner)) {
            Files.move(directory, gone, StandardCopyOption.ATOMIC_MOVE);
        }
        if (!isOwn(gone, owner)) {
            return false;
        }
        NavigableSet<String> directories = new TreeSet<>();
        for (String path : paths) {
            Path file = gone.resolve(path);
            if (Files.isRegularFile(file, LinkOption.NOFOLLOW_LINKS) && isInside(file, gone)) {
                Files.delete(file);
            }
            directories.addAll(Layout.parents(path));
        }
        for (String each : directories.descendingSet()) {
            Path below = gone.resolve(each);
            if (Files.isDirectory(below, LinkOption.NOFOLLOW_LINKS) && isInside(below, gone)) {
                Files.delete(below);
            }
        }
        Files.delete(gone);
        return true;
    }

    private static boolean isInside(Path path, Path directory) throws IOException {
        return path.toRealPath().startsWith(directory.toRealPath());
    }

    private static boolean isOwn(Path directory, UserPrincipal owner) throws IOException {
        return Files.isDirectory(directory, LinkOption.NOFOLLOW_LINKS)
                && owner.equals(Files.getOwner(directory, LinkOption.NOFOLLOW_LINKS));
    }
}
