package io.github.dmdsc.ini;

import io.github.dmdsc.ini.Encoding.Footing;
import java.io.IOException;
import java.io.OutputStream;
import java.nio.charset.Charset;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.OptionalInt;
import java.util.function.Consumer;
import org.jspecify.annotations.Nullable;

/**
 * An INI file that prints as the bytes it was read from. Lines are read as {@link IniDialect} says. Documents are
 * immutable and may be shared between threads: each edit returns a new document and leaves the old one as it was. An
 * edit changes the lines it is about and no others.
 *
 * <p>Sections and entries are handles into one document. An edit takes handles of the very document it is called on and
 * throws {@link IllegalArgumentException} for others. It throws {@link EditRefusedException} for a text that would not
 * read back as it was given; {@link #problemWith}, {@link #keyProblem} and {@link #sectionNameProblem} tell beforehand.
 * No edit makes a file begin with a byte order mark that it did not begin with.
 *
 * <p>Lines and columns count from 1, columns and lengths in characters (code points) of the decoded text. A file that
 * ends without a line end does so after every edit that leaves a line to show it: what removes the last line leaves a
 * blank line before it as it is, and a blank line is nothing but its line end.
 */
public final class IniDocument {
    private static final int CHUNK = 8192;
    private static final String USUAL_LINE_END = "\n";

    private final Encoding encoding;

    /** The whole file, with its byte order mark. */
    private final byte[] file;

    /** Made once, under the lock, when somebody first looks: a file that is only copied is never split. */
    private volatile @Nullable LineTable lines;

    /** For new lines where no line shows an end; null until somebody asks. */
    private volatile @Nullable String usualLineEnd;

    /** Safe to race on: every thread finds the same sections. */
    private volatile @Nullable SectionIndex index;

    private IniDocument(Encoding encoding, byte[] file, @Nullable String usualLineEnd) {
        this.encoding = encoding;
        this.file = file;
        this.usualLineEnd = usualLineEnd;
    }

    /**
     * Reads any bytes whatsoever, which are copied. UTF-16 and UTF-32 are recognised, with or without a byte order mark,
     * and are {@linkplain #isEditable not editable}. Other bytes are taken for UTF-8 if they are well-formed UTF-8, else
     * for GB18030 if they are well-formed GB18030, else {@linkplain #charsetIsCarrier carried} as ISO-8859-1. A UTF-8
     * byte order mark rules GB18030 out. {@link #charsetIsAmbiguous} tells where the set is a guess.
     */
    public static IniDocument parse(byte[] bytes) {
        return read(bytes.clone(), null);
    }

    /**
     * Reads any bytes whatsoever as text of a given character set. If they are not, they are
     * {@linkplain #charsetIsCarrier carried} as ISO-8859-1.
     *
     * @throws IllegalArgumentException if the set is not {@linkplain #supports supported}
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
     * A document without lines.
     *
     * @param lineEnding what ends the lines that are added: LF, CR LF or CR
     * @throws IllegalArgumentException if the set is not {@linkplain #supports supported} or the line end is another
     */
    public static IniDocument empty(Charset charset, String lineEnding) {
        Encoding.requireSupported(charset);
        if (!List.of("\n", "\r\n", "\r").contains(lineEnding)) {
            throw new IllegalArgumentException("not a line end");
        }
        return new IniDocument(Encoding.of(charset), new byte[0], lineEnding);
    }

    /**
     * Whether documents can be read and written in a character set: UTF-8, GB18030, GBK, GB2312, x-mswin-936, Big5,
     * x-windows-950, Shift_JIS, windows-31j, EUC-KR, x-windows-949 and every set of one-byte characters that includes
     * ASCII.
     */
    public static boolean supports(Charset charset) {
        return Encoding.isSupported(charset);
    }

    /** The same bytes, read as text of a given character set as {@link #parse(byte[], Charset)} reads them. */
    public IniDocument withCharset(Charset charset) {
        Encoding.requireSupported(charset);
        return read(toBytes(), charset);
    }

