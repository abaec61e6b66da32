package io.github.dmdsc.ini;

import io.github.dmdsc.ini.Encoding.Status;
import java.io.IOException;
import java.io.OutputStream;
import java.nio.charset.Charset;
import java.util.Arrays;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.OptionalInt;
import java.util.function.Consumer;
import org.jspecify.annotations.Nullable;

/**
 * The content of an INI file. It is written as exactly the bytes that were read. Lines are read as {@link IniDialect}
 * describes. Documents are immutable and safe to share between threads: each edit returns a new document and does not
 * change the old one. An edit changes only the lines that it concerns.
 *
 * <p>Sections and entries are handles into one document. An edit accepts only handles of the document on which it is
 * called and throws {@link IllegalArgumentException} for others, even of an equal document. It throws {@link
 * EditRefusedException} for a text that would not read back unchanged; {@link #problemWith}, {@link #keyProblem} and
 * {@link #sectionNameProblem} check a text before the edit. No edit makes a file begin with a byte order mark if it did
 * not before.
 *
 * <p>Lines and columns count from 1. Columns and lengths count characters (code points) of the decoded text. If the
 * last line of a file has no line end, it has none after an edit either. The exception is an edit that removes the last
 * line after a blank line: a blank line is only its line end, so that line end stays.
 */
public final class IniDocument {
    private static final int CHUNK = 8192;
    private static final String USUAL_LINE_END = "\n";

    private final Encoding encoding;

    /** The whole file, with its byte order mark. */
    private final byte[] file;

    /** Created at the first access, under the lock. A file that is only copied is never split into lines. */
    private volatile @Nullable LineTable lines;

    /** The line end for new lines if no line of the document has one; null until it is needed. */
    private volatile @Nullable String usualLineEnd;

    /** May be computed by several threads at once: each finds the same sections. */
    private volatile @Nullable SectionIndex index;

    private IniDocument(Encoding encoding, byte[] file, @Nullable String usualLineEnd) {
        this.encoding = encoding;
        this.file = file;
        this.usualLineEnd = usualLineEnd;
    }

    /**
     * Reads any bytes. The array is copied. The character set is detected in this order:
     *
     * <ol>
     *   <li>UTF-16 and UTF-32, with or without a byte order mark. Such a document is {@linkplain #isEditable not
     *       editable}.
     *   <li>UTF-8, if the bytes are well-formed UTF-8.
     *   <li>GB18030, if the bytes are well-formed GB18030 and have no UTF-8 byte order mark.
     *   <li>ISO-8859-1 as a {@linkplain #isUndecodable carrier} of bytes that could not be decoded.
     * </ol>
     *
     * <p>{@link #charsetIsAmbiguous} tells whether the character set is a guess. Never throws for bad bytes.
     */
    public static IniDocument parse(byte[] bytes) {
        return read(bytes.clone(), null);
    }

    /**
     * Reads any bytes as text of a given character set. Bytes that are not text of this set are {@linkplain
     * #isUndecodable carried} as ISO-8859-1.
     *
     * @param bytes the bytes; the array is copied
     * @param forced the character set
     * @throws IllegalArgumentException if the character set is not {@linkplain #supports supported}
     */
    public static IniDocument parse(byte[] bytes, Charset forced) {
        Encoding.requireSupported(forced);
        return read(bytes.clone(), forced);
    }

    private static IniDocument read(byte[] bytes, @Nullable Charset forced) {
        Encoding encoding = forced == null ? CharsetDetector.detect(bytes) : CharsetDetector.force(bytes, forced);
        return new IniDocument(encoding, bytes, null);
    }

    /**
     * Returns a document without lines.
     *
     * @param charset the character set
     * @param lineEnding the line end of lines that are added: LF, CR LF or CR
     * @throws IllegalArgumentException if the character set is not {@linkplain #supports supported}, or the line end is
     *     not one of these
     */
    public static IniDocument empty(Charset charset, String lineEnding) {
        Encoding.requireSupported(charset);
        if (!List.of("\n", "\r\n", "\r").contains(lineEnding)) {
            throw new IllegalArgumentException("not a line end");
        }
        return new IniDocument(Encoding.of(charset), new byte[0], lineEnding);
    }

