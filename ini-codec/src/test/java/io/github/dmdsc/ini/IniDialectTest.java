package io.github.dmdsc.ini;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.tuple;

import java.nio.charset.StandardCharsets;
import java.util.List;
import org.junit.jupiter.api.Nested;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** Has one test for each sentence of {@link IniDialect}. */
class IniDialectTest {
    @Nested
    class Lines {
        @Test
        void end_with_lf_or_crlf_or_cr_and_may_mix_them() {
            assertThat(Documents.lines(Documents.utf8("a=1\nb=2\r\nc=3\rd=4\n\r\n\r\re")))
                    .containsExactly("a=1", "b=2", "c=3", "d=4", "", "", "", "e");
        }

        @Test
        void need_no_line_end_at_the_end_of_the_file() {
            assertThat(Documents.lines(Documents.utf8("a=1\nb=2"))).containsExactly("a=1", "b=2");
            assertThat(Documents.lines(Documents.utf8("a=1\nb=2\n"))).containsExactly("a=1", "b=2");
        }

        @ParameterizedTest
        @ValueSource(strings = {" k = v ", "\tk\t=\tv\t", " \tk \t= \tv \t"})
        void have_spaces_and_tabs_for_blanks(String line) {
            IniEntry entry = Documents.entry(Documents.utf8(line), "k");

            assertThat(entry.key()).isEqualTo("k");
            assertThat(entry.value()).isEqualTo("v");
        }

        @ParameterizedTest
        @ValueSource(strings = {"\0", "\f", "\u000b", "\u00a0", "\u3000", "\u0085", "\u2028", "\u001b"})
        void have_no_other_blanks(String text) {
            byte[] bytes = (text + "k" + text + "=" + text + "v" + text + "#c" + text).getBytes(StandardCharsets.UTF_8);
            // The charset is given, because a text with a NUL between its characters would be detected as UTF-16.
            IniDocument document = IniDocument.parse(bytes, StandardCharsets.UTF_8);

            assertThat(document.lineCount()).isEqualTo(1);
            IniEntry entry = document.global().entries().get(0);
            assertThat(entry.key()).isEqualTo(text + "k" + text);
            assertThat(entry.value()).isEqualTo(text + "v" + text + "#c" + text);
        }

        @Test
        void do_not_hold_the_byte_order_mark_of_the_file() {
            IniDocument document = Documents.utf8("\uFEFFk=v\n\uFEFFl=w\n");

            assertThat(document.line(1)).isEqualTo("k=v");
            assertThat(Documents.entry(document, "k").keyColumn()).isEqualTo(1);
            assertThat(document.line(2)).isEqualTo("\uFEFFl=w");
        }
    }

    @Nested
    class Kinds {
        @ParameterizedTest
        @ValueSource(strings = {"", " ", "\t ", "#", "# [s]", ";x", "  ; k = v", "//", "\t// k = v", "//k=v", "#k=v"})
        void blank_lines_and_comments_say_nothing(String line) {
            IniDocument document = Documents.utf8(line + "\n");

            assertThat(document.sections()).hasSize(1);
            assertThat(document.global().entries()).isEmpty();
            assertThat(document.malformed()).isEmpty();
        }

        @ParameterizedTest
        @ValueSource(strings = {"[s]", " [ s\t] ", "[s]#c", "[s] ; c", "[s]//c", "\t[s]  // c ]", "[s]# ]"})
        void a_header_may_have_blanks_and_a_comment(String line) {
            IniDocument document = Documents.utf8(line + "\n");

            assertThat(document.sections()).extracting(IniSection::name).containsExactly("", "s");
            assertThat(document.malformed()).isEmpty();
        }

        @Test
        void a_section_name_holds_comment_marks_and_inner_blanks() {
            assertThat(Documents.utf8("[a # b;c//d]").sections().get(1).name()).isEqualTo("a # b;c//d");
        }

        @Test
        void a_section_name_reaches_to_the_first_bracket() {
            assertThat(Documents.utf8("[a[b] # ]").sections().get(1).name()).isEqualTo("a[b");
        }

