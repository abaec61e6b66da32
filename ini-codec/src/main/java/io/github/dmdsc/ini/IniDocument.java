package io.github.dmdsc.ini;

import io.github.dmdsc.ini.Encoding.Footing;
import java.io.IOException;
import java.io.OutputStream;
import java.nio.charset.Charset;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.OptionalInt;
import org.jspecify.annotations.Nullable;

/**
 * An INI file that prints as the bytes it was read from. Lines are read as {@link IniDialect} says. Documents are
 * immutable and may be shared between threads: each edit returns a new document and leaves the old one as it was. An
 * edit changes the lines it is about and no others, and documents share the bytes of the lines they have in common.
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
    private final Encoding encoding;
    private final Lines lines;

    /** Safe to race on: every thread finds the same sections. */
    private volatile @Nullable SectionIndex index;

    private IniDocument(Encoding encoding, Lines lines) {
        this.encoding = encoding;
        this.lines = lines;
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
        return new IniDocument(encoding, Lines.read(bytes, encoding));
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
        Encoding encoding = Encoding.of(charset);
        Pieces none = Pieces.of(LineScanner.scan(new byte[0], 0, encoding));
        return new IniDocument(encoding, Lines.of(none, encoding, lineEnding));
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
        int line = pieces().firstFault(encoding);
        return line < lineCount() ? OptionalInt.of(line + 1) : OptionalInt.empty();
    }

    /** The file's content; the caller owns the array. */
    public byte[] toBytes() {
        return lines.toBytes();
    }

    /** Writes the file's content, and neither flushes nor closes the stream. */
    public void writeTo(OutputStream out) throws IOException {
        lines.writeTo(out);
    }

    /** The length of the file in bytes. */
    public int size() {
        return lines.size();
    }

    /** The number of lines, which is 0 for an empty file and does not count an empty line behind the last line end. */
    public int lineCount() {
        return pieces().lineCount();
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
        Line line = pieces().line(number - 1);
        return line.text(line.start(), line.contentEnd(), encoding.charset());
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
     * Replaces a value and nothing else on its line, except that a blank is put where the value or the comment would
     * not be told apart otherwise. If the value is what it was, the result is this document.
     */
    public IniDocument set(IniEntry entry, String value) {
        requireOwn(entry);
        if (entry.value().equals(value)) {
            return this;
        }
        EditChecks.requireValue(value, encoding);
        return with(new DocumentEditor(this).set(entry, value));
    }

    /**
     * Adds an entry behind the last one of a section, written like that; in a section without entries behind the header,
     * written like the last entry of a section of that name before it, else like the first entry of the document.
     */
    public IniDocument add(IniSection section, String key, String value) {
        requireOwn(section);
        EditChecks.requireEntry(key, value, encoding);
        return with(new DocumentEditor(this).add(section, key, value));
    }

    /** Adds an entry directly behind another one, written like that. */
    public IniDocument addAfter(IniEntry sibling, String key, String value) {
        requireOwn(sibling);
        EditChecks.requireEntry(key, value, encoding);
        return with(new DocumentEditor(this).addAfter(sibling, key, value));
    }

    /** Adds an entry directly before another one and the comment lines directly above it, written like that one. */
    public IniDocument addBefore(IniEntry sibling, String key, String value) {
        requireOwn(sibling);
        EditChecks.requireEntry(key, value, encoding);
        return with(new DocumentEditor(this).addBefore(sibling, key, value));
    }

    /**
     * Removes the line of an entry, with its trailing comment. An empty line stays in its place if the next line would
     * then begin the file with a byte order mark.
     */
    public IniDocument remove(IniEntry entry) {
        requireOwn(entry);
        return with(new DocumentEditor(this).remove(entry));
    }

    /**
     * Removes a section from its header to its last entry, with the blank lines directly before the header; if nothing
     * stands before those, with the blank lines behind the section instead of them. Comments before the header and
     * behind the last entry stay. An empty line stays in place of the section if the next line would then begin the file
     * with a byte order mark.
     *
     * @throws IllegalArgumentException also for the global section
     */
    public IniDocument remove(IniSection section) {
        requireHeader(section);
        return with(new DocumentEditor(this).remove(section));
    }

    /**
     * Adds a section directly behind the last entry of another one. Blank lines separate the two as many as separate the
     * sibling from what is before it. The header is written like the sibling's; each entry whose key the sibling has
     * is written like the sibling's and stands in the sibling's order, the others follow, in its letter case if it has
     * one for all keys. Comments are not copied.
     */
    public IniDocument insertAfter(IniSection sibling, String name, List<Map.Entry<String, String>> entries) {
        requireOwn(sibling);
        EditChecks.requireSection(name, entries, encoding);
        return with(new DocumentEditor(this).insertAfter(sibling, name, entries));
    }

    /**
     * Adds a section directly before another one and the comment lines directly above that one's header, otherwise like
     * {@link #insertAfter}.
     *
     * @throws IllegalArgumentException also for the global section, before which there is nothing
     */
    public IniDocument insertBefore(IniSection sibling, String name, List<Map.Entry<String, String>> entries) {
        requireHeader(sibling);
        EditChecks.requireSection(name, entries, encoding);
        return with(new DocumentEditor(this).insertBefore(sibling, name, entries));
    }

    /** Adds a section at the end of the file, written like the last one as {@link #insertAfter} does, if there is one. */
    public IniDocument append(String name, List<Map.Entry<String, String>> entries) {
        EditChecks.requireSection(name, entries, encoding);
        return with(new DocumentEditor(this).append(name, entries));
    }

    /**
     * Adds a section so that it has the given {@linkplain IniSection#index index}: at the end of the file if there is no
     * other section, else next to the section that has the index or the one before it. Its keys stand in the order and in
     * the letter case in which they are given; header, blanks and blank lines are written as {@link #insertAfter} does.
     *
     * @param index from 1 to the number of sections, the global one included
     * @throws IndexOutOfBoundsException if the index is another
     */
    public IniDocument insertAt(int index, String name, List<Map.Entry<String, String>> entries) {
        if (index < 1 || index > sections().size()) {
            throw new IndexOutOfBoundsException(
                    "no place " + index + " among " + sections().size() + " sections");
        }
        EditChecks.requireSection(name, entries, encoding);
        return with(new DocumentEditor(this).insertAt(index, name, entries));
    }

    /** Sets the first line of a parameter before the first section, or adds one if there is none. */
    public IniDocument set(String key, String value) {
        return global().first(key).map(entry -> set(entry, value)).orElseGet(() -> add(global(), key, value));
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

    private IniDocument with(Pieces changed) {
        if (!isEditable()) {
            throw new IllegalArgumentException("INI files in " + charset() + " cannot be edited");
        }
        return new IniDocument(encoding, lines.with(changed));
    }

    private void requireOwn(IniEntry entry) {
        requireOwn(entry.section());
    }

    private void requireOwn(IniSection section) {
        if (section.document() != this) {
            throw new IllegalArgumentException("the handle belongs to another document");
        }
    }

    private void requireHeader(IniSection section) {
        requireOwn(section);
        if (!section.hasHeader()) {
            throw new IllegalArgumentException("the global section has no header");
        }
    }

    Pieces pieces() {
        return lines.pieces();
    }

    Encoding encoding() {
        return encoding;
    }

    /** The line end of a line or, as the last one may have none, of the one before; both may not exist. */
    String lineEndAt(int line) {
        for (int at = line; at >= 0 && at > line - 2; at--) {
            Line found = pieces().line(at);
            if (found.lineEndLength() > 0) {
                return found.text(found.contentEnd(), found.end(), encoding.charset());
            }
        }
        return lines.usualLineEnd();
    }
}
