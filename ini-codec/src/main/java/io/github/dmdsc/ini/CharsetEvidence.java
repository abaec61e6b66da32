package io.github.dmdsc.ini;

/**
 * Decides whether the character set that was detected for well-formed bytes is certain. Decision 0026 describes the
 * measurements for it.
 */
final class CharsetEvidence {
    /**
     * In Chinese text, more than one character in this many is in GB2312. In other text that is read as GB18030, hardly
     * any is.
     */
    private static final int GB2312_SHARE = 4;

    private CharsetEvidence() {}

    /**
     * Returns whether well-formed UTF-8 may also be a few words in GB18030. It may be if all bytes beyond ASCII are
     * pairs of C2–DF and A1–BF: each pair is a Latin, Greek, Cyrillic, Hebrew or Arabic letter in UTF-8, and a
     * character of GB2312 in GB18030. Chinese text in UTF-8 has other bytes, because its characters have three bytes.
     * Latin words do not count either: in them, a letter beyond ASCII is alone and beside an ASCII letter.
     */
    static boolean mayBeGb18030(byte[] utf8, int from) {
        boolean wordSeen = false;
        boolean runSeen = false;
        int at = from;
        while (at < utf8.length) {
            if (utf8[at] >= 0) {
                at++;
                continue;
            }
            int lead = utf8[at] & 0xFF;
            if (lead > 0xDF || (utf8[at + 1] & 0xFF) < 0xA1) {
                return false;
            }
            boolean latin = lead >= 0xC3 && lead <= 0xC5;
            wordSeen |= latin && (isAsciiLetter(utf8, at - 1) || isAsciiLetter(utf8, at + 2));
            at += 2;
            runSeen |= at < utf8.length && utf8[at] < 0;
        }
        return runSeen || !wordSeen;
    }

    /**
     * Returns whether well-formed GB18030 is unlikely to be Chinese text, because few of its characters are in GB2312.
     * Latin text in a one-byte set has this property: the second byte of each pair is ASCII.
     */
    static boolean isHardlyGb18030(byte[] gb18030, int from) {
        int characters = 0;
        int common = 0;
        int at = from;
        while (at < gb18030.length) {
            if (gb18030[at] >= 0) {
                at++;
                continue;
            }
            int lead = gb18030[at] & 0xFF;
            int trail = gb18030[at + 1] & 0xFF;
            characters++;
            if (lead >= 0xA1 && lead <= 0xF7 && trail >= 0xA1) {
                common++;
            }
            at += trail < 0x40 ? 4 : 2;
        }
        return common * GB2312_SHARE <= characters;
    }

    private static boolean isAsciiLetter(byte[] bytes, int at) {
        if (at < 0 || at >= bytes.length) {
            return false;
        }
        int c = IniDialect.lower(bytes[at]);
        return c >= 'a' && c <= 'z';
    }
}
