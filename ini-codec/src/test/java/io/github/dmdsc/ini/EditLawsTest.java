package io.github.dmdsc.ini;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.ByteArrayOutputStream;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Map;
import net.jqwik.api.Arbitrary;
import net.jqwik.api.Assume;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import net.jqwik.api.Provide;
import net.jqwik.api.domains.Domain;
import net.jqwik.api.domains.DomainContext;

@Domain(IniTexts.class)
@Domain(DomainContext.Global.class)
class EditLawsTest {
    @Provide
    Arbitrary<List<Edits.Edit>> edits() {
        return Edits.edits().list().ofMinSize(1).ofMaxSize(12);
    }

    @Property(tries = 1500)
    void an_edited_document_is_the_one_its_bytes_read_as(
            @ForAll IniTexts.Ini ini, @ForAll("edits") List<Edits.Edit> edits) {
        IniDocument document = ini.document();
        Assume.that(!document.isUndecodable());
        for (Edits.Edit edit : edits) {
            byte[] before = document.toBytes();
            IniDocument edited = edit.applyTo(document);

            Documents.assertSound(edited);
            assertThat(document.toBytes()).isEqualTo(before);
            document = edited;
        }
    }

    /** No edit moves a line across a malformed header. */
    @Property(tries = 750)
    void what_stands_behind_a_malformed_header_stays_there(
            @ForAll IniTexts.Ini ini, @ForAll("edits") List<Edits.Edit> edits) {
        IniDocument document = ini.document();
        List<IniLine> headers = malformedHeaders(document);
        List<String> entries = texts(document.entriesOutsideSections());
        Assume.that(!headers.isEmpty());
        for (Edits.Edit edit : edits) {
            document = edit.applyTo(document);

            assertThat(texts(malformedHeaders(document))).isEqualTo(texts(headers));
            assertThat(texts(document.entriesOutsideSections())).isEqualTo(entries);
        }
    }

    private static List<IniLine> malformedHeaders(IniDocument document) {
        return document.malformed().stream().filter(IniLine::isMalformedHeader).toList();
    }

    private static List<String> texts(List<IniLine> lines) {
        return lines.stream().map(IniLine::text).toList();
    }

    @Property(tries = 750)
    void removing_a_section_keeps_every_byte_from_the_malformed_header_behind_it_on(@ForAll IniTexts.Ini ini) {
        IniDocument document = ini.document();
        for (IniSection section :
                document.sections().subList(1, document.sections().size())) {
            IniDocument edited = document.remove(section);
            malformedHeaders(document).stream()
                    .filter(line -> line.number() > section.line())
                    .findFirst()
                    .ifPresent(header -> assertThat(edited.toBytes()).endsWith(bytesFrom(document, header)));
        }
    }

    private static byte[] bytesFrom(IniDocument document, IniLine line) {
        ByteArrayOutputStream bytes = new ByteArrayOutputStream();
        List<byte[]> lines = rawLines(document);
        lines.subList(line.number() - 1, lines.size()).forEach(bytes::writeBytes);
        return bytes.toByteArray();
    }

    @Property(tries = 500)
    void a_file_keeps_ending_with_or_without_a_line_end(
            @ForAll IniTexts.Ini ini, @ForAll("edits") List<Edits.Edit> edits) {
        IniDocument document = ini.document();
        for (Edits.Edit edit : edits) {
            IniDocument edited = edit.applyTo(document);
            if (document.lineCount() > 0 && edited.lineCount() > 0) {
                boolean lastLineEmpty = edited.line(edited.lineCount()).isEmpty();
                assertThat(endsOpen(edited) || lastLineEmpty).isEqualTo(endsOpen(document) || lastLineEmpty);
            }
            document = edited;
        }
    }

    private static boolean endsOpen(IniDocument document) {
        byte[] bytes = document.toBytes();
        return bytes[bytes.length - 1] != '\n' && bytes[bytes.length - 1] != '\r';
    }

