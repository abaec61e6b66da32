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

/** Writes a directory completely or not at all. */
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
     * Writes files to a target directory that does not exist yet or is empty. A target that holds exactly these files,
     * byte for byte, does not change. The files are first written to a temporary directory beside the target. When all
     * of them are on the disk, the temporary directory is renamed to the target. Missing parents of the target are
     * created. An empty target keeps its owner, group and permissions.
     *
     * <p>If an operation fails, everything that was written is removed, the target does not change, and the findings
     * give the reason. If the process is killed, the target is never half written. A temporary directory can stay
     * beside it, named after the target with a dot before and a number after, and a file of the same name with {@code
     * .lock}. The next write to this target by the same account removes both.
     *
     * <p>Findings ({@code FIL-0131} to {@code FIL-0141}):
     *
     * <ul>
     *   <li>ERROR: a path is not plain, or this file system does not accept it; a file has the path of a directory that
     *       another file needs; the target is not a directory, or holds other files; an operation failed.
     *   <li>WARNING: after a failed operation, something could not be removed; a directory that holds the target could
     *       not be synced to the disk, so a power failure now might undo the rename; the rest of a killed process could
     *       not be removed.
     *   <li>INFO: the rest of a killed process was removed; the target already holds these files.
     * </ul>
     *
     * <p>The method does not check whether the target lies inside the directory that the files were read from. To check
     * it, call {@link #realPath}.
     *
     * @param content the bytes of each file, by its path below the target with {@code /} between the parts
     * @param modes POSIX permission bits by the same paths, 0 to 0777; 0644 for a file without an entry. Directories
     *     get 0755. The umask of the process applies. Ignored for other paths, and by file systems without permissions
     * @param target the directory to write
     * @return the findings; none is an ERROR on success
     */
    public static List<Finding> write(SortedMap<String, byte[]> content, Map<String, Integer> modes, Path target) {
        return new AtomicDirectory(FileOperations.REAL, Location::outside, content, modes, target).write(List.of());
    }

    /** Writes the files, unless there are findings already. */
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
     * Returns the real path to which {@link #write} writes, whether or not it exists yet. Symbolic links are resolved
     * before {@code ..}: {@code link/../out} is beside the target of the link, not beside the link.
     *
     * @throws IOException if the file system cannot resolve the path
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
                FileRule rule = at.host().isEmpty() ? FileRule.RELATIVE_PATH_REFUSED : FileRule.PATH_REFUSED;
                String ascii = path.replaceAll("[^\\x00-\\x7f]", "x");
                // A locale without UTF-8 makes Java refuse names that the file system takes.
                boolean locale = !ascii.equals(path) && isPossible(ascii, fileSystem);
                findings.add(rule.at(at).variant(locale ? "locale" : "").build());
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
            // A name that this file system splits into parts or reads as a drive would lead out of the target.
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
            // The first other file ends the walk, so a large directory is not read to its end.
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

    /** Returns the first of target-2, target-3, … that does not exist. */
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
