package io.github.dmdsc.ini.files;

import io.github.dmdsc.model.Location;
import io.github.dmdsc.model.check.Diagnostic;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.FileAlreadyExistsException;
import java.nio.file.Files;
import java.nio.file.LinkOption;
import java.nio.file.NoSuchFileException;
import java.nio.file.Path;
import java.util.ArrayDeque;
import java.util.ArrayList;
import java.util.Collection;
import java.util.Comparator;
import java.util.Deque;
import java.util.List;
import java.util.Map;
import java.util.NavigableMap;
import java.util.NavigableSet;
import java.util.Objects;
import java.util.TreeSet;
import java.util.function.Function;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;

/** One attempt at writing a directory whose paths and target are checked; everything it does to the disk is here. */
final class AtomicWrite {
    private final FileOperations operations;
    private final Function<String, Location> places;
    private final NavigableMap<String, byte[]> content;
    private final Map<String, Integer> modes;
    private final Path target;
    /** The target without symbolic links, so that the directory is replaced and not the link to it. */
    private final Path place;

    private final boolean replaces;
    private final List<Diagnostic> findings = new ArrayList<>();
    private final Deque<Path> parentsMade = new ArrayDeque<>();

    private @Nullable Path temporary;
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

    List<Diagnostic> perform() {
        try {
            Path parent = parentOf(place);
            makeParents(parent);
            Path directory = operations.createTemporary(parent, "." + place.getFileName() + ".");
            temporary = directory;
            fill(directory);
            current = outside(target);
            operations.move(directory, place);
            operations.sync(parent);
        } catch (IOException failure) {
            findings.add(FileRule.WRITE_FAILED
                    .at(current)
                    .with("reason", Reasons.of(failure))
                    .build());
            undo();
        }
        return findings;
    }

    private void makeParents(Path parent) throws IOException {
        Deque<Path> missing = new ArrayDeque<>();
        for (Path each = parent; each != null && Files.notExists(each); each = each.getParent()) {
            missing.push(each);
        }
        for (Path each : missing) {
            current = outside(each);
            parentsMade.push(each);
            try {
                operations.createDirectory(each);
            } catch (FileAlreadyExistsException others) {
                parentsMade.pop();
                throw others;
            }
            operations.finishDirectory(each, Modes.DIRECTORY);
            operations.sync(parentOf(each));
        }
        current = outside(target);
    }

    private void fill(Path directory) throws IOException {
        NavigableSet<String> directories = directories();
        for (String each : directories) {
            current = places.apply(each);
            operations.createDirectory(directory.resolve(each));
        }
        for (Map.Entry<String, byte[]> file : content.entrySet()) {
            current = places.apply(file.getKey());
            operations.createFile(
                    directory.resolve(file.getKey()),
                    file.getValue(),
                    modes.getOrDefault(file.getKey(), Modes.FILE) & Modes.MASK);
        }
        for (String each : directories.descendingSet()) {
            current = places.apply(each);
            operations.finishDirectory(directory.resolve(each), Modes.DIRECTORY);
        }
        current = outside(target);
        operations.finishDirectory(directory, Modes.DIRECTORY);
    }

    /** Every directory that a file needs, each after the one that holds it. */
    private NavigableSet<String> directories() {
        NavigableSet<String> directories = new TreeSet<>();
        for (String path : content.keySet()) {
            for (int slash = path.indexOf('/'); slash >= 0; slash = path.indexOf('/', slash + 1)) {
                directories.add(path.substring(0, slash));
            }
        }
        return directories;
    }

    private void undo() {
        Path directory = temporary;
        try {
            if (directory != null && Files.notExists(directory, LinkOption.NOFOLLOW_LINKS)) {
                // The rename was done, even where it was reported as failed. Back first: the target is never half
                // there.
                operations.move(place, directory);
            }
            if (replaces && Files.notExists(place)) {
                operations.createDirectory(place);
            }
        } catch (IOException failure) {
            leftBehind(target, failure);
            return;
        }
        if (directory != null) {
            delete(contents(directory), directory);
        }
        if (!parentsMade.isEmpty()) {
            delete(parentsMade, parentsMade.getLast());
        }
    }

    /** Everything in the temporary directory, and it itself, each before what holds it. All of it is ours. */
    private List<Path> contents(Path directory) {
        try (Stream<Path> paths = Files.walk(directory)) {
            return paths.sorted(Comparator.comparing(Path::getNameCount).reversed())
                    .toList();
        } catch (IOException | UncheckedIOException unreadable) {
            // Deleting it then fails too, and that is reported.
            return List.of(directory);
        }
    }

    private void delete(Collection<Path> paths, Path top) {
        for (Path each : paths) {
            try {
                operations.delete(each);
            } catch (NoSuchFileException neverMade) {
                // Noted, but its making is what failed.
            } catch (IOException failure) {
                leftBehind(top, failure);
                return;
            }
        }
    }

    private void leftBehind(Path path, IOException failure) {
        findings.add(FileRule.LEFT_BEHIND
                .at(outside(path))
                .with("reason", Reasons.of(failure))
                .build());
    }

    /** The path is absolute and not a root, or there would be nothing to make. */
    private static Path parentOf(Path path) {
        return Objects.requireNonNull(path.getParent(), "parent");
    }

    private static Location outside(Path path) {
        return Location.outside(path.toString());
    }
}
