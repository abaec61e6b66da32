package io.github.dmdsc.extend.state;

import java.util.ArrayList;
import java.util.List;
import org.jspecify.annotations.Nullable;

/** What a column holds, and so which words of a row can belong to it. */
final class Content {
    /** How many words a status that nobody knows may have. */
    private static final int UNKNOWN_WORDS = 3;

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
     * A way to fill a cell.
     *
     * @param length how many words
     * @param unknown how many of them are of a status that is not known
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

    /** Every way to fill a cell from a word on. */
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
            case WORD -> words == null ? List.of() : wordFills(words, tokens, from);
        };
    }

    private static List<Fill> wordFills(Vocabulary<?> words, List<Token> tokens, int from) {
        List<Fill> fills = new ArrayList<>();
        StringBuilder phrase = new StringBuilder();
        int most = Math.min(tokens.size() - from, Math.max(words.longest(), UNKNOWN_WORDS));
        for (int length = 1; length <= most; length++) {
            Token token = tokens.get(from + length - 1);
            if ((length > 1 && token.wide()) || token.isNumber() || token.isDate() || token.isTime()) {
                break;
            }
            phrase.append(length > 1 ? " " : "").append(token.text());
            if (words.knows(phrase.toString())) {
                fills.add(new Fill(length, 0));
            } else if (length <= UNKNOWN_WORDS) {
                fills.add(new Fill(length, length));
            }
        }
        return fills;
    }
}
