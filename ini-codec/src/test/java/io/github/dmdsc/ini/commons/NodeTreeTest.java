package io.github.dmdsc.ini.commons;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.io.StringReader;
import java.util.List;
import java.util.concurrent.atomic.AtomicInteger;
import java.util.stream.Stream;
import org.apache.commons.configuration2.HierarchicalConfiguration;
import org.apache.commons.configuration2.ex.ConfigurationException;
import org.apache.commons.configuration2.sync.ReadWriteSynchronizer;
import org.apache.commons.configuration2.tree.ImmutableNode;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.MethodSource;
import org.junit.jupiter.params.provider.ValueSource;

/** Tests that after any change of the tree, the file has the same content as the tree, or the change was refused. */
class NodeTreeTest {
    private static final String TEXT = "N = 2   # groups\n[A]\nX = 1\n[A]\n  X = 2\n  Y = 3\n";

    private final IniDocumentConfiguration configuration = new IniDocumentConfiguration();

    @BeforeEach
    void read() throws Exception {
        configuration.read(new StringReader(TEXT));
    }

    private String text() throws ConfigurationException {
        return SavingTest.text(configuration);
    }

    private ImmutableNode section(int index) {
        return configuration.getNodeModel().getRootNode().getChildren("A").get(index);
    }

    @Test
    void what_was_set_before_the_file_was_read_stands_before_it() throws Exception {
        IniDocumentConfiguration early = new IniDocumentConfiguration();
        early.setProperty("NEW", "n");
        early.setProperty("S.B", "b");
        early.read(new StringReader("# about A\nA = 1\nB = 2\n[S]\nC = 3\n"));

        assertThat(SavingTest.text(early)).isEqualTo("NEW = n\n# about A\nA = 1\nB = 2\n[S]\nB = b\n[S]\nC = 3\n");
    }

    @Test
    void a_section_that_is_added_twice_is_a_second_one() throws Exception {
        configuration.addNodes(null, List.of(section(0)));

        assertThat(text()).isEqualTo(TEXT + "[A]\n  X = 1\n");
    }

    @Test
    void entries_of_another_section_are_new_in_theirs() throws Exception {
        configuration.addNodes("A(0)", section(1).getChildren());

        assertThat(text()).isEqualTo(TEXT.replace("X = 1\n", "X = 1\nX = 2\nY = 3\n"));
    }

    @Test
    void a_section_that_was_moved_stands_where_it_is_now() throws Exception {
        ImmutableNode first = section(0);
        configuration.clearTree("A(0)");
        configuration.addNodes(null, List.of(first));

        assertThat(text()).isEqualTo("N = 2   # groups\n[A]\n  X = 2\n  Y = 3\n[A]\n  X = 1\n");
    }

    @ParameterizedTest
    @CsvSource({"A(0), v", "N.sub, v", "A(0)[@k], v", "N[@k], v", "A.X.sub, v", "A.B.C, v", "NEW.B.C, v"})
    void what_an_ini_file_has_no_place_for_is_refused(String key, String value) throws Exception {
        assertThatThrownBy(() -> configuration.setProperty(key, value)).isInstanceOf(IllegalArgumentException.class);
        if (!key.equals("A(0)")) {
            assertThatThrownBy(() -> configuration.addProperty(key, value))
                    .isInstanceOf(IllegalArgumentException.class)
                    .hasMessageContaining(key);
        }
        assertThat(text()).isEqualTo(TEXT);
    }

    @ParameterizedTest
    @CsvSource({
        "NEW, a\\nb",
        "NEW, ' a'",
        "[NEW, a",
        "A.NEW, a\\nb",
        "A.#NEW, a",
        "NEWGRP.KEY, a\\nb",
        "NEWGRP.#KEY, a",
        "NEW]GRP.KEY, a"
    })
    void what_the_file_would_read_as_something_else_is_refused(String key, String value) throws Exception {
        String written = value.replace("\\n", "\n");

        assertThatThrownBy(() -> configuration.addProperty(key, written)).isInstanceOf(IllegalArgumentException.class);
        assertThatThrownBy(() -> configuration.setProperty(key, written)).isInstanceOf(IllegalArgumentException.class);
        assertThat(text()).isEqualTo(TEXT);
    }

    @Test
    void a_refusal_names_the_section_the_key_or_the_value() {
        assertThatThrownBy(() -> configuration.addProperty("NEW]GRP.KEY", "a"))
                .hasMessageContaining("section name 'NEW]GRP' holds a bracket");
        assertThatThrownBy(() -> configuration.addProperty("A.#NEW", "a"))
                .hasMessageContaining("key '#NEW' would be cut off as a comment");
        assertThatThrownBy(() -> configuration.addProperty("A.NEW", "a\nb"))
                .hasMessageContaining("NEW: value 'a\nb' holds a line break");
    }

    @Test
    void nodes_that_cannot_be_written_are_refused() throws Exception {
        ImmutableNode bad = new ImmutableNode.Builder().name("K").value("a #b").create();
        ImmutableNode deep =
                new ImmutableNode.Builder().name("S").addChild(section(0)).create();
        ImmutableNode both =
                new ImmutableNode.Builder().name("S").value("v").addChild(bad).create();

        for (ImmutableNode node : List.of(bad, deep, both)) {
            assertThatThrownBy(() -> configuration.addNodes(null, List.of(node)))
                    .isInstanceOf(IllegalArgumentException.class);
            assertThatThrownBy(() -> configuration.addNodes("NEW", List.of(node)))
                    .isInstanceOf(IllegalArgumentException.class);
            assertThatThrownBy(() -> configuration.addNodes("A(1)", List.of(node)))
                    .isInstanceOf(IllegalArgumentException.class);
        }
        assertThat(text()).isEqualTo(TEXT);
    }

