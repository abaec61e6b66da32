package io.github.dmdsc.ini.commons;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.io.File;
import java.io.StringReader;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import org.apache.commons.configuration2.builder.FileBasedConfigurationBuilder;
import org.apache.commons.configuration2.builder.fluent.Parameters;
import org.apache.commons.configuration2.convert.DefaultListDelimiterHandler;
import org.apache.commons.configuration2.tree.ImmutableNode;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/**
 * Tests that a list delimiter handler splits values that are read and values that are set. Without a handler, a list is
 * a key that repeats.
 */
class ListsTest {
    private final IniDocumentConfiguration configuration = new IniDocumentConfiguration();

    @TempDir
    private Path directory = Path.of("");

    @BeforeEach
    void split() {
        configuration.setListDelimiterHandler(new DefaultListDelimiterHandler(','));
    }

    private void read(String text) throws Exception {
        configuration.read(new StringReader(text));
    }

    private List<String> list(String key) {
        return configuration.getList(String.class, key);
    }

    private String text() throws Exception {
        return Charsets.text(configuration.document());
    }

    @Test
    void a_line_that_holds_a_list_is_read_as_its_values() throws Exception {
        read("[s]\nk = a, b,c # list\nk = d\n");

        assertThat(list("s.k")).containsExactly("a", "b", "c", "d");
        assertThat(text()).isEqualTo("[s]\nk = a, b,c # list\nk = d\n");
    }

    @Test
    void a_builder_sets_its_handler_before_it_reads() throws Exception {
        File file = Files.writeString(directory.resolve("dm.ini"), "k = a,b\n").toFile();
        FileBasedConfigurationBuilder<IniDocumentConfiguration> builder = new FileBasedConfigurationBuilder<>(
                        IniDocumentConfiguration.class)
                .configure(new Parameters()
                        .fileBased()
                        .setFile(file)
                        .setListDelimiterHandler(new DefaultListDelimiterHandler(',')));

        assertThat(builder.getConfiguration().getList(String.class, "k")).containsExactly("a", "b");
        builder.getConfiguration().addProperty("k", "c,d");
        builder.save();
        assertThat(file).hasContent("k = a,b\nk = c\nk = d\n");
    }

    @Test
    void the_values_of_a_line_are_changed_and_removed_on_their_line() throws Exception {
        read("k = a,b,c # list\nk = d\n");
        configuration.setProperty("k(1)", "x");
        assertThat(text()).isEqualTo("k = a,x,c # list\nk = d\n");

        configuration.clearProperty("k(0)");
        assertThat(text()).isEqualTo("k = x,c # list\nk = d\n");

        configuration.setProperty("k", "1,2,3,4");
        assertThat(text()).isEqualTo("k = 1,2 # list\nk = 3\nk = 4\n");

        configuration.clearProperty("k");
        assertThat(text()).isEmpty();
    }

    @Test
    void a_value_that_cannot_stand_in_a_list_gets_a_line_of_its_own() throws Exception {
        read("k = a,b # list\n");
        configuration.setProperty("k(1)", "\"x #y\"");

        assertThat(text()).isEqualTo("k = a # list\nk = \"x #y\"\n");
    }

    @Test
    void a_value_is_escaped_only_if_it_would_be_split() throws Exception {
        read("a = C:\\data\\x\nb = 1\\,2\n");
        assertThat(list("b")).containsExactly("1,2");
        configuration.setProperty("a", "D:\\data");
        configuration.addNodes(
                null, List.of(new ImmutableNode.Builder().name("c").value("3,4").create()));

        assertThat(text()).isEqualTo("a = D:\\data\nb = 1\\,2\nc = 3\\,4\n");
    }

    @ParameterizedTest
    @ValueSource(strings = {"\"a,b\"", "a,\"b", "a,#b"})
    void a_value_is_not_split_if_a_part_could_not_stand_alone(String value) throws Exception {
        read("k = " + value + "\n");

        assertThat(list("k")).containsExactly(value);
        assertThatThrownBy(() -> configuration.setProperty("x", value)).isInstanceOf(IllegalArgumentException.class);
        configuration.setProperty("x", value.replace(",", "\\,"));
        assertThat(text()).isEqualTo("k = " + value + "\nx = " + value + "\n");
    }

    @Test
    void without_a_handler_nothing_is_split() throws Exception {
        IniDocumentConfiguration plain = new IniDocumentConfiguration();
        plain.read(new StringReader("k = a,b\nk = c\n"));
        plain.addProperty("k", "d,e");

        assertThat(plain.getList(String.class, "k")).containsExactly("a,b", "c", "d,e");
        assertThat(Charsets.text(plain.document())).isEqualTo("k = a,b\nk = c\nk = d,e\n");
    }
}