    @Property(tries = 1000)
    void what_is_set_is_what_is_got_and_no_other_line_changes(
            @ForAll IniTexts.Ini ini, @ForAll IniTexts.Token token, @ForAll int place) {
        IniDocument document = ini.document();
        List<IniEntry> entries = Documents.entries(document);
        Assume.that(!entries.isEmpty() && document.problemWith(token.text()).isEmpty());
        int number = Math.floorMod(place, entries.size());
        IniEntry old = entries.get(number);

        IniDocument edited = document.set(old, token.text());

        IniEntry changed = Documents.entries(edited).get(number);
        assertThat(changed.value()).isEqualTo(token.text());
        assertThat(changed.key()).isEqualTo(old.key());
        assertThat(changed.comment().map(IniComment::toString).map(comment -> comment.replace("// ", "//")))
                .isEqualTo(old.comment().map(IniComment::toString).map(comment -> comment.replace("// ", "//")));
        List<byte[]> before = rawLines(document);
        List<byte[]> after = rawLines(edited);
        assertThat(after).hasSameSizeAs(before);
        for (int i = 0; i < before.size(); i++) {
            if (i != old.line() - 1) {
                assertThat(after.get(i)).isEqualTo(before.get(i));
            }
        }
        if (!old.value().isEmpty() && !token.text().isEmpty()) {
            if (document.problemWith(old.value()).isEmpty()) {
                assertThat(edited.set(changed, old.value()).toBytes()).isEqualTo(document.toBytes());
            }
            assertThat(replaced(document, old, token.text())).isEqualTo(edited.line(old.line()));
        }
        assertThat(edited.set(changed, token.text())).isSameAs(edited);
    }

    /** Returns the expected line of an edit that replaces the value and nothing else. */
    private static String replaced(IniDocument document, IniEntry entry, String value) {
        int[] line = document.line(entry.line()).codePoints().toArray();
        int start = entry.valueColumn() - 1;
        int end = start + entry.valueLength();
        return new String(line, 0, start) + value + new String(line, end, line.length - end);
    }

    @Property(tries = 750)
    void an_added_entry_is_there_and_its_removal_undoes_it(
            @ForAll IniTexts.Ini ini, @ForAll IniTexts.Token key, @ForAll IniTexts.Token value, @ForAll int place) {
        IniDocument document = ini.document();
        Assume.that(document.keyProblem(key.text()).isEmpty());
        Assume.that(document.problemWith(value.text()).isEmpty());
        int number = Math.floorMod(place, document.sections().size());
        IniSection section = document.sections().get(number);

        IniDocument edited = document.add(section, key.text(), value.text());

        IniSection grown = edited.sections().get(number);
        assertThat(grown.entries()).hasSize(section.entries().size() + 1);
        IniEntry added = grown.entries().get(section.entries().size());
        assertThat(added.key()).isEqualTo(key.text());
        assertThat(added.value()).isEqualTo(value.text());
        assertThat(added.comment()).isEmpty();
        Documents.assertSound(edited);
        assertThat(undone(edited.remove(added), document)).isTrue();
        for (IniEntry sibling : section.entries()) {
            IniDocument behind = document.addAfter(sibling, key.text(), value.text());
            IniEntry found = behind.sections().get(number).entries().get(sibling.index() + 1);
            assertThat(found.line()).isEqualTo(sibling.line() + 1);
            assertThat(found.key()).isEqualTo(key.text());
            assertThat(found.value()).isEqualTo(value.text());
            assertThat(undone(behind.remove(found), document)).isTrue();
            IniDocument above = document.addBefore(sibling, key.text(), value.text());
            IniEntry first = above.sections().get(number).entries().get(sibling.index());
            assertThat(first.key()).isEqualTo(key.text());
            assertThat(first.value()).isEqualTo(value.text());
            Documents.assertSound(above);
            assertThat(undone(above.remove(first), document)).isTrue();
        }
    }

