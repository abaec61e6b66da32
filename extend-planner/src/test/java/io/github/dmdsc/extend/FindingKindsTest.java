package io.github.dmdsc.extend;

import static org.assertj.core.api.Assertions.assertThat;

import io.github.dmdsc.ini.lens.ClusterLens;
import io.github.dmdsc.model.check.FindingKind;
import io.github.dmdsc.model.fixtures.DeclaredKinds;
import io.github.dmdsc.model.fixtures.DeclaredKinds.Declared;
import java.nio.file.Path;
import java.util.ArrayDeque;
import java.util.Deque;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeSet;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;

/** The kinds of findings of all modules. */
class FindingKindsTest {
    /** Returns every kind of every module, ordered by id within its module. */
    private static List<FindingKind> all() {
        return Stream.of(FindingKind.class, ClusterLens.class, ExtendPlanner.class)
                .flatMap(module -> DeclaredKinds.beside(module).stream())
                .map(Declared::kind)
                .toList();
    }

    @Test
    void every_kind_has_a_title_messages_and_a_fix_with_the_same_parameters_in_both_languages() {
        assertThat(DeclaredKinds.problems(DeclaredKinds.beside(ExtendPlanner.class)))
                .isEmpty();
    }

    @Test
    void ids_and_names_are_unique_over_all_modules() {
        assertThat(all()).extracting(FindingKind::id).doesNotHaveDuplicates().hasSizeGreaterThan(120);
        assertThat(all()).extracting(FindingKind::name).doesNotHaveDuplicates();
    }

    @Test
    void every_kind_has_a_page() {
        assertThat(all())
                .allSatisfy(kind -> assertThat(Path.of("..").resolve(kind.page()))
                        .content()
                        .contains(kind.id(), kind.title().en()));
    }

    /** If two kinds were causes of each other, both findings would be left out. */
    @Test
    void causes_exist_and_have_no_cycles() {
        Map<String, Set<String>> causes =
                all().stream().collect(Collectors.toMap(FindingKind::id, FindingKind::causes));

        causes.forEach((id, direct) -> {
            Set<String> reached = new TreeSet<>();
            Deque<String> left = new ArrayDeque<>(direct);
            while (!left.isEmpty()) {
                String cause = left.pop();
                assertThat(causes).containsKey(cause);
                if (reached.add(cause)) {
                    left.addAll(causes.getOrDefault(cause, Set.of()));
                }
            }
            assertThat(reached).doesNotContain(id);
        });
    }
}