        @ParameterizedTest
        @ValueSource(
                strings = {"[s", "[", "[]", "[ \t]", "[s] x", "[s]x", "[s] / x", "[s]/", "[s]]", "[s] = v", "[s=v"})
        void a_header_without_bracket_or_name_or_with_other_text_is_malformed(String line) {
            IniDocument document = Documents.utf8("[first]\n" + line + "\nk=v\n");

            assertThat(document.malformed()).extracting(IniLine::text).containsExactly(line);
            assertThat(document.malformed()).allMatch(IniLine::isMalformedHeader);
            assertThat(document.sections()).hasSize(2);
        }

        @Test
        void the_first_equals_sign_splits_key_and_value() {
            IniEntry entry = Documents.entry(Documents.utf8("CMD = /bin/x path=/a dcr=/b\n"), "CMD");

            assertThat(entry.value()).isEqualTo("/bin/x path=/a dcr=/b");
        }

        @ParameterizedTest
        @ValueSource(strings = {"=", " = v", "word", "two words", "KEY # a=b", "KEY ;a", "KEY\t//a=b", "/", "/x"})
        void a_line_without_equals_sign_or_key_is_malformed(String line) {
            assertThat(Documents.utf8(line).malformed())
                    .extracting(IniLine::number, IniLine::text)
                    .containsExactly(tuple(1, line));
        }

        @ParameterizedTest
        @ValueSource(strings = {"a#b", "a;b", "a//b", "a / b", "/a", "a]", "a[b", "'a", "\"a # b", "a b"})
        void a_key_may_hold_what_begins_no_comment(String key) {
            boolean comment = key.contains(" #");
            IniDocument document = Documents.utf8(key + " = v");

            assertThat(document.malformed()).hasSize(comment ? 1 : 0);
            assertThat(document.global().first(key).isPresent()).isEqualTo(!comment);
        }
    }

    @Nested
    class Sections {
        @ParameterizedTest
        @ValueSource(strings = {"[b", "[]", "[[sub]]", "[b] text", "[a]b]", "\t[ ]", "["})
        void end_at_a_malformed_header_whose_entries_belong_to_no_section(String header) {
            IniDocument document = Documents.utf8("[a]\nk=1\n" + header + "\n# c\njunk\n k=2\nl = 3\n[c]\nk=4\n");

            assertThat(Documents.entries(document)).extracting(IniEntry::value).containsExactly("1", "4");
            assertThat(document.entriesOutsideSections())
                    .extracting(IniLine::number, IniLine::column, IniLine::text)
                    .containsExactly(tuple(6, 2, " k=2"), tuple(7, 1, "l = 3"));
            assertThat(document.entriesOutsideSections()).noneMatch(IniLine::isMalformedHeader);
            assertThat(document.malformed())
                    .extracting(IniLine::number, IniLine::isMalformedHeader)
                    .containsExactly(tuple(3, true), tuple(5, false));
        }

        @Test
        void end_at_a_malformed_header_where_they_are_the_global_one_or_the_last_one() {
            IniDocument document = Documents.utf8("g=1\n[\ng=2\n[c]\nk=4\n[d\nk=5\n[e\nk=6");

            assertThat(Documents.entries(document)).extracting(IniEntry::value).containsExactly("1", "4");
            assertThat(document.entriesOutsideSections())
                    .extracting(IniLine::text)
                    .containsExactly("g=2", "k=5", "k=6");
        }

        @Test
        void do_not_end_at_a_bracket_behind_other_text() {
            IniDocument document = Documents.utf8("[a]\nk=[b]\nx[b] = 1\n#[b\n;[b\n=[b\nz=1\n");

            assertThat(document.sections().get(1).entries())
                    .extracting(IniEntry::key)
                    .containsExactly("k", "x[b]", "z");
            assertThat(document.entriesOutsideSections()).isEmpty();
        }
    }

