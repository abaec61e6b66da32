package io.github.dmdsc.ini.diff;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.github.dmdsc.ini.files.ClusterFiles;
import io.github.dmdsc.model.FileId;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Set;
import net.jqwik.api.Arbitraries;
import net.jqwik.api.Arbitrary;
import net.jqwik.api.Example;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import net.jqwik.api.Provide;

class UnifiedDiffTest {
    private static final FileId FILE = new FileId("h", "/f.ini");

    @Provide
    Arbitrary<String> texts() {
        Arbitrary<String> line = Arbitraries.of("a", "b", "", "c\r", "d é", "\\ No newline", "--- x", "@@ -1 +1 @@");
        return line.list()
                .ofMaxSize(30)
                .flatMap(lines -> Arbitraries.of("\n", "").map(end -> String.join("\n", lines) + end));
    }

    @Property
    void a_diff_applied_to_the_old_text_gives_the_new_one(
            @ForAll("texts") String before, @ForAll("texts") String after) {
        String diff = diff(files(before), files(after));

        assertThat(apply(latin(before), diff)).isEqualTo(latin(after));
    }

    /** Returns files of numbered lines, some of which are changed, as in diffs of configurations. */
    @Provide
    Arbitrary<String> fewChanges() {
        return Arbitraries.integers()
                .between(0, 39)
                .set()
                .ofMinSize(1)
                .ofMaxSize(4)
                .flatMap(places ->
                        Arbitraries.of("changed\n", "", "two\nlines\n").map(text -> numbered(places, text)));
    }

    private static String numbered(Set<Integer> places, String instead) {
        StringBuilder text = new StringBuilder();
        for (int i = 0; i < 40; i++) {
            text.append(places.contains(i) ? instead : "line " + i + "\n");
        }
        return text.toString();
    }

    @Property
    void few_changes_in_a_long_file_are_applied_as_well(@ForAll("fewChanges") String after) {
        String before = numbered(Set.of(), "");
        String diff = diff(files(before), files(after));

        assertThat(apply(before, diff)).isEqualTo(after);
        assertThat(diff.lines().filter(line -> line.startsWith(" "))).doesNotHaveDuplicates();
    }

    @Example
    void changes_six_lines_apart_share_a_hunk_and_seven_lines_apart_do_not() {
        String before = numbered(Set.of(), "");

        assertThat(diff(files(before), files(numbered(Set.of(10, 17), "")))).endsWith("""
                        @@ -8,14 +8,12 @@
                         line 7
                         line 8
                         line 9
                        -line 10
                         line 11
                         line 12
                         line 13
                         line 14
                         line 15
                         line 16
                        -line 17
                         line 18
                         line 19
                         line 20
                        """);
        assertThat(diff(files(before), files(numbered(Set.of(10, 18), "x\ny\n"))))
                .endsWith("""
                        @@ -8,7 +8,8 @@
                         line 7
                         line 8
                         line 9
                        -line 10
                        +x
                        +y
                         line 11
                         line 12
                         line 13
                        @@ -16,7 +17,8 @@
                         line 15
                         line 16
                         line 17
                        -line 18
                        +x
                        +y
                         line 19
                         line 20
                         line 21
                        """);
    }

    @Example
    void only_the_files_that_differ_are_in_the_diff() {
        FileId other = new FileId("h", "/g.ini");
        byte[] text = {'a', '\n'};
        ClusterFiles before = ClusterFiles.of(Map.of(FILE, text, other, text));
        ClusterFiles after = ClusterFiles.of(Map.of(FILE, text, other, new byte[] {'b', '\n'}));

        assertThat(diff(before, after)).isEqualTo("""
                        diff --git a/h/g.ini b/h/g.ini
                        --- a/h/g.ini
                        +++ b/h/g.ini
                        @@ -1 +1 @@
                        -a
                        +b
                        """);
    }

