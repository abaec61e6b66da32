package io.github.dmdsc.ini.files;

import io.github.dmdsc.model.FileId;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.regex.Pattern;

/**
 * Converts files of hosts to paths in a directory tree and back: {@code <host>/<absolute path>}. The drive of a Windows
 * path is written as {@code D_}, which every file system accepts. It is also read as {@code D:}, which copying tools
 * write on Linux. A drive is read in upper case, as in the normal form of paths.
 */
final class Layout {
    private static final Pattern DRIVE = Pattern.compile("[A-Za-z][:_]");
    private static final Pattern WINDOWS_PATH = Pattern.compile("[A-Za-z]:/.*");

    /**
     * A host name that is a drive. An IPv6 address can also begin with a letter and a colon, but it has at least two
     * colons.
     */
    private static final Pattern DRIVE_AS_HOST = Pattern.compile("[A-Za-z]:[^:]*");

    private Layout() {}

    /**
     * Returns whether the name of a host is a drive. Then the host is missing, or the path would lead to a local disk.
     */
    static boolean isDriveNotHost(String name) {
        return DRIVE_AS_HOST.matcher(name).matches();
    }

    /**
     * Returns the file at a path below the root.
     *
     * @param names the parts of the path, at least two
     */
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

    /** Returns the directories that a path needs, each after its parent. */
    static List<String> parents(String path) {
        List<String> parents = new ArrayList<>();
        for (int slash = path.indexOf('/'); slash >= 0; slash = path.indexOf('/', slash + 1)) {
            parents.add(path.substring(0, slash));
        }
        return parents;
    }

    /** Returns the path of a file below the root; empty if it cannot be read back from there as the same file. */
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
