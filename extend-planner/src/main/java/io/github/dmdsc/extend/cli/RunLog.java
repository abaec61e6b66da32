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

/**
 * The log of a run over ssh: the commands that were sent to the hosts, and their output. It contains no password. A run
 * appends to the log of earlier runs.
 */
final class RunLog implements Closeable {
    private final Writer writer;
    private Optional<IOException> failure = Optional.empty();

    private RunLog(Writer writer) {
        this.writer = writer;
    }

    /** Returns the path of the log that belongs to a journal, in the same directory. */
    static Path beside(Path journal) {
        return journal.resolveSibling(journal.getFileName() + ".log");
    }

    static RunLog open(Path file) throws IOException {
        return new RunLog(Files.newBufferedWriter(file, StandardOpenOption.CREATE, StandardOpenOption.APPEND));
    }

    /**
     * Writes commands, before they are sent to a host.
     *
     * @throws UncheckedIOException if these or earlier lines cannot be written; the commands must then not be sent
     */
    void command(String host, String lines) {
        write(Instant.now().truncatedTo(ChronoUnit.SECONDS) + " " + host + "\n> " + lines.replace("\n", "\n> "));
        failure.ifPresent(wrong -> {
            throw new UncheckedIOException(wrong);
        });
    }

    /** Writes a line that a host printed. */
    void output(String line) {
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
