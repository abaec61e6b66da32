package io.github.dmdsc.ini.files;

import io.github.dmdsc.model.Location;
import io.github.dmdsc.model.check.Finding;
import java.io.IOException;
import java.nio.file.FileAlreadyExistsException;
import java.nio.file.Files;
import java.nio.file.LinkOption;
import java.nio.file.NoSuchFileException;
import java.nio.file.Path;
import java.nio.file.attribute.BasicFileAttributes;
import java.util.ArrayDeque;
import java.util.ArrayList;
import java.util.Deque;
import java.util.List;
import java.util.Map;
import java.util.NavigableMap;
import java.util.NavigableSet;
import java.util.Objects;
import java.util.TreeSet;
import java.util.function.Function;
import org.jspecify.annotations.Nullable;

/**
 * One attempt to write a directory, after its paths and its target were checked. This class makes all changes on the
 * disk.
 */
final class AtomicWrite {
    private final FileOperations operations;
    private final Function<String, Location> places;
    private final NavigableMap<String, byte[]> content;
    private final Map<String, Integer> modes;
    private final Path target;
    /** The target without symbolic links, so that the directory is replaced and not the link to it. */
    private final Path place;

    private final boolean replaces;
    private final List<Finding> findings = new ArrayList<>();
    /** The files and directories that this attempt created, the last first. */
    private final Deque<Path> made = new ArrayDeque<>();

    private Location current;

    AtomicWrite(
            FileOperations operations,
            Function<String, Location> places,
            NavigableMap<String, byte[]> content,
            Map<String, Integer> modes,
            Path target,
            Path place,
            boolean replaces) {
        this.operations = operations;
        this.places = places;
        this.content = content;
        this.modes = modes;
        this.target = target;
        this.place = place;
        this.replaces = replaces;
        this.current = outside(target);
    }

    List<Finding> perform() {
        try {
            Path parent = parentOf(place);
            makeParents(parent);
            write(WriterLock.take(parent, "." + place.getFileName() + ".", content.keySet()), parent);
        } catch (IOException failure) {
            failed(failure);
        }
        return findings;
    }

    private void write(WriterLock lock, Path parent) {
        lock.file().ifPresent(made::push);
        findings.addAll(lock.removeLeftOvers());
        Path directory = lock.directory();
        try {
            // If others cannot read the target that is replaced, they must not be able to read the new directory
            // before, either.
            create(directory, replaces ? Modes.PRIVATE : Modes.DIRECTORY);
            fill(directory);
            current = outside(target);
            move(directory);
            sync(parent);
            lock.release();
        } catch (IOException failure) {
            failed(failure);
            lock.close();
        }
    }

    private void failed(IOException failure) {
        findings.add(Reasons.explain(FileRule.WRITE_FAILED.at(current), failure).build());
        undo();
    }

    /**
     * Renames the directory to the target. A rename on a network file system can succeed and be reported as failed; the
     * file key shows that it succeeded.
     */
    private void move(Path directory) throws IOException {
        Object key = key(directory);
        try {
            operations.move(directory, place);
        } catch (IOException failure) {
            if (key == null || !Files.notExists(directory) || Files.notExists(place) || !key.equals(key(place))) {
                throw failure;
            }
        }
    }

    /**
     * Returns the file key, which identifies a directory regardless of its name; null if the file system has no file
     * keys.
     */
    private static @Nullable Object key(Path directory) throws IOException {
        return Files.readAttributes(directory, BasicFileAttributes.class, LinkOption.NOFOLLOW_LINKS)
                .fileKey();
    }

    /** Syncs a directory that holds the new one to the disk. A failure is a finding, but no reason to give up. */
    private void sync(Path parent) {
        try {
            operations.sync(parent);
        } catch (IOException failure) {
            findings.add(Reasons.explain(FileRule.NOT_SYNCED.at(outside(parent)), failure)
                    .build());
        }
    }

    private void makeParents(Path parent) throws IOException {
        Deque<Path> missing = new ArrayDeque<>();
        for (Path each = parent; each != null && Files.notExists(each); each = each.getParent()) {
            missing.push(each);
        }
        for (Path each : missing) {
            current = outside(each);
            create(each, Modes.DIRECTORY);
            sync(parentOf(each));
        }
        current = outside(target);
    }

    private void create(Path directory, int mode) throws IOException {
        made.push(directory);
        try {
            operations.createDirectory(directory, mode);
        } catch (FileAlreadyExistsException others) {
            made.pop();
            throw others;
        }
    }

    private void fill(Path directory) throws IOException {
        NavigableSet<String> directories = directories();
        for (String each : directories) {
            current = places.apply(each);
            create(directory.resolve(each), Modes.DIRECTORY);
        }
        for (Map.Entry<String, byte[]> file : content.entrySet()) {
            current = places.apply(file.getKey());
            create(
                    directory.resolve(file.getKey()),
                    file.getValue(),
                    modes.getOrDefault(file.getKey(), Modes.FILE) & Modes.MASK);
        }
        for (String each : directories.descendingSet()) {
            current = places.apply(each);
            operations.sync(directory.resolve(each));
        }
        current = outside(target);
        if (replaces) {
            operations.copyAttributes(place, directory);
        }
        operations.sync(directory);
    }

    private void create(Path file, byte[] bytes, int mode) throws IOException {
        made.push(file);
        try {
            operations.createFile(file, bytes, mode);
        } catch (FileAlreadyExistsException others) {
            made.pop();
            throw others;
        }
    }

    /** Returns the directories that the files need, each after its parent. */
    private NavigableSet<String> directories() {
        NavigableSet<String> directories = new TreeSet<>();
        content.keySet().forEach(path -> directories.addAll(Layout.parents(path)));
        return directories;
    }

    /** Deletes the files and directories that this attempt created, the last first. Files of others stay. */
    private void undo() {
        try {
            if (replaces && Files.notExists(place)) {
                operations.createDirectory(place, Modes.PRIVATE);
            }
        } catch (IOException failure) {
            leftBehind(target, failure);
        }
        for (Path each : made) {
            try {
                operations.delete(each);
            } catch (NoSuchFileException neverMade) {
                // It was recorded before its creation, and the creation failed.
            } catch (IOException failure) {
                leftBehind(each, failure);
                return;
            }
        }
    }

    private void leftBehind(Path path, IOException failure) {
        findings.add(
                Reasons.explain(FileRule.LEFT_BEHIND.at(outside(path)), failure).build());
    }

    /** Returns the parent of a path. The path is absolute and no root, because a root cannot be created. */
    private static Path parentOf(Path path) {
        return Objects.requireNonNull(path.getParent(), "parent");
    }

    private static Location outside(Path path) {
        return Location.outside(path.toString());
    }
}
