package io.github.dmdsc.ini;

import static io.github.dmdsc.ini.Documents.entry;
import static io.github.dmdsc.ini.Documents.section;
import static io.github.dmdsc.ini.Documents.text;
import static io.github.dmdsc.ini.Documents.utf8;
import static org.assertj.core.api.Assertions.assertThat;

import java.nio.charset.StandardCharsets;
import java.util.List;
import org.junit.jupiter.api.Nested;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

class EntryEditTest {
    /** Replaces the value of {@code k} in a text in which {@code |} is a line end and {@code _} is a blank. */
    private static String set(String text, String value) {
        IniDocument document = utf8(text.replace('|', '\n').replace('_', ' '));
        return text(document.set(entry(document, "k"), value))
                .replace('\n', '|')
                .replace(' ', '_');
    }

    @Nested
    class Set {
        @ParameterizedTest
        @CsvSource({
            "k=v, k=x",
            "_k__=__v__#_c|, _k__=__x__#_c|",
            "k_=_\"a\"_b|, k_=_x|",
            "a=1|k=v|b=2|, a=1|k=x|b=2|",
        })
        void replaces_the_value_alone(String before, String after) {
            assertThat(set(before, "x")).isEqualTo(after);
        }

        @ParameterizedTest
        @CsvSource({
            "k=, k=x",
            "k_=, k_=_x",
            "k_=_, k_=_x",
            "k_=___|, k_=___x|",
            "k=|a=1|, k=x|a=1|",
            "k=|a_=_1|, k=x|a_=_1|",
            "a_=1|k_=|b_=_1|, a_=1|k_=x|b_=_1|",
            "k_=|b_=__1|c_=1|, k_=__x|b_=__1|c_=1|",
            "a=1|k_=|b_=|, a=1|k_=_x|b_=|",
            "[s]|a_=1|[t]|k_=|, [s]|a_=1|[t]|k_=_x|",
            "a_=____1|b_=__2|k_=|c_=1|, a_=____1|b_=__2|k_=__x|c_=1|",
            "a=1|b=__2|k=|, a=1|b=__2|k=__x|",
        })
        void gives_an_empty_value_the_blanks_of_the_nearest_line_written_alike(String before, String after) {
            assertThat(set(before, "x")).isEqualTo(after);
        }

        @ParameterizedTest
        @CsvSource({
            "k=#c, k=x_#c",
            "k_=#c|, k_=_x_#c|",
            "k_=_#c, k_=_x_#c",
            "k_=___#_c, k_=_x__#_c",
            "a_=__1|k_=___#_c, a_=__1|k_=__x_#_c",
            "a_=___1|k_=__#_c, a_=___1|k_=_x_#_c",
            "k=//_c, k=x_//_c",
        })
        void keeps_a_comment_behind_an_empty_value_apart(String before, String after) {
            assertThat(set(before, "x")).isEqualTo(after);
        }

        @ParameterizedTest
        @CsvSource({
            "k_=_v, k_=_",
            "k=v_#c, k=_#c",
            "k_=_v__//_c, k_=___//_c",
            "k_=_v_//c|, k_=__//_c|",
            "k_=_v_//, k_=__//",
            "k_=_v_///, k_=__//_/",
        })
        void leaves_a_comment_a_comment_if_the_value_goes(String before, String after) {
            assertThat(set(before, "")).isEqualTo(after);
        }

        @ParameterizedTest
        @ValueSource(
                strings = {"k = x # c", "k\t=\tx\t# c", "a= 1\nk= x // c", "k =x # c\nl =y", "a =  1\nk =  x  # c"})
        void to_nothing_and_back_leaves_the_line_as_it_was(String text) {
            IniDocument document = utf8(text);
            IniDocument without = document.set(entry(document, "k"), "");

            assertThat(without.set(entry(without, "k"), "x")).isEqualTo(document);
        }

        @Test
        void of_the_same_value_is_no_change() {
            IniDocument document = utf8("k = \"v\nl=\n");

            assertThat(document.set(entry(document, "k"), "\"v")).isSameAs(document);
            assertThat(document.set(entry(document, "l"), "")).isSameAs(document);
        }

