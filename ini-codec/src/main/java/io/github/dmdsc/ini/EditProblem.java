package io.github.dmdsc.ini;

import java.io.Serializable;

/**
 * The reason why a text cannot be written so that it reads back unchanged.
 *
 * @param kind the kind of problem
 * @param position the number of the first character that causes the problem, from 1, counted in code points; 1 if the
 *     text is wrong as a whole
 */
public record EditProblem(Kind kind, int position) implements Serializable {
    /** The kinds of problem of a text. */
    public enum Kind {
        /** A key or a section name has no characters. */
        EMPTY("is empty"),
        /** The text holds LF or CR. */
        LINE_BREAK("holds a line break"),
        /** The text begins or ends with a space or a tab. */
        OUTER_BLANK("begins or ends with a blank"),
        /** A part of the text would be read as a comment. */
        COMMENT_MARK("would be cut off as a comment"),
        /**
         * A value begins with a quote that it does not close, and a quote in the comment of the line would close it.
         */
        OPEN_QUOTE("begins with a quote that is not closed"),
        /** A key holds the sign that ends it. */
        EQUALS_SIGN("holds an equals sign"),
        /** A key begins with {@code [}, or a section name holds <code>]</code>. */
        BRACKET("holds a bracket that would begin or end a section header"),
        /** The text holds U+FEFF, or a key begins with the bytes of some byte order mark. */
        BYTE_ORDER_MARK("holds a byte order mark"),
        /** The document's character set lacks the character, or it is a lone surrogate, which no set has. */
        NOT_ENCODABLE("holds a character that the document's character set lacks"),
        /**
         * The character is not ASCII, and the document's character set {@linkplain IniDocument#charsetIsAmbiguous is a
         * guess}.
         */
        AMBIGUOUS_CHARSET("holds a character beyond ASCII, and the document's character set is a guess"),
        /** The document {@linkplain IniDocument#isEditable cannot be edited}. Every text has this problem then. */
        WIDE_CHARSET("cannot be written, because the document is in UTF-16 or UTF-32");

        private final String text;

        Kind(String text) {
            this.text = text;
        }
    }

    /** The problem as an English phrase to follow the name of the text, for example {@code is empty (character 1)}. */
    public String message() {
        return kind.text + " (character " + position + ")";
    }
}