    /** What text is decoded and encoded with. Pure ASCII counts as UTF-8. */
    public Charset charset() {
        return encoding.ofFile();
    }

    /**
     * Whether {@link #charset} is a guess, because the bytes may as well be text of another set: a few words of GB18030
     * may be well-formed UTF-8 by accident, and a few words in a set of one-byte characters well-formed GB18030. Then only
     * ASCII text can be written, so that the file stays text of one set; {@link #withCharset} ends the doubt. It is never
     * so for a set that was named, for a file with a byte order mark, for pure ASCII, or for UTF-8 that holds a Chinese
     * character.
     */
    public boolean charsetIsAmbiguous() {
        return encoding.is(Footing.GUESSED);
    }

    /**
     * Whether the document can be edited: all but UTF-16 and UTF-32 can. Edits of others throw
     * {@link IllegalArgumentException}, and every text has a problem.
     */
    public boolean isEditable() {
        return !encoding.is(Footing.WIDE);
    }

    /** Whether the file begins with the byte order mark of its character set. */
    public boolean hasBom() {
        return encoding.hasBom();
    }

    /**
     * Whether the bytes could not be decoded, so that {@link #charset} is ISO-8859-1 merely because it gives each byte
     * a character: texts are not what their author saw, yet they compare and copy faithfully.
     */
    public boolean charsetIsCarrier() {
        return encoding.is(Footing.CARRIER);
    }

    /**
     * The line of the first byte that is not UTF-8 (or not of the character set asked for), if
     * {@link #charsetIsCarrier}; empty then, too, once edits have removed all such bytes.
     */
    public OptionalInt firstUndecodableLine() {
        if (!charsetIsCarrier()) {
            return OptionalInt.empty();
        }
        LineTable table = lines();
        int from = table.start(0);
        int to = table.start(table.rows());
        int fault = CharsetDetector.firstFault(file, from, to, encoding.wanted());
        int row = 0;
        while (row < table.rows() && table.start(row + 1) <= fault) {
            row++;
        }
        return fault < to ? OptionalInt.of(row + 1) : OptionalInt.empty();
    }

    /** The file's content; the caller owns the array. */
    public byte[] toBytes() {
        return file.clone();
    }

