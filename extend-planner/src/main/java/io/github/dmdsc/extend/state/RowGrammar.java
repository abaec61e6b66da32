package io.github.dmdsc.extend.state;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Optional;

/**
 * Assigns the words of a row to its columns. Cells may be separated by one blank and may contain blanks themselves
 * ({@code Control Node OPEN}), so the content that each column accepts decides. If several assignments are possible,
 * the one with the fewest unknown words counts. If two have the fewest, the row is not read.
 */
final class RowGrammar {
    /** The longest row. No tool prints longer rows. */
    private static final int MOST_TOKENS = 80;

    /** No assignment. An assignment is only used if it has fewer unknown words than this. */
    private static final Assignment NONE = new Assignment(MOST_TOKENS, false, 0);

    private final List<Column> columns;

    RowGrammar(List<Column> columns) {
        this.columns = List.copyOf(columns);
    }

    /**
     * A column.
     *
     * @param id the id of the heading, or the heading itself if it is unknown
     * @param content the kind of values
     */
    record Column(String id, Content content) {}

    /**
     * A row.
     *
     * @param cells the text of each column
     * @param unknown the number of words that belong to an unknown status
     */
    record Row(List<String> cells, int unknown) {}

    /**
     * The best assignment of the words from a given one on to the columns from a given one on.
     *
     * @param unknown the number of unknown words
     * @param unique whether no other assignment has as few unknown words
     * @param length the number of words in the first of these columns
     */
    private record Assignment(int unknown, boolean unique, int length) {}

    /** Returns the row; empty if there is no assignment or no unique one. */
    Optional<Row> read(List<Token> tokens) {
        if (tokens.size() > MOST_TOKENS) {
            return Optional.empty();
        }
        Assignment[][] ways = new Assignment[columns.size() + 1][tokens.size() + 1];
        for (Assignment[] row : ways) {
            Arrays.fill(row, NONE);
        }
        ways[columns.size()][tokens.size()] = new Assignment(0, true, 0);
        for (int column = columns.size() - 1; column >= 0; column--) {
            for (int from = column; from < tokens.size(); from++) {
                ways[column][from] = best(tokens, column, from, ways[column + 1]);
            }
        }
        Assignment whole = ways[0][0];
        if (!whole.unique()) {
            return Optional.empty();
        }
        List<String> cells = new ArrayList<>();
        int from = 0;
        int strange = 0;
        int familiar = 0;
        for (int column = 0; column < columns.size(); column++) {
            int length = ways[column][from].length();
            String cell = text(tokens, from, length);
            cells.add(cell);
            from += length;
            Content content = columns.get(column).content();
            if (content.knows(cell)) {
                familiar++;
            } else if (content.isWord()) {
                strange++;
            }
        }
        // A line with more unknown than known status words is prose that has the number of words of a row by chance.
        return strange > familiar ? Optional.empty() : Optional.of(new Row(cells, whole.unknown()));
    }

    private Assignment best(List<Token> tokens, int column, int from, Assignment[] next) {
        Assignment best = NONE;
        for (Content.Fill fill : columns.get(column).content().fills(tokens, from)) {
            Assignment rest = next[from + fill.length()];
            int unknown = fill.unknown() + rest.unknown();
            if (unknown < best.unknown()) {
                best = new Assignment(unknown, rest.unique(), fill.length());
            } else if (unknown == best.unknown()) {
                best = new Assignment(unknown, false, best.length());
            }
        }
        return best;
    }

    private static String text(List<Token> tokens, int from, int length) {
        List<String> words = new ArrayList<>();
        tokens.subList(from, from + length).forEach(token -> words.add(token.text()));
        return String.join(" ", words);
    }

    /** Returns whether an unread line looks like a row, so that it must be reported. */
    boolean resembles(List<Token> tokens) {
        if (tokens.size() < 2) {
            return false;
        }
        boolean numbers = columns.stream().anyMatch(column -> column.content().isNumber());
        boolean times = columns.stream().anyMatch(column -> column.content().isTime());
        return tokens.stream()
                .anyMatch(token -> (numbers && token.isNumber())
                        || (times && token.isDate())
                        || columns.stream().anyMatch(column -> column.content().knows(token.text())));
    }
}
