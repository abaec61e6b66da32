package io.github.dmdsc.ini.lens;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.ArrayList;
import java.util.List;
import java.util.stream.IntStream;
import net.jqwik.api.Arbitraries;
import net.jqwik.api.Arbitrary;
import net.jqwik.api.Example;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import net.jqwik.api.Provide;

class AlignmentTest {
    @Provide
    Arbitrary<List<String>> names() {
        return Arbitraries.of("A", "B", "C", "").list().ofMaxSize(6);
    }

    @Property(tries = 250)
    void parts_continue_parts_of_the_same_name_in_order(
            @ForAll("names") List<String> before, @ForAll("names") List<String> after) {
        Alignment alignment = Alignment.byName(before, after);

        assertThat(alignment.oldOf()).hasSameSizeAs(after);
        int last = -1;
        for (int i = 0; i < after.size(); i++) {
            int old = alignment.oldOf().get(i);
            if (old >= 0) {
                assertThat(old).isGreaterThan(last);
                assertThat(before.get(old)).isEqualTo(after.get(i));
                last = old;
            }
        }
    }

    @Property(tries = 250)
    void as_many_parts_are_continued_as_can_be(
            @ForAll("names") List<String> before, @ForAll("names") List<String> after) {
        assertThat(Alignment.byName(before, after).oldOf().stream().filter(old -> old >= 0))
                .hasSize(longest(before, after));
    }

    /** Returns the length of the longest common subsequence, by trying all subsequences. */
    private static int longest(List<String> a, List<String> b) {
        if (a.isEmpty() || b.isEmpty()) {
            return 0;
        }
        List<String> restOfA = a.subList(1, a.size());
        List<String> restOfB = b.subList(1, b.size());
        int skipping = Math.max(longest(restOfA, b), longest(a, restOfB));
        return a.get(0).equals(b.get(0)) ? Math.max(skipping, 1 + longest(restOfA, restOfB)) : skipping;
    }

    @Property(tries = 150)
    void every_old_part_is_either_continued_or_removed_from_the_last_to_the_first(
            @ForAll("names") List<String> before, @ForAll("names") List<String> after) {
        for (Alignment alignment : List.of(Alignment.byName(before, after), Alignment.byNameOrPlace(before, after))) {
            List<Integer> removed = alignment.removed(before.size());
            List<Integer> expected = IntStream.range(0, before.size())
                    .map(i -> before.size() - 1 - i)
                    .filter(old -> !alignment.oldOf().contains(old))
                    .boxed()
                    .toList();
            assertThat(removed).isEqualTo(expected);
        }
    }

    @Property(tries = 150)
    void where_a_part_is_new_or_renamed_places_decide(
            @ForAll("names") List<String> before, @ForAll("names") List<String> after) {
        Alignment alignment = Alignment.byNameOrPlace(before, after);

        if (longest(before, after) == after.size()) {
            assertThat(alignment).isEqualTo(Alignment.byName(before, after));
        } else {
            assertThat(alignment.oldOf())
                    .isEqualTo(IntStream.range(0, after.size())
                            .map(i -> i < before.size() ? i : -1)
                            .boxed()
                            .toList());
        }
    }

    @Example
    void a_renamed_part_continues_the_one_in_its_place() {
        assertThat(Alignment.byName(List.of("A", "B"), List.of("A", "X")).oldOf())
                .containsExactly(0, -1);
        assertThat(Alignment.byNameOrPlace(List.of("A", "B"), List.of("A", "X")).oldOf())
                .containsExactly(0, 1);
    }

    @Example
    void a_part_that_is_gone_takes_none_of_the_others_with_it() {
        assertThat(Alignment.byNameOrPlace(List.of("A", "B", "C"), List.of("A", "C"))
                        .oldOf())
                .containsExactly(0, 2);
    }

    /** A table of 100,000 by 100,000 elements would not fit into memory. */
    @Example
    void where_one_thing_changed_only_that_is_looked_at() {
        List<String> before = IntStream.range(0, 100_000).mapToObj(i -> "S" + i).toList();
        List<String> after = new ArrayList<>(before);
        after.remove(50_000);
        after.add(50_000, "new");
        after.add(50_001, "newer");

        assertThat(Alignment.byName(before, before).removed(before.size())).isEmpty();
        Alignment alignment = Alignment.byName(before, after);
        assertThat(alignment.removed(before.size())).containsExactly(50_000);
        assertThat(alignment.oldOf().subList(49_999, 50_003)).containsExactly(49_999, -1, -1, 50_001);
        assertThat(alignment.oldOf()).last().isEqualTo(99_999);
    }
}
