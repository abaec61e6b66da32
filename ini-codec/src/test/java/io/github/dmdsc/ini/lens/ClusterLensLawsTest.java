package io.github.dmdsc.ini.lens;

import static org.assertj.core.api.Assertions.assertThat;

import io.github.dmdsc.ini.IniDocument;
import io.github.dmdsc.ini.files.ClusterFiles;
import io.github.dmdsc.model.FileId;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.function.Function;
import java.util.stream.Collectors;
import net.jqwik.api.Arbitrary;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import net.jqwik.api.Provide;

/** What {@link ClusterLens} promises, over random lists of edits of files in every style. */
class ClusterLensLawsTest {
    @Property(tries = 60)
    void putting_back_what_was_got_changes_no_byte(@ForAll("any") ClusterEditing editing) {
        ClusterEdit edit =
                ClusterLens.put(ClusterLens.get(editing.files()).cluster().orElseThrow(), editing.files());

        assertThat(ClusterLens.get(editing.files()).cluster()).contains(editing.cluster());
        assertThat(edit.files()).isEqualTo(editing.files());
        assertThat(edit.touched()).isEmpty();
        assertThat(edit.findings()).isEmpty();
    }

    @Property(tries = 120)
    void what_is_put_is_got(@ForAll("any") ClusterEditing editing) {
        ClusterEdit edit = ClusterLens.put(editing.first(), editing.files());

        assertThat(edit.findings()).isEmpty();
        assertThat(ClusterLens.get(edit.files()).cluster()).contains(editing.first());
    }

    @Property(tries = 60)
    void of_two_puts_the_second_is_got(@ForAll("any") ClusterEditing editing) {
        ClusterFiles once = ClusterLens.put(editing.first(), editing.files()).files();
        ClusterEdit twice = ClusterLens.put(editing.second(), once);

        assertThat(twice.findings()).isEmpty();
        assertThat(ClusterLens.get(twice.files()).cluster()).contains(editing.second());
    }

    @Property(tries = 60)
    void of_two_puts_of_values_the_first_leaves_no_trace(@ForAll("values") ClusterEditing editing) {
        ClusterFiles once = ClusterLens.put(editing.first(), editing.files()).files();

        assertThat(ClusterLens.put(editing.second(), once).files())
                .isEqualTo(ClusterLens.put(editing.second(), editing.files()).files());
    }

    @Property(tries = 120)
    void only_lines_that_are_touched_change(@ForAll("any") ClusterEditing editing) {
        ClusterEdit edit = ClusterLens.put(editing.first(), editing.files());

        for (FileId file : editing.files().ids()) {
            if (edit.files().contains(file)) {
                assertThat(besides(edit, file, edit.files().document(file), Touched::after))
                        .isEqualTo(besides(edit, file, editing.files().document(file), Touched::before));
            }
        }
        assertThat(edit.touched())
                .allSatisfy(touched -> assertThat(touched.before().map(Touched.Line::value))
                        .isNotEqualTo(touched.after().map(Touched.Line::value)));
    }

    @Property(tries = 60)
    void a_value_that_changes_is_one_touched_line_in_its_place(@ForAll("values") ClusterEditing editing) {
        ClusterEdit edit = ClusterLens.put(editing.first(), editing.files());

        assertThat(edit.files().ids()).isEqualTo(editing.files().ids());
        assertThat(edit.touched()).allSatisfy(touched -> {
            Touched.Line after = touched.after().orElseThrow();
            assertThat(touched.before().map(Touched.Line::number)).contains(after.number());
            assertThat(edit.files().document(touched.file()).line(after.number()))
                    .contains(after.value());
        });
    }

    /** The lines of a file that are not touched; lines without a text come and go with sections. */
    private static List<String> besides(
            ClusterEdit edit, FileId file, IniDocument document, Function<Touched, Optional<Touched.Line>> side) {
        Set<Integer> touched = edit.touched().stream()
                .filter(each -> each.file().equals(file))
                .flatMap(each -> side.apply(each).stream())
                .map(Touched.Line::number)
                .collect(Collectors.toSet());
        List<String> lines = new ArrayList<>();
        for (int number = 1; number <= document.lineCount(); number++) {
            if (!touched.contains(number) && !document.line(number).isBlank()) {
                lines.add(document.line(number));
            }
        }
        return lines;
    }

    @Provide
    Arbitrary<ClusterEditing> any() {
        return ClusterEditing.any();
    }

    @Provide
    Arbitrary<ClusterEditing> values() {
        return ClusterEditing.ofValues();
    }
}
