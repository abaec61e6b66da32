package io.github.dmdsc.ini.lens;

import io.github.dmdsc.ini.EditRefusedException;
import io.github.dmdsc.ini.IniDocument;
import io.github.dmdsc.model.FileId;
import io.github.dmdsc.model.SectionSet;
import io.github.dmdsc.model.check.Read;
import java.nio.charset.StandardCharsets;
import java.util.List;

/**
 * A view of one kind of file as a typed value, through which the file can be changed without losing anything. For all
 * documents {@code d} and values {@code t}, {@code t2} that the files of this kind can express:
 *
 * <ul>
 *   <li>GetPut: {@code put(get(d), d)} is {@code d}, byte for byte.
 *   <li>PutGet: {@code get(put(t, d))} equals {@code t}.
 *   <li>PutPut: {@code get(put(t2, put(t, d)))} equals {@code t2}; byte for byte {@code put(t2, d)} where {@code t} and
 *       {@code t2} have the parameters and sections of {@code d}, and values where {@code d} has them. (What {@code t}
 *       removes, comments and the spelling of a value included, no later {@code put} can bring back, nor take away the
 *       blank that it put before a first value.)
 *   <li>Locality: only the lines whose values differ change. Values are compared, not texts: a line that spells its value
 *       in another way than {@code put} would, as {@code 09341} spells 9341, keeps its text.
 * </ul>
 *
 * @param <T> the model
 */
public interface Lens<T> {
    /** Reads a document. Never fails: what cannot be read is reported and left out. */
    Read<T> get(IniDocument document, FileId file);

    /**
     * Writes a value into a document.
     *
     * @throws EditRefusedException if a text in the value cannot be written to this file, see {@link
     *     IniDocument#problemWith}
     * @throws IllegalArgumentException if no file of this kind can express the value
     */
    IniDocument put(T value, IniDocument document);

    /**
     * Writes a value into the document of a file as {@link #put} does. A text that cannot be written to the file is a
     * finding, and the document is as it was.
     */
    default Read<IniDocument> write(T value, IniDocument document, FileId file) {
        try {
            return new Read<>(put(value, document), List.of());
        } catch (EditRefusedException refused) {
            return new Read<>(document, List.of(TextFindings.unwritable(document, file, refused)));
        }
    }

    /** The parts of a value that are known by the names of their sections; the groups of a DCR configuration are not. */
    default List<? extends SectionSet<?>> sections(T value) {
        return List.of();
    }

    /** Writes a value as a new document: UTF-8, LF. */
    default IniDocument create(T value) {
        return put(value, IniDocument.empty(StandardCharsets.UTF_8, "\n"));
    }
}
