package io.github.dmdsc.ini;

import java.io.IOException;
import java.io.OutputStream;
import java.util.Objects;
import org.jspecify.annotations.Nullable;

/**
 * The lines of a document. Those of a file that was read are found when somebody first looks, so that a file that is
 * only copied is never split.
 */
final class Lines {
    private static final String USUAL_LINE_END = "\n";

    private final Encoding encoding;

    /** The whole file, with its byte order mark; null where an edit made the lines. */
    private final byte @Nullable [] file;

    /** Made once, under the lock: handles that different threads took compare by the same tables. */
    private volatile @Nullable Pieces pieces;

    /** For new lines where no line shows an end; null until the lines of a file are found. */
    private volatile @Nullable String usualLineEnd;

    private Lines(Encoding encoding, byte @Nullable [] file, @Nullable Pieces pieces, @Nullable String usualLineEnd) {
        this.encoding = encoding;
        this.file = file;
        this.pieces = pieces;
        this.usualLineEnd = usualLineEnd;
    }

    /** Takes over the bytes of a file. */
    static Lines read(byte[] file, Encoding encoding) {
        return new Lines(encoding, file, null, null);
    }

    static Lines of(Pieces pieces, Encoding encoding, String usualLineEnd) {
        return new Lines(encoding, null, pieces, usualLineEnd);
    }

    Lines with(Pieces changed) {
        return of(changed, encoding, usualLineEnd());
    }

    Pieces pieces() {
        Pieces found = pieces;
        return found == null ? split() : found;
    }

    private synchronized Pieces split() {
        Pieces found = pieces;
        if (found == null) {
            byte[] bytes = Objects.requireNonNull(file, "a document has its file or its lines");
            int from = encoding.bom().length;
            found = Pieces.of(
                    encoding.is(Encoding.Footing.WIDE)
                            ? LineScanner.scan(narrow(bytes, from), 0, encoding)
                            : LineScanner.scan(bytes, from, encoding));
            pieces = found;
        }
        return found;
    }

    private byte[] narrow(byte[] bytes, int from) {
        return encoding.encode(new String(bytes, from, bytes.length - from, encoding.wanted()));
    }

    String usualLineEnd() {
        String found = usualLineEnd;
        if (found == null) {
            found = pieces().firstLineEnd(USUAL_LINE_END);
            usualLineEnd = found;
        }
        return found;
    }

    int size() {
        return file != null ? file.length : Math.addExact(pieces().size(), encoding.bom().length);
    }

    byte[] toBytes() {
        return file != null ? file.clone() : pieces().toBytes(encoding.bom());
    }

    void writeTo(OutputStream out) throws IOException {
        if (file != null) {
            Pieces.write(file, 0, file.length, out);
        } else {
            out.write(encoding.bom());
            pieces().writeTo(out);
        }
    }
}
