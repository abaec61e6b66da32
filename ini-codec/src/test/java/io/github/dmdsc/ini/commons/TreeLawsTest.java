package io.github.dmdsc.ini.commons;

import static org.assertj.core.api.Assertions.assertThat;

import io.github.dmdsc.ini.IniDocument;
import java.io.ByteArrayInputStream;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.util.List;
import net.jqwik.api.Arbitraries;
import net.jqwik.api.Arbitrary;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import net.jqwik.api.Provide;
import org.apache.commons.configuration2.convert.DefaultListDelimiterHandler;
import org.apache.commons.configuration2.convert.DisabledListDelimiterHandler;
import org.apache.commons.configuration2.convert.LegacyListDelimiterHandler;
import org.apache.commons.configuration2.convert.ListDelimiterHandler;
import org.apache.commons.configuration2.ex.ConfigurationException;

/** Tests that after any changes, the values of a configuration can be saved and read back unchanged. */
class TreeLawsTest {
    @Provide
    Arbitrary<String> texts() {
        return Arbitraries.of(
                        "[S]",
                        "[T]",
                        " [S] # again",
                        "AAA = 1",
                        "  Bbb\t=\t2 # two",
                        "ccc=",
                        "k = a,b,c",
                        "k = a, b # list",
                        "k = a\\,b,c\\d",
                        "k = x,\"a #b\"",
                        "q = \"a,b #\",c",
                        "q = 'open,c",
                        "q = a,'open",
                        "k = ,",
                        "# comment",
                        "",
                        "junk",
                        "[open",
                        "[S] x")
                .list()
                .ofMaxSize(10)
                .map(lines -> String.join("\n", lines) + "\n");
    }

    @Provide
    Arbitrary<List<Operation>> operations() {
        return Operation.operations(Arbitraries.of(
                "1",
                "",
                "a,b",
                "a\\,b",
                "a, b ,c",
                "C:\\data",
                "x;y",
                "\"q,r\"",
                "#c",
                "a #b",
                "'o",
                "\u0001x",
                " pad"));
    }

    @Provide
    Arbitrary<ListDelimiterHandler> handlers() {
        return Arbitraries.of(
                DisabledListDelimiterHandler.INSTANCE,
                DisabledListDelimiterHandler.INSTANCE,
                new DefaultListDelimiterHandler(','),
                new DefaultListDelimiterHandler(';'),
                new LegacyListDelimiterHandler(','));
    }

    @Property(tries = 750)
    void a_load_after_a_save_gives_an_equal_tree(
            @ForAll("texts") String text,
            @ForAll("operations") List<Operation> operations,
            @ForAll("handlers") ListDelimiterHandler handler)
            throws Exception {
        IniDocumentConfiguration configuration = read(text.getBytes(StandardCharsets.UTF_8), handler);
        for (Operation operation : operations) {
            operation.applyTo(configuration);
        }

        IniDocument saved = configuration.document();

        assertThat(Operation.tree(read(saved.toBytes(), handler))).isEqualTo(Operation.tree(configuration));
    }

    @Property(tries = 150)
    void what_nobody_changed_is_saved_as_it_was(
            @ForAll("texts") String text, @ForAll("handlers") ListDelimiterHandler handler) throws Exception {
        byte[] bytes = text.getBytes(StandardCharsets.UTF_8);
        IniDocumentConfiguration configuration = read(bytes, handler);
        Object clone = configuration.clone();

        assertThat(configuration.document().toBytes()).isEqualTo(bytes);
        assertThat(((IniDocumentConfiguration) clone).document().toBytes()).isEqualTo(bytes);
    }

    @Property(tries = 250)
    void a_clone_has_the_same_tree_and_saves_the_same_file(
            @ForAll("texts") String text,
            @ForAll("operations") List<Operation> operations,
            @ForAll("handlers") ListDelimiterHandler handler)
            throws Exception {
        IniDocumentConfiguration configuration =
                read(text.getBytes(StandardCharsets.UTF_8), DisabledListDelimiterHandler.INSTANCE);
        configuration.setListDelimiterHandler(handler);
        for (Operation operation : operations) {
            operation.applyTo(configuration);
        }

        IniDocumentConfiguration clone = (IniDocumentConfiguration) configuration.clone();

        assertThat(Operation.tree(clone)).isEqualTo(Operation.tree(configuration));
        assertThat(clone.document().toBytes())
                .isEqualTo(configuration.document().toBytes());
    }

    private static IniDocumentConfiguration read(byte[] bytes, ListDelimiterHandler handler)
            throws ConfigurationException, IOException {
        IniDocumentConfiguration configuration = new IniDocumentConfiguration();
        configuration.setListDelimiterHandler(handler);
        configuration.read(new ByteArrayInputStream(bytes));
        return configuration;
    }
}