        @Test
        void writes_the_character_set_of_the_document() {
            IniDocument document = IniDocument.parse("# \u8fde\nk = v # \u8fde\r\n".getBytes(IniTexts.GB18030));

            assertThat(document.set(entry(document, "k"), "\u5f20").toBytes())
                    .isEqualTo("# \u8fde\nk = \u5f20 # \u8fde\r\n".getBytes(IniTexts.GB18030));
        }

        @Test
        void keeps_the_bytes_of_a_carried_file() {
            byte[] before = "a = \u00ff\u00fe\nk = v # \u0081\n".getBytes(StandardCharsets.ISO_8859_1);
            IniDocument document = IniDocument.parse(before);
            String copied = entry(document, "a").value();

            assertThat(document.set(entry(document, "k"), copied).toBytes())
                    .isEqualTo("a = \u00ff\u00fe\nk = \u00ff\u00fe # \u0081\n".getBytes(StandardCharsets.ISO_8859_1));
        }
    }

    @Nested
    class Add {
        private String add(String text, String section) {
            IniDocument document = utf8(text.replace('|', '\n').replace('_', ' '));
            return text(document.add(section(document, section), "New", "x"))
                    .replace('\n', '|')
                    .replace(' ', '_');
        }

        @ParameterizedTest
        @CsvSource({
            "[s]|a=1|, [s]|a=1|New=x|",
            "[s]|a=1|_b__=___2_#_c|#_end||, [s]|a=1|_b__=___2_#_c|_New_=___x|#_end||",
            "[s]|a_=|, [s]|a_=|New_=_x|",
            "[s]|a=|, [s]|a=|New=x|",
            "[s]|a_=_#_c|, [s]|a_=_#_c|New_=_x|",
            "[s]|a=1|[t]|b_=_2|, [s]|a=1|New=x|[t]|b_=_2|",
            "[s]|a=1|junk|# c|[t]|, [s]|a=1|New=x|junk|# c|[t]|",
        })
        void goes_behind_the_last_entry_and_is_written_like_it(String before, String after) {
            assertThat(add(before, "s")).isEqualTo(after.replace("# c", "#_c"));
        }

        @ParameterizedTest
        @CsvSource({
            "[s]|, [s]|New_=_x|",
            "[s]|#_c|, [s]|New_=_x|#_c|",
            "g=0|[t]|a__=__1|[s]|, g=0|[t]|a__=__1|[s]|New=x|",
            "[t]|__a=1|[s]|, [t]|__a=1|[s]|__New=x|",
        })
        void to_a_section_without_entries_goes_behind_the_header(String before, String after) {
            assertThat(add(before, "s")).isEqualTo(after);
        }

        @Test
        void to_a_section_without_entries_is_written_like_the_section_of_that_name_before_it() {
            IniDocument document = utf8("g=0\n[GRP]\na = 1\n\tb\t= 1\n[other]\nc=1\n[grp]\n[GRP]\nz  =  1\n");

            assertThat(text(document.add(document.sections().get(3), "k", "v"))).contains("[grp]\n\tk\t= v\n");
        }

        @ParameterizedTest
        @CsvSource({
            "'', New_=_x|",
            "#_head|, #_head|New_=_x|",
            "#_head||[s]|a=1|, #_head|New=x||[s]|a=1|",
            "#_head||#_about_s|[s]|, #_head|New_=_x||#_about_s|[s]|",
            "#_about_s|[s]|, New_=_x|#_about_s|[s]|",
            "[s]|, New_=_x|[s]|",
            "||[s]|, New_=_x|||[s]|",
            "#_head|||, #_head|New_=_x|||",
            "a=1||[s]|, a=1|New=x||[s]|",
            "a=1|_b_=_2|, a=1|_b_=_2|_New_=_x|",
            "a=1|#_c|, a=1|New=x|#_c|",
        })
        void to_the_global_section_stays_clear_of_the_first_header(String before, String after) {
            assertThat(add(before, "")).isEqualTo(after);
        }

