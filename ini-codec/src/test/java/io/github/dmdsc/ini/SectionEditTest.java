package io.github.dmdsc.ini;

import static io.github.dmdsc.ini.Documents.section;
import static io.github.dmdsc.ini.Documents.text;
import static io.github.dmdsc.ini.Documents.utf8;
import static org.assertj.core.api.Assertions.assertThat;

import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Nested;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

class SectionEditTest {
    private static List<Map.Entry<String, String>> entries(String... keysAndValues) {
        List<Map.Entry<String, String>> entries = new ArrayList<>();
        for (int i = 0; i < keysAndValues.length; i += 2) {
            entries.add(Map.entry(keysAndValues[i], keysAndValues[i + 1]));
        }
        return entries;
    }

    private static IniDocument document(String text) {
        return utf8(text.replace('|', '\n').replace('_', ' '));
    }

    private static String shown(IniDocument document) {
        return text(document).replace('\n', '|').replace(' ', '_');
    }

    @Nested
    class Style {
        @Test
        void is_that_of_the_sibling_key_by_key() {
            IniDocument document = utf8("""
                    [DSC0]
                      CSS_EP_NAME      = A   # one
                      Css_Host         =\t10.0.0.1

                     [ DSC1\t] # two
                      CSS_EP_NAME      = B   # of B
                      Css_Host         =\t10.0.0.2
                    # end
                    """);

            IniDocument edited = document.insertAfter(
                    section(document, "dsc1"),
                    "DSC2",
                    entries("css_host", "10.0.0.3", "Extra", "1", "css_ep_name", "C", "other", ""));

            assertThat(text(edited)).isEqualTo("""
                    [DSC0]
                      CSS_EP_NAME      = A   # one
                      Css_Host         =\t10.0.0.1

                     [ DSC1\t] # two
                      CSS_EP_NAME      = B   # of B
                      Css_Host         =\t10.0.0.2

                     [ DSC2\t]
                      CSS_EP_NAME      = C
                      Css_Host         =\t10.0.0.3
                      Extra            =\t1
                      other            =
                    # end
                    """);
        }

        @ParameterizedTest
        @CsvSource({
            "[s]|ab=1|c_1=2|, mixed=x",
            "[s]|AB=1|C_1=2|, MIXED=x",
            "[s]|Ab=1|, MiXed=x",
            "[s]|ab=1|CD=2|, MiXed=x",
            "[s]|_1=1|, MiXed=x",
            "[s]|, MiXed_=_x",
        })
        void puts_new_keys_in_the_letter_case_of_all_the_others(String before, String line) {
            IniDocument edited = document(before).append("t", entries("MiXed", "x"));

            assertThat(shown(edited).replaceAll(".*\\[t\\]\\|_*", "")).isEqualTo(line + "|");
        }

        @Test
        void changes_letters_from_a_to_z_only() {
            IniDocument edited = utf8("[s]\nA=1\n").append("t", entries("a\u00e9`{z\uD83D\uDE00", "x"));

            assertThat(text(edited)).endsWith("[t]\nA\u00e9`{Z\uD83D\uDE00=x\n");
        }

        @Test
        void models_repeated_keys_on_their_counterparts() {
            IniDocument document = utf8("[s]\nIP = 1\nport=2\nip=\t3\nLast = 4\n");

            IniDocument edited =
                    document.append("t", entries("Ip", "a", "Ip", "b", "Ip", "c", "LAST", "d", "PORT", "e", "x", "f"));

            assertThat(text(edited)).endsWith("[t]\nIP = a\nport=e\nip=\tb\nip=\tc\nLast = d\nx = f\n");
        }

        @Test
        void of_a_value_that_the_sibling_has_not_is_taken_from_the_other_side_of_the_sign() {
            IniDocument edited =
                    utf8("[s]\na =\nb=\nc = # c\n").append("t", entries("a", "1", "b", "2", "c", "3", "d", ""));

            assertThat(text(edited)).endsWith("[t]\na = 1\nb=2\nc = 3\nd =\n");
        }

        @Test
        void keeps_key_bytes_that_are_not_the_usual_ones_for_their_character() {
            byte[] bytes = {'[', 's', ']', '\n', (byte) 0xD6, (byte) 0xD0, '=', '1', '\n'};
            IniDocument document = IniDocument.parse(bytes);

            assertThat(document.charset()).isEqualTo(IniTexts.GB18030);
            assertThat(document.append("t", entries("\u4e2d", "2")).toBytes())
                    .isEqualTo("[s]\n\u4e2d=1\n\n[t]\n\u4e2d=2\n".getBytes(IniTexts.GB18030));
        }

        @Test
        void of_a_section_without_entries_is_that_of_the_one_of_that_name_before_it() {
            IniDocument document = utf8("x=1\n[s]\n\ta =1\n[S]\n");

            assertThat(text(document.append("s", entries("b", "2")))).endsWith("[S]\n[s]\n\tb =2\n");
        }
    }

