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

/** The steps of which writing a directory consists; tests let one of them fail. */
interface FileOperations {
    FileOperations REAL = new Real();

    /** Modes are what is given at most: the process's umask takes bits away, as it does for every other program. */
    void createDirectory(Path directory, int mode) throws IOException;

    /** Creates a file that does not exist yet, and has it on the disk before it returns. */
    void createFile(Path file, byte[] content, int mode) throws IOException;

    /** Gives a directory the owner, group and permissions of another one. */
    void copyAttributes(Path from, Path directory) throws IOException;

    /** Has the entries of a directory on the disk before it returns. */
    void sync(Path directory) throws IOException;

    /** Renames in one step; the target does not exist, or is an empty directory. */
    void move(Path source, Path target) throws IOException;

    /** Deletes a file or an empty directory. */
    void delete(Path path) throws IOException;

    /** On the file system. Where there are no POSIX permissions, there is no way to sync a directory either. */
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
            // Not everybody may set an owner, and mostly it is the right one already.
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
    }
}
