package io.github.dmdsc.extend.values;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** Tests the comparison of texts that are written in different ways. */
class SpellingTest {
    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            value = {
                "/dev/raw | /dev/raw/",
                "/dev/raw/ | /dev//raw",
                "+DATA/bak | +DATA/bak/",
                "/dev/asm1,/dev/asm2 | /dev/asm1/, /dev/asm2/",
                "D:\\dm\\arch | d:/DM/arch/",
                "/b/dmserver path=/d/dm.ini | /b//dmserver  path=/d//dm.ini",
                "service  X start | service X start",
            })
    void equal_texts_are_written_like_the_first_one(String first, String second) {
        assertThat(Spelling.unified(List.of(first, second))).containsExactly(first, first);
        assertThat(Spelling.unified(List.of(second, first))).containsExactly(second, second);
    }

    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            value = {
                "/arch/DSC0/ | /arch//DSC1 | /arch/DSC0 | /arch/DSC1",
                "/arch/DSC0/ | /arch/DSC1 | /arch/DSC0 | /arch/DSC1",
                "/b/s -p=/d/0/ | /b/s  -p=/d/1 | /b/s -p=/d/0 | /b/s -p=/d/1",
            })
    void different_texts_are_written_in_normal_form(String first, String second, String one, String two) {
        assertThat(Spelling.unified(List.of(first, second))).containsExactly(one, two);
    }

    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            value = {
                "/arch/DSC0/ | /arch/DSC1/",
                "../log | ..//log",
                "/a/DSC0 | /A/DSC0/x",
                "D:\\arch\\DSC0 | D:\\arch\\DSC1\\",
                "sh \"x  /y//z\" | sh \"x /y/z\"",
                "sh 'x  /y//z' | sh 'x /y/z'",
                "A0 | A1",
            })
    void other_texts_stay_as_they_are(String first, String second) {
        assertThat(Spelling.unified(List.of(first, second))).containsExactly(first, second);
    }

    @Test
    void texts_that_are_equal_stay_as_they_are() {
        assertThat(Spelling.unified(List.of("/a/", "/a/"))).containsExactly("/a/", "/a/");
        assertThat(Spelling.unified(List.of())).isEmpty();
    }
}
