package io.github.dmdsc.ini.commons;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.io.ByteArrayInputStream;
import java.io.ByteArrayOutputStream;
import java.io.OutputStreamWriter;
import java.io.StringReader;
import java.nio.charset.Charset;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import org.apache.commons.configuration2.builder.FileBasedConfigurationBuilder;
import org.apache.commons.configuration2.builder.fluent.Parameters;
import org.apache.commons.configuration2.ex.ConfigurationException;
import org.apache.commons.configuration2.io.DefaultFileSystem;
import org.apache.commons.configuration2.io.FileHandler;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

/** Tests the charset in which a file is read and written, with a builder and without one. */
class EncodingTest {
    private static final Charset GBK = Charset.forName("GBK");
    private static final Charset GB18030 = Charset.forName("GB18030");

    @TempDir
    private Path directory = Path.of("");

    private final IniDocumentConfiguration configuration = new IniDocumentConfiguration();
    private final FileHandler handler = new FileHandler(configuration);

    private Path file(byte[] bytes) throws Exception {
        return Files.write(directory.resolve("dm.ini"), bytes);
    }

    private FileBasedConfigurationBuilder<IniDocumentConfiguration> builder(Path file, String encoding) {
        return new FileBasedConfigurationBuilder<>(IniDocumentConfiguration.class)
                .configure(new Parameters().fileBased().setFile(file.toFile()).setEncoding(encoding));
    }

    /** Each text would be read as another text if the charset were detected. */
    @ParameterizedTest
    @CsvSource({
        "GBK, \u7cfb\u7edf\u76ee\u5f55, \u65b0",
        "x-mswin-936, \u20ac\u7edf, \u20ac",
        "windows-1252, M\u00fcller, \u00f6\u20ac",
        "ISO-8859-1, M\u00fcller, \u00f6",
        "Big5, \u7cfb\u7d71\u76ee\u9304, \u65b0",
        "Shift_JIS, \u30c7\u30a3\u30ec\u30af\u30c8\u30ea, \u8868",
        "EUC-KR, \ub514\ub809\ud1a0\ub9ac, \uac12"
    })
    void a_builder_reads_and_writes_in_the_encoding_that_it_was_given(String name, String value, String next)
            throws Exception {
        Charset charset = Charset.forName(name);
        Path file = file(("dir = " + value + "\n").getBytes(charset));
        FileBasedConfigurationBuilder<IniDocumentConfiguration> builder = builder(file, name);
        IniDocumentConfiguration built = builder.getConfiguration();

        assertThat(built.getString("dir")).isEqualTo(value);
        built.addProperty("next", next);
        builder.save();
        assertThat(file).hasBinaryContent(("dir = " + value + "\nnext = " + next + "\n").getBytes(charset));
    }

    @ParameterizedTest
    @CsvSource({
        "GBK, \ud83d\ude00",
        "GBK, \u00f6",
        "windows-1252, \u4e2d",
        "ISO-8859-1, \u20ac",
        "Shift_JIS, \u00a5",
        "UTF-8, \ud83d"
    })
    void a_character_that_the_encoding_lacks_is_refused_when_it_is_set(String name, String value) throws Exception {
        Path file = file("A = 1\n[S]\nB = 2\n".getBytes(StandardCharsets.US_ASCII));
        FileBasedConfigurationBuilder<IniDocumentConfiguration> builder = builder(file, name);
        IniDocumentConfiguration built = builder.getConfiguration();

        assertThatThrownBy(() -> built.setProperty("A", value)).isInstanceOf(IllegalArgumentException.class);
        assertThatThrownBy(() -> built.addProperty("S." + value, "1")).isInstanceOf(IllegalArgumentException.class);
        assertThatThrownBy(() -> built.addProperty(value + ".B", "1")).isInstanceOf(IllegalArgumentException.class);
        built.clear();
        assertThatThrownBy(() -> built.setProperty("A", value)).isInstanceOf(IllegalArgumentException.class);
        built.setProperty("A", "2");
        builder.save();
        assertThat(file).hasContent("A = 2\n");
    }

    @Test
    void a_new_file_is_written_in_the_encoding_of_its_handler() throws Exception {
        Path file = directory.resolve("new.ini");
        configuration.setProperty("A", "\u4e2d\u6587");
        configuration.setProperty("B", "\u4e2d");
        handler.setEncoding("GBK");
        handler.setFile(file.toFile());
        handler.save();

        assertThat(file).hasBinaryContent("A = \u4e2d\u6587\nB = \u4e2d\n".getBytes(GBK));
        assertThatThrownBy(() -> configuration.setProperty("B", "\u00f6")).isInstanceOf(IllegalArgumentException.class);
    }

