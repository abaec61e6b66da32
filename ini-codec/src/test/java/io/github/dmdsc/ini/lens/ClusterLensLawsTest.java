package io.github.dmdsc.ini.lens;

import static org.assertj.core.api.Assertions.assertThat;

import io.github.dmdsc.ini.IniDocument;
import io.github.dmdsc.ini.files.ClusterFiles;
import io.github.dmdsc.model.FileId;
import java.nio.charset.StandardCharsets;
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

/** Tests the laws of {@link ClusterLens} with random lists of edits of files in every style. */
class ClusterLensLawsTest {
    @Property(tries = 30)
    void putting_back_what_was_got_changes_no_byte(@ForAll("any") ClusterEditing editing) {
        ClusterEdit edit =
                ClusterLens.put(ClusterLens.get(editing.files()).cluster().orElseThrow(), editing.files());

        assertThat(ClusterLens.get(editing.files()).cluster()).contains(editing.cluster());
        assertThat(edit.files()).isEqualTo(editing.files());
        assertThat(edit.touched()).isEmpty();
        assertThat(edit.findings()).isEmpty();
    }

    @Property(tries = 30)
    void what_is_put_is_got(@ForAll("any") ClusterEditing editing) {
        ClusterEdit edit = ClusterLens.put(editing.first(), editing.files());

        assertThat(edit.findings()).isEmpty();
        assertThat(ClusterLens.get(edit.files()).cluster()).contains(editing.first());
    }

    @Property(tries = 30)
    void of_two_puts_the_second_is_got(@ForAll("any") ClusterEditing editing) {
        ClusterFiles once = ClusterLens.put(editing.first(), editing.files()).files();
        ClusterEdit twice = ClusterLens.put(editing.second(), once);

        assertThat(twice.findings()).isEmpty();
        assertThat(ClusterLens.get(twice.files()).cluster()).contains(editing.second());
    }

    @Property(tries = 30)
    void of_two_puts_of_values_the_first_leaves_no_trace(@ForAll("values") ClusterEditing editing) {
        ClusterFiles once = ClusterLens.put(editing.first(), editing.files()).files();

        assertThat(ClusterLens.put(editing.second(), once).files())
                .isEqualTo(ClusterLens.put(editing.second(), editing.files()).files());
    }

    @Property(tries = 30)
    void only_lines_that_are_touched_change(@ForAll("any") ClusterEditing editing) {
        ClusterEdit edit = ClusterLens.put(editing.first(), editing.files());

        for (FileId file : editing.files().ids()) {
            if (edit.files().contains(file)) {
                assertThat(besides(edit, file, edit.files().document(file), Touched::after))
                        .isEqualTo(besides(edit, file, editing.files().document(file), Touched::before));
            }
        }
        assertThat(edit.touched())
                .filteredOn(touched -> !isLastLine(editing.files(), edit, touched))
                .allSatisfy(touched -> assertThat(touched.before().map(Touched.Line::value))
                        .isNotEqualTo(touched.after().map(Touched.Line::value)));
    }

    @Property(tries = 30)
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

    /**
     * Returns whether a touched line is the last line of a file without a line end at its end. It gets a line end if a
     * line is added after it.
     */
    private static boolean isLastLine(ClusterFiles files, ClusterEdit edit, Touched touched) {
        FileId file = edit.copiedFrom().getOrDefault(touched.file(), touched.file());
        return files.contains(file)
                && !new String(files.bytes(file), StandardCharsets.ISO_8859_1).matches("(?s).*[\\r\\n]")
                && touched.before()
                        .filter(line -> line.number() == files.document(file).lineCount())
                        .isPresent();
    }

    /**
     * A comment or a blank line is touched together with the parameter or the header with which it is added or removed.
     */
    @Property(tries = 30)
    void a_touched_line_is_named_by_what_stands_beside_it(@ForAll("any") ClusterEditing editing) {
        ClusterEdit edit = ClusterLens.put(editing.first(), editing.files());

        Set<List<String>> stated = edit.touched().stream()
                .filter(touched -> states(edit, touched))
                .map(touched -> List.of(touched.file().toString(), touched.section(), touched.key()))
                .collect(Collectors.toSet());
        assertThat(edit.touched())
                .filteredOn(touched -> touched.after().isPresent())
                .allSatisfy(touched -> assertThat(stated)
                        .contains(List.of(touched.file().toString(), touched.section(), touched.key())));
    }

    private static boolean states(ClusterEdit edit, Touched touched) {
        return touched.after().isPresent()
                && edit.files().document(touched.file()).sections().stream()
                        .anyMatch(section -> touched.key().isEmpty()
                                ? section.line() == touched.after().get().number()
                                : section.all(touched.key()).stream()
                                        .anyMatch(entry -> entry.line()
                                                == touched.after().get().number()));
    }

    /** Returns the lines of a file that are not touched. */
    private static List<String> besides(
            ClusterEdit edit, FileId file, IniDocument document, Function<Touched, Optional<Touched.Line>> side) {
        Set<Integer> touched = edit.touched().stream()
                .filter(each -> each.file().equals(file))
                .flatMap(each -> side.apply(each).stream())
                .map(Touched.Line::number)
                .collect(Collectors.toSet());
        List<String> lines = new ArrayList<>();
        for (int number = 1; number <= document.lineCount(); number++) {
            if (!touched.contains(number)) {
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
