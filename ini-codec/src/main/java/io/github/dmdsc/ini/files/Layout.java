package io.github.dmdsc.ini.files;

import io.github.dmdsc.model.FileId;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.regex.Pattern;

/**
 * How a file of a host lies in a directory tree: {@code <host>/<absolute path>}. The drive of a Windows path is written
 * {@code D_}, which every file system takes, and read as {@code D:} too, which is what copying tools leave on Linux.
 * A drive is read in upper case, as paths are compared.
 */
final class Layout {
    private static final Pattern DRIVE = Pattern.compile("[A-Za-z][:_]");
    private static final Pattern WINDOWS_PATH = Pattern.compile("[A-Za-z]:/.*");

    /** An IPv6 address may start with a letter and a colon as well, but has two colons at least. */
    private static final Pattern DRIVE_AS_HOST = Pattern.compile("[A-Za-z]:[^:]*");

    private Layout() {}

    /** Whether the name of a host is a drive: then the host is missing, or somebody aims at a disk of ours. */
    static boolean isDriveNotHost(String name) {
        return DRIVE_AS_HOST.matcher(name).matches();
    }

    /** The file that lies at these names below the root, of which there are two at least. */
    static FileId toFile(List<String> names) {
        String host = names.get(0);
        List<String> path = names.subList(1, names.size());
        if (path.size() > 1 && DRIVE.matcher(path.get(0)).matches()) {
            return new FileId(
                    host,
                    Character.toUpperCase(path.get(0).charAt(0)) + ":/"
                            + String.join("/", path.subList(1, path.size())));
        }
        return new FileId(host, "/" + String.join("/", path));
    }

    /** The directories that a path needs, each after the one that holds it. */
    static List<String> parents(String path) {
        List<String> parents = new ArrayList<>();
        for (int slash = path.indexOf('/'); slash >= 0; slash = path.indexOf('/', slash + 1)) {
            parents.add(path.substring(0, slash));
        }
        return parents;
    }

    /** Where a file lies below the root; empty if it cannot be read back from there as the same file. */
    static Optional<String> toRelative(FileId file) {
        if (Names.isClutter(file.host()) || isDriveNotHost(file.host()) || !Names.isPlain(file.host())) {
            return Optional.empty();
        }
        String path = file.path();
        if (WINDOWS_PATH.matcher(path).matches()) {
            path = "/" + path.charAt(0) + "_" + path.substring(2);
        }
        if (!path.startsWith("/")) {
            return Optional.empty();
        }
        List<String> names = List.of((file.host() + path).split("/", -1));
        boolean readable = names.stream().allMatch(name -> Names.isPlain(name) && !Names.isClutter(name));
        return readable && toFile(names).equals(file) ? Optional.of(String.join("/", names)) : Optional.empty();
    }
}
