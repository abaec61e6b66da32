package io.github.dmdsc.ini.commons;

import io.github.dmdsc.ini.IniDocument;
import java.io.IOException;
import java.io.OutputStreamWriter;
import java.io.Writer;
import java.nio.charset.Charset;
import java.util.Optional;
import org.apache.commons.configuration2.ex.ConfigurationException;
import org.jspecify.annotations.Nullable;

/** Writes a document: as bytes through a writer of a file handler, or as text to any other writer. */
final class Output {
    private final Writer out;

    /** The encoding of a writer that turns text into bytes; null for any other writer. */
    private final @Nullable Charset charset;

    /** The file that the handler announced; null if no handler created the writer. */
    private final @Nullable Place place;

    Output(Writer out, @Nullable Place place) {
        this.out = out;
        this.charset = out instanceof OutputStreamWriter writer && writer.getEncoding() != null
                ? Charset.forName(writer.getEncoding())
                : null;
        this.place = place;
    }

    /** Returns the charset for a document that was not read from bytes; empty if it keeps its charset. */
    Optional<Charset> charset() throws ConfigurationException {
        if (place == null || charset == null) {
            return Optional.empty();
        }
        Optional<Charset> set = setEncoding(place, charset);
        boolean carriesAnything = place.isFile() || place.isDetecting();
        return set.isPresent() || carriesAnything ? set : Optional.of(Charsets.requireSupported(charset));
    }

    /** Returns whether the document is saved to a location, not to a stream or writer of the caller. */
    boolean isLocation() {
        return place != null && place.isLocation();
    }

    void write(IniDocument document) throws ConfigurationException, IOException {
        if (place != null && charset != null) {
            writeBytes(document, place, charset);
        } else {
            String text = Charsets.text(document);
            if (charset != null) {
                Charsets.requireEncodable(text, charset);
            }
            out.write(text);
        }
        // File handlers close the stream below without flushing the writer.
        out.flush();
    }

    private void writeBytes(IniDocument document, Place to, Charset by) throws ConfigurationException, IOException {
        Optional<Charset> set = setEncoding(to, by);
        Optional<String> carrying = Charsets.carrying(document.toBytes(), by);
        if (carrying.isPresent()) {
            out.write(carrying.get());
        } else if (to.isFile() && set.map(document.charset()::equals).orElse(true)) {
            to.write(document.toBytes());
        } else {
            throw new ConfigurationException("encoding " + by + " cannot carry this file, which is "
                    + document.charset() + "; set the file's own encoding before it is loaded, or '"
                    + IniDocumentConfiguration.DETECTED + "', which carries any");
        }
    }

    /**
     * Returns the encoding that was set; empty if none was. If the writer has another encoding than the handler, the
     * saving call has set it.
     */
    private static Optional<Charset> setEncoding(Place place, Charset writers) throws ConfigurationException {
        return writers.equals(place.ofWriter()) ? place.encoding() : Optional.of(Charsets.requireSupported(writers));
    }

    /** Writes the previous content again: its bytes if possible, otherwise its text. */
    void restore(IniDocument document) throws ConfigurationException, IOException {
        Optional<String> carrying =
                place == null || charset == null ? Optional.empty() : Charsets.carrying(document.toBytes(), charset);
        if (carrying.isEmpty() && charset != null && place != null && place.isFile()) {
            place.write(document.toBytes());
        } else {
            out.write(carrying.orElseGet(() -> Charsets.text(document)));
        }
        out.flush();
    }
}
