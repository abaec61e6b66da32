package io.github.dmdsc.model;

import java.util.Comparator;
import java.util.Objects;

/**
 * The name of one file of a cluster.
 *
 * @param host the host as the operator names it: an address or a host name
 * @param path the absolute path on that host, with {@code /} between its parts; a Windows path keeps its drive
 */
public record FileId(String host, String path) implements Comparable<FileId> {
    private static final Comparator<FileId> ORDER =
            Comparator.comparing(FileId::host).thenComparing(FileId::path);

    public FileId {
        Objects.requireNonNull(host, "host");
        Objects.requireNonNull(path, "path");
    }

    /**
     * Reads {@code <host>:<absolute path>}. The path begins at the first slash or drive letter that follows a colon, so
     * the host may be an IPv6 address. Backslashes become slashes, and the drive letter becomes upper case, as in every
     * path that is read from files.
     *
     * @throws IllegalArgumentException if the text has another form
     */
    public static FileId parse(String text) {
        for (int colon = text.indexOf(':'); colon > 0; colon = text.indexOf(':', colon + 1)) {
            String path = text.substring(colon + 1);
            boolean drive = path.matches("[A-Za-z]:[/\\\\].*");
            if (drive || path.startsWith("/")) {
                String slashed = path.replace('\\', '/');
                return new FileId(
                        text.substring(0, colon),
                        drive ? Character.toUpperCase(slashed.charAt(0)) + slashed.substring(1) : slashed);
            }
        }
        throw new IllegalArgumentException("'" + text + "' is not <host>:<absolute path>");
    }

    /** The last part of the path. */
    public String name() {
        return path.substring(path.lastIndexOf('/') + 1);
    }

    /** The path without its last part, and without the slash before it. */
    public String directory() {
        return path.substring(0, Math.max(0, path.lastIndexOf('/')));
    }

    /** Returns a file with another path on the same host. */
    public FileId sibling(String otherPath) {
        return new FileId(host, otherPath);
    }

    @Override
    public int compareTo(FileId other) {
        return ORDER.compare(this, other);
    }

    @Override
    public String toString() {
        return host + ":" + path;
    }
}
