package io.github.dmdsc.ini.commons;

import io.github.dmdsc.ini.IniDocument;
import java.nio.CharBuffer;
import java.nio.charset.CharacterCodingException;
import java.nio.charset.Charset;
import java.nio.charset.IllegalCharsetNameException;
import java.nio.charset.UnsupportedCharsetException;
import java.util.Arrays;
import java.util.Optional;
import java.util.OptionalInt;
import org.apache.commons.configuration2.ex.ConfigurationException;

/** Converts texts to bytes and back without replacing characters. */
final class Charsets {
    private static final String BYTE_ORDER_MARK = "\uFEFF";

    private Charsets() {}

    /**
     * Returns the charset with a name.
     *
     * @throws ConfigurationException if there is no such charset
     */
    static Charset named(String name) throws ConfigurationException {
        try {
            return Charset.forName(name);
        } catch (IllegalCharsetNameException | UnsupportedCharsetException unknown) {
            throw new ConfigurationException("no such encoding: " + name, unknown);
        }
    }

    static Charset requireSupported(Charset charset) throws ConfigurationException {
        if (!IniDocument.supports(charset)) {
            throw new ConfigurationException("INI files in " + charset + " are not supported; convert the file to UTF-8"
                    + " or GB18030 and set that encoding");
        }
        return charset;
    }

    static String text(IniDocument document) {
        return new String(document.toBytes(), document.charset());
    }

    /** Reads a document, and detects its charset. */
    static IniDocument parse(byte[] bytes) throws ConfigurationException {
        IniDocument document = IniDocument.parse(bytes);
        requireSupported(document.charset());
        return document;
    }

    /**
     * Reads a document in a charset that was set.
     *
     * @param isWrittenByWriter whether a writer in that charset will write all bytes when the document is saved
     */
    static IniDocument parse(byte[] bytes, Charset charset, boolean isWrittenByWriter) throws ConfigurationException {
        IniDocument document = IniDocument.parse(bytes, charset);
        if (document.isUndecodable()
                || (isWrittenByWriter && carrying(bytes, charset).isEmpty())) {
            OptionalInt line = document.firstUndecodableLine();
            throw new ConfigurationException("encoding " + charset + " does not fit the file"
                    + (line.isPresent() ? " (line " + line.getAsInt() + ")" : "") + ", which seems to be "
                    + IniDocument.parse(bytes).charset() + "; set that encoding, or none to have it detected");
        }
        return document;
    }

    /**
     * Makes a document of a text in a charset. A byte order mark at the start of the text is left out if the charset
     * lacks it.
     */
    static IniDocument parse(String text, Charset charset) throws ConfigurationException {
        boolean markGoes =
                text.startsWith(BYTE_ORDER_MARK) && !charset.newEncoder().canEncode('\uFEFF');
        String content = markGoes ? text.substring(1) : text;
        requireEncodable(content, charset);
        return IniDocument.parse(content.getBytes(charset), charset);
    }

    /** Throws an exception for a text that a charset would write as another text. */
    static void requireEncodable(String text, Charset charset) throws ConfigurationException {
        CharBuffer in = CharBuffer.wrap(text);
        try {
            charset.newEncoder().encode(in);
        } catch (CharacterCodingException replaced) {
            int at = in.position();
            throw new ConfigurationException(
                    String.format(
                            "line %d holds U+%04X, which %s cannot write",
                            line(text, at), text.codePointAt(at), charset),
                    replaced);
        }
        if (!new String(text.getBytes(charset), charset).equals(text)) {
            throw new ConfigurationException("the text holds a character that " + charset + " writes as another one");
        }
    }

    private static int line(String text, int end) {
        return (int) (text.substring(0, end) + ".").lines().count();
    }

    /** Returns a text that gives exactly these bytes when it is written in a charset; empty if there is none. */
    static Optional<String> carrying(byte[] bytes, Charset charset) {
        if (!charset.canEncode()) {
            return Optional.empty();
        }
        String text = new String(bytes, charset);
        return Arrays.equals(text.getBytes(charset), bytes) ? Optional.of(text) : Optional.empty();
    }
}
