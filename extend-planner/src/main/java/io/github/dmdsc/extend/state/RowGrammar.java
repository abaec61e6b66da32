package io.github.dmdsc.extend.state;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Optional;

/**
 * Shares the words of a row out among its columns. Cells stand one blank apart and may hold blanks themselves
 * ({@code Control Node OPEN}), so position tells nothing and what each column can hold has to. Of several ways the one
 * with the fewest unknown words counts; if two are left, the row is not read.
 */
final class RowGrammar {
    /** No tool prints rows longer than this; a longer line is something else. */
    private static final int MOST_TOKENS = 80;

    /** No way: a row all of whose words are unknown would be none either. */
    private static final Way NONE = new Way(MOST_TOKENS, false, 0);

    private final List<Column> columns;

    RowGrammar(List<Column> columns) {
        this.columns = List.copyOf(columns);
    }

    /**
     * A column as its heading names it.
     *
     * @param id the id of the heading, or the heading itself where it is not known
     * @param content what it holds
     */
    record Column(String id, Content content) {}

    /**
     * A row.
     *
     * @param cells the text of each column
     * @param unknown how many words are of no known status
     */
    record Row(List<String> cells, int unknown) {}

    /** The best way on from a word and a column. */
    private record Way(int unknown, boolean unique, int length) {}

    /** The row that the words make up, if they do and in one way only. */
    Optional<Row> read(List<Token> tokens) {
        if (tokens.size() > MOST_TOKENS) {
            return Optional.empty();
        }
        Way[][] ways = new Way[columns.size() + 1][tokens.size() + 1];
        for (Way[] row : ways) {
            Arrays.fill(row, NONE);
        }
        ways[columns.size()][tokens.size()] = new Way(0, true, 0);
        for (int column = columns.size() - 1; column >= 0; column--) {
            for (int from = column; from < tokens.size(); from++) {
                ways[column][from] = best(tokens, column, from, ways[column + 1]);
            }
        }
        Way whole = ways[0][0];
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
        // With more strange words than familiar ones it is prose that happens to have the right number of words.
        return strange > familiar ? Optional.empty() : Optional.of(new Row(cells, whole.unknown()));
    }

    private Way best(List<Token> tokens, int column, int from, Way[] next) {
        Way best = NONE;
        for (Content.Fill fill : columns.get(column).content().fills(tokens, from)) {
            Way rest = next[from + fill.length()];
            int unknown = fill.unknown() + rest.unknown();
            if (unknown < best.unknown()) {
                best = new Way(unknown, rest.unique(), fill.length());
            } else if (unknown == best.unknown()) {
                best = new Way(unknown, false, best.length());
            }
        }
        return best;
    }

    private static String text(List<Token> tokens, int from, int length) {
        List<String> words = new ArrayList<>();
        tokens.subList(from, from + length).forEach(token -> words.add(token.text()));
        return String.join(" ", words);
    }

    /** Whether a line that could not be read looks like a row, so that it must not be passed over in silence. */
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
