package io.github.dmdsc.extend.render;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import java.util.stream.Collectors;
import net.jqwik.api.Arbitraries;
import net.jqwik.api.Arbitrary;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import net.jqwik.api.Provide;
import org.junit.jupiter.api.Test;

class ChangedWordsTest {
    /** Returns a line with its changed parts in angle brackets. */
    private static String shown(List<ChangedWords.Part> parts) {
        return parts.stream()
                .map(part -> part.changed() ? "<" + part.text() + ">" : part.text())
                .collect(Collectors.joining());
    }

    private static String text(List<ChangedWords.Part> parts, boolean unchangedOnly) {
        return parts.stream()
                .filter(part -> !unchangedOnly || !part.changed())
                .map(ChangedWords.Part::text)
                .collect(Collectors.joining());
    }

    @Test
    void only_whole_words_are_marked_as_changed() {
        ChangedWords size = ChangedWords.of("DCR_GRP_N_EP = 2", "DCR_GRP_N_EP = 3");
        ChangedWords list = ChangedWords.of("DCR_GRP_EP_ARR = {0,1}", "DCR_GRP_EP_ARR = {0,1,2}");
        ChangedWords two = ChangedWords.of("a = 9340 # 节点0 here", "a = 9341 # 节点1 here");

        assertThat(shown(size.before())).isEqualTo("DCR_GRP_N_EP = <2>");
        assertThat(shown(size.after())).isEqualTo("DCR_GRP_N_EP = <3>");
        assertThat(shown(list.before())).isEqualTo("DCR_GRP_EP_ARR = {0,1}");
        assertThat(shown(list.after())).isEqualTo("DCR_GRP_EP_ARR = {0,1<,2>}");
        assertThat(shown(two.before())).isEqualTo("a = <9340> # <节点0> here");
        assertThat(shown(two.after())).isEqualTo("a = <9341> # <节点1> here");
    }

    @Test
    void lines_that_share_no_word_are_marked_as_a_whole() {
        ChangedWords words = ChangedWords.of("[a] = (b)", "[c] = (d)");

        assertThat(shown(words.before())).isEqualTo("<[a] = (b)>");
        assertThat(shown(words.after())).isEqualTo("<[c] = (d)>");
    }

    @Provide
    Arbitrary<String> lines() {
        return Arbitraries.of("a", "b1", "节点", " ", "=", "/", "{", ",", "\t", "😀", "é")
                .list()
                .ofMaxSize(12)
                .map(words -> String.join("", words));
    }

    @Property(tries = 200)
    void the_parts_add_up_to_the_lines_and_unchanged_parts_are_equal(
            @ForAll("lines") String before, @ForAll("lines") String after) {
        ChangedWords words = ChangedWords.of(before, after);

        assertThat(text(words.before(), false)).isEqualTo(before);
        assertThat(text(words.after(), false)).isEqualTo(after);
        assertThat(text(words.before(), true)).isEqualTo(text(words.after(), true));
    }
}
