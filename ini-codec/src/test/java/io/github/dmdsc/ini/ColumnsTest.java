package io.github.dmdsc.ini;

import static io.github.dmdsc.ini.Documents.unescaped;
import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** Tests which columns a renamed key keeps. The tables are in the form of {@link Documents#unescaped}. */
class ColumnsTest {
    private static final String SAME_LENGTH = "ccc_=_1N";

    private static void assertRenamed(String before, String after) {
        IniDocument edited = Documents.utf8(unescaped(before))
                .edit(e -> e.global().entry("bbb").rename("b"));

        assertThat(Documents.text(edited)).isEqualTo(unescaped(after));
    }

    @ParameterizedTest
    @CsvSource({
        "bbb_=_1N, b_=_1N",
        "bbb__=_1N, b____=_1N",
        "aa__=_1Nbbb_=_1N, aa__=_1Nb___=_1N",
        "bbb_=_1Naa__=_1N, b___=_1Naa__=_1N",
        "bbb_=_1Naa_=_1N, b_=_1Naa_=_1N",
        "aa_=__1Nbbb_=_1N, aa_=__1Nb_=___1N",
        "bbb=_1Naa=__1N, b=___1Naa=__1N",
        "_aa__=_1Nbbb_=_1N, _aa__=_1Nb_=_1N",
        "aaT_=_1Nbbb_=_1N, aaT_=_1Nb_=_1N",
        "aa__=_1NbbbT=_1N, aa__=_1NbT=_1N",
        "aa_=_1Nbbb_=_1N, aa_=_1Nb_=_1N",
        "aa_=T_1Nbbb_=_1N, aa_=T_1Nb_=_1N",
        "aa_=__Nbbb_=_1N, aa_=__Nb_=_1N",
        "aa__=_1Nccc_=_1Ncc___=_1Nbbb_=_1N, aa__=_1Nccc_=_1Ncc___=_1Nb___=_1N",
        "aa_=__1Ncc_=_1Nbbb_=_1N, aa_=__1Ncc_=_1Nb_=___1N",
    })
    void the_equals_sign_or_the_value_keeps_the_column_that_neighbours_have(String before, String after) {
        assertRenamed(before, after);
    }

    @Test
    void without_columns_the_number_of_blanks_stays() {
        IniDocument document = Documents.utf8("bbb  = 1\n");

        assertThat(Documents.text(document.edit(e -> e.style(EditStyle.LIKE_SIBLINGS.withColumns(false))
                        .global()
                        .entry("bbb")
                        .rename("b"))))
                .isEqualTo("b  = 1\n");
    }

    @Test
    void four_entries_on_either_side_are_neighbours() {
        for (int between = 0; between < 6; between++) {
            String lines = SAME_LENGTH.repeat(between);
            String expected = between < 4 ? "b___=_1N" : "b_=_1N";

            assertRenamed("aa__=_1N" + lines + "bbb_=_1N", "aa__=_1N" + lines + expected);
            assertRenamed("bbb_=_1N" + lines + "aa__=_1N", expected + lines + "aa__=_1N");
        }
    }
}
