package io.github.dmdsc.ini.files;

import java.io.IOException;
import java.nio.file.Path;
import java.util.Arrays;

/** File operations one of which fails. */
class FailingOperations implements FileOperations {
    enum How {
        /** The operation does nothing and fails. */
        BEFORE,
        /** The operation is carried out, completely or in part, and then fails. */
        AFTER,
        /** The operation and all operations after it fail. */
        FOR_EVER,
        /** The machine stops at the operation. */
        CRASH
    }

    /** Stands for a power failure. No code catches it. */
    static final class Crash extends Error {}

    private interface Step {
        void run() throws IOException;
    }

    private final int failing;
    private final How how;
    private int count;

    FailingOperations(int failing, How how) {
        this.failing = failing;
        this.how = how;
    }

    boolean failed() {
        return count > failing;
    }

    private void perform(Step whole, Step half) throws IOException {
        int number = count++;
        if (number == failing && how == How.AFTER) {
            half.run();
        }
        if (number >= failing && how == How.CRASH) {
            throw new Crash();
        }
        if (number == failing || (number > failing && how == How.FOR_EVER)) {
            throw new IOException("the disk is on fire");
        }
        whole.run();
    }

    @Override
    public void createDirectory(Path directory, int mode) throws IOException {
        Step whole = () -> REAL.createDirectory(directory, mode);
        perform(whole, whole);
    }

    @Override
    public void createFile(Path file, byte[] content, int mode) throws IOException {
        perform(
                () -> REAL.createFile(file, content, mode),
                () -> REAL.createFile(file, Arrays.copyOf(content, content.length / 2), mode));
    }

    @Override
    public void copyAttributes(Path from, Path directory) throws IOException {
        Step whole = () -> REAL.copyAttributes(from, directory);
        perform(whole, whole);
    }

    @Override
    public void sync(Path directory) throws IOException {
        Step whole = () -> REAL.sync(directory);
        perform(whole, whole);
    }

    @Override
    public void move(Path source, Path target) throws IOException {
        Step whole = () -> REAL.move(source, target);
        perform(whole, whole);
    }

    @Override
    public void delete(Path path) throws IOException {
        Step whole = () -> REAL.delete(path);
        perform(whole, whole);
    }
}
