package io.github.dmdsc.ini;

import java.lang.invoke.MethodHandles;
import java.lang.invoke.VarHandle;
import java.nio.ByteOrder;

/**
 * Finds the next byte of a kind, eight bytes at a time. Each byte found gets its high bit set in a mask of eight bytes.
 * The lowest mark is always right: a borrow of the subtraction can set a wrong mark only above a right one.
 */
final class ByteScan {
    private static final VarHandle LONGS = MethodHandles.byteArrayViewVarHandle(long[].class, ByteOrder.LITTLE_ENDIAN);
    private static final long ONES = 0x0101_0101_0101_0101L;
    private static final long HIGH_BITS = 0x8080_8080_8080_8080L;
    private static final long SPACES = ONES * ' ';
    private static final long TABS = ONES * '\t';
    private static final long EQUALS = ONES * '=';

    /** Both line ends lie below this byte; the tab and other rare control characters do, too, and cost a second look. */
    private static final long BELOW = ONES * 0x0E;

    private ByteScan() {}

    /** The first LF or CR in from..to, or {@code to}. */
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

    /** The first space or control character in from..to, or {@code to}. */
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

    /** The first space, control character or equals sign in from..to, or {@code to}. */
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

    /** The first byte in from..to that is not a blank, or {@code to}. */
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

    /** Marks the bytes that are less than those of the bound, which are ASCII. */
    private static long less(long word, long bound) {
        return (word - bound) & ~word & HIGH_BITS;
    }

    /** Marks the bytes that are not zero, all of them rightly. */
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
