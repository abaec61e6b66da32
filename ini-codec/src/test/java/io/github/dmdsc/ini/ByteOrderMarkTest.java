package io.github.dmdsc.ini;

import static org.assertj.core.api.Assertions.assertThat;

import io.github.dmdsc.ini.EditProblem.Kind;
import java.nio.charset.Charset;
import java.nio.charset.StandardCharsets;
import java.util.List;
import net.jqwik.api.Arbitraries;
import net.jqwik.api.Arbitrary;
import net.jqwik.api.Example;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import net.jqwik.api.Provide;

/** Tests that no edit creates a byte order mark, at the start of a file or elsewhere. */
class ByteOrderMarkTest {
    /** Parts of files, with one byte per character: the marks of all sets, and the parts of INI files. */
    private static final List<String> PARTS = List.of(
            "\u00ef\u00bb\u00bf",
            "\u00841\u00953",
            "\u00ff\u00fe",
            "\u00fe\u00ff",
            "\0\0\u00fe\u00ff",
            "k=1",
            "[s]",
            "#c",
            "\n",
            "\n",
            "\n",
            "\r",
            "\r\n",
            " ");

    @Property(tries = 1500)
    void a_file_begins_with_a_mark_after_an_edit_only_if_it_did_before(
            @ForAll("files") byte[] bytes, @ForAll("edits") List<Edits.Edit> edits) {
        for (Charset charset : List.of(StandardCharsets.ISO_8859_1, StandardCharsets.UTF_8, IniTexts.GB18030)) {
            IniDocument document = IniDocument.parse(bytes, charset);
            boolean marked = ByteOrderMark.at(bytes) != null;
            for (Edits.Edit edit : edits) {
                boolean possible = document.keyProblem(edit.key()).isEmpty();
                document = possible ? edit.applyTo(document) : document;
                if (!marked) {
                    assertThat(ByteOrderMark.at(document.toBytes())).isNull();
                }
                if (!document.isUndecodable()) {
                    Documents.assertSound(document);
                }
            }
        }
    }

    @Example
    void an_empty_line_keeps_apart_what_would_become_a_mark() {
        IniDocument document = Documents.utf8("A=1\r\n\uFEFFB=2\r\n");
        IniDocument edited = document.remove(Documents.entry(document, "A"));

        assertThat(Documents.text(edited)).isEqualTo("\r\n\uFEFFB=2\r\n");
        assertThat(Documents.entry(edited, "\uFEFFB").value()).isEqualTo("2");
        assertThat(Documents.entry(IniDocument.parse(edited.toBytes()), "\uFEFFB")
                        .value())
                .isEqualTo("2");
    }

    @Example
    void so_it_does_in_place_of_a_section_and_for_marks_of_other_sets() {
        IniDocument utf8 = Documents.utf8("[s]\nA=1\n\n\uFEFF#c\n");
        assertThat(Documents.text(utf8.remove(Documents.section(utf8, "s")))).isEqualTo("\n\uFEFF#c\n");

        byte[] bytes = "A=1\n\u00ef\u00bb\u00bf\u00a1=2\n".getBytes(StandardCharsets.ISO_8859_1);
        IniDocument gb18030 = IniDocument.parse(bytes, IniTexts.GB18030);
        assertThat(gb18030.isUndecodable()).isFalse();
        assertThat(gb18030.remove(Documents.entry(gb18030, "A")).toBytes()[0]).isEqualTo((byte) '\n');
    }

    @Example
    void a_file_with_a_mark_needs_no_empty_line() {
        IniDocument document = Documents.utf8("\uFEFFA=1\n\uFEFFB=2\n");

        assertThat(Documents.text(document.remove(Documents.entry(document, "A"))))
                .isEqualTo("\uFEFF\uFEFFB=2\n");
    }

    @Example
    void a_key_must_not_begin_with_the_bytes_of_any_mark() {
        String gb18030 = new String(new byte[] {(byte) 0xEF, (byte) 0xBB, (byte) 0xBF, (byte) 0xA1}, IniTexts.GB18030);

        assertThat(IniDocument.empty(IniTexts.GB18030, "\n").keyProblem(gb18030).map(EditProblem::kind))
                .contains(Kind.BYTE_ORDER_MARK);
        for (String key : List.of("\u00ff\u00fek", "\u00fe\u00ffk", "\u00ef\u00bb\u00bfk")) {
            assertThat(IniDocument.empty(StandardCharsets.ISO_8859_1, "\n")
                            .keyProblem(key)
                            .map(EditProblem::kind))
                    .contains(Kind.BYTE_ORDER_MARK);
            assertThat(IniDocument.empty(StandardCharsets.UTF_8, "\n").keyProblem(key))
                    .isEmpty();
        }
    }

    @Provide
    Arbitrary<byte[]> files() {
        return Arbitraries.of(PARTS)
                .list()
                .ofMaxSize(14)
                .map(parts -> String.join("", parts).getBytes(StandardCharsets.ISO_8859_1));
    }

    @Provide
    Arbitrary<List<Edits.Edit>> edits() {
        return Edits.edits().list().ofMinSize(1).ofMaxSize(6);
    }
}