    /**
     * Returns whether documents can be read and written in a character set. These are UTF-8, GB18030, GBK, GB2312,
     * x-mswin-936, Big5, x-windows-950, Shift_JIS, windows-31j, EUC-KR, x-windows-949 and every one-byte character set
     * that includes ASCII.
     */
    public static boolean supports(Charset charset) {
        return Encoding.isSupported(charset);
    }

    /**
     * Returns a copy of this document, read as text of a given character set as {@link #parse(byte[], Charset)} does.
     *
     * @throws IllegalArgumentException if the character set is not {@linkplain #supports supported}
     */
    public IniDocument withCharset(Charset charset) {
        Encoding.requireSupported(charset);
        return read(toBytes(), charset);
    }

    /** The character set of the document. For pure ASCII it is UTF-8. */
    public Charset charset() {
        return encoding.ofFile();
    }

    /**
     * Returns whether {@link #charset} is a guess, because the bytes may also be text of another set. Some short texts
     * in GB18030 are well-formed UTF-8 by accident, and some short texts in a one-byte set are well-formed GB18030.
     * Only ASCII text can then be written, so that the file stays text of one set; to set the character set, call
     * {@link #withCharset}. The result is {@code false} if the set was given, if the file has a byte order mark, for
     * pure ASCII, and for UTF-8 with a Chinese character.
     */
    public boolean charsetIsAmbiguous() {
        return encoding.is(Status.GUESSED);
    }

    /**
     * Returns whether the document can be edited. Documents in UTF-16 and UTF-32 cannot; their edits throw
     * {@link IllegalArgumentException}, and every text has the problem {@link EditProblem.Kind#WIDE_CHARSET}.
     */
    public boolean isEditable() {
        return !encoding.is(Status.WIDE);
    }

    /** Returns whether the file begins with the byte order mark of its character set. */
    public boolean hasBom() {
        return encoding.hasBom();
    }

    /**
     * Returns whether the bytes could not be decoded. {@link #charset} is then ISO-8859-1, which gives each byte one
     * character. The texts are not what their author wrote, but comparing and copying them is exact.
     */
    public boolean isUndecodable() {
        return encoding.is(Status.CARRIER);
    }

    /**
     * The number of the line with the first byte that is not UTF-8, or not of the given character set, from 1. Empty
     * unless {@link #isUndecodable}, and empty if edits have removed all such bytes.
     */
    public OptionalInt firstUndecodableLine() {
        if (!isUndecodable()) {
            return OptionalInt.empty();
        }
        int row = lines().firstUndecodable(encoding.wanted());
        return row < lineCount() ? OptionalInt.of(row + 1) : OptionalInt.empty();
    }

    /** The file's content; the caller owns the array. */
    public byte[] toBytes() {
        return file.clone();
    }

    /** Writes the file's content. The stream is neither flushed nor closed. */
    public void writeTo(OutputStream out) throws IOException {
        // Write copies, so that a stream cannot keep or change the bytes of this document.
        byte[] chunk = new byte[Math.min(CHUNK, file.length)];
        for (int at = 0; at < file.length; ) {
            int length = Math.min(chunk.length, file.length - at);
            System.arraycopy(file, at, chunk, 0, length);
            out.write(chunk, 0, length);
            at += length;
        }
    }

    /** The length of the file in bytes. */
    public int size() {
        return file.length;
    }

    /** The number of lines; 0 for an empty file. An empty line after the last line end does not count. */
    public int lineCount() {
        return lines().rows();
    }

