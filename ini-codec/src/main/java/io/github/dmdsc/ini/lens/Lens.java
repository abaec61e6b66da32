package io.github.dmdsc.ini.lens;

import io.github.dmdsc.ini.EditRefusedException;
import io.github.dmdsc.ini.IniDocument;
import io.github.dmdsc.model.FileId;
import io.github.dmdsc.model.SectionSet;
import io.github.dmdsc.model.check.Read;
import java.nio.charset.StandardCharsets;
import java.util.List;

/**
 * Reads one kind of file into a typed value, and writes a changed value back without losing anything else in the file.
 * For all documents {@code d} and values {@code t}, {@code t2} that files of this kind can express:
 *
 * <ul>
 *   <li>GetPut: {@code put(get(d), d)} is {@code d}, byte for byte.
 *   <li>PutGet: {@code get(put(t, d))} equals {@code t}.
 *   <li>PutPut: {@code get(put(t2, put(t, d)))} equals {@code t2}. It is {@code put(t2, d)} byte for byte if {@code t}
 *       and {@code t2} have the same parameters and sections as {@code d}, each with a value if {@code d} has one.
 *       Otherwise the bytes can differ: comments and spellings that {@code t} removes are lost, and a blank that {@code
 *       t} puts before a first value stays.
 *   <li>Locality: only the lines whose values differ change. Values are compared, not texts: a line that has the same
 *       value in another spelling, such as {@code 09341} for 9341, does not change.
 * </ul>
 *
 * @param <T> the model
 */
public interface Lens<T> {
    /**
     * Reads a document. Never throws: a value that cannot be read is reported as a finding and left out.
     *
     * @param document the document
     * @param file the file of the document, for the places of the findings
     * @return the value and the findings
     */
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
     * Writes a value into a document as {@link #put} does. If a text cannot be written, there is a finding, and the
     * document does not change.
     *
     * @throws IllegalArgumentException if no file of this kind can express the value
     */
    default Read<IniDocument> write(T value, IniDocument document, FileId file) {
        try {
            return new Read<>(put(value, document), List.of());
        } catch (EditRefusedException refused) {
            return new Read<>(document, List.of(TextFindings.unwritable(document, file, refused)));
        }
    }

    /**
     * Returns the parts of a value that are identified by the names of their sections. The groups of a DCR
     * configuration are not among them.
     */
    default List<? extends SectionSet<?>> sections(T value) {
        return List.of();
    }

    /**
     * Writes a value as a new document in UTF-8 with LF.
     *
     * @throws EditRefusedException as {@link #put} throws it
     * @throws IllegalArgumentException as {@link #put} throws it
     */
    default IniDocument create(T value) {
        return put(value, IniDocument.empty(StandardCharsets.UTF_8, "\n"));
    }
}