    @Nested
    class InsertAfter {
        @ParameterizedTest
        @CsvSource({
            "[s]|a=1|, [s]|a=1||[n]|",
            "[s]|a=1||[t]|b=2|, [s]|a=1||[n]||[t]|b=2|",
            "[s]|a=1|||[t]|b=2|, [s]|a=1|||[n]|||[t]|b=2|",
            "[s]|a=1|[t]|b=2|, [s]|a=1|[n]|[t]|b=2|",
            "g=1|[s]|a=1||[t]|, g=1|[s]|a=1|[n]||[t]|",
            "#_head||[s]|a=1|, #_head||[s]|a=1||[n]|",
            "g=1|||#_about|#_s|[s]|a=1|, g=1|||#_about|#_s|[s]|a=1|||[n]|",
            "#_about|[s]|a=1|[t]|, #_about|[s]|a=1|[n]|[t]|",
            "||[s]|a=1|, ||[s]|a=1||[n]|",
            "[s]|a=1||#_end||, [s]|a=1||[n]||#_end||",
            "[s]|a=1, [s]|a=1||[n]",
            "[s], [s]||[n]",
            "[s]|#_c|[t]|, [s]|[n]|#_c|[t]|",
            "[s]|__|[t]|, [s]||[n]|__|[t]|",
        })
        void separates_as_the_sibling_is_separated(String before, String after) {
            IniDocument document = document(before);

            assertThat(shown(document.insertAfter(section(document, "s"), "n", List.of())))
                    .isEqualTo(after);
        }

        @ParameterizedTest
        @CsvSource({
            "'', [n]|",
            "g=1|, g=1||[n]|",
            "g=1||_[s]|, g=1||_[n]||_[s]|",
            "g=1|[s]|, g=1|[n]|[s]|",
            "[s]|, [n]||[s]|",
            "#_about_s|[s]|, [n]||#_about_s|[s]|",
            "#_head||[s]|, #_head||[n]||[s]|",
            "#_head|, #_head||[n]|",
            "g=1, g=1||[n]",
        })
        void may_follow_the_global_section(String before, String after) {
            IniDocument document = document(before);

            assertThat(shown(document.insertAfter(document.global(), "n", List.of())))
                    .isEqualTo(after);
        }
    }

    @Nested
    class BesideAMalformedHeader {
        @ParameterizedTest
        @CsvSource({
            "[s]|a=1||#_c|[t|a=2|, [s]|a=1|b=2||#_c|[t|a=2|",
            "[s]|[t|a=2|, [s]|b=2|[t|a=2|",
            "[s]||[t|a_=2|[s]|c=1|, [s]|b_=2||[t|a_=2|[s]|c=1|",
        })
        void an_entry_goes_before_it(String before, String after) {
            IniDocument document = document(before);

            assertThat(shown(document.add(section(document, "s"), "b", "2"))).isEqualTo(after);
        }

        @ParameterizedTest
        @CsvSource({
            "[t|a=2|, k=2|[t|a=2|",
            "#_head||#_c|[t|a=2|, #_head|k=2||#_c|[t|a=2|",
            "#_c|[t|a_=_2|[s]|b=1|, k_=_2|#_c|[t|a_=_2|[s]|b=1|",
        })
        void a_first_global_entry_goes_before_it(String before, String after) {
            IniDocument document = document(before);

            assertThat(shown(document.add(document.global(), "k", "2"))).isEqualTo(after);
        }

        @ParameterizedTest
        @CsvSource({
            "[s]|a=1||[t|a=2||[u]|, [s]|a=1||[n]||[t|a=2||[u]|",
            "g=1|[t|a=2|, g=1||[n]|[t|a=2|",
        })
        void a_section_goes_directly_behind_its_sibling(String before, String after) {
            IniDocument document = document(before);
            IniSection sibling = document.sections().size() > 1 ? section(document, "s") : document.global();

            assertThat(shown(document.insertAfter(sibling, "n", List.of()))).isEqualTo(after);
        }
    }

    @Nested
    class InsertBefore {
        @ParameterizedTest
        @CsvSource({
            "[s]|a=1|, [n]||[s]|a=1|",
            "[s], [n]||[s]",
            "[t]|b=2||[s]|a=1|, [t]|b=2||[n]||[s]|a=1|",
            "[t]|b=2||#_about|_#_s|[s]|a=1|, [t]|b=2||[n]||#_about|_#_s|[s]|a=1|",
            "[t]|b=2|[s]|a=1|, [t]|b=2|[n]|[s]|a=1|",
            "[s]|a=1|[t]|, [n]|[s]|a=1|[t]|",
            "[t]|b=2|||__[_s_]_#_c, [t]|b=2|||__[_n_]|||__[_s_]_#_c",
        })
        void leaves_a_section_its_comment(String before, String after) {
            IniDocument document = document(before);

            assertThat(shown(document.insertBefore(section(document, "s"), "n", List.of())))
                    .isEqualTo(after);
        }
    }

