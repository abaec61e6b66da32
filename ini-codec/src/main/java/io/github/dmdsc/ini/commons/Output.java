package io.github.dmdsc.ini.commons;

import io.github.dmdsc.ini.IniDocument;
import java.io.IOException;
import java.io.OutputStreamWriter;
import java.io.Writer;
import java.nio.charset.Charset;
import java.util.Optional;
import org.apache.commons.configuration2.ex.ConfigurationException;
import org.jspecify.annotations.Nullable;

/** Where a document is written: into a writer that stands for the bytes of a file, or as text into any other. */
final class Output {
    private final Writer out;

    /** The encoding of a writer that turns text into bytes. */
    private final @Nullable Charset charset;

    /** What the handler told; null if no handler made the writer. */
    private final @Nullable Place place;

    Output(Writer out, @Nullable Place place) {
        this.out = out;
        this.charset = out instanceof OutputStreamWriter writer && writer.getEncoding() != null
                ? Charset.forName(writer.getEncoding())
                : null;
        this.place = place;
    }

    /** The charset that a document without bytes of its own is to be written in, unless its own will do. */
    Optional<Charset> charset() throws ConfigurationException {
        if (place == null || charset == null) {
            return Optional.empty();
        }
        Optional<Charset> set = setEncoding(place, charset);
        boolean carriesAnything = place.isFile() || place.isDetecting();
        return set.isPresent() || carriesAnything ? set : Optional.of(Charsets.requireSupported(charset));
    }

    /** Whether the document is saved in a file that is known by its location. */
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

    /** A writer in another encoding than the handler's was asked for by the call that saves. */
    private static Optional<Charset> setEncoding(Place place, Charset writers) throws ConfigurationException {
        return writers.equals(place.ofWriter()) ? place.encoding() : Optional.of(Charsets.requireSupported(writers));
    }

    /** Writes a document that was there before: its bytes if that can be, else its text. */
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