    @Nested
    class Values {
        @ParameterizedTest
        @ValueSource(
                strings = {
                    "/a#b",
                    "http://x",
                    "p;w",
                    "//server/share",
                    "a/b",
                    "a / b",
                    "/",
                    "//x",
                    "///",
                    "",
                    "a=b",
                    "{0,1,2}",
                    "fe80::1%ens01",
                    "[fe80::1%3]:52184",
                    "a\"b",
                    "x'",
                    "\"open",
                    "'open",
                    "it's"
                })
        void reach_to_the_first_mark_behind_a_blank(String value) {
            for (String comment : List.of("# c", "#c", "#;c", "# ; c", "//c", "// c", "//", "#")) {
                IniEntry entry = Documents.utf8("k = " + value + "\t" + comment + "  \n")
                        .global()
                        .entries()
                        .get(0);

                if (!(value.isEmpty() && comment.equals("//c"))) {
                    assertThat(entry.value()).isEqualTo(value);
                    assertThat(entry.comment().map(IniComment::toString)).contains(comment);
                }
            }
        }

        @ParameterizedTest
        @ValueSource(strings = {"#c", "# c", "#;c", "//", "// c", "//\tc"})
        void are_empty_if_a_comment_begins_at_their_start(String comment) {
            for (String blanks : List.of("", " ", "\t ")) {
                IniEntry entry = Documents.entry(Documents.utf8("k =" + blanks + comment + "\n"), "k");

                assertThat(entry.value()).isEmpty();
                assertThat(entry.comment().map(IniComment::toString)).contains(comment);
                assertThat(entry.valueColumn()).isEqualTo(4);
            }
        }

        @ParameterizedTest
        @ValueSource(strings = {"/bin/sh -c x ; /opt/dmserver", ";", "; x", "a ;b", "a ;"})
        void hold_semicolons(String value) {
            IniEntry entry = Documents.entry(Documents.utf8("k = " + value + " # c\n"), "k");

            assertThat(entry.value()).isEqualTo(value);
            assertThat(entry.comment().map(IniComment::toString)).contains("# c");
        }

        @Test
        void may_be_empty() {
            IniDocument document = Documents.utf8("a=\nb = \t\nc=");

            assertThat(Documents.entries(document)).extracting(IniEntry::value).containsExactly("", "", "");
            assertThat(Documents.entries(document))
                    .allSatisfy(e -> assertThat(e.comment()).isEmpty());
            assertThat(Documents.entries(document))
                    .extracting(IniEntry::valueColumn)
                    .containsExactly(3, 6, 3);
        }

        @ParameterizedTest
        @ValueSource(
                strings = {
                    "\"a # b\"",
                    "'a ; b'",
                    "\" // \"",
                    "\"# x\"",
                    "\"a # b\" c",
                    "\"it's # so\"",
                    "'say \" # \"'",
                    "\" \"#x",
                    "\"\"",
                    "\" # \" \"x"
                })
        void protect_marks_between_quotes_at_their_start(String value) {
            IniEntry entry = Documents.entry(Documents.utf8("k = " + value + " # c\n"), "k");

            assertThat(entry.value()).isEqualTo(value);
            assertThat(entry.comment().map(IniComment::toString)).contains("# c");
        }

        @Test
        void protect_nothing_in_quotes_elsewhere() {
            IniDocument document = Documents.utf8("a = x \"y # z\"\nb = \"x\" \"y # z\"\nc = \"x # y\nd = 'x # y\"\n");

            assertThat(Documents.entries(document))
                    .extracting(IniEntry::value)
                    .containsExactly("x \"y", "\"x\" \"y", "\"x", "'x");
        }

        @Test
        void know_no_escape_character_and_no_continuation_line() {
            IniDocument document = Documents.utf8("a = \"x\\\" # y\"\nb = x\\\nc = y\n");

            assertThat(Documents.entries(document)).extracting(IniEntry::value).containsExactly("\"x\\\"", "x\\", "y");
        }
    }

    @Nested
    class Names {
        @Test
        void compare_without_case_and_print_as_written() {
            IniDocument document = Documents.utf8("[Grp]\nMal_Name=1\nMAL_NAME=2\n[gRP]\n[other]\n");

            assertThat(document.sections("GRP")).extracting(IniSection::name).containsExactly("Grp", "gRP");
            assertThat(Documents.section(document, "grp").all("mal_NAME"))
                    .extracting(IniEntry::key)
                    .containsExactly("Mal_Name", "MAL_NAME");
            assertThat(document.sections("gr")).isEmpty();
            assertThat(document.sections("grpx")).isEmpty();
        }

