package io.github.dmdsc.extend.state;

import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/**
 * Shares the words of a row out among its columns. Cells stand one blank apart and may hold blanks themselves
 * ({@code Control Node OPEN}), so position tells nothing and what each column can hold has to. Of several ways the one
 * with the fewest unknown words counts; if two are left, the row is not read.
 */
final class RowGrammar {
    /** No tool prints rows longer than this; a longer line is something else. */
    private static final int MOST_TOKENS = 80;

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
        if (tokens.size() < columns.size() || tokens.size() > MOST_TOKENS) {
            return Optional.empty();
        }
        @Nullable Way[][] ways = new Way[columns.size() + 1][tokens.size() + 1];
        ways[columns.size()][tokens.size()] = new Way(0, true, 0);
        for (int column = columns.size() - 1; column >= 0; column--) {
            for (int from = column; from < tokens.size(); from++) {
                ways[column][from] = best(tokens, column, from, ways[column + 1]);
            }
        }
        Way whole = ways[0][0];
        if (whole == null || !whole.unique()) {
            return Optional.empty();
        }
        List<String> cells = new ArrayList<>();
        int from = 0;
        int strange = 0;
        int familiar = 0;
        for (int column = 0; column < columns.size(); column++) {
            Way way = ways[column][from];
            if (way == null) {
                return Optional.empty();
            }
            String cell = text(tokens, from, way.length());
            cells.add(cell);
            from += way.length();
            Content content = columns.get(column).content();
            if (content.isWord() && content.knows(cell)) {
                familiar++;
            } else if (content.isWord()) {
                strange++;
            }
        }
        // With more strange words than familiar ones it is prose that happens to have the right number of words.
        return strange > familiar ? Optional.empty() : Optional.of(new Row(cells, whole.unknown()));
    }

    private @Nullable Way best(List<Token> tokens, int column, int from, @Nullable Way[] next) {
        Way best = null;
        for (Content.Fill fill : columns.get(column).content().fills(tokens, from)) {
            Way rest = from + fill.length() <= tokens.size() ? next[from + fill.length()] : null;
            if (rest == null) {
                continue;
            }
            int unknown = fill.unknown() + rest.unknown();
            if (best == null || unknown < best.unknown()) {
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
