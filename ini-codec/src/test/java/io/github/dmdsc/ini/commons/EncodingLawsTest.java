package io.github.dmdsc.ini.commons;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.charset.Charset;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import net.jqwik.api.Arbitraries;
import net.jqwik.api.Arbitrary;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import net.jqwik.api.Provide;
import net.jqwik.api.lifecycle.AfterContainer;
import net.jqwik.api.lifecycle.BeforeContainer;
import org.apache.commons.configuration2.builder.FileBasedConfigurationBuilder;
import org.apache.commons.configuration2.builder.fluent.Parameters;
import org.apache.commons.configuration2.io.DefaultFileSystem;
import org.apache.commons.configuration2.io.FileHandler;

/** Tests that with an encoding set, every text that was not refused is saved in this encoding and reads back. */
class EncodingLawsTest {
    private static Path file = Path.of("");

    @BeforeContainer
    static void makeFile() {
        try {
            file = Files.createTempFile("encoding", ".ini");
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    @AfterContainer
    static void removeFile() throws IOException {
        Files.delete(file);
    }

    @Provide
    Arbitrary<Charset> charsets() {
        return Arbitraries.of(
                        "UTF-8",
                        "GBK",
                        "GB18030",
                        "x-mswin-936",
                        "windows-1252",
                        "ISO-8859-1",
                        "Big5",
                        "Shift_JIS",
                        "EUC-KR",
                        "US-ASCII")
                .map(Charset::forName);
    }

    private static Arbitrary<String> values() {
        return Arbitraries.of(
                "1",
                "\u7cfb\u7edf\u76ee\u5f55",
                "\u4e2d",
                "\u65b0 \u65f6",
                "M\u00fcller",
                "\u00f6",
                "\u20ac",
                "\ud83d\ude00",
                "\u30a2\uff71",
                "\ud55c",
                "\u8868]",
                "\ufffd",
                "\ud83d",
                "\udc00x",
                "\ufeff");
    }

    @Provide
    Arbitrary<List<Operation>> operations() {
        return Operation.operations(values());
    }

    @Provide
    Arbitrary<List<String>> lines() {
        return Arbitraries.oneOf(
                        values().map(value -> "AAA = " + value),
                        values().map(value -> "[" + value.replace("]", "") + "]"),
                        values().map(value -> "# " + value),
                        Arbitraries.of("[S]", "k=1 # one", "", "junk"))
                .list()
                .ofMaxSize(8);
    }

    /** The ways to create a file handler. */
    enum Maker {
        BUILDER,
        HANDLER,
        HANDLER_WITH_FILE_SYSTEM;

        FileHandler load(IniDocumentConfiguration configuration, Charset charset) throws Exception {
            if (this == BUILDER) {
                FileBasedConfigurationBuilder<IniDocumentConfiguration> builder = new FileBasedConfigurationBuilder<>(
                                IniDocumentConfiguration.class)
                        .configure(new Parameters()
                                .fileBased()
                                .setFile(file.toFile())
                                .setEncoding(charset.name()));
                builder.getConfiguration();
                return builder.getFileHandler();
            }
            FileHandler handler = handler(configuration, charset);
            handler.load();
            return handler;
        }

        FileHandler handler(IniDocumentConfiguration configuration, Charset charset) {
            FileHandler handler = new FileHandler(configuration);
            handler.setEncoding(charset.name());
            handler.setFile(file.toFile());
            if (this == HANDLER_WITH_FILE_SYSTEM) {
                handler.setFileSystem(new DefaultFileSystem());
            }
            return handler;
        }
    }

    @Property(tries = 200)
    void a_file_is_read_and_written_in_the_encoding_that_was_set(
            @ForAll("charsets") Charset charset,
            @ForAll("lines") List<String> lines,
            @ForAll("operations") List<Operation> operations,
            @ForAll Maker maker)
            throws Exception {
        List<String> writable = lines.stream()
                .filter(line -> new String(line.getBytes(charset), charset).equals(line))
                .toList();
        String text = String.join("\n", writable) + "\n";
        Files.write(file, text.getBytes(charset));

        FileHandler handler = maker.load(new IniDocumentConfiguration(), charset);
        IniDocumentConfiguration configuration = (IniDocumentConfiguration) handler.getContent();
        assertThat(Charsets.text(configuration.document())).isEqualTo(text);
        for (Operation operation : operations) {
            operation.applyTo(configuration);
        }
        String changed = Charsets.text(configuration.document());
        handler.save();

        assertThat(Files.readAllBytes(file)).isEqualTo(changed.getBytes(charset));
        IniDocumentConfiguration again = (IniDocumentConfiguration)
                maker.load(new IniDocumentConfiguration(), charset).getContent();
        assertThat(Operation.tree(again)).isEqualTo(Operation.tree(configuration));
    }

    @Property(tries = 100)
    void a_new_file_is_written_in_the_encoding_that_it_was_made_for(
            @ForAll("charsets") Charset charset, @ForAll("operations") List<Operation> operations, @ForAll Maker maker)
            throws Exception {
        IniDocumentConfiguration configuration = new IniDocumentConfiguration(charset);
        for (Operation operation : operations) {
            operation.applyTo(configuration);
        }
        String text = Charsets.text(configuration.document());
        maker.handler(configuration, charset).save();

        assertThat(Files.readAllBytes(file)).isEqualTo(text.getBytes(charset));
        IniDocumentConfiguration again = (IniDocumentConfiguration)
                maker.load(new IniDocumentConfiguration(), charset).getContent();
        assertThat(Operation.tree(again)).isEqualTo(Operation.tree(configuration));
    }
}