        @Test
        void of_an_empty_value_leaves_no_blank_at_the_end() {
            IniDocument document = utf8("a = 1\n");

            assertThat(text(document.add(document.global(), "b", ""))).isEqualTo("a = 1\nb =\n");
        }

        @Test
        void after_an_entry_goes_between_it_and_the_next() {
            IniDocument document = utf8("a = 1\r\n\tb=2 # c\r\nd = 4\r\n");

            assertThat(text(document.addAfter(entry(document, "b"), "c", "3")))
                    .isEqualTo("a = 1\r\n\tb=2 # c\r\n\tc=3\r\nd = 4\r\n");
        }

        @Test
        void before_an_entry_goes_above_the_comment_on_it() {
            IniDocument document = utf8("# head\r\n\r\n// on b\r\n\tb=2 # c\r\nd = 4");

            assertThat(text(document.addBefore(entry(document, "b"), "a", "1")))
                    .isEqualTo("# head\r\n\r\n\ta=1\r\n// on b\r\n\tb=2 # c\r\nd = 4");
            assertThat(text(document.addBefore(entry(document, "d"), "c", "3")))
                    .isEqualTo("# head\r\n\r\n// on b\r\n\tb=2 # c\r\nc = 3\r\nd = 4");
        }
    }

    @Nested
    class LineEnds {
        @ParameterizedTest
        @CsvSource({"\\n", "\\r\\n", "\\r"})
        void of_new_lines_are_those_of_the_line_before(String escaped) {
            String end = escaped.translateEscapes();
            IniDocument document = utf8("[s]\n\na=1" + end + "\n[t]\n");

            IniDocument edited = document.add(section(document, "s"), "b", "2");

            // CR followed by LF is one line end, so with CR the document has no empty line after the entry.
            String first = end.equals("\r") ? "\r\n" : end;
            String second = end.equals("\r") ? "\r\n" : end + "\n";
            assertThat(text(edited)).isEqualTo("[s]\n\na=1" + first + "b=2" + second + "[t]\n");
        }

        @Test
        void of_a_single_line_are_copied_and_never_lengthened() {
            for (String end : new String[] {"\n", "\r\n", "\r"}) {
                IniDocument document = utf8("a=1" + end);
                IniDocument longer = document.add(document.global(), "b", "2");
                assertThat(text(longer)).isEqualTo("a=1" + end + "b=2" + end);
                assertThat(text(longer.addAfter(entry(longer, "a"), "c", "3")))
                        .isEqualTo("a=1" + end + "c=3" + end + "b=2" + end);
            }
        }

        @Test
        void of_an_empty_document_are_the_ones_asked_for() {
            for (String end : new String[] {"\n", "\r\n", "\r"}) {
                IniDocument document = IniDocument.empty(StandardCharsets.UTF_8, end);
                IniDocument edited = document.append("s", List.of());

                assertThat(text(edited.add(edited.sections().get(1), "k", "v"))).isEqualTo("[s]" + end + "k = v" + end);
            }
        }

        @Test
        void are_added_behind_a_last_line_that_had_none_and_the_new_last_line_has_none() {
            IniDocument document = utf8("a=1\r\nb=2");
            IniDocument edited = document.add(document.global(), "c", "3");

            assertThat(text(edited)).isEqualTo("a=1\r\nb=2\r\nc=3");
            assertThat(text(edited.remove(entry(edited, "c")))).isEqualTo("a=1\r\nb=2");
            assertThat(text(edited.remove(entry(edited, "b")))).isEqualTo("a=1\r\nc=3");
            IniDocument single = utf8("a=1");
            assertThat(text(single.add(single.global(), "b", "2"))).isEqualTo("a=1\nb=2");
            assertThat(text(single.remove(entry(single, "a")))).isEmpty();
        }

        @Test
        void of_an_empty_last_line_stay_because_the_line_would_go() {
            IniDocument document = utf8("a=1\n\nb=2");

            assertThat(text(document.remove(entry(document, "b")))).isEqualTo("a=1\n\n");
        }

