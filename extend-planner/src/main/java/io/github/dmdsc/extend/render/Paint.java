package io.github.dmdsc.extend.render;

/**
 * Adds the colours of a terminal to texts.
 *
 * @param on whether to add colours
 */
record Paint(boolean on) {
    private static final String START = "\u001b[";

    /** The styles, with their SGR codes. */
    enum Colour {
        BOLD(1),
        FAINT(2),
        RED(31),
        YELLOW(33),
        CYAN(36);

        private final int code;

        Colour(int code) {
            this.code = code;
        }
    }

    /** Returns one line in a style. Escapes control characters in the text, so that it cannot contain SGR codes. */
    String in(Colour colour, String text) {
        String safe = Excerpts.visible(text);
        // Reset with 0 instead of 21, the end of bold: many terminals interpret 21 as a double underline.
        return on ? START + colour.code + "m" + safe + START + "0m" : safe;
    }
}