        @Test
        void fold_the_letters_from_a_to_z_only() {
            IniDocument document = Documents.utf8("\u00c9=1\n@=2\n\u503ca=4\n");

            assertThat(document.global().first("\u00e9")).isEmpty();
            assertThat(document.global().first("\u00c9")).isPresent();
            assertThat(document.global().first("`")).isEmpty();
            assertThat(document.global().first("@")).isPresent();
            assertThat(document.global().first("\u503cA")).isPresent();
            assertThat(document.global().first("")).isEmpty();
            assertThat(utf8AzKeys().global().first("az")).isPresent();
            assertThat(utf8AzKeys().global().first("AZ")).isPresent();
            assertThat(utf8AzKeys().global().first("\u0080x")).isPresent();
        }

        private IniDocument utf8AzKeys() {
            return Documents.utf8("AZ=1\n\u0080X=2\n");
        }

        @Test
        void do_not_fold_the_second_byte_of_a_character() {
            // Two characters whose second bytes are the capital and the small form of one ASCII letter.
            byte[] bytes = {(byte) 0x81, 'A', '=', '1', '\n'};
            IniDocument document = IniDocument.parse(bytes);
            String other = new String(new byte[] {(byte) 0x81, 'a'}, IniTexts.GB18030);

            assertThat(document.charset()).isEqualTo(IniTexts.GB18030);
            assertThat(document.global().first(other)).isEmpty();
            assertThat(document.global()
                            .first(document.global().entries().get(0).key()))
                    .isPresent();
        }

        @Test
        void belong_to_the_global_section_before_the_first_header() {
            IniDocument document = Documents.utf8("a=1\n[s]\nb=2\n");

            assertThat(document.global().entries()).extracting(IniEntry::key).containsExactly("a");
            assertThat(document.sections("")).containsExactly(document.global());
            assertThat(document.sections().get(1).entries())
                    .extracting(IniEntry::key)
                    .containsExactly("b");
        }
    }

    @Nested
    class TrailBytes {
        @Test
        void are_never_taken_for_a_closing_bracket() {
            for (int lead = 0x81; lead <= 0xFE; lead++) {
                byte[] bytes = {'[', (byte) lead, ']', ']', '\n', 'k', '=', 'v', '\n'};
                IniDocument document = IniDocument.parse(bytes, IniTexts.GB18030);

                if (!document.isUndecodable()) {
                    assertThat(document.sections()).hasSize(2);
                    assertThat(document.sections().get(1).name()).hasSize(1);
                    assertThat(document.malformed()).isEmpty();
                }
            }
        }

        @Test
        void are_skipped_in_characters_of_four_bytes() {
            String name = "\u00e9\uD83D\uDE00\u5f20";
            IniDocument document = IniDocument.parse(("[" + name + "]\n").getBytes(IniTexts.GB18030));

            assertThat(document.charset()).isEqualTo(IniTexts.GB18030);
            assertThat(document.sections().get(1).name()).isEqualTo(name);
        }

        @Test
        void of_every_kind_are_part_of_keys_and_values() {
            for (int trail = 0x40; trail <= 0xFE; trail++) {
                byte[] bytes = {' ', (byte) 0xB0, (byte) trail, '=', (byte) 0xB0, (byte) trail, ' ', '#', 'c'};
                IniDocument document = IniDocument.parse(bytes, IniTexts.GB18030);

                if (!document.isUndecodable()) {
                    String text = new String(bytes, 1, 2, IniTexts.GB18030);
                    assertThat(Documents.entry(document, text).value()).isEqualTo(text);
                }
            }
        }

        @Test
        void of_a_carried_file_are_the_bytes_they_look_like() {
            byte[] bytes = {'[', (byte) 0x81, ']', '\n', (byte) 0xFF, '\n'};
            IniDocument document = IniDocument.parse(bytes);

            assertThat(document.charset()).isEqualTo(StandardCharsets.ISO_8859_1);
            assertThat(document.sections().get(1).name()).isEqualTo("\u0081");
        }
    }
}
