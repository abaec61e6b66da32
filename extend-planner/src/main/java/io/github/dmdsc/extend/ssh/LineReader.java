package io.github.dmdsc.extend.ssh;

import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.InputStream;
import java.util.function.Consumer;

/** Reads the output of a process in a thread of its own, and passes on each line as soon as it is complete. */
final class LineReader implements Runnable {
    private final InputStream in;
    private final int most;
    private final Consumer<String> lines;
    private final Runnable tooLong;
    private final Thread thread = new Thread(this);
    private final ByteArrayOutputStream all = new ByteArrayOutputStream();
    private volatile boolean isTooLong;

    private LineReader(InputStream in, int most, Consumer<String> lines, Runnable tooLong) {
        this.in = in;
        this.most = most;
        this.lines = lines;
        this.tooLong = tooLong;
    }

    /**
     * Starts to read.
     *
     * @param most the most bytes that are read
     * @param lines receives each line without its line end
     * @param tooLong is called if there are more bytes
     */
    static LineReader of(InputStream in, int most, Consumer<String> lines, Runnable tooLong) {
        LineReader reader = new LineReader(in, most, lines, tooLong);
        reader.thread.setDaemon(true);
        reader.thread.start();
        return reader;
    }

    @Override
    public void run() {
        ByteArrayOutputStream line = new ByteArrayOutputStream();
        byte[] chunk = new byte[1 << 13];
        try {
            for (int count = in.read(chunk); count >= 0 && !isTooLong; count = in.read(chunk)) {
                synchronized (all) {
                    all.write(chunk, 0, count);
                    isTooLong = all.size() > most;
                }
                for (int i = 0; i < count; i++) {
                    if (chunk[i] == '\n') {
                        hand(line);
                    } else {
                        line.write(chunk[i]);
                    }
                }
            }
        } catch (IOException closed) {
            // The process was stopped while it printed.
        }
        if (line.size() > 0) {
            hand(line);
        }
        if (isTooLong) {
            tooLong.run();
        }
    }

    private void hand(ByteArrayOutputStream line) {
        synchronized (lines) {
            lines.accept(HostText.of(line.toByteArray()));
        }
        line.reset();
    }

    /** Waits until all output is read, but not longer than until the given value of {@link System#nanoTime}. */
    void await(long until) {
        try {
            thread.join(Math.max(1, (until - System.nanoTime()) / 1_000_000));
        } catch (InterruptedException interrupted) {
            Thread.currentThread().interrupt();
        }
    }

    /** Returns the text that was read so far. */
    String text() {
        synchronized (all) {
            return HostText.of(all.toByteArray());
        }
    }

    boolean isTooLong() {
        return isTooLong;
    }
}
