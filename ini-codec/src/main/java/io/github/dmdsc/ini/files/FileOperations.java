package io.github.dmdsc.ini.files;

import java.io.IOException;
import java.nio.ByteBuffer;
import java.nio.channels.FileChannel;
import java.nio.file.CopyOption;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;
import java.nio.file.StandardOpenOption;
import java.nio.file.attribute.PosixFileAttributeView;

/** The steps of which writing a directory consists; tests let one of them fail. */
interface FileOperations {
    FileOperations REAL = new Real();

    Path createTemporary(Path parent, String prefix) throws IOException;

    void createDirectory(Path directory) throws IOException;

    /** Creates a file that does not exist yet, and has it on the disk before it returns. */
    void createFile(Path file, byte[] content, int mode) throws IOException;

    /** Gives a finished directory its permissions, and has its entries on the disk before it returns. */
    void finishDirectory(Path directory, int mode) throws IOException;

    /** Has the entries of a directory on the disk before it returns. */
    void sync(Path directory) throws IOException;

    /** Renames in one step; the target does not exist, or is an empty directory. */
    void move(Path source, Path target) throws IOException;

    /** Deletes a file or an empty directory. */
    void delete(Path path) throws IOException;

    /** On the file system. Where there are no POSIX permissions, there is no way to sync a directory either. */
    final class Real implements FileOperations {
        @Override
        public Path createTemporary(Path parent, String prefix) throws IOException {
            return Files.createTempDirectory(parent, prefix);
        }

        @Override
        public void createDirectory(Path directory) throws IOException {
            Files.createDirectory(directory);
        }

        @Override
        public void createFile(Path file, byte[] content, int mode) throws IOException {
            try (FileChannel channel =
                    FileChannel.open(file, StandardOpenOption.CREATE_NEW, StandardOpenOption.WRITE)) {
                ByteBuffer rest = ByteBuffer.wrap(content);
                while (rest.hasRemaining()) {
                    channel.write(rest);
                }
                setMode(file, mode);
                channel.force(true);
            }
        }

        @Override
        public void finishDirectory(Path directory, int mode) throws IOException {
            setMode(directory, mode);
            sync(directory);
        }

        @Override
        public void sync(Path directory) throws IOException {
            if (isPosix(directory)) {
                try (FileChannel channel = FileChannel.open(directory, StandardOpenOption.READ)) {
                    channel.force(true);
                }
            }
        }

        @Override
        public void move(Path source, Path target) throws IOException {
            boolean exists = Files.isDirectory(target);
            if (exists && !isPosix(target)) {
                // Only POSIX renames over an empty directory; deleting fails if it is empty no longer.
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

        private static void setMode(Path path, int mode) throws IOException {
            if (isPosix(path)) {
                Files.setPosixFilePermissions(path, Modes.permissions(mode));
            }
        }

        private static boolean isPosix(Path path) {
            return Files.getFileAttributeView(path, PosixFileAttributeView.class) != null;
        }
    }
}