        @Test
        void never_merge_into_one() {
            IniDocument document = utf8("a=1\rb=2\n\nc=3\n");

            IniDocument removed = document.remove(entry(document, "b"));

            assertThat(text(removed)).isEqualTo("a=1\r\n\nc=3\n");
            assertThat(removed.lineCount()).isEqualTo(3);
            IniDocument first = utf8("[s]\n\nx=1\n[t]\ny=1\r[u]\n");
            IniDocument added = first.add(first.sections().get(3), "z", "1");
            assertThat(text(added)).endsWith("[u]\nz=1\n");
            IniDocument behind = utf8("a=1\n\nb=2\rc");
            IniDocument moved = behind.insertAfter(behind.global(), "s", List.of());
            assertThat(moved.lineCount()).isEqualTo(6);
            Documents.assertSound(moved);
        }
    }

    @Nested
    class Remove {
        @Test
        void takes_the_line_and_its_comment_and_nothing_else() {
            IniDocument document = utf8("# about a\na=1 # c\n\nb=2\n");

            assertThat(text(document.remove(entry(document, "a")))).isEqualTo("# about a\n\nb=2\n");
        }

        @Test
        void of_the_only_line_leaves_an_empty_file() {
            IniDocument document = utf8("\uFEFFa=1\n");
            IniDocument empty = document.remove(entry(document, "a"));

            assertThat(text(empty)).isEqualTo("\uFEFF");
            assertThat(empty.lineCount()).isZero();
            assertThat(text(empty.add(empty.global(), "b", "2"))).isEqualTo("\uFEFFb = 2\n");
        }
    }

    @Test
    void handles_are_equal_if_they_stand_for_the_same_line_of_the_same_document() {
        IniDocument document = utf8("a=1\n[s]\nb=2\n");
        IniDocument same = utf8("a=1\n[s]\nb=2\n");

        assertThat(entry(document, "a")).isEqualTo(entry(document, "A")).hasSameHashCodeAs(entry(document, "A"));
        assertThat(entry(document, "a")).isNotEqualTo(entry(document, "b")).isNotEqualTo(entry(same, "a"));
        assertThat(section(document, "s")).isEqualTo(section(document, "S")).hasSameHashCodeAs(section(document, "S"));
        assertThat(section(document, "s")).isNotEqualTo(document.global()).isNotEqualTo(section(same, "s"));
        assertThat(entry(document, "a").hashCode())
                .isNotEqualTo(entry(document, "b").hashCode());
        assertThat(section(document, "s").hashCode())
                .isNotEqualTo(document.global().hashCode());
        assertThat(entry(document, "a")).isNotEqualTo("a").hasToString("1: a = 1");
        assertThat(section(document, "s")).isNotEqualTo("s").hasToString("2: [s]");
        assertThat(document.global()).hasToString("(global)");
    }

    @Test
    void malformed_lines_are_values() {
        IniLine line = utf8("\n  x\n").malformed().get(0);

        assertThat(line).isEqualTo(utf8("\n  x\n").malformed().get(0)).hasToString("2:3:   x");
        assertThat(line).hasSameHashCodeAs(utf8("\n  x\n").malformed().get(0));
        assertThat(line)
                .isNotEqualTo(utf8("  x\n").malformed().get(0))
                .isNotEqualTo(utf8("\n x\n").malformed().get(0))
                .isNotEqualTo(utf8("\n  y\n").malformed().get(0))
                .isNotEqualTo("x");
        assertThat(line.hashCode())
                .isNotEqualTo(utf8("  x\n").malformed().get(0).hashCode());
    }

    @Test
    void columns_count_characters() {
        IniDocument document = utf8("\uD83D\uDE00\u503c = \uD83D\uDE00x # c\n\t[\u503c]\n");
        IniEntry entry = document.global().entries().get(0);

        assertThat(entry.keyColumn()).isEqualTo(1);
        assertThat(entry.valueColumn()).isEqualTo(6);
        assertThat(entry.valueLength()).isEqualTo(2);
        assertThat(document.sections().get(1).column()).isEqualTo(2);
        assertThat(document.sections().get(1).line()).isEqualTo(2);
    }
}
