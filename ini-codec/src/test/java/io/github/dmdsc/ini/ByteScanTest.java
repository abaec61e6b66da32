package io.github.dmdsc.ini;

import static org.assertj.core.api.Assertions.fail;

import java.util.Arrays;
import java.util.function.IntPredicate;
import org.junit.jupiter.api.Test;

/** Tests every search, for every byte, at every place in and around a word of eight bytes. */
class ByteScanTest {
    private interface Search {
        int in(byte[] bytes, int from, int to);
    }

    @Test
    void line_ends_are_found_wherever_they_are() {
        check(ByteScan::nextLineEnd, b -> b == '\n' || b == '\r');
    }

    @Test
    void gaps_are_found_wherever_they_are() {
        check(ByteScan::nextGap, b -> b <= ' ');
    }

    @Test
    void equals_signs_are_found_wherever_they_are() {
        check(ByteScan::nextGapOrEquals, b -> b <= ' ' || b == '=');
    }

    @Test
    void what_is_no_blank_is_found_wherever_it_is() {
        check(ByteScan::skipBlanks, b -> b != ' ' && b != '\t');
    }

    @Test
    void bytes_beyond_ascii_are_found_wherever_they_are() {
        check(ByteScan::firstBeyondAscii, b -> b >= 0x80);
    }

    private static void check(Search search, IntPredicate wanted) {
        int[] fills = {'x', ' ', '\t', 0, 0x0E, 0x1F, '!', '<', '>', 0x7F, 0x80, 0x89, 0xA0, 0xBD, 0xFF};
        for (int fill : fills) {
            if (!wanted.test(fill)) {
                for (int other = 0; other <= 0xFF; other++) {
                    checkLengths(search, wanted, (byte) fill, other);
                }
            }
        }
    }

    private static void checkLengths(Search search, IntPredicate wanted, byte fill, int other) {
        for (int length : new int[] {0, 1, 7, 8, 9, 16, 33, 40}) {
            byte[] bytes = new byte[length + 4];
            for (int at = 0; at <= length; at += length > 16 ? 5 : 1) {
                Arrays.fill(bytes, 0, 2, (byte) other);
                Arrays.fill(bytes, 2, length + 2, fill);
                Arrays.fill(bytes, length + 2, length + 4, (byte) other);
                if (at < length) {
                    bytes[2 + at] = (byte) other;
                }
                int expected = at < length && wanted.test(other) ? 2 + at : 2 + length;
                if (search.in(bytes, 2, length + 2) != expected) {
                    fail("%d in %d at %d of %d", other, (int) fill, at, length);
                }
            }
        }
    }
}
