package io.github.dmdsc.model;

/** Paths as the files write them, in the form that {@link FileId} has. */
public final class HostPaths {
    private HostPaths() {}

    /** A path with {@code /} between its parts, none doubled and none at the end; a Windows path keeps its drive. */
    public static String normal(String path) {
        StringBuilder normal = new StringBuilder(path.length());
        for (int i = 0; i < path.length(); i++) {
            char c = path.charAt(i) == '\\' ? '/' : path.charAt(i);
            if (c != '/' || normal.isEmpty() || normal.charAt(normal.length() - 1) != '/') {
                normal.append(c);
            }
        }
        while (normal.length() > 1 && normal.charAt(normal.length() - 1) == '/') {
            normal.setLength(normal.length() - 1);
        }
        return normal.toString();
    }
}
