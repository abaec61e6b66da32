package io.github.dmdsc.ini;

/**
 * The rules by which dmdsc reads the lines of an INI file.
 *
 * <h2>Lines</h2>
 *
 * <ul>
 *   <li>A line ends with LF, CR LF or CR; one file may mix them. A last line without a line end is a line, too. A line
 *       end at the end of the file does not begin a further, empty line.
 *   <li>Blanks are the space and the tab, nothing else. NUL, form feed, the no-break space, the ideographic space and
 *       every other character are ordinary text.
 *   <li>A byte order mark at the start of the file belongs to no line.
 * </ul>
 *
 * <h2>What a line is</h2>
 *
 * <ul>
 *   <li>A line without any text but blanks is blank.
 *   <li>A line whose first text is {@code #}, {@code ;} or {@code //} is a comment.
 *   <li>A line whose first text is <code>[</code> is a section header. The name reaches to the first <code>]</code>,
 *       without the blanks around it; comment marks inside the brackets are part of the name. After the bracket, there
 *       can be blanks and a comment; the comment needs no blank before it. A line without a closing bracket, without a
 *       name, or with other text after the bracket is a malformed header.
 *   <li>Every other line is an entry: the first {@code =} separates the key from the value; the blanks around them
 *       belong to neither. A line without {@code =} or without a key is malformed. An {@code =} inside a trailing
 *       comment does not count: {@code KEY # a=b} is malformed.
 *   <li>A malformed line is kept and reported, and nothing is read from it.
 * </ul>
 *
 * <h2>Where a section ends</h2>
 *
 * <ul>
 *   <li>A section reaches from its header to the next line whose first text is <code>[</code>, or to the end of the
 *       file. That line may be a malformed header: {@code [b}, {@code []}, {@code [[sub]]}, {@code [b] text} and
 *       {@code [a]b]} end the section before them as well.
 *   <li>A malformed header begins no section. The entries between it and the next header belong to no section: they
 *       have no meaning, and no edit of a section changes them.
 *   <li>The lines before the first line whose first text is <code>[</code> form the global section, which exists even
 *       if it is empty.
 * </ul>
 *
 * <h2>Where a value ends</h2>
 *
 * <ul>
 *   <li>A trailing comment begins at the first {@code #} or {@code //} after a blank. So {@code /a#b} and
 *       {@code http://x} are values, and so is {@code sh -c x ; y}: a semicolon in an entry is text.
 *   <li>Directly at the start of the value, {@code #} also begins a comment, and the value is empty; {@code //} does so
 *       only before a blank or the end of the line. So {@code //server/share} is a value.
 *   <li>If the value begins with {@code "} or {@code '} and the same quote occurs again in the line, the text between
 *       the two quotes belongs to the value, even if it has comment marks. The quotes stay part of the value. A quote
 *       that is not closed, or that is not at the start of the value, is ordinary text.
 *   <li>There is no escape character and no continuation line.
 * </ul>
 *
 * <h2>Names</h2>
 *
 * <ul>
 *   <li>Keys and section names are compared without regard to the case of the letters A to Z, and printed as written.
 *   <li>Sections and keys may repeat; their position distinguishes them.
 * </ul>
 */
public final class IniDialect {
    private IniDialect() {}

    static boolean isBlank(int c) {
        return c == ' ' || c == '\t';
    }

    static boolean isLineEnd(int c) {
        return c == '\n' || c == '\r';
    }

    /** Returns whether two names are equal without regard to the case of A to Z. */
    static boolean sameName(String a, String b) {
        int length = a.length();
        if (length != b.length()) {
            return false;
        }
        for (int i = 0; i < length; i++) {
            if (lower(a.charAt(i)) != lower(b.charAt(i))) {
                return false;
            }
        }
        return true;
    }

    /** Returns the form in which names are compared. Two names are the same if their canonical forms are equal. */
    public static String canonical(String name) {
        int i = 0;
        while (i < name.length() && upper(name.charAt(i)) == name.charAt(i)) {
            i++;
        }
        // Most keys are in capitals already, so no new text is created.
        if (i == name.length()) {
            return name;
        }
        StringBuilder canonical = new StringBuilder(name);
        for (; i < name.length(); i++) {
            canonical.setCharAt(i, (char) upper(name.charAt(i)));
        }
        return canonical.toString();
    }

    static int lower(int c) {
        return c >= 'A' && c <= 'Z' ? c + ('a' - 'A') : c;
    }

    static int upper(int c) {
        return c >= 'a' && c <= 'z' ? c - ('a' - 'A') : c;
    }
}
