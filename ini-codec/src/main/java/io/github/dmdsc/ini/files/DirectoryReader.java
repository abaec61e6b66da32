package io.github.dmdsc.ini.files;

import io.github.dmdsc.ini.files.FileCollector.LimitReached;
import io.github.dmdsc.model.Location;
import io.github.dmdsc.model.check.Read;
import java.io.IOException;
import java.io.InputStream;
import java.nio.file.AccessDeniedException;
import java.nio.file.DirectoryIteratorException;
import java.nio.file.DirectoryStream;
import java.nio.file.Files;
import java.nio.file.LinkOption;
import java.nio.file.NoSuchFileException;
import java.nio.file.Path;
import java.nio.file.attribute.BasicFileAttributes;
import java.nio.file.attribute.PosixFileAttributeView;
import java.nio.file.attribute.PosixFileAttributes;
import java.util.ArrayDeque;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.Deque;
import java.util.Iterator;
import java.util.List;
import java.util.Optional;

/** Walks a directory tree in the order of its names. */
final class DirectoryReader {
    private final Path root;
    private final ReadLimits limits;
    private final FileCollector collector;
    /**
     * The directories from the root to the one that is being visited. The walk is not recursive, because a tree may be
     * deeper than the stack.
     */
    private final Deque<Level> open = new ArrayDeque<>();

    /**
     * A directory whose children are being visited.
     *
     * @param real its real path; a link to it from below is a loop
     * @param names the names from the root to it
     * @param children the children that are not visited yet
     */
    private record Level(Path real, List<String> names, Iterator<Path> children) {}

    private DirectoryReader(Path root, ReadLimits limits) {
        this.root = root;
        this.limits = limits;
        this.collector = new FileCollector(root.toString(), limits);
    }

    static Read<ClusterFiles> read(Path root, ReadLimits limits) {
        DirectoryReader reader = new DirectoryReader(root, limits);
        reader.readRoot();
        return reader.collector.result();
    }

    private void readRoot() {
        try {
            Path real = root.toRealPath();
            if (Files.isDirectory(real)) {
                enter(real, List.of());
                walk();
            } else {
                collector.add(FileRule.SOURCE_NOT_A_DIRECTORY.at(collector.source()));
            }
        } catch (NoSuchFileException missing) {
            collector.add(FileRule.SOURCE_MISSING.at(collector.source()));
        } catch (IOException failure) {
            unreadable(collector.source(), failure);
        } catch (LimitReached stop) {
            // The finding is already reported. The files that were read before it are kept.
        }
    }

    private void enter(Path directory, List<String> names) throws LimitReached {
        collector.countDirectory();
        try {
            open.addLast(new Level(directory, names, list(directory).iterator()));
        } catch (IOException failure) {
            unreadable(names.isEmpty() ? collector.source() : FileCollector.place(names), failure);
        }
    }

    private void walk() throws LimitReached {
        while (!open.isEmpty()) {
            Level level = open.getLast();
            if (level.children().hasNext()) {
                Path child = level.children().next();
                List<String> names = new ArrayList<>(level.names());
                names.add(child.getFileName().toString());
                visit(child, names);
            } else {
                open.removeLast();
            }
        }
    }

    /** Returns the children of a directory, sorted. Stops before a long listing fills the memory. */
    private List<Path> list(Path directory) throws IOException, LimitReached {
        List<Path> children = new ArrayList<>();
        try (DirectoryStream<Path> stream = Files.newDirectoryStream(directory)) {
            for (Path child : stream) {
                children.add(child);
                if (children.size() > 2L * limits.maxFiles()) {
                    throw collector.tooManyFiles();
                }
            }
        } catch (DirectoryIteratorException wrapped) {
            throw wrapped.getCause();
        }
        children.sort(Comparator.comparing(child -> child.getFileName().toString()));
        return children;
    }

    private void visit(Path path, List<String> names) throws LimitReached {
        Location at = FileCollector.place(names);
        String name = names.get(names.size() - 1);
        if (Names.isClutter(name)) {
            collector.countEntry();
            collector.add(FileRule.SKIPPED_BY_NAME.at(at));
        } else if (Names.isUndecodable(name)) {
            collector.countEntry();
            collector.add(FileRule.NAME_UNDECODABLE.at(at));
        } else if (!Names.isPlain(name) || (names.size() == 1 && Layout.isDriveNotHost(name))) {
            collector.countEntry();
            collector.add(FileRule.NAME_REFUSED.at(at));
        } else {
            try {
                visitPlain(path, names, at);
            } catch (IOException failure) {
                unreadable(at, failure);
            }
        }
    }

    private void visitPlain(Path path, List<String> names, Location at) throws IOException, LimitReached {
        BasicFileAttributes attributes = attributes(path);
        Path real = path;
        // A junction of Windows leads elsewhere like a link. It has both attributes, directory and other.
        if (attributes.isSymbolicLink() || (attributes.isDirectory() && attributes.isOther())) {
            Optional<Path> target = follow(path, at);
            if (target.isEmpty()) {
                collector.countEntry();
                return;
            }
            real = target.get();
            attributes = attributes(real);
        }
        if (attributes.isDirectory()) {
            enter(real, names);
            return;
        }
        collector.countEntry();
        if (names.size() == 1) {
            collector.add(FileRule.OUTSIDE_HOST.at(at));
        } else if (!attributes.isRegularFile()) {
            // The file is never opened, because a pipe would block.
            collector.add(FileRule.NOT_A_FILE.at(at));
        } else if (collector.acceptsSize(attributes.size(), at)) {
            readFile(real, names, at, attributes);
        }
    }

    private void readFile(Path real, List<String> names, Location at, BasicFileAttributes attributes)
            throws IOException, LimitReached {
        try (InputStream in = Files.newInputStream(real)) {
            byte[] content = collector.read(in, at);
            if (content != null) {
                Optional<Integer> mode = attributes instanceof PosixFileAttributes posix
                        ? Optional.of(Modes.of(posix.permissions()))
                        : Optional.empty();
                collector.put(Layout.toFile(names), content, mode);
            }
        }
    }

    /** Returns the target of a link. If the link must not be followed, adds a finding and returns empty. */
    private Optional<Path> follow(Path link, Location at) throws IOException {
        Path target = Files.isSymbolicLink(link) ? Files.readSymbolicLink(link) : link;
        Path real;
        try {
            real = link.toRealPath();
        } catch (AccessDeniedException denied) {
            throw denied;
        } catch (IOException nowhere) {
            collector.add(FileRule.LINK_BROKEN.at(at).with("target", target));
            return Optional.empty();
        }
        if (!real.startsWith(open.getFirst().real())) {
            collector.add(FileRule.LINK_LEAVES.at(at).with("target", target));
            return Optional.empty();
        }
        if (open.stream().anyMatch(level -> level.real().equals(real))) {
            collector.add(FileRule.LINK_LOOPS.at(at).with("target", target));
            return Optional.empty();
        }
        return Optional.of(real);
    }

    private static BasicFileAttributes attributes(Path path) throws IOException {
        PosixFileAttributeView posix =
                Files.getFileAttributeView(path, PosixFileAttributeView.class, LinkOption.NOFOLLOW_LINKS);
        return posix != null
                ? posix.readAttributes()
                : Files.readAttributes(path, BasicFileAttributes.class, LinkOption.NOFOLLOW_LINKS);
    }

    private void unreadable(Location at, IOException failure) {
        collector.add(Reasons.explain(FileRule.UNREADABLE.at(at), failure));
    }
}