    @Property(tries = 750)
    void an_inserted_section_is_there_and_its_removal_leaves_the_lines_as_they_were(
            @ForAll IniTexts.Ini ini, @ForAll IniTexts.Token name, @ForAll int place) {
        IniDocument document = ini.document();
        Assume.that(document.sectionNameProblem(name.text()).isEmpty());
        List<Map.Entry<String, String>> entries =
                List.of(Map.entry("x", "1"), Map.entry("KEY", ""), Map.entry("x", "2"));
        IniSection sibling =
                document.sections().get(Math.floorMod(place, document.sections().size()));
        int count = document.sections().size();

        IniDocument after = document.insertAfter(sibling, name.text(), entries);
        check_inserted(document, after, sibling.index() + 1, name.text());
        IniDocument last = document.append(name.text(), entries);
        check_inserted(document, last, count, name.text());
        if (sibling.index() > 0) {
            check_inserted(
                    document, document.insertBefore(sibling, name.text(), entries), sibling.index(), name.text());
        }
    }

    @Property(tries = 500)
    void a_section_whose_keys_are_written_as_given_stands_where_it_was_put(
            @ForAll IniTexts.Ini ini, @ForAll IniTexts.Token name, @ForAll int place) {
        IniDocument document = ini.document();
        Assume.that(document.sectionNameProblem(name.text()).isEmpty());
        List<Map.Entry<String, String>> entries =
                List.of(Map.entry("x", "1"), Map.entry("key", ""), Map.entry("x", "2"), Map.entry("K", "3"));
        int count = document.sections().size();
        int index = 1 + Math.floorMod(place, count);

        IniDocument edited = document.edit(e -> {
            List<EditableSection> sections = e.style(EditStyle.KEYS_AS_GIVEN).sections();
            if (index < count) {
                sections.get(index).insertBefore(name.text(), entries);
            } else {
                sections.get(index - 1).insertAfter(name.text(), entries);
            }
        });

        assertThat(edited.sections()).hasSize(count + 1);
        IniSection inserted = edited.sections().get(index);
        assertThat(inserted.name()).isEqualTo(name.text());
        assertThat(inserted.entries()).extracting(IniEntry::key).containsExactly("x", "key", "x", "K");
        assertThat(inserted.entries()).extracting(IniEntry::value).containsExactly("1", "", "2", "3");
        Documents.assertSound(edited);
        assertThat(withoutBlanks(Documents.lines(edited.remove(inserted))))
                .isEqualTo(withoutBlanks(Documents.lines(document)));
    }

    private static void check_inserted(IniDocument document, IniDocument edited, int index, String name) {
        assertThat(edited.sections()).hasSize(document.sections().size() + 1);
        IniSection inserted = edited.sections().get(index);
        assertThat(inserted.name()).isEqualTo(name);
        assertThat(inserted.entries()).extracting(IniEntry::value).containsExactlyInAnyOrder("1", "", "2");
        assertThat(inserted.all("X")).extracting(IniEntry::value).containsExactly("1", "2");
        assertThat(inserted.entries())
                .allSatisfy(entry -> assertThat(entry.comment()).isEmpty());
        Documents.assertSound(edited);
        List<String> left = Documents.lines(edited.remove(inserted));
        assertThat(withoutBlanks(left)).isEqualTo(withoutBlanks(Documents.lines(document)));
    }

    private static List<String> withoutBlanks(List<String> lines) {
        return lines.stream().filter(line -> !line.matches("[ \t]*")).toList();
    }

    /**
     * Returns whether a document has its original bytes again. A line end may differ, because an edit changes CR to CR
     * LF before a line that begins with LF.
     */
    private static boolean undone(IniDocument result, IniDocument original) {
        return Arrays.equals(result.toBytes(), original.toBytes())
                || Documents.lines(result).equals(Documents.lines(original));
    }

    private static List<byte[]> rawLines(IniDocument document) {
        List<byte[]> lines = new ArrayList<>();
        for (int i = 0; i < document.lineCount(); i++) {
            Line line = document.lines().line(i);
            lines.add(line.bytes(line.start(), line.end()));
        }
        return lines;
    }
}
