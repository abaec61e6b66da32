package io.github.dmdsc.model;

/** Numbers as the server reads them: Java would also take a sign, and the digits of every script. */
final class Digits {
    private Digits() {}

    /**
     * The number that the digits 0 to 9 write.
     *
     * @throws NumberFormatException if there is anything else, nothing at all, or more than an {@code int} holds
     */
    static int parse(String text) {
        if (!text.chars().allMatch(c -> c >= '0' && c <= '9')) {
            throw new NumberFormatException("'" + text + "' is not made of the digits 0 to 9");
        }
        return Integer.parseInt(text);
    }
}
