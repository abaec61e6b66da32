package io.github.dmdsc.ini.commons;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.io.StringReader;
import java.io.StringWriter;
import java.nio.charset.Charset;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import org.apache.commons.configuration2.builder.FileBasedConfigurationBuilder;
import org.apache.commons.configuration2.builder.fluent.Parameters;
import org.apache.commons.configuration2.ex.ConfigurationException;
import org.apache.commons.configuration2.io.FileHandler;
import org.apache.commons.configuration2.tree.ImmutableNode;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/**
 * Tests that a failed save keeps the content of the file, although the file handler empties it before it is written.
 */
class SavingTest {
    private static final String TEXT = "# 集群\nK = 1   # one\n[A]\n  X = 1\n";
    private static final Charset GB18030 = Charset.forName("GB18030");

    @TempDir
    private Path directory = Path.of("");

    private Path file = Path.of("");

    @BeforeEach
    void place() throws Exception {
        file = directory.resolve("dcr.ini");
        Files.writeString(file, TEXT);
    }

    private FileBasedConfigurationBuilder<IniDocumentConfiguration> builder() {
        return new FileBasedConfigurationBuilder<>(IniDocumentConfiguration.class)
                .configure(new Parameters().fileBased().setFile(file.toFile()));
    }

    @Test
    void a_value_that_no_file_can_hold_is_refused_and_the_file_stays() throws Exception {
        FileBasedConfigurationBuilder<IniDocumentConfiguration> builder = builder();
        IniDocumentConfiguration configuration = builder.getConfiguration();

        assertThatThrownBy(() -> configuration.setProperty("K", "a #b"))
                .isInstanceOf(IllegalArgumentException.class)
                .hasMessageContaining("K: value 'a #b' would be cut off as a comment (character 3)");
        builder.save();
        assertThat(file).hasContent(TEXT);
    }

    @Test
    void what_came_in_past_the_checks_leaves_the_file_as_it_was_read() throws Exception {
        FileBasedConfigurationBuilder<IniDocumentConfiguration> builder = builder();
        ImmutableNode bad = new ImmutableNode.Builder().name("K").value("a #b").create();
        builder.getConfiguration()
                .getNodeModel()
                .setRootNode(new ImmutableNode.Builder().addChild(bad).create());

        assertThatThrownBy(builder::save).isInstanceOf(ConfigurationException.class);
        assertThat(file).hasContent(TEXT);
    }

    @Test
    void an_encoding_that_cannot_carry_the_file_is_refused_when_it_is_loaded() throws Exception {
        Files.writeString(file, TEXT, GB18030);
        byte[] before = Files.readAllBytes(file);
        FileBasedConfigurationBuilder<IniDocumentConfiguration> builder = new FileBasedConfigurationBuilder<>(
                        IniDocumentConfiguration.class)
                .configure(new Parameters().fileBased().setFile(file.toFile()).setEncoding("UTF-8"));

        assertThatThrownBy(builder::getConfiguration)
                .isInstanceOf(ConfigurationException.class)
                .hasMessageContaining("GB18030");
        assertThat(file).hasBinaryContent(before);
    }

    @Test
    void an_encoding_that_is_set_after_loading_leaves_the_file_as_it_was() throws Exception {
        Files.writeString(file, TEXT, GB18030);
        byte[] before = Files.readAllBytes(file);
        FileBasedConfigurationBuilder<IniDocumentConfiguration> builder = builder();
        builder.getConfiguration().setProperty("K", "2");
        FileHandler handler = builder.getFileHandler();
        handler.setEncoding("UTF-8");

        assertThatThrownBy(handler::save)
                .isInstanceOf(ConfigurationException.class)
                .hasMessageContainingAll("UTF-8", "GB18030");
        assertThat(file).hasBinaryContent(before);
    }

    @Test
    void a_save_that_fails_leaves_the_file_as_it_was_saved_before() throws Exception {
        FileBasedConfigurationBuilder<IniDocumentConfiguration> builder = builder();
        builder.getConfiguration().setProperty("K", "2");
        builder.save();
        builder.getConfiguration().read(new StringReader("L = 3\n"));
        ImmutableNode bad = new ImmutableNode.Builder().name("K").value("a #b").create();
        builder.getConfiguration()
                .getNodeModel()
                .setRootNode(new ImmutableNode.Builder().addChild(bad).create());

        assertThatThrownBy(builder::save).isInstanceOf(ConfigurationException.class);
        assertThat(file).hasContent(TEXT.replace("K = 1", "K = 2"));
    }

    @Test
    void an_encoding_that_does_not_exist_is_refused_when_the_file_is_loaded() throws Exception {
        FileBasedConfigurationBuilder<IniDocumentConfiguration> builder = new FileBasedConfigurationBuilder<>(
                        IniDocumentConfiguration.class)
                .configure(new Parameters().fileBased().setFile(file.toFile()).setEncoding("no-such"));

        assertThatThrownBy(builder::getConfiguration)
                .isInstanceOf(ConfigurationException.class)
                .hasMessageContaining("no-such");
    }

    @Test
    void a_writer_of_text_gets_text() throws Exception {
        IniDocumentConfiguration configuration = builder().getConfiguration();
        StringWriter out = new StringWriter();
        configuration.write(out);

        assertThat(out).hasToString(TEXT);
    }

    @Test
    void a_clone_saves_comments_and_style_and_is_apart_from_its_original() throws Exception {
        IniDocumentConfiguration configuration = builder().getConfiguration();
        configuration.setProperty("K", "2");
        IniDocumentConfiguration clone = (IniDocumentConfiguration) configuration.clone();
        clone.setProperty("A.X", "5");

        assertThat(text(clone)).isEqualTo(TEXT.replace("K = 1", "K = 2").replace("X = 1", "X = 5"));
        assertThat(text(configuration)).isEqualTo(TEXT.replace("K = 1", "K = 2"));
    }

    static String text(IniDocumentConfiguration configuration) throws ConfigurationException {
        return new String(configuration.document().toBytes(), StandardCharsets.UTF_8);
    }
}
