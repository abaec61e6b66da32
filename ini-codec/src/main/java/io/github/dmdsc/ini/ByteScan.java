package io.github.dmdsc.ini;

import java.lang.invoke.MethodHandles;
import java.lang.invoke.VarHandle;
import java.nio.ByteOrder;

/**
 * Searches bytes, eight at a time. In a mask of eight bytes, the high bit of each byte found is set. The lowest bit
 * that is set is always correct: a borrow of the subtraction can set an incorrect bit only above a correct one.
 */
final class ByteScan {
    private static final VarHandle LONGS = MethodHandles.byteArrayViewVarHandle(long[].class, ByteOrder.LITTLE_ENDIAN);
    private static final long ONES = 0x0101_0101_0101_0101L;
    private static final long HIGH_BITS = 0x8080_8080_8080_8080L;
    private static final long SPACES = ONES * ' ';
    private static final long TABS = ONES * '\t';
    private static final long EQUALS = ONES * '=';

    /**
     * A bound above LF and CR. The tab and other rare control characters are also below it, so each hit is checked
     * again.
     */
    private static final long BELOW = ONES * 0x0E;

    private ByteScan() {}

    /** Returns the position of the first LF or CR in from..to, or {@code to}. */
    static int nextLineEnd(byte[] bytes, int from, int to) {
        int at = from;
        while (true) {
            for (; at <= to - Long.BYTES; at += Long.BYTES) {
                long hits = less((long) LONGS.get(bytes, at), BELOW);
                if (hits != 0) {
                    at += firstIn(hits);
                    break;
                }
            }
            if (at >= to || IniDialect.isLineEnd(bytes[at])) {
                return at;
            }
            at++;
        }
    }

    /** Returns the position of the first space or control character in from..to, or {@code to}. */
    static int nextGap(byte[] bytes, int from, int to) {
        int at = from;
        for (; at <= to - Long.BYTES; at += Long.BYTES) {
            long hits = less((long) LONGS.get(bytes, at), SPACES + ONES);
            if (hits != 0) {
                return at + firstIn(hits);
            }
        }
        while (at < to && !isGap(bytes[at])) {
            at++;
        }
        return at;
    }

    /** Returns the position of the first space, control character or equals sign in from..to, or {@code to}. */
    static int nextGapOrEquals(byte[] bytes, int from, int to) {
        int at = from;
        for (; at <= to - Long.BYTES; at += Long.BYTES) {
            long word = (long) LONGS.get(bytes, at);
            long hits = less(word, SPACES + ONES) | less(word ^ EQUALS, ONES);
            if (hits != 0) {
                return at + firstIn(hits);
            }
        }
        while (at < to && !isGap(bytes[at]) && bytes[at] != '=') {
            at++;
        }
        return at;
    }

    /** Returns the position of the first byte in from..to that is not a blank, or {@code to}. */
    static int skipBlanks(byte[] bytes, int from, int to) {
        int at = from;
        if (at >= to || !IniDialect.isBlank(bytes[at])) {
            return at;
        }
        for (at++; at <= to - Long.BYTES; at += Long.BYTES) {
            long word = (long) LONGS.get(bytes, at);
            long others = notZero(word ^ SPACES) & notZero(word ^ TABS);
            if (others != 0) {
                return at + firstIn(others);
            }
        }
        while (at < to && IniDialect.isBlank(bytes[at])) {
            at++;
        }
        return at;
    }

    /** Returns the position of the first byte beyond ASCII in from..to, or {@code to}. */
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

    /** Marks the bytes of a word that are less than the bytes of the bound. The bytes of the bound must be ASCII. */
    private static long less(long word, long bound) {
        return (word - bound) & ~word & HIGH_BITS;
    }

    /** Marks the bytes of a word that are not zero. All marks are correct, not only the lowest. */
    private static long notZero(long word) {
        return (((word & ~HIGH_BITS) + ~HIGH_BITS) | word) & HIGH_BITS;
    }

    private static int firstIn(long marks) {
        return Long.numberOfTrailingZeros(marks) >>> 3;
    }

    private static boolean isGap(byte b) {
        return b >= 0 && b <= ' ';
    }
}