    /**
     * Returns the text of a line without its line end.
     *
     * @param number from 1
     * @throws IndexOutOfBoundsException if there is no such line
     */
    public String line(int number) {
        if (number < 1 || number > lineCount()) {
            throw new IndexOutOfBoundsException("no line " + number + " among " + lineCount());
        }
        Line line = lines().line(number - 1);
        return line.text(line.start(), line.contentEnd());
    }

    /** All sections in the order of the file, the global one first; unmodifiable. */
    public List<IniSection> sections() {
        return index().all();
    }

    /**
     * The global section: the lines before the first header, even if that header is malformed. It has an empty name and
     * no header, and it always exists.
     */
    public IniSection global() {
        return sections().get(0);
    }

    /** Returns all sections with this name in any letter case, in the order of the file; unmodifiable. */
    public List<IniSection> sections(String name) {
        return index().named(name);
    }

    /** Returns the value of the first entry with this key in the global section; empty if there is none. */
    public Optional<String> get(String key) {
        return find("", 0, key).map(IniEntry::value);
    }

    /**
     * Returns the value of the first entry with this key in the first section with this name; empty if there is none.
     */
    public Optional<String> get(String section, String key) {
        return get(section, 0, key);
    }

    /**
     * Returns the value of the first entry with this key in a section; empty if there is none. Example:
     * {@code get("GRP_CSS", 1, "DCR_EP_NAME")}.
     *
     * @param number the position among the sections with this name, from 0
     */
    public Optional<String> get(String section, int number, String key) {
        return find(section, number, key).map(IniEntry::value);
    }

    /**
     * Returns the first entry with this key in a section; empty if there is none. The entry gives its place and can
     * read its value as a number: {@code find("MAL_INST1", 0, "MAL_PORT").map(port -> port.intValue(1024, 65534))}.
     *
     * @param section the name of the section, in any letter case; empty for the global section
     * @param number the position among the sections with this name, from 0
     * @param key the key, in any letter case
     */
    public Optional<IniEntry> find(String section, int number, String key) {
        List<IniSection> named = sections(section);
        return number < 0 || number >= named.size()
                ? Optional.empty()
                : named.get(number).first(key);
    }

    private SectionIndex index() {
        SectionIndex result = index;
        if (result == null) {
            result = SectionIndex.of(this);
            index = result;
        }
        return result;
    }

    /** The lines that are neither blank nor a comment, a header or an entry, in the order of the file; unmodifiable. */
    public List<IniLine> malformed() {
        return IniLine.find(this, LineTable.MALFORMED | LineTable.MALFORMED_HEADER, 0, lineCount());
    }

    /**
     * The entries that belong to no section, because they follow a malformed header; in the order of the file,
     * unmodifiable. No edit changes them.
     */
    public List<IniLine> entriesOutsideSections() {
        return index().entriesOutside(this);
    }

    /**
     * Makes several edits in one pass: {@code document.edit(e -> e.section("GRP_CSS", 1).set("DCR_EP_NAME", "CSS1"))}.
     * The time grows with the size of the file plus the number of edits. The methods below make one edit each.
     *
     * @param edits makes the edits; do not use the editor or its objects after it has returned. An exception from it is
     *     passed on, and this document does not change
     * @return the new document; this document if nothing changed
     */
    public IniDocument edit(Consumer<? super IniEditor> edits) {
        IniEditor editor = new IniEditor(this);
        LineList edited;
        try {
            edits.accept(editor);
        } finally {
            edited = editor.finish();
        }
        if (!edited.isChanged()) {
            return this;
        }
        if (!isEditable()) {
            throw new IllegalArgumentException("INI files in " + charset() + " cannot be edited");
        }
        return new IniDocument(encoding, edited.toBytes(), usualLineEnd());
    }

    /** Replaces a value, see {@link EditableEntry#set}. Returns this document if the value does not change. */
    public IniDocument set(IniEntry entry, String value) {
        return edit(e -> e.entry(entry).set(value));
    }

