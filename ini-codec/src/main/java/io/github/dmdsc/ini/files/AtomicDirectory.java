package io.github.dmdsc.ini.files;

import io.github.dmdsc.model.Location;
import io.github.dmdsc.model.check.Finding;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.FileSystem;
import java.nio.file.Files;
import java.nio.file.InvalidPathException;
import java.nio.file.LinkOption;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.NavigableMap;
import java.util.Set;
import java.util.SortedMap;
import java.util.TreeMap;
import java.util.function.Function;
import java.util.stream.IntStream;
import java.util.stream.Stream;

/** Writes a directory that appears whole, or not at all. */
public final class AtomicDirectory {
    private final FileOperations operations;
    private final Function<String, Location> places;
    private final NavigableMap<String, byte[]> content;
    private final Map<String, Integer> modes;
    private final Path target;
    private final List<Finding> findings = new ArrayList<>();

    AtomicDirectory(
            FileOperations operations,
            Function<String, Location> places,
            SortedMap<String, byte[]> content,
            Map<String, Integer> modes,
            Path target) {
        this.operations = operations;
        this.places = places;
        this.content = new TreeMap<>(content);
        this.modes = modes;
        this.target = target;
    }

    /**
     * Writes files to a directory that does not exist yet, or is empty. A directory that holds exactly these files, byte
     * for byte, stays as it is. The files are written to a temporary directory beside
     * it, which is renamed once all of it is on the disk; missing parents of the target are made. If anything fails, all
     * of that is removed again, the target is as it was, and the findings say why. A process that is killed can leave the
     * temporary directory behind, named after the target between a dot and a number, and a file of that name and
     * {@code .lock}, but never half a target; the next write to that target by the same account removes both. A directory
     * that was there and empty keeps its owner, group and permissions.
     *
     * <p>Reported ({@code FIL-013x}): paths that are not plain or that this file system cannot take, a file where another
     * path needs a directory, a target that is no directory or holds other files, an operation that failed, with the path of it,
     * and what could not be removed after that. All of these are ERRORs; it is only a WARNING that a directory that
     * holds the target could not be brought onto the disk, so that a power failure now might undo the rename, or that
     * what a killed process left cannot be removed, and an INFO that it was, or that the target holds these files already. The target is not looked at for being inside
     * anything the files came from; {@link #realPath} tells where it is.
     *
     * @param content the bytes of each file by its path below the target, with {@code /} between the parts
     * @param modes POSIX permission bits by the same paths, 0 to 0777; 0644 where there are none. Directories get 0755.
     *     The umask of the process takes bits away from all of them. Other paths, and file systems without permissions, make them meaningless
     * @param target the directory to write
     * @return without an ERROR on success
     */
    public static List<Finding> write(SortedMap<String, byte[]> content, Map<String, Integer> modes, Path target) {
        return new AtomicDirectory(FileOperations.REAL, Location::outside, content, modes, target).write(List.of());
    }

    /** Writes, unless somebody has refused already. */
    List<Finding> write(List<Finding> refused) {
        findings.addAll(refused);
        checkPaths(target.getFileSystem());
        Path place = target;
        boolean replaces = false;
        try {
            place = realPath(target);
            if (Files.exists(place, LinkOption.NOFOLLOW_LINKS)) {
                replaces = true;
                place = place.toRealPath();
                checkTarget(place);
            }
        } catch (IOException failure) {
            add(FileRule.TARGET_NOT_A_DIRECTORY, outside(target));
        }
        if (findings.isEmpty()) {
            findings.addAll(new AtomicWrite(operations, places, content, modes, target, place, replaces).perform());
        }
        findings.sort(Finding.ORDER);
        return List.copyOf(findings);
    }

    /**
     * Where a path leads, whether something is there or not: {@link #write} writes there. {@code link/../out} lies beside
     * what the link names, not beside the link.
     *
     * @throws IOException if the file system cannot tell
     */
    public static Path realPath(Path path) throws IOException {
        Path absolute = path.toAbsolutePath();
        Path existing = absolute;
        while (existing.getParent() != null && !Files.exists(existing)) {
            existing = existing.getParent();
        }
        int names = existing.getNameCount();
        return names == absolute.getNameCount()
                ? existing.toRealPath()
                : existing.toRealPath()
                        .resolve(absolute.subpath(names, absolute.getNameCount()))
                        .normalize();
    }

    private void checkPaths(FileSystem fileSystem) {
        for (String path : content.keySet()) {
            if (!isPossible(path, fileSystem)) {
                Location at = places.apply(path);
                add(at.host().isEmpty() ? FileRule.RELATIVE_PATH_REFUSED : FileRule.PATH_REFUSED, at);
            }
            for (String parent : Layout.parents(path)) {
                if (content.containsKey(parent)) {
                    findings.add(FileRule.PATHS_COLLIDE
                            .at(places.apply(parent))
                            .against(places.apply(path))
                            .with("other", places.apply(path))
                            .build());
                }
            }
        }
    }

    private static boolean isPossible(String path, FileSystem fileSystem) {
        List<String> names = List.of(path.split("/", -1));
        if (!names.stream().allMatch(Names::isPlain)) {
            return false;
        }
        try {
            // A name that this system splits again, or takes for a drive, would lead elsewhere.
            Path here = fileSystem.getPath(path);
            return !here.isAbsolute() && here.getRoot() == null && here.getNameCount() == names.size();
        } catch (InvalidPathException unknownHere) {
            return false;
        }
    }

    private void checkTarget(Path place) throws IOException {
        if (!Files.isDirectory(place) || place.getParent() == null) {
            add(FileRule.TARGET_NOT_A_DIRECTORY, outside(target));
            return;
        }
        try (Stream<Path> children = Files.list(place)) {
            if (children.findAny().isEmpty()) {
                return;
            }
        }
        if (holdsTheContent(place)) {
            add(FileRule.ALREADY_THERE, outside(target));
        } else {
            findings.add(FileRule.TARGET_NOT_EMPTY
                    .at(outside(target))
                    .with("free", free())
                    .build());
        }
    }

    private boolean holdsTheContent(Path place) throws IOException {
        Set<Path> wanted = new HashSet<>();
        for (String path : content.keySet()) {
            wanted.add(place.resolve(path));
            Layout.parents(path).forEach(parent -> wanted.add(place.resolve(parent)));
        }
        try (Stream<Path> below = Files.walk(place)) {
            // A file that is not wanted ends the walk, however large the directory is.
            if (!below.skip(1).allMatch(wanted::remove) || !wanted.isEmpty()) {
                return false;
            }
        } catch (UncheckedIOException wrapped) {
            throw wrapped.getCause();
        }
        for (Map.Entry<String, byte[]> file : content.entrySet()) {
            Path path = place.resolve(file.getKey());
            if (!Files.isRegularFile(path, LinkOption.NOFOLLOW_LINKS)
                    || Files.size(path) != file.getValue().length
                    || !Arrays.equals(Files.readAllBytes(path), file.getValue())) {
                return false;
            }
        }
        return true;
    }

    /** The first of target-2, target-3, … that does not exist. */
    private String free() {
        return IntStream.iterate(2, number -> number + 1)
                .mapToObj(number -> target + "-" + number)
                .filter(path -> Files.notExists(target.getFileSystem().getPath(path), LinkOption.NOFOLLOW_LINKS))
                .findFirst()
                .orElseThrow();
    }

    private void add(FileRule rule, Location at) {
        findings.add(rule.at(at).build());
    }

    private static Location outside(Path path) {
        return Location.outside(path.toString());
    }
}
