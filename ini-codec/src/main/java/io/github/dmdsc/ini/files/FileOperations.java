package io.github.dmdsc.ini.files;

import java.io.IOException;
import java.nio.ByteBuffer;
import java.nio.channels.FileChannel;
import java.nio.file.CopyOption;
import java.nio.file.Files;
import java.nio.file.OpenOption;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;
import java.nio.file.StandardOpenOption;
import java.nio.file.attribute.PosixFileAttributeView;
import java.nio.file.attribute.PosixFileAttributes;
import java.util.Set;

/** The operations for writing a directory. Tests let one of them fail. */
interface FileOperations {
    FileOperations REAL = new Real();

    /** Creates a directory. The umask of the process removes bits from the mode. */
    void createDirectory(Path directory, int mode) throws IOException;

    /**
     * Creates a file that does not exist yet, and syncs it to the disk. The umask of the process removes bits from the
     * mode.
     */
    void createFile(Path file, byte[] content, int mode) throws IOException;

    /** Gives a directory the owner, group and permissions of another one. */
    void copyAttributes(Path from, Path directory) throws IOException;

    /** Syncs the entries of a directory to the disk. */
    void sync(Path directory) throws IOException;

    /** Renames a file or directory in one step. The target does not exist, or is an empty directory or a file. */
    void move(Path source, Path target) throws IOException;

    /** Deletes a file or an empty directory. */
    void delete(Path path) throws IOException;

    /**
     * The operations on the real file system. A file system without POSIX permissions cannot sync directories either.
     */
    final class Real implements FileOperations {
        @Override
        public void createDirectory(Path directory, int mode) throws IOException {
            Files.createDirectory(directory, Modes.attributes(directory, mode));
        }

        @Override
        public void createFile(Path file, byte[] content, int mode) throws IOException {
            Set<OpenOption> options = Set.of(StandardOpenOption.CREATE_NEW, StandardOpenOption.WRITE);
            try (FileChannel channel = FileChannel.open(file, options, Modes.attributes(file, mode))) {
                ByteBuffer rest = ByteBuffer.wrap(content);
                while (rest.hasRemaining()) {
                    channel.write(rest);
                }
                channel.force(true);
            }
        }

        @Override
        public void copyAttributes(Path from, Path directory) throws IOException {
            PosixFileAttributeView view = Files.getFileAttributeView(directory, PosixFileAttributeView.class);
            if (view == null) {
                return;
            }
            PosixFileAttributes wanted = Files.readAttributes(from, PosixFileAttributes.class);
            PosixFileAttributes present = view.readAttributes();
            // Most users may not set an owner, and usually it is correct already.
            if (!wanted.owner().equals(present.owner())) {
                view.setOwner(wanted.owner());
            }
            if (!wanted.group().equals(present.group())) {
                view.setGroup(wanted.group());
            }
            view.setPermissions(wanted.permissions());
        }

        @Override
        public void sync(Path directory) throws IOException {
            if (Modes.isPosix(directory)) {
                try (FileChannel channel = FileChannel.open(directory, StandardOpenOption.READ)) {
                    channel.force(true);
                }
            }
        }

        @Override
        public void move(Path source, Path target) throws IOException {
            boolean exists = Files.isDirectory(target);
            if (exists && !Modes.isPosix(target)) {
                // Only POSIX can rename over an empty directory. Deletion fails if it is not empty any more.
                Files.delete(target);
                exists = false;
            }
            CopyOption[] options = exists
                    ? new CopyOption[] {StandardCopyOption.ATOMIC_MOVE, StandardCopyOption.REPLACE_EXISTING}
                    : new CopyOption[] {StandardCopyOption.ATOMIC_MOVE};
            Files.move(source, target, options);
        }

        @Override
        public void delete(Path path) throws IOException {
            Files.delete(path);
        }
    }
}