    @Nested
    class Append {
        @ParameterizedTest
        @CsvSource({
            "'', [n]|a_=_1|",
            "[s]|a=1|, [s]|a=1||[n]|a=1|",
            "[s]|a=1||#_end|, [s]|a=1||#_end||[n]|a=1|",
            "[s]|a=1|||, [s]|a=1|||[n]|a=1|",
            "g=1|_[_s_]|a=1|, g=1|_[_s_]|a=1|_[_n_]|a=1|",
            "g=1|, g=1||[n]|a=1|",
            "g=1, g=1||[n]|a=1",
            "#_c|__, #_c|__|[n]|a_=_1",
            "|, |[n]|a_=_1|",
            "junk, junk||[n]|a_=_1",
            "[s]|A=0|[s]|a_=1|, [s]|A=0|[s]|a_=1|[n]|a_=1|",
        })
        void goes_to_the_end_of_the_file(String before, String after) {
            assertThat(shown(document(before).append("n", entries("a", "1")))).isEqualTo(after);
        }

        @Test
        void writes_the_character_set_of_the_document() {
            IniDocument document =
                    IniDocument.empty(IniTexts.GB18030, "\r\n").append("\u7ec4", entries("\u952e", "\u503c"));

            assertThat(document.toBytes()).isEqualTo("[\u7ec4]\r\n\u952e = \u503c\r\n".getBytes(IniTexts.GB18030));
        }

        @Test
        void copies_bytes_of_a_carried_file() {
            IniDocument document =
                    IniDocument.parse("[\u00ff]\nk\u00fe=\u00fd\n".getBytes(StandardCharsets.ISO_8859_1));

            assertThat(document.append("\u00fc", entries("K\u00fe", "\u00fb")).toBytes())
                    .isEqualTo("[\u00ff]\nk\u00fe=\u00fd\n\n[\u00fc]\nk\u00fe=\u00fb\n"
                            .getBytes(StandardCharsets.ISO_8859_1));
        }
    }

    @Nested
    class Remove {
        @ParameterizedTest
        @CsvSource({
            "[s]|a=1|, ''",
            "[s], ''",
            "g=1||[s]|a=1|, g=1|",
            "g=1||[s]|a=1, g=1",
            "g=1|||[s]|#_c|a=1|#_after|[t]|, g=1|#_after|[t]|",
            "g=1||#_about|[s]|a=1||[t]|, g=1||#_about||[t]|",
            "[s]|a=1||[t]|b=2|, [t]|b=2|",
            "||[s]|a=1||[t]|b=2|, [t]|b=2|",
            "[r]||[s]|a=1||[t]|b=2|, [r]||[t]|b=2|",
            "[r]|[s]|[t]|, [r]|[t]|",
            "[r]|[s]|junk|[t]|, [r]|junk|[t]|",
            "g=1|#_c|[s], g=1|#_c",
        })
        void takes_header_to_last_entry_and_the_blank_lines_before(String before, String after) {
            IniDocument document = document(before);

            assertThat(shown(document.remove(section(document, "s")))).isEqualTo(after);
        }

        @ParameterizedTest
        @ValueSource(strings = {"[b", "[]", "[[sub]]", "[b]_text", "[a]b]"})
        void leaves_every_byte_from_a_malformed_header_on(String header) {
            String rest = header + "|x=2|y=3|[c]|z=4|";
            IniDocument document = document("[a]|k=1|#_about_b|" + rest);

            assertThat(shown(document.remove(section(document, "a")))).isEqualTo("#_about_b|" + rest);
            IniDocument without = document.remove(section(document, "c"));
            assertThat(shown(without)).isEqualTo("[a]|k=1|#_about_b|" + header + "|x=2|y=3|");
        }

        @ParameterizedTest
        @CsvSource({"g=1|", "g=1", "[r]|a=1||#_c|[s]|b=1|", "#_c||[s]|b=1|#_d|", "[s]|a=1||[t]|a=2||[u]|", "[s]|[t]|"})
        void undoes_an_insertion(String before) {
            IniDocument document = document(before);
            for (IniSection sibling : document.sections()) {
                if (!sibling.entries().isEmpty()) {
                    IniDocument after = document.insertAfter(sibling, "n", entries("a", "1"));
                    assertThat(shown(after.remove(section(after, "n")))).isEqualTo(before);
                }
            }
            IniDocument appended = document.append("n", entries("a", "1"));
            assertThat(shown(appended.remove(section(appended, "n")))).isEqualTo(before);
        }
    }

    @Test
    void keys_as_given_copy_the_blanks_of_each_key_and_neither_case_nor_order() {
        IniDocument document = document("[S]|__AAA___=_1|__BBB_=_2|");

        assertThat(shown(document.edit(e -> e.style(EditStyle.KEYS_AS_GIVEN)
                        .section("S")
                        .insertAfter("T", entries("bbb", "4", "ccc", "5", "aaa", "3")))))
                .isEqualTo("[S]|__AAA___=_1|__BBB_=_2||[T]|__bbb_=_4|__ccc_=_5|__aaa___=_3|");
        assertThat(shown(document.edit(
                        e -> e.style(EditStyle.KEYS_AS_GIVEN).section("S").insertBefore("T", entries("bbb", "4")))))
                .isEqualTo("[T]|__bbb_=_4||[S]|__AAA___=_1|__BBB_=_2|");
    }
}
