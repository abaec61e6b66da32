package io.github.dmdsc.ini;

import java.io.ByteArrayOutputStream;
import java.util.Arrays;

/**
 * Replaces lines and keeps the seams sound: lines stay the lines they were, a file that ends without a line end goes on
 * doing so, and no line becomes a byte order mark by becoming the first one.
 */
final class LineEditor {
    private LineEditor() {}

    /**
     * Puts text in the place of the lines from..to.
     *
     * @param text whole lines with their line ends, or nothing
     * @param lineEnd what the last line of the file gets if text comes behind it and it has no line end
     */
    static Pieces replace(Pieces pieces, int from, int to, byte[] text, String lineEnd, Encoding encoding) {
        int count = pieces.lineCount();
        int begin = from;
        boolean markFollows = to < count && from == 0 && !encoding.hasBom() && ByteOrderMark.atStartOf(pieces.line(to));
        byte[] middle = text.length == 0 && markFollows ? lineEnd(pieces, to - 1) : text;
        if (to == count && isOpen(pieces)) {
            middle = withoutLineEnd(middle);
            if (begin == count) {
                begin--;
                middle = join(content(pieces, begin), encoding.encode(lineEnd), middle);
            } else if (middle.length == 0 && begin > 0 && content(pieces, begin - 1).length > 0) {
                begin--;
                middle = content(pieces, begin);
            }
        }
        boolean lineFeedBehind = to < count && pieces.line(to).beginsWithLineFeed();
        if (lineFeedBehind && middle.length > 0 && middle[middle.length - 1] == '\r') {
            middle = join(middle, new byte[] {'\n'});
        }
        boolean lineFeedFollows = middle.length == 0 ? lineFeedBehind : middle[0] == '\n';
        if (lineFeedFollows && begin > 0 && pieces.line(begin - 1).endsWithLoneCarriageReturn()) {
            // The two would become one line end, and the empty line between them would be gone.
            begin--;
            middle = join(content(pieces, begin), new byte[] {'\r', '\n'}, middle);
        }
        return pieces.splice(begin, to, middle.length == 0 ? null : LineScanner.scan(middle, 0, encoding));
    }

    /** Whether the last line has no line end. */
    private static boolean isOpen(Pieces pieces) {
        int count = pieces.lineCount();
        return count > 0 && pieces.line(count - 1).lineEndLength() == 0;
    }

    private static byte[] content(Pieces pieces, int index) {
        Line line = pieces.line(index);
        return line.bytes(line.start(), line.contentEnd());
    }

    private static byte[] lineEnd(Pieces pieces, int index) {
        Line line = pieces.line(index);
        return line.bytes(line.contentEnd(), line.end());
    }

    private static byte[] withoutLineEnd(byte[] text) {
        int end = text.length;
        if (end > 0 && text[end - 1] == '\n') {
            end--;
        }
        if (end > 0 && text[end - 1] == '\r') {
            end--;
        }
        return Arrays.copyOf(text, end);
    }

    private static byte[] join(byte[]... parts) {
        ByteArrayOutputStream joined = new ByteArrayOutputStream();
        for (byte[] part : parts) {
            joined.writeBytes(part);
        }
        return joined.toByteArray();
    }
}
