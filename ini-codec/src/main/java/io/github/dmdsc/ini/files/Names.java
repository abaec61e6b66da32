package io.github.dmdsc.ini.files;

import io.github.dmdsc.model.base.VisibleText;
import java.nio.charset.StandardCharsets;
import java.util.Set;

/** What the name of a file or directory may be. */
final class Names {
    /** What operating systems and version control leave in any directory; never part of a cluster. */
    private static final Set<String> CLUTTER = Set.of(
            ".DS_Store",
            ".git",
            ".gitattributes",
            ".gitignore",
            ".gitkeep",
            ".hg",
            ".svn",
            "Thumbs.db",
            "__MACOSX",
            "desktop.ini");

    /** What Linux takes for a path; a name in an archive may be a million times as long. */
    private static final int LONGEST = 4096;

    /** How much of a name somebody reads in a report. */
    private static final int SHOWN = 256;

    private static final char UNDECODED = '\uFFFD';

    private Names() {}

    /** Whether the name alone says that it is not part of a cluster. */
    static boolean isClutter(String name) {
        return CLUTTER.contains(name) || name.startsWith("._");
    }

    /** Whether it can be one part of a path. Control characters are refused: they lie to whoever reads a report. */
    static boolean isPlain(String name) {
        return !name.isEmpty()
                && !name.equals(".")
                && !name.equals("..")
                && name.indexOf('/') < 0
                && name.chars().noneMatch(Character::isISOControl);
    }

    /** Whether the bytes of the name were not text in the encoding they were read in. */
    static boolean isUndecodable(String name) {
        return name.indexOf(UNDECODED) >= 0;
    }

    /** Whether a name of several parts is longer than any system takes. */
    static boolean isTooLong(String name) {
        return name.length() > LONGEST || name.getBytes(StandardCharsets.UTF_8).length > LONGEST;
    }

    /** A name from an archive as a finding shows it. */
    static String shown(String name) {
        return name.length() <= SHOWN
                ? VisibleText.of(name)
                : VisibleText.of(name.substring(0, name.offsetByCodePoints(0, SHOWN / 2))) + "…";
    }
}
