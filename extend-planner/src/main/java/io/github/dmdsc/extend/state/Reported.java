package io.github.dmdsc.extend.state;

/**
 * A word of the tools as it was printed, and what it means.
 *
 * @param meaning what it means; the type's {@code UNKNOWN} where this library does not know the word
 * @param text the word itself, blanks collapsed
 * @param <E> the words that are known
 */
record Reported<E extends Enum<E>>(E meaning, String text) {
    @Override
    public String toString() {
        return text;
    }
}
