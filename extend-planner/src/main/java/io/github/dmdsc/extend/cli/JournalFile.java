package io.github.dmdsc.extend.cli;

import io.github.dmdsc.extend.plan.ExtendPlan;
import io.github.dmdsc.extend.run.JournalEntry;
import io.github.dmdsc.extend.run.JournalText;
import io.github.dmdsc.model.Location;
import io.github.dmdsc.model.check.Finding;
import io.github.dmdsc.model.check.FindingKind;
import io.github.dmdsc.model.check.Messages;
import io.github.dmdsc.model.check.Read;
import io.github.dmdsc.model.check.Severity;
import java.io.Closeable;
import java.io.IOException;
import java.nio.ByteBuffer;
import java.nio.channels.Channels;
import java.nio.channels.FileChannel;
import java.nio.channels.FileLock;
import java.nio.channels.OverlappingFileLockException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardOpenOption;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;

/**
 * The journal as a file, with one line for each entry. {@link #append} returns after the entry is on the disk. A lock
 * prevents that two runs write at the same time; the operating system releases it when the process ends.
 */
final class JournalFile implements Closeable {
    private static final Messages MESSAGES = Messages.beside(JournalFile.class);
    private static final FindingKind LOCKED = FindingKind.of(MESSAGES, "CLI-0106", Severity.ERROR);
    private static final FindingKind UNWRITABLE = FindingKind.of(MESSAGES, "CLI-0107", Severity.ERROR);

    private final Path file;
    private final FileChannel channel;

    private JournalFile(Path file, FileChannel channel) {
        this.file = file;
        this.channel = channel;
    }

    /**
     * Opens the journal for one run. Creates the file if it does not exist. Returns empty, and adds a finding, if the
     * file cannot be used.
     */
    static Optional<JournalFile> open(Path file, List<Finding> findings) {
        try {
            FileChannel channel = FileChannel.open(
                    file, StandardOpenOption.CREATE, StandardOpenOption.READ, StandardOpenOption.WRITE);
            if (lock(channel)) {
                return Optional.of(new JournalFile(file, channel));
            }
            channel.close();
            findings.add(LOCKED.at(Location.outside(file.toString()))
                    .with("file", file)
                    .build());
        } catch (IOException failure) {
            findings.add(unwritable(file));
        }
        return Optional.empty();
    }

    private static boolean lock(FileChannel channel) throws IOException {
        try {
            FileLock lock = channel.tryLock();
            return lock != null && lock.isValid();
        } catch (OverlappingFileLockException sameProcess) {
            return false;
        }
    }

    /**
     * Reads the entries of a journal without locking it. Returns none if a run has not created the default journal yet,
     * and empty if the journal cannot be used.
     *
     * @param named whether the command line names the journal; then it must exist
     */
    static Read<Optional<List<JournalEntry>>> read(ExtendPlan plan, Path file, boolean named) {
        if (!named && !Files.exists(file)) {
            return new Read<>(Optional.of(List.of()), List.of());
        }
        List<Finding> findings = new ArrayList<>();
        return InputFile.bytes(file, findings)
                .map(bytes -> JournalText.read(plan, bytes, file.toString()))
                .orElseGet(() -> new Read<>(Optional.empty(), findings));
    }

    static Finding unwritable(Path file) {
        return UNWRITABLE
                .at(Location.outside(file.toString()))
                .with("file", file)
                .build();
    }

    Path file() {
        return file;
    }

    /**
     * Returns the entries of the journal. Cuts off an incomplete last line, which a killed process has left. If the
     * journal cannot be used, the file does not change.
     */
    Read<Optional<List<JournalEntry>>> entries(ExtendPlan plan) throws IOException {
        channel.position(0);
        byte[] content = Channels.newInputStream(channel).readAllBytes();
        Read<Optional<List<JournalEntry>>> read = JournalText.read(plan, content, file.toString());
        int whole = JournalText.completeLength(content);
        if (read.value().isPresent() && whole < content.length) {
            channel.truncate(whole);
            channel.force(true);
        }
        return read;
    }

    /** Appends an entry and waits until it is on the disk. */
    void append(String line) throws IOException {
        ByteBuffer bytes = ByteBuffer.wrap(line.getBytes(StandardCharsets.UTF_8));
        channel.position(channel.size());
        while (bytes.hasRemaining()) {
            channel.write(bytes);
        }
        channel.force(true);
    }

    @Override
    public void close() throws IOException {
        channel.close();
    }
}
