package io.github.dmdsc.extend.render;

/**
 * Colours of a terminal.
 *
 * @param on whether there are any
 */
record Paint(boolean on) {
    private static final String START = "\u001b[";

    /** The parts of a text that stand out, with their codes (SGR). */
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

    /** One line in a colour; nothing in it is taken for a code. */
    String in(Colour colour, String text) {
        String safe = Excerpts.shown(text);
        // Ended by a reset: many terminals take the end of bold for a double underline.
        return on ? START + colour.code + "m" + safe + START + "0m" : safe;
    }
}