    @ParameterizedTest
    @ValueSource(strings = {"N", "A(0).X", "A(0).NEW", "A(0).X.sub", "NEW.B", "NEW.B.C"})
    void nodes_are_refused_below_a_key_or_a_section_of_a_section(String key) throws Exception {
        ImmutableNode good = new ImmutableNode.Builder().name("K").value("v").create();

        assertThatThrownBy(() -> configuration.addNodes(key, List.of(good)))
                .isInstanceOf(IllegalArgumentException.class);
        assertThat(text()).isEqualTo(TEXT);
    }

    @Test
    void nodes_of_a_new_section_are_its_keys() throws Exception {
        ImmutableNode good = new ImmutableNode.Builder().name("K").value("v").create();

        configuration.addNodes("NEW", List.of(good));

        assertThat(text()).isEqualTo(TEXT + "[NEW]\n  K = v\n");
    }

    private static ImmutableNode node(String name, @Nullable Object value, ImmutableNode... children) {
        return new ImmutableNode.Builder()
                .name(name)
                .value(value)
                .addChildren(List.of(children))
                .create();
    }

    static Stream<ImmutableNode> unwritable() {
        ImmutableNode deep = node("S", null, node("K", null, node("L", "v")));
        return Stream.of(
                node("", "v"),
                new ImmutableNode.Builder().addAttribute("a", "v").create(),
                node("", null, node("a]b", null, node("K", "v"))),
                node("", null, node("S", null, node("#K", "v"))),
                node("", null, node("S", null, node("K", "a #b"))),
                node("", null, node("#K", "v")),
                node("", null, node("S", "v", node("K", "v"))),
                node("", null, deep));
    }

    @ParameterizedTest
    @MethodSource("unwritable")
    void a_tree_that_was_set_without_a_check_is_checked_when_it_is_written(ImmutableNode root) {
        configuration.getNodeModel().setRootNode(root);

        assertThatThrownBy(configuration::document).isInstanceOf(ConfigurationException.class);
    }

    @Test
    void the_refusal_of_a_tree_names_the_node_that_is_too_deep() {
        configuration.getNodeModel().setRootNode(node("", null, node("S", null, node("K", null, node("L", "v")))));

        assertThatThrownBy(configuration::document).hasMessageContaining("no place for S.K");
    }

    @Test
    void a_section_that_was_removed_takes_any_change_because_it_is_never_saved() throws Exception {
        HierarchicalConfiguration<ImmutableNode> second = configuration.configurationAt("A(1)", true);
        configuration.clearTree("A(1)");

        second.setProperty("X", "a #b");

        assertThat(text()).isEqualTo("N = 2   # groups\n[A]\nX = 1\n");
    }

    @Test
    void a_sub_configuration_is_held_to_the_same() throws Exception {
        HierarchicalConfiguration<ImmutableNode> second = configuration.configurationAt("A(1)", true);

        assertThatThrownBy(() -> second.setProperty("X", "a #b")).isInstanceOf(IllegalArgumentException.class);
        assertThatThrownBy(() -> second.addProperty("Z.deep", "v")).isInstanceOf(IllegalArgumentException.class);
        second.addProperty("Z", "4");
        assertThat(text()).isEqualTo(TEXT + "  Z = 4\n");
    }

    @Test
    void an_unclosed_quote_that_was_read_stays() throws Exception {
        IniDocumentConfiguration quoted = new IniDocumentConfiguration();
        quoted.read(new StringReader("K = \"a\nL = 1\n"));
        quoted.setProperty("K", "\"a");
        quoted.setProperty("L", "2");

        assertThat(SavingTest.text(quoted)).isEqualTo("K = \"a\nL = 2\n");
    }

    @Test
    void the_keys_of_a_new_section_keep_their_letter_case_and_order() throws Exception {
        IniDocumentConfiguration neighbour = new IniDocumentConfiguration();
        neighbour.read(new StringReader("[S]\n  AAA = 1\n  BBB = 2\n"));
        neighbour.addProperty("T.ccc", "3");
        neighbour.addProperty("T.bbb", "4");
        neighbour.addProperty("T.Aaa", "5");

        assertThat(SavingTest.text(neighbour))
                .isEqualTo("[S]\n  AAA = 1\n  BBB = 2\n\n[T]\n  ccc = 3\n  bbb = 4\n  Aaa = 5\n");
    }

    @ParameterizedTest
    @ValueSource(strings = {"[b", "[]", "[[sub]]", "[b] text", "[a]b]"})
    void nothing_of_a_malformed_header_belongs_to_the_section_before_it(String header) throws Exception {
        String text = "[a]\nk = 1\n# about b\n" + header + "\nx = 2\n[c]\nz = 4\n";
        IniDocumentConfiguration broken = new IniDocumentConfiguration();
        broken.read(new StringReader(text));

        assertThat(broken.getString("a.x")).isNull();
        broken.addProperty("a.n", "5");
        broken.addProperty("d.m", "6");
        assertThat(SavingTest.text(broken)).isEqualTo(text.replace("k = 1\n", "k = 1\nn = 5\n") + "[d]\nm = 6\n");
        broken.clearTree("a");
        assertThat(SavingTest.text(broken)).isEqualTo(text.replace("[a]\nk = 1\n", "") + "[d]\nm = 6\n");
    }

    @Test
    void looking_at_the_document_takes_the_lock_for_reading() throws Exception {
        AtomicInteger locked = new AtomicInteger();
        configuration.setSynchronizer(new ReadWriteSynchronizer() {
            @Override
            public void beginRead() {
                super.beginRead();
                locked.incrementAndGet();
            }
        });
        configuration.document();

        assertThat(locked).hasPositiveValue();
    }
}
