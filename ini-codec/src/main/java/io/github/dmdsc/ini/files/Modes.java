package io.github.dmdsc.ini.files;

import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.attribute.FileAttribute;
import java.nio.file.attribute.PosixFileAttributeView;
import java.nio.file.attribute.PosixFilePermission;
import java.nio.file.attribute.PosixFilePermissions;
import java.util.EnumSet;
import java.util.Set;

/** Converts POSIX permissions to numbers and back. */
final class Modes {
    static final int MASK = 0777;
    static final int FILE = 0644;
    static final int DIRECTORY = 0755;
    static final int PRIVATE = 0700;
    static final int PRIVATE_FILE = 0600;

    private Modes() {}

    /** Returns the attributes for creating a file; none if the file system has no POSIX permissions. */
    static FileAttribute<?>[] attributes(Path path, int mode) {
        return isPosix(path)
                ? new FileAttribute<?>[] {PosixFilePermissions.asFileAttribute(permissions(mode))}
                : new FileAttribute<?>[0];
    }

    static boolean isPosix(Path path) {
        return Files.getFileAttributeView(path, PosixFileAttributeView.class) != null;
    }

    /** Returns the number of permissions, 0 to 0777. */
    static int of(Set<PosixFilePermission> permissions) {
        return permissions.stream().mapToInt(Modes::bit).sum();
    }

    static Set<PosixFilePermission> permissions(int mode) {
        Set<PosixFilePermission> permissions = EnumSet.allOf(PosixFilePermission.class);
        permissions.removeIf(permission -> (mode & bit(permission)) == 0);
        return permissions;
    }

    private static int bit(PosixFilePermission permission) {
        return switch (permission) {
            case OWNER_READ -> 0400;
            case OWNER_WRITE -> 0200;
            case OWNER_EXECUTE -> 0100;
            case GROUP_READ -> 040;
            case GROUP_WRITE -> 020;
            case GROUP_EXECUTE -> 010;
            case OTHERS_READ -> 04;
            case OTHERS_WRITE -> 02;
            case OTHERS_EXECUTE -> 01;
        };
    }
}
