package io.github.dmdsc.extend.state;

import java.util.ArrayList;
import java.util.List;
import java.util.Objects;
import org.jspecify.annotations.Nullable;

/** The kind of values in a column, which decides which words of a row can belong to it. */
final class Content {
    /** The most words of a status. No known status has more. */
    private static final int MOST_WORDS = 3;

    static final Content NAME = new Content(Kind.NAME, null);
    static final Content NUMBER = new Content(Kind.NUMBER, null);
    static final Content TIME = new Content(Kind.TIME, null);
    static final Content ANY = new Content(Kind.ANY, null);

    private final Kind kind;
    private final @Nullable Vocabulary<?> words;

    private Content(Kind kind, @Nullable Vocabulary<?> words) {
        this.kind = kind;
        this.words = words;
    }

    private enum Kind {
        NAME,
        NUMBER,
        TIME,
        ANY,
        WORD
    }

    /**
     * One way to fill a cell with the next words of a row.
     *
     * @param length the number of words
     * @param unknown the number of these words that belong to an unknown status
     */
    record Fill(int length, int unknown) {}

    static Content of(Vocabulary<?> words) {
        return new Content(Kind.WORD, words);
    }

    boolean isWord() {
        return words != null;
    }

    boolean isNumber() {
        return kind == Kind.NUMBER;
    }

    boolean isTime() {
        return kind == Kind.TIME;
    }

    boolean knows(String text) {
        return words != null && words.knows(text);
    }

    /** Returns every way to fill a cell with the words from a given one on. */
    List<Fill> fills(List<Token> tokens, int from) {
        Token first = tokens.get(from);
        boolean moment = first.isDate()
                && from + 1 < tokens.size()
                && tokens.get(from + 1).isTime();
        return switch (kind) {
            case NAME -> first.isDate() || first.isTime() ? List.of() : List.of(new Fill(1, 0));
            case NUMBER -> first.isNumber() ? List.of(new Fill(1, 0)) : List.of();
            case TIME -> moment ? List.of(new Fill(2, 0)) : List.of();
            case ANY -> List.of(new Fill(moment ? 2 : 1, 0));
            case WORD -> wordFills(Objects.requireNonNull(words), tokens, from);
        };
    }

    private static List<Fill> wordFills(Vocabulary<?> words, List<Token> tokens, int from) {
        List<Fill> fills = new ArrayList<>();
        StringBuilder phrase = new StringBuilder();
        int most = Math.min(tokens.size() - from, MOST_WORDS);
        for (int length = 1; length <= most; length++) {
            Token token = tokens.get(from + length - 1);
            if ((length > 1 && token.wide()) || token.isNumber() || token.isDate() || token.isTime()) {
                break;
            }
            phrase.append(' ').append(token.text());
            fills.add(new Fill(length, words.knows(phrase.toString()) ? 0 : length));
        }
        return fills;
    }
}
