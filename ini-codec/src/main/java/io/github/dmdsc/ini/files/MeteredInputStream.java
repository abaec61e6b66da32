package io.github.dmdsc.ini.files;

import java.io.ByteArrayOutputStream;
import java.io.FilterInputStream;
import java.io.IOException;
import java.io.InputStream;

/** Fails if more bytes are read from a stream than are allowed. Also counts zeros, and can keep the bytes. */
final class MeteredInputStream extends FilterInputStream {
    private long allowed;
    private long used;
    private int zeros;
    private int mostZeros;
    private boolean keeping;
    private final ByteArrayOutputStream kept = new ByteArrayOutputStream();

    MeteredInputStream(InputStream in) {
        super(in);
    }

    /** Restarts the count, and keeps the bytes that are read from now on. */
    void allowAndKeep(int bytes) {
        allow(bytes);
        kept.reset();
        keeping = true;
    }

    /** Returns the bytes that were kept. */
    byte[] kept() {
        return kept.toByteArray();
    }

    /** Restarts the count, and keeps no further bytes. The kept bytes stay until {@link #allowAndKeep} is called. */
    void allow(long bytes) {
        keeping = false;
        allowed = bytes;
        used = 0;
        zeros = 0;
        mostZeros = 0;
    }

    /** The number of bytes that were read since the count began. */
    long used() {
        return used;
    }

    /** The greatest number of consecutive zeros that were read since the count began. */
    int mostZeros() {
        return mostZeros;
    }

    @Override
    public int read() throws IOException {
        int next = super.read();
        if (next >= 0) {
            look((byte) next);
            count(1);
            keep(new byte[] {(byte) next}, 0, 1);
        }
        return next;
    }

    @Override
    public int read(byte[] buffer, int offset, int length) throws IOException {
        int read = super.read(buffer, offset, length);
        for (int each = 0; each < read; each++) {
            look(buffer[offset + each]);
        }
        count(Math.max(0, read));
        keep(buffer, offset, Math.max(0, read));
        return read;
    }

    @Override
    public long skip(long wanted) throws IOException {
        long skipped = super.skip(wanted);
        count(skipped);
        return skipped;
    }

    @Override
    public boolean markSupported() {
        return false;
    }

    private void keep(byte[] buffer, int offset, int length) {
        if (keeping) {
            kept.write(buffer, offset, length);
        }
    }

    private void look(byte next) {
        zeros = next == 0 ? zeros + 1 : 0;
        mostZeros = Math.max(mostZeros, zeros);
    }

    private void count(long bytes) throws IOException {
        used += bytes;
        if (used > allowed) {
            throw new DamagedArchive("header", "a header is too long");
        }
    }
}
