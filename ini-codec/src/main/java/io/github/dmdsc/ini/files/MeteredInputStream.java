package io.github.dmdsc.ini.files;

import java.io.FilterInputStream;
import java.io.IOException;
import java.io.InputStream;

/** Fails once more bytes were taken from a stream than are allowed. */
final class MeteredInputStream extends FilterInputStream {
    private long allowed;
    private long used;

    MeteredInputStream(InputStream in) {
        super(in);
    }

    /** Starts to count anew. */
    void allow(long bytes) {
        allowed = bytes;
        used = 0;
    }

    /** How many bytes were taken since the count began. */
    long used() {
        return used;
    }

    @Override
    public int read() throws IOException {
        int next = super.read();
        return next < 0 ? next : (int) count(1, next);
    }

    @Override
    public int read(byte[] buffer, int offset, int length) throws IOException {
        int read = super.read(buffer, offset, length);
        return read < 0 ? read : (int) count(read, read);
    }

    @Override
    public long skip(long wanted) throws IOException {
        long skipped = super.skip(wanted);
        return count(skipped, skipped);
    }

    @Override
    public boolean markSupported() {
        return false;
    }

    private long count(long bytes, long result) throws IOException {
        used += bytes;
        if (used > allowed) {
            throw new IOException("a header is too long");
        }
        return result;
    }
}