    @Test
    void a_file_that_is_not_in_the_encoding_that_was_set_is_refused_with_its_line_and_charset() throws Exception {
        Path file = file("A = 1\nB = \u4e2d\u6587\n".getBytes(GB18030));

        assertThatThrownBy(() -> builder(file, "UTF-8").getConfiguration())
                .isInstanceOf(ConfigurationException.class)
                .hasMessageContainingAll("UTF-8", "line 2", "GB18030");
    }

    @ParameterizedTest
    @ValueSource(strings = {"UTF-16", "UTF-32", "ISO-2022-CN", "IBM037"})
    void an_encoding_that_no_ini_file_is_read_in_is_refused_by_name(String name) throws Exception {
        Path file = file("A = 1\n".getBytes(StandardCharsets.US_ASCII));

        assertThatThrownBy(() -> builder(file, name).getConfiguration())
                .isInstanceOf(ConfigurationException.class)
                .hasMessageContaining(name);
    }

    @Test
    void a_file_stays_when_it_is_saved_in_an_encoding_that_no_ini_file_is_read_in() throws Exception {
        Path file = file("A = 1\n".getBytes(StandardCharsets.US_ASCII));
        handler.setFile(file.toFile());
        handler.load();
        handler.setEncoding("UTF-16");

        assertThatThrownBy(handler::save)
                .isInstanceOf(ConfigurationException.class)
                .hasMessageContaining("UTF-16");
        assertThat(file).hasContent("A = 1\n");
    }

    @ParameterizedTest
    @ValueSource(strings = {"UTF-16LE", "UTF-16BE", "UTF-32LE"})
    void a_file_in_utf_16_or_utf_32_is_refused_by_name_without_an_encoding_too(String name) throws Exception {
        Path file = file("\ufeffA = 1\n[S]\nB = 2\n".getBytes(Charset.forName(name)));

        assertThatThrownBy(() -> handler.load(file.toFile()))
                .isInstanceOf(ConfigurationException.class)
                .hasMessageContaining(name);
    }

    @Test
    void a_file_whose_charset_is_a_guess_takes_ascii_only_until_an_encoding_is_set() throws Exception {
        byte[] bytes = "dir = \u7cfb\u7edf\u76ee\u5f55\n".getBytes(GBK);
        Path file = file(bytes);
        handler.load(file.toFile());

        assertThatThrownBy(() -> configuration.setProperty("next", "\u65b0"))
                .isInstanceOf(IllegalArgumentException.class)
                .hasMessageContaining("set the file's encoding");
        configuration.setProperty("next", "new");
        handler.save(file.toFile());
        assertThat(file).hasBinaryContent("dir = \u7cfb\u7edf\u76ee\u5f55\nnext = new\n".getBytes(GBK));
    }

    @Test
    void what_was_set_before_a_file_is_read_has_to_be_in_its_charset() throws Exception {
        Path file = file("A = \u4e2d\n".getBytes(GBK));
        configuration.setProperty("B", "\u00f6");
        handler.setEncoding("GBK");

        assertThatThrownBy(() -> handler.load(file.toFile())).isInstanceOf(ConfigurationException.class);
    }

    @ParameterizedTest
    @ValueSource(strings = {"GB18030", "UTF-8"})
    void a_handler_without_an_encoding_loads_and_saves_files_of_any_charset(String name) throws Exception {
        Charset charset = Charset.forName(name);
        Path file = file("A = \u4e2d\u6587\u5b57\nB = 1\n".getBytes(charset));
        handler.setFile(file.toFile());
        handler.load();
        configuration.setProperty("B", "\u65b0");
        handler.save();

        assertThat(file).hasBinaryContent("A = \u4e2d\u6587\u5b57\nB = \u65b0\n".getBytes(charset));
        Path other = directory.resolve("other.ini");
        handler.save(other.toFile());
        assertThat(other).hasBinaryContent(Files.readAllBytes(file));
    }

    @Test
    void a_handler_without_an_encoding_keeps_bytes_that_are_no_text() throws Exception {
        byte[] bytes = {'A', '=', (byte) 0xff, (byte) 0x80, '\n'};
        Path file = file(bytes);
        handler.load(file.toFile());
        handler.save(file.toFile());

        assertThat(file).hasBinaryContent(bytes);
    }

