package io.github.dmdsc.ini;

import java.lang.invoke.MethodHandles;
import java.lang.invoke.VarHandle;
import java.nio.ByteOrder;

/** Finds line ends, and bytes beyond ASCII, eight bytes at a time. */
final class LineEnds {
    private static final VarHandle LONGS = MethodHandles.byteArrayViewVarHandle(long[].class, ByteOrder.LITTLE_ENDIAN);
    private static final long ONES = 0x0101_0101_0101_0101L;
    private static final long HIGH_BITS = 0x8080_8080_8080_8080L;

    /** Both line ends lie below this byte; the tab and other rare control characters do, too, and cost a second look. */
    private static final long BELOW = ONES * 0x0E;

    private LineEnds() {}

    /** The first LF or CR in from..to, or {@code to}. */
    static int next(byte[] bytes, int from, int to) {
        int at = from;
        while (true) {
            for (; at <= to - Long.BYTES; at += Long.BYTES) {
                long word = (long) LONGS.get(bytes, at);
                long hits = word - BELOW & ~word & HIGH_BITS;
                if (hits != 0) {
                    at += Long.numberOfTrailingZeros(hits) >>> 3;
                    break;
                }
            }
            if (at >= to || IniDialect.isLineEnd(bytes[at])) {
                return at;
            }
            at++;
        }
    }

    /** The first byte beyond ASCII in from..to, or {@code to}. */
    static int firstBeyondAscii(byte[] bytes, int from, int to) {
        int at = from;
        for (; at <= to - 4 * Long.BYTES; at += 4 * Long.BYTES) {
            long words = (long) LONGS.get(bytes, at)
                    | (long) LONGS.get(bytes, at + Long.BYTES)
                    | (long) LONGS.get(bytes, at + 2 * Long.BYTES)
                    | (long) LONGS.get(bytes, at + 3 * Long.BYTES);
            if ((words & HIGH_BITS) != 0) {
                break;
            }
        }
        while (at < to && bytes[at] >= 0) {
            at++;
        }
        return at;
    }
}
