package io.github.dmdsc.extend.state;

/**
 * A status word that a tool printed, and its meaning.
 *
 * @param meaning the meaning; {@code UNKNOWN} if dmdsc does not know the word
 * @param text the word as printed, with single blanks
 * @param <E> the type of the meaning
 */
record Reported<E extends Enum<E>>(E meaning, String text) {
    @Override
    public String toString() {
        return text;
    }
}
