package io.github.dmdsc.ini.files;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.io.IOException;
import java.nio.channels.FileChannel;
import java.nio.channels.FileLock;
import java.nio.channels.OverlappingFileLockException;
import java.nio.file.Path;
import java.nio.file.StandardOpenOption;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class WriterLockTest {
    @TempDir
    private Path parent;

    private static void lock(Path file) throws IOException {
        try (FileChannel channel = FileChannel.open(file, StandardOpenOption.WRITE);
                FileLock lock = channel.tryLock()) {
            assertThat(lock.isValid()).isTrue();
        }
    }

    @Test
    void a_closed_lock_is_free_and_its_file_stays_for_the_next_writer() throws IOException {
        WriterLock lock = WriterLock.take(parent, "out.", List.of("h/dm.ini"));
        Path file = lock.file().orElseThrow();

        assertThatThrownBy(() -> lock(file)).isInstanceOf(OverlappingFileLockException.class);
        lock.close();
        lock(file);
        assertThat(lock.file()).isEmpty();
        assertThat(file).content().contains("h/dm.ini");
    }

    @Test
    void a_released_lock_leaves_no_file() {
        WriterLock lock = WriterLock.take(parent, "out.", List.of());
        Path file = lock.file().orElseThrow();

        lock.release();

        assertThat(file).doesNotExist();
        assertThat(lock.file()).isEmpty();
    }

    @Test
    void the_directory_of_a_lock_has_the_prefix_and_a_number() {
        WriterLock lock = WriterLock.take(parent, "out.", List.of());

        assertThat(lock.directory().getFileName().toString()).matches("out\\.[0-9]+");
        lock.release();
    }

    @Test
    void without_a_directory_there_is_no_lock_and_nothing_to_remove() {
        WriterLock lock = WriterLock.take(parent.resolve("missing"), "out.", List.of());

        assertThat(lock.file()).isEmpty();
        assertThat(lock.removeLeftOvers()).isEmpty();
        lock.release();
    }
}
