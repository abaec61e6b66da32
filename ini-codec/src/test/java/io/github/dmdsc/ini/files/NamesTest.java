package io.github.dmdsc.ini.files;

import static org.assertj.core.api.Assertions.assertThat;

import io.github.dmdsc.model.FileId;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** Tests the names of files in archives and directories. */
class NamesTest {
    @ParameterizedTest
    @CsvSource({"a, 4096, false", "a, 4097, true", "实, 1365, false", "实, 1366, true"})
    void a_path_is_too_long_if_it_has_more_than_4096_bytes(String character, int count, boolean tooLong) {
        assertThat(Names.isTooLong(character.repeat(count))).isEqualTo(tooLong);
    }

    @Test
    void a_long_name_is_shown_in_part() {
        assertThat(Names.shown("a".repeat(256))).isEqualTo("a".repeat(256));
        assertThat(Names.shown("a".repeat(257))).isEqualTo("a".repeat(128) + "…");
    }

    @ParameterizedTest
    @CsvSource({"D:/dm/dm.ini, D:/dm/dm.ini", "d:/dm.ini, D:/dm.ini", "D:, /D:", "data/dm.ini, /data/dm.ini"})
    void a_directory_with_the_name_of_a_drive_is_that_drive(String path, String read) {
        assertThat(Layout.toFile(List.of(("h/" + path).split("/", -1)))).isEqualTo(new FileId("h", read));
    }

    @Test
    void parents_of_a_path_are_listed_from_the_root() {
        assertThat(Layout.parents("h/data/dm.ini")).containsExactly("h", "h/data");
        assertThat(Layout.parents("h")).isEmpty();
    }
}
