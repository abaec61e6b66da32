package io.github.dmdsc.ini.files;

import io.github.dmdsc.model.base.VisibleText;
import java.nio.charset.StandardCharsets;
import java.util.Set;

/** Checks names of files and directories. */
final class Names {
    /** Names that operating systems and version control use in any directory. They are never part of a cluster. */
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

    /** The greatest length of a path on Linux, in bytes. A name in an archive can be much longer. */
    private static final int LONGEST = 4096;

    /** The greatest length of a name that a finding shows completely. */
    private static final int SHOWN = 256;

    private static final char UNDECODED = '\uFFFD';

    private Names() {}

    /** Returns whether the name shows that it is not part of a cluster. */
    static boolean isClutter(String name) {
        return CLUTTER.contains(name) || name.startsWith("._");
    }

    /**
     * Returns whether a name can be one part of a path. Control characters are refused, because they can make a report
     * look different from its content.
     */
    static boolean isPlain(String name) {
        return !name.isEmpty()
                && !name.equals(".")
                && !name.equals("..")
                && !name.contains("/")
                && name.chars().noneMatch(Character::isISOControl);
    }

    /** Returns whether the bytes of the name could not be decoded. */
    static boolean isUndecodable(String name) {
        return name.indexOf(UNDECODED) >= 0;
    }

    /** Returns whether a path is longer than any system accepts. */
    static boolean isTooLong(String name) {
        return name.length() > LONGEST || name.getBytes(StandardCharsets.UTF_8).length > LONGEST;
    }

    /** Returns a name from an archive as a finding shows it. */
    static String shown(String name) {
        return name.length() <= SHOWN
                ? VisibleText.of(name)
                : VisibleText.of(name.substring(0, name.offsetByCodePoints(0, SHOWN / 2))) + "…";
    }
}