    @Example
    void a_file_that_has_no_place_in_a_tree_is_refused_by_name() {
        ClusterFiles files = ClusterFiles.of(Map.of(new FileId("h", "/../f.ini"), new byte[] {'a'}));

        assertThatThrownBy(() -> UnifiedDiff.of(ClusterFiles.empty(), files))
                .isInstanceOf(IllegalArgumentException.class)
                .hasMessageContaining("/../f.ini");
    }

    @Property
    void the_same_text_gives_no_diff(@ForAll("texts") String text) {
        assertThat(UnifiedDiff.of(files(text), files(text))).isEmpty();
    }

    @Example
    void a_new_file_and_a_removed_one_are_said_to_be() {
        String created = diff(ClusterFiles.empty(), files("a\n"));
        String removed = diff(files("a\n"), ClusterFiles.empty());

        assertThat(created).contains("new file mode 100644", "--- /dev/null", "+++ b/h/f.ini", "@@ -0,0 +1 @@\n+a\n");
        assertThat(removed)
                .contains("deleted file mode 100644", "--- a/h/f.ini", "+++ /dev/null", "@@ -1 +0,0 @@\n-a\n");
    }

    @Example
    void the_readable_form_is_decoded_in_each_files_own_charset() {
        byte[] before = "A = 1 #磁盘路径\n".getBytes(java.nio.charset.Charset.forName("GB18030"));
        byte[] after = "A = 2 #磁盘路径\n".getBytes(StandardCharsets.UTF_8);

        assertThat(Patch.between(before, after).text(FILE, FILE)).contains("-A = 1 #磁盘路径\n", "+A = 2 #磁盘路径\n");
    }

    /** Returns the diff, each byte as one character. */
    private static String diff(ClusterFiles before, ClusterFiles after) {
        return new String(UnifiedDiff.of(before, after), StandardCharsets.ISO_8859_1);
    }

    private static ClusterFiles files(String text) {
        return ClusterFiles.of(Map.of(FILE, text.getBytes(StandardCharsets.UTF_8)));
    }

    private static String latin(String text) {
        return new String(text.getBytes(StandardCharsets.UTF_8), StandardCharsets.ISO_8859_1);
    }

    /** Applies hunks as the definition of the format says, without code of the printer. */
    private static String apply(String before, String diff) {
        List<String> old = split(before);
        List<String> hunkLines = split(diff);
        StringBuilder result = new StringBuilder();
        int at = 0;
        int i = 0;
        while (i < hunkLines.size()) {
            String line = hunkLines.get(i++);
            if (!line.startsWith("@@ ")) {
                continue;
            }
            String[] oldRange = line.split(" ", -1)[1].substring(1).split(",", -1);
            int count = oldRange.length == 1 ? 1 : Integer.parseInt(oldRange[1]);
            int start = Integer.parseInt(oldRange[0]) - (count == 0 ? 0 : 1);
            String[] newRange = line.split(" ", -1)[2].substring(1).split(",", -1);
            int fresh = newRange.length == 1 ? 1 : Integer.parseInt(newRange[1]);
            while (at < start) {
                result.append(old.get(at++));
            }
            while (count > 0 || fresh > 0) {
                String change = hunkLines.get(i++);
                boolean bare = i < hunkLines.size() && hunkLines.get(i).equals("\\ No newline at end of file\n");
                String text = bare ? change.substring(1, change.length() - 1) : change.substring(1);
                char sign = change.charAt(0);
                if (sign != '+') {
                    assertThat(old.get(at++)).isEqualTo(text);
                    count--;
                }
                if (sign != '-') {
                    result.append(text);
                    fresh--;
                }
                i += bare ? 1 : 0;
            }
        }
        while (at < old.size()) {
            result.append(old.get(at++));
        }
        return result.toString();
    }

    private static List<String> split(String text) {
        List<String> lines = new ArrayList<>();
        int from = 0;
        while (from < text.length()) {
            int end = text.indexOf('\n', from);
            int to = end < 0 ? text.length() : end + 1;
            lines.add(text.substring(from, to));
            from = to;
        }
        return lines;
    }
}