    /** Adds an entry after the last entry of a section, see {@link EditableSection#add}. */
    public IniDocument add(IniSection section, String key, String value) {
        return edit(e -> e.section(section).add(key, value));
    }

    /** Adds an entry directly after another entry, see {@link EditableEntry#addAfter}. */
    public IniDocument addAfter(IniEntry sibling, String key, String value) {
        return edit(e -> e.entry(sibling).addAfter(key, value));
    }

    /** Adds an entry directly before another one and the comments above it, see {@link EditableEntry#addBefore}. */
    public IniDocument addBefore(IniEntry sibling, String key, String value) {
        return edit(e -> e.entry(sibling).addBefore(key, value));
    }

    /** Removes the line of an entry, see {@link EditableEntry#remove}. */
    public IniDocument remove(IniEntry entry) {
        return edit(e -> e.entry(entry).remove());
    }

    /** Removes a section from its header to its last entry, see {@link EditableSection#remove()}. */
    public IniDocument remove(IniSection section) {
        return edit(e -> e.section(section).remove());
    }

    /** Adds a section directly after the last entry of another section, see {@link EditableSection#insertAfter}. */
    public IniDocument insertAfter(IniSection sibling, String name, List<Map.Entry<String, String>> entries) {
        return edit(e -> e.section(sibling).insertAfter(name, entries));
    }

    /** Adds a section before another one and the comments above it, see {@link EditableSection#insertBefore}. */
    public IniDocument insertBefore(IniSection sibling, String name, List<Map.Entry<String, String>> entries) {
        return edit(e -> e.section(sibling).insertBefore(name, entries));
    }

    /** Adds a section at the end of the file, see {@link IniEditor#append}. */
    public IniDocument append(String name, List<Map.Entry<String, String>> entries) {
        return edit(e -> e.append(name, entries));
    }

    /** Sets the first entry with this key in the global section, or adds one, see {@link EditableSection#set}. */
    public IniDocument set(String key, String value) {
        return edit(e -> e.global().set(key, value));
    }

    /** Returns the reason why a value cannot be written so that it reads back unchanged; empty if it can. */
    public Optional<EditProblem> problemWith(String value) {
        return EditChecks.value(value, encoding);
    }

    /** Returns the reason why a key cannot be written so that it reads back unchanged; empty if it can. */
    public Optional<EditProblem> keyProblem(String key) {
        return EditChecks.key(key, encoding);
    }

    /** Returns the reason why a section name cannot be written so that it reads back unchanged; empty if it can. */
    public Optional<EditProblem> sectionNameProblem(String name) {
        return EditChecks.sectionName(name, encoding);
    }

    LineTable lines() {
        LineTable found = lines;
        return found == null ? split() : found;
    }

    private synchronized LineTable split() {
        LineTable found = lines;
        if (found == null) {
            found = encoding.is(Status.WIDE)
                    ? LineScanner.scan(encoding.encode(toString()), 0, encoding)
                    : LineScanner.scan(file, encoding.bom().length, encoding);
            lines = found;
        }
        return found;
    }

    Encoding encoding() {
        return encoding;
    }

    /** The line end of the first line of the file that was read; LF if it has none. */
    String usualLineEnd() {
        String found = usualLineEnd;
        if (found == null) {
            LineTable table = lines();
            Line first = table.rows() == 0 ? null : table.line(0);
            String shown = first == null ? "" : first.text(first.contentEnd(), first.end());
            found = shown.isEmpty() ? USUAL_LINE_END : shown;
            usualLineEnd = found;
        }
        return found;
    }

    /** Documents are equal if they have the same bytes and read them as text of the same character set. */
    @Override
    public boolean equals(Object other) {
        return other instanceof IniDocument that && encoding.equals(that.encoding) && Arrays.equals(file, that.file);
    }

    @Override
    public int hashCode() {
        return Arrays.hashCode(file);
    }

    /** The text of the file, without its byte order mark. */
    @Override
    public String toString() {
        return encoding.decode(file);
    }
}
