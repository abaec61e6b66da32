package io.github.dmdsc.model.base;

import io.github.dmdsc.model.FileId;
import java.util.ArrayDeque;
import java.util.Deque;
import java.util.regex.Pattern;

/** Brings paths into the form that {@link FileId} has, and compares them. */
public final class HostPaths {
    private static final String UP = "..";
    private static final Pattern DRIVE = Pattern.compile("[A-Za-z]:(/|$)");

    private HostPaths() {}

    /**
     * Returns the normal form of a path: {@code /} between its parts, without double slashes, a slash at the end,
     * {@code .} and {@code ..}. {@code ..} is resolved without regard to symbolic links. A Windows path keeps its
     * drive, in upper case.
     */
    public static String normal(String path) {
        String slashed = path.replace('\\', '/');
        String root = slashed.startsWith("/") ? "/" : hasDrive(slashed) ? drive(slashed) : "";
        String rest = slashed.substring(root.length());
        Deque<String> parts = new ArrayDeque<>();
        for (String part : rest.split("/", -1)) {
            if (part.equals(UP) && !parts.isEmpty() && !parts.getLast().equals(UP)) {
                parts.removeLast();
            } else if (!part.isEmpty() && !part.equals(".") && !(part.equals(UP) && !root.isEmpty())) {
                parts.addLast(part);
            }
        }
        String joined = String.join("/", parts);
        if (root.isEmpty() && hasDrive(joined)) {
            return normal(joined);
        }
        return root.length() < 2 || joined.isEmpty() ? root + joined : root + "/" + joined;
    }

    /** Returns whether a path in normal form begins at the root of a file system. */
    public static boolean isAbsolute(String path) {
        return path.startsWith("/") || hasDrive(path);
    }

    /**
     * Returns whether two paths in normal form name the same file. Paths with a drive are Windows paths and are
     * compared without regard to case.
     */
    public static boolean same(String a, String b) {
        return (hasDrive(a) && hasDrive(b)) ? a.equalsIgnoreCase(b) : a.equals(b);
    }

    private static boolean hasDrive(String path) {
        return DRIVE.matcher(path).lookingAt();
    }

    private static String drive(String path) {
        return Character.toUpperCase(path.charAt(0)) + ":";
    }
}
