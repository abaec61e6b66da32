package io.github.dmdsc.extend.cli;

import java.io.Closeable;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.io.Writer;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardOpenOption;
import java.time.Instant;
import java.time.temporal.ChronoUnit;
import java.util.Optional;

/** What was said to the hosts of a run and what they printed, behind what earlier runs wrote. Holds no password. */
final class RunLog implements Closeable {
    private final Writer writer;
    private Optional<IOException> failure = Optional.empty();

    private RunLog(Writer writer) {
        this.writer = writer;
    }

    /** Where the log of a journal is: beside it. */
    static Path beside(Path journal) {
        return journal.resolveSibling(journal.getFileName() + ".log");
    }

    static RunLog open(Path file) throws IOException {
        return new RunLog(Files.newBufferedWriter(file, StandardOpenOption.CREATE, StandardOpenOption.APPEND));
    }

    /**
     * Writes lines that are said to a host.
     *
     * @throws UncheckedIOException if they, or others before, cannot be kept: then nothing more is to be said
     */
    void said(String host, String lines) {
        write(Instant.now().truncatedTo(ChronoUnit.SECONDS) + " " + host + "\n> " + lines.replace("\n", "\n> "));
        failure.ifPresent(wrong -> {
            throw new UncheckedIOException(wrong);
        });
    }

    /** Writes a line that a host printed. */
    void printed(String line) {
        write(line);
    }

    private synchronized void write(String lines) {
        try {
            writer.write(lines);
            writer.write('\n');
            writer.flush();
        } catch (IOException wrong) {
            failure = Optional.of(wrong);
        }
    }

    @Override
    public void close() throws IOException {
        writer.close();
    }
}
