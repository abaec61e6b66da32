package io.github.dmdsc.model;

/** Reads numbers as the server does. Java also accepts a sign and the digits of other scripts. */
final class Digits {
    private Digits() {}

    /**
     * Returns the number that a text of the digits 0 to 9 states.
     *
     * @throws NumberFormatException if the text is empty, has another character, or is greater than {@link
     *     Integer#MAX_VALUE}
     */
    static int parse(String text) {
        if (!text.chars().allMatch(c -> c >= '0' && c <= '9')) {
            throw new NumberFormatException("'" + text + "' is not made of the digits 0 to 9");
        }
        return Integer.parseInt(text);
    }
}