    /** Writes the file's content, and neither flushes nor closes the stream. */
    public void writeTo(OutputStream out) throws IOException {
        // A stream that keeps or changes what it is given can not reach into the document.
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

    /** The number of lines, which is 0 for an empty file and does not count an empty line behind the last line end. */
    public int lineCount() {
        return lines().rows();
    }

    /**
     * The text of a line without its line end.
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

    /** All sections in the order of the file, first of all the global one; unmodifiable. */
    public List<IniSection> sections() {
        return index().all();
    }

    /**
     * The lines before the first header, even a malformed one: a section with an empty name and no header, which is
     * always there.
     */
    public IniSection global() {
        return sections().get(0);
    }

    /** All sections with this name, whatever the case of its letters, in the order of the file; unmodifiable. */
    public List<IniSection> sections(String name) {
        return index().named(name);
    }

    /** The value of the first entry with this key before the first section, or nothing. */
    public Optional<String> get(String key) {
        return find("", 0, key).map(IniEntry::value);
    }

    /** The value of the first entry with this key in the first section with this name, or nothing. */
    public Optional<String> get(String section, String key) {
        return get(section, 0, key);
    }

    /**
     * The value of the first entry with this key in a section, or nothing: {@code get("GRP_CSS", 1, "DCR_EP_NAME")}.
     *
     * @param number which of the sections with this name, from 0
     */
    public Optional<String> get(String section, int number, String key) {
        return find(section, number, key).map(IniEntry::value);
    }

    /**
     * The first entry with this key in a section, or nothing. It says where it stands and reads its value as a number, as
     * in {@code find("MAL_INST1", 0, "MAL_PORT").map(port -> port.intValue(1024, 65535))}.
     *
     * @param section in any letter case; empty for the global section
     * @param number which of the sections with this name, from 0
     * @param key in any letter case
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
     * The entries that belong to no section, because a malformed header stands between them and the header before, in
     * the order of the file; unmodifiable. No edit touches them.
     */
    public List<IniLine> entriesOutsideSections() {
        List<IniLine> found = new ArrayList<>();
        List<IniSection> sections = sections();
        for (IniSection section : sections) {
            boolean last = section.index() == sections.size() - 1;
            int next = last ? lineCount() : sections.get(section.index() + 1).headerLine();
            found.addAll(IniLine.find(this, LineTable.ENTRY, section.end(), next));
        }
        return List.copyOf(found);
    }

    /**
     * All edits of one pass, in time that grows with the file and with the number of edits:
     * {@code document.edit(e -> e.section("GRP_CSS", 1).set("DCR_EP_NAME", "CSS1"))}. The methods below are one edit each.
     *
     * @param edits may use the editor, and what it hands out, only until it returns. What it throws is passed on
     * @return this document if there was nothing to change
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

    /** Replaces a value, see {@link EditableEntry#set}. If the value is what it was, the result is this document. */
    public IniDocument set(IniEntry entry, String value) {
        return edit(e -> e.entry(entry).set(value));
    }

    /** Adds an entry behind the last one of a section, see {@link EditableSection#add}. */
    public IniDocument add(IniSection section, String key, String value) {
        return edit(e -> e.section(section).add(key, value));
    }

    /** Adds an entry directly behind another one, see {@link EditableEntry#addAfter}. */
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

    /** Adds a section directly behind the last entry of another one, see {@link EditableSection#insertAfter}. */
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

    /** Sets the first entry with this key before the first section, or adds one, see {@link EditableSection#set}. */
    public IniDocument set(String key, String value) {
        return edit(e -> e.global().set(key, value));
    }

    /** Why a value could not be written so that it reads back the same, or nothing if it could. */
    public Optional<EditProblem> problemWith(String value) {
        return EditChecks.value(value, encoding);
    }

    /** Why a key could not be written so that it reads back the same, or nothing if it could. */
    public Optional<EditProblem> keyProblem(String key) {
        return EditChecks.key(key, encoding);
    }

    /** Why a section name could not be written so that it reads back the same, or nothing if it could. */
    public Optional<EditProblem> sectionNameProblem(String name) {
        return EditChecks.sectionName(name, encoding);
    }

    /** The comments on the lines directly above a row. */
    List<IniComment> commentsAbove(int row) {
        LineTable table = lines();
        List<IniComment> found = new ArrayList<>();
        for (int at = blockStart(row); at < row; at++) {
            found.add(IniComment.of(table.line(at)));
        }
        return List.copyOf(found);
    }

    private int blockStart(int row) {
        return lines().previous(~LineTable.COMMENT, 0, row) + 1;
    }

    /** The number of blank lines directly above a row and the comments on it. */
    int blankLinesAbove(int row) {
        int block = blockStart(row);
        return block - 1 - lines().previous(~LineTable.BLANK, 0, block);
    }

    LineTable lines() {
        LineTable found = lines;
        return found == null ? split() : found;
    }

    private synchronized LineTable split() {
        LineTable found = lines;
        if (found == null) {
            int from = encoding.bom().length;
            found = encoding.is(Footing.WIDE)
                    ? LineScanner.scan(narrow(from), 0, encoding)
                    : LineScanner.scan(file, from, encoding);
            lines = found;
        }
        return found;
    }

    private byte[] narrow(int from) {
        return encoding.encode(new String(file, from, file.length - from, encoding.wanted()));
    }

    Encoding encoding() {
        return encoding;
    }

    /** What ends the first line of the file that was read, or LF. */
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
        int from = encoding.bom().length;
        return new String(file, from, file.length - from, charset());
    }
}
