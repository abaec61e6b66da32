package io.github.dmdsc.extend.state;

import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.function.IntPredicate;
import java.util.regex.Pattern;

/**
 * Reads tables with headings. The columns may have any order, columns may be missing or unknown, rows may be wrapped,
 * and log lines may be between them.
 */
final class TableReader {
    private static final Pattern HEADING = Pattern.compile("[\\p{L}_$#][\\p{L}\\p{N}_$#]*(?:\\(\\p{L}+\\))?");
    private static final Pattern MARK = Pattern.compile("^\\s*ep\\s*[:：]");
    private static final Pattern RULER = Pattern.compile("[\\s-]*-{2}[\\s-]*");
    private static final int MOST_LINES = 5;

    private final Capture capture;
    private final Map<String, RowGrammar.Column> known = new LinkedHashMap<>();
    private final IntPredicate end;
    private final boolean blankEnds;

    /**
     * Creates a reader for one kind of table.
     *
     * @param end returns whether a line cannot be part of the table
     * @param blankEnds whether a blank line after a row ends the table
     */
    TableReader(Capture capture, List<Heading> headings, IntPredicate end, boolean blankEnds) {
        this.capture = capture;
        this.end = end;
        this.blankEnds = blankEnds;
        for (Heading heading : headings) {
            for (String name : heading.names()) {
                known.put(name, new RowGrammar.Column(heading.names().get(0), heading.content()));
            }
        }
    }

    /**
     * A known heading.
     *
     * @param content the kind of values in the column
     * @param names the names of the heading in lower case; the first is its id
     */
    record Heading(Content content, List<String> names) {
        static Heading of(Content content, String... names) {
            return new Heading(content, List.of(names));
        }
    }

    /**
     * The headings of a table.
     *
     * @param columns the columns in their order
     * @param next the index of the line after the headings
     */
    record Header(List<RowGrammar.Column> columns, int next) {
        boolean has(String id) {
            return columns.stream().anyMatch(column -> column.id().equals(id));
        }

        boolean hasWords() {
            return columns.stream().anyMatch(column -> column.content().isWord());
        }
    }

    /**
     * The rows of a table.
     *
     * @param rows the cells of each row, by the id of the column
     * @param unread the lines that look like rows but could not be read
     * @param closed whether the text after the table shows that it is complete
     * @param next the index of the line after the table
     */
    record Table(List<Placed<Map<String, String>>> rows, List<Placed<String>> unread, boolean closed, int next) {}

    /** Reads the headings on a line, and on the following lines if they were wrapped. */
    Optional<Header> header(int index) {
        List<RowGrammar.Column> columns = new ArrayList<>(headings(capture.line(index), List.of()));
        long familiar = columns.stream().filter(known::containsValue).count();
        if (familiar < 2 || familiar * 2 < columns.size()) {
            return Optional.empty();
        }
        int next = index + 1;
        for (int at = next; at < capture.size(); at++) {
            if (RULER.matcher(capture.line(at)).matches()) {
                next = at + 1;
                continue;
            }
            List<RowGrammar.Column> more = headings(capture.line(at), columns);
            if (more.stream().noneMatch(known::containsValue)) {
                break;
            }
            columns.addAll(more);
            next = at + 1;
        }
        return Optional.of(new Header(columns, next));
    }

    /** Returns the headings on one line; none if a word cannot be a heading or repeats an earlier heading. */
    private List<RowGrammar.Column> headings(String line, List<RowGrammar.Column> before) {
        List<RowGrammar.Column> columns = new ArrayList<>();
        for (Token token : Token.of(MARK.matcher(line).replaceFirst(""))) {
            if (!HEADING.matcher(token.text()).matches()) {
                return List.of();
            }
            String name = token.text().toLowerCase(Locale.ROOT);
            RowGrammar.Column column = known.getOrDefault(name, new RowGrammar.Column(name, Content.ANY));
            if (columns.contains(column) || before.contains(column)) {
                return List.of();
            }
            columns.add(column);
        }
        return columns;
    }

    /** Reads the rows after the headings. */
    Table rows(Header header) {
        RowGrammar grammar = new RowGrammar(header.columns());
        List<Placed<Map<String, String>>> rows = new ArrayList<>();
        List<Placed<String>> unread = new ArrayList<>();
        int at = header.next();
        while (at < capture.size()) {
            boolean blank = capture.line(at).isBlank();
            boolean blankEnd = blankEnds && blank && !rows.isEmpty();
            if (blankEnd || end.test(at) || header(at).isPresent()) {
                return new Table(rows, unread, true, at);
            }
            if (capture.isLogLine(at)) {
                at++;
                continue;
            }
            Optional<Read> read = read(grammar, at);
            if (read.isPresent()) {
                rows.add(new Placed<>(cells(header, read.get().row()), capture.at(at)));
                at = read.get().next();
            } else {
                if (grammar.resembles(Token.of(capture.line(at)))) {
                    unread.add(new Placed<>(capture.line(at).strip(), capture.at(at)));
                }
                at++;
            }
        }
        return new Table(rows, unread, false, at);
    }

    private record Read(RowGrammar.Row row, int next) {}

    /**
     * Reads the row that begins on a line and has one or more lines. The number of lines with the fewest unknown words
     * counts. If two have the fewest, there is no row.
     */
    private Optional<Read> read(RowGrammar grammar, int from) {
        Optional<Read> best = Optional.empty();
        int least = Integer.MAX_VALUE;
        List<Token> tokens = new ArrayList<>();
        int lines = 0;
        for (int at = from; at < capture.size() && lines < MOST_LINES; at++) {
            if (capture.isLogLine(at)) {
                continue;
            }
            if (end.test(at) || capture.line(at).isBlank()) {
                break;
            }
            tokens.addAll(Token.of(capture.line(at)));
            lines++;
            int next = at + 1;
            Optional<RowGrammar.Row> row = grammar.read(tokens);
            int unknown = row.map(RowGrammar.Row::unknown).orElse(Integer.MAX_VALUE);
            if (unknown < least) {
                least = unknown;
                best = row.map(found -> new Read(found, next));
            } else if (unknown == least) {
                best = Optional.empty();
            }
            if (least == 0) {
                break;
            }
        }
        return best;
    }

    private static Map<String, String> cells(Header header, RowGrammar.Row row) {
        Map<String, String> cells = new LinkedHashMap<>();
        for (int i = 0; i < header.columns().size(); i++) {
            cells.put(header.columns().get(i).id(), row.cells().get(i));
        }
        return cells;
    }
}