    @Test
    void a_handler_that_detects_saves_to_streams_byte_by_byte() throws Exception {
        handler.setEncoding(IniDocumentConfiguration.DETECTED);
        for (byte[] bytes : new byte[][] {
            "A = \u4e2d\u6587\u5b57\n".getBytes(GB18030),
            "A = \u4e2d\n".getBytes(StandardCharsets.UTF_8),
            {'A', '=', (byte) 0xff}
        }) {
            configuration.clear();
            handler.load(new ByteArrayInputStream(bytes));
            ByteArrayOutputStream out = new ByteArrayOutputStream();
            handler.save(out);

            assertThat(out.toByteArray()).isEqualTo(bytes);
        }
    }

    @Test
    void a_stream_without_an_encoding_is_saved_as_it_was_or_refused() throws Exception {
        byte[] same = "A = \u4e2d\n".getBytes(Charset.defaultCharset());
        handler.load(new ByteArrayInputStream(same));
        ByteArrayOutputStream out = new ByteArrayOutputStream();
        handler.save(out);
        assertThat(out.toByteArray()).isEqualTo(same);

        configuration.clear();
        handler.load(new ByteArrayInputStream("A = \u4e2d\u6587\u5b57\n".getBytes(GB18030)));
        assertThat(configuration.getString("A")).isEqualTo("\u4e2d\u6587\u5b57");
        assertThatThrownBy(() -> handler.save(new ByteArrayOutputStream()))
                .isInstanceOf(ConfigurationException.class)
                .hasMessageContainingAll("GB18030", IniDocumentConfiguration.DETECTED);
    }

    @Test
    void a_place_that_only_the_default_encoding_could_be_written_to_is_read_in_it() throws Exception {
        handler.setFileSystem(new DefaultFileSystem());
        Path file = file("A = \u4e2d\u6587\u5b57\n".getBytes(GB18030));

        assertThatThrownBy(() -> handler.load(file.toFile()))
                .isInstanceOf(ConfigurationException.class)
                .hasMessageContainingAll(Charset.defaultCharset().name(), "GB18030");
    }

    @Test
    void a_writer_of_the_caller_gets_text_and_leaves_the_file_alone() throws Exception {
        byte[] bytes = "A = \u4e2d\u6587\u5b57\n".getBytes(GB18030);
        Path file = file(bytes);
        handler.load(file.toFile());
        configuration.setProperty("A", "\u65b0");
        ByteArrayOutputStream out = new ByteArrayOutputStream();
        configuration.write(new OutputStreamWriter(out, StandardCharsets.UTF_8));

        assertThat(out.toString(StandardCharsets.UTF_8)).isEqualTo("A = \u65b0\n");
        assertThat(file).hasBinaryContent(bytes);
        assertThatThrownBy(() -> configuration.write(
                        new OutputStreamWriter(new ByteArrayOutputStream(), StandardCharsets.ISO_8859_1)))
                .isInstanceOf(ConfigurationException.class)
                .hasMessageContainingAll("line 1", "U+65B0", "ISO-8859-1");
    }

    @Test
    void an_encoding_in_the_call_that_saves_is_refused_if_it_is_not_that_of_the_file() throws Exception {
        handler.load(new ByteArrayInputStream("A = \u4e2d\n".getBytes(StandardCharsets.UTF_8)));

        assertThatThrownBy(() -> handler.save(new ByteArrayOutputStream(), "US-ASCII"))
                .isInstanceOf(ConfigurationException.class);
        configuration.clear();
        configuration.setProperty("A", "\u4e2d");
        ByteArrayOutputStream out = new ByteArrayOutputStream();
        handler.save(out, "GBK");
        assertThat(out.toByteArray()).isEqualTo("A = \u4e2d\n".getBytes(GBK));
    }

    @ParameterizedTest
    @ValueSource(strings = {"\ud83d", "\ude00\ud83d", "x\ud83dx"})
    void half_a_surrogate_pair_from_a_reader_is_refused(String value) {
        assertThatThrownBy(() -> configuration.read(new StringReader("A = 1\r\nB = " + value + "\n")))
                .isInstanceOf(ConfigurationException.class)
                .hasMessageContainingAll("line 2", "UTF-8");
    }

    @Test
    void a_text_from_a_reader_has_to_be_in_the_encoding_of_the_handler() throws Exception {
        handler.setEncoding("GBK");

        assertThatThrownBy(() -> handler.load(new StringReader("A = 1\nB = \u00f6\n")))
                .isInstanceOf(ConfigurationException.class)
                .hasMessageContainingAll("line 2", "U+00F6", "GBK");
        handler.load(new StringReader("\ufeffA = \u4e2d\n"));
        ByteArrayOutputStream out = new ByteArrayOutputStream();
        handler.save(out);
        assertThat(out.toByteArray()).isEqualTo("A = \u4e2d\n".getBytes(GBK));
    }
}
