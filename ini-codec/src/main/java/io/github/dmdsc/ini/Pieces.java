package io.github.dmdsc.ini;

import java.io.IOException;
import java.io.OutputStream;
import java.util.Arrays;
import org.jspecify.annotations.Nullable;

/**
 * The lines of a document as runs of rows of shared, never changing tables. An edit makes new runs and copies no line
 * but those it changes. Lines count from 0 here.
 */
final class Pieces {
    private static final LineTable[] NO_TABLES = {};
    private static final int FEWEST_TO_FLATTEN = 64;
    private static final int CHUNK = 8192;

    private final LineTable[] tables;
    private final int[] firstRow;

    /** The number of the first line of each run, and behind the last run the number of all lines. */
    private final int[] firstLine;

    /** Likewise in bytes. */
    private final int[] firstByte;

    private Pieces(LineTable[] tables, int[] firstRow, int[] firstLine, int[] firstByte) {
        this.tables = tables;
        this.firstRow = firstRow;
        this.firstLine = firstLine;
        this.firstByte = firstByte;
    }

    static Pieces of(LineTable table) {
        Builder builder = new Builder(1);
        builder.add(table, 0, table.rows());
        return builder.build();
    }

    /** What ends the first line; what is usual where no line or no line end is there. */
    String firstLineEnd(String usual) {
        if (lineCount() == 0 || line(0).lineEndLength() == 0) {
            return usual;
        }
        if (line(0).lineEndLength() == 2) {
            return "\r\n";
        }
        return line(0).endsWithLoneCarriageReturn() ? "\r" : "\n";
    }

    int lineCount() {
        return firstLine[tables.length];
    }

    int size() {
        return firstByte[tables.length];
    }

    int count() {
        return tables.length;
    }

    Line line(int line) {
        int piece = pieceOf(line);
        return new Line(tables[piece], row(piece, line));
    }

    private int pieceOf(int line) {
        int found = Arrays.binarySearch(firstLine, 0, tables.length, line);
        return found >= 0 ? found : -found - 2;
    }

    private int row(int piece, int line) {
        return firstRow[piece] + line - firstLine[piece];
    }

    private int endRow(int piece) {
        return row(piece, firstLine[piece + 1]);
    }

    int kind(int line) {
        int piece = pieceOf(line);
        return tables[piece].kind(row(piece, line));
    }

    /** The first line in from..to whose kind is among the given ones, or {@code to}. */
    int next(int kinds, int from, int to) {
        int line = from;
        for (int piece = pieceOf(line); line < to; piece++) {
            LineTable table = tables[piece];
            int shift = firstRow[piece] - firstLine[piece];
            for (int end = Math.min(to, firstLine[piece + 1]); line < end; line++) {
                if ((table.kind(line + shift) & kinds) != 0) {
                    return line;
                }
            }
        }
        return to;
    }

    /** The last line in from..to whose kind is among the given ones, or {@code from - 1}. */
    int previous(int kinds, int from, int to) {
        int line = to - 1;
        for (int piece = pieceOf(line); line >= from; piece--) {
            LineTable table = tables[piece];
            int shift = firstRow[piece] - firstLine[piece];
            for (int begin = Math.max(from, firstLine[piece]); line >= begin; line--) {
                if ((table.kind(line + shift) & kinds) != 0) {
                    return line;
                }
            }
        }
        return from - 1;
    }

    /** The first line the given set can not decode, or the number of lines. */
    int firstFault(Encoding encoding) {
        for (int piece = 0; piece < tables.length; piece++) {
            LineTable table = tables[piece];
            int from = table.start(firstRow[piece]);
            int to = table.start(endRow(piece));
            int fault = CharsetDetector.firstFault(table.bytes(), from, to, encoding.wanted());
            if (fault < to) {
                int row = firstRow[piece];
                while (table.start(row + 1) <= fault) {
                    row++;
                }
                return firstLine[piece] + row - firstRow[piece];
            }
        }
        return lineCount();
    }

    /** Puts a table's rows in the place of the lines from..to; null puts nothing there. */
    Pieces splice(int from, int to, @Nullable LineTable inserted) {
        Builder builder = new Builder(tables.length + 2);
        builder.addRange(this, 0, from);
        if (inserted != null) {
            builder.add(inserted, 0, inserted.rows());
        }
        builder.addRange(this, to, lineCount());
        Pieces result = builder.build();
        return result.count() > mostPieces(result.size()) ? result.flatten() : result;
    }

    /** Copying the runs on each edit and copying the text once in a while cost about the same at this number. */
    private static int mostPieces(int size) {
        return Math.max(FEWEST_TO_FLATTEN, (int) Math.sqrt(size / 8.0));
    }

    private Pieces flatten() {
        byte[] bytes = new byte[size()];
        int[] cells = new int[Math.multiplyExact(lineCount(), LineTable.WIDTH) + 1];
        for (int piece = 0; piece < tables.length; piece++) {
            LineTable table = tables[piece];
            int from = firstRow[piece];
            int to = endRow(piece);
            table.copy(table.start(from), table.start(to), bytes, firstByte[piece]);
            table.copyRows(from, to, cells, firstLine[piece], firstByte[piece]);
        }
        cells[cells.length - 1] = bytes.length;
        return of(new LineTable(bytes, cells, lineCount()));
    }

    byte[] toBytes(byte[] bom) {
        byte[] bytes = Arrays.copyOf(bom, bom.length + size());
        for (int piece = 0; piece < tables.length; piece++) {
            LineTable table = tables[piece];
            int from = table.start(firstRow[piece]);
            table.copy(from, table.start(endRow(piece)), bytes, bom.length + firstByte[piece]);
        }
        return bytes;
    }

    void writeTo(OutputStream out) throws IOException {
        for (int piece = 0; piece < tables.length; piece++) {
            LineTable table = tables[piece];
            write(table.bytes(), table.start(firstRow[piece]), table.start(endRow(piece)), out);
        }
    }

    /** Hands out copies, so that a stream that keeps or changes what it is given can not reach into a document. */
    static void write(byte[] bytes, int from, int to, OutputStream out) throws IOException {
        byte[] chunk = new byte[Math.min(CHUNK, to - from)];
        for (int at = from; at < to; ) {
            int length = Math.min(chunk.length, to - at);
            System.arraycopy(bytes, at, chunk, 0, length);
            out.write(chunk, 0, length);
            at += length;
        }
    }

    private static final class Builder {
        private final LineTable[] tables;
        private final int[] firstRow;
        private final int[] firstLine;
        private final int[] firstByte;
        private int used;

        Builder(int most) {
            tables = new LineTable[most];
            firstRow = new int[most];
            firstLine = new int[most + 1];
            firstByte = new int[most + 1];
        }

        void add(LineTable table, int from, int to) {
            if (from < to) {
                tables[used] = table;
                firstRow[used] = from;
                firstLine[used + 1] = firstLine[used] + to - from;
                firstByte[used + 1] = Math.addExact(firstByte[used], table.start(to) - table.start(from));
                used++;
            }
        }

        void addRange(Pieces source, int from, int to) {
            for (int piece = 0; piece < source.tables.length; piece++) {
                int begin = Math.max(from, source.firstLine[piece]);
                int end = Math.min(to, source.firstLine[piece + 1]);
                add(source.tables[piece], source.row(piece, begin), source.row(piece, end));
            }
        }

        Pieces build() {
            LineTable[] kept = used == tables.length ? tables : Arrays.copyOf(tables, used);
            return new Pieces(used == 0 ? NO_TABLES : kept, firstRow, firstLine, firstByte);
        }
    }
}
