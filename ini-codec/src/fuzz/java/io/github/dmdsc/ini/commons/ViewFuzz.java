package io.github.dmdsc.ini.commons;

import static org.assertj.core.api.Assertions.assertThat;

import com.code_intelligence.jazzer.api.FuzzedDataProvider;
import com.code_intelligence.jazzer.junit.FuzzTest;
import io.github.dmdsc.ini.IniDocument;
import java.io.ByteArrayInputStream;
import java.io.IOException;
import java.util.ArrayList;
import java.util.List;
import org.apache.commons.configuration2.convert.DefaultListDelimiterHandler;
import org.apache.commons.configuration2.convert.DisabledListDelimiterHandler;
import org.apache.commons.configuration2.convert.ListDelimiterHandler;
import org.apache.commons.configuration2.ex.ConfigurationException;
import org.apache.commons.configuration2.ex.ConfigurationRuntimeException;
import org.apache.commons.configuration2.tree.ImmutableNode;

/** Checks changes of the Commons view: its tree equals the tree that its saved file reads as. */
class ViewFuzz {
    private static final int MAX_CHANGES = 8;

    private record Step(int what, int place, String key, String value) {}

    @FuzzTest(maxDuration = "10m")
    void the_tree_is_what_the_saved_file_reads_as(FuzzedDataProvider data) throws Exception {
        ListDelimiterHandler lists =
                data.consumeBoolean() ? new DefaultListDelimiterHandler(',') : DisabledListDelimiterHandler.INSTANCE;
        List<Step> steps = new ArrayList<>();
        int count = data.consumeInt(0, MAX_CHANGES);
        for (int i = 0; i < count; i++) {
            steps.add(new Step(
                    data.consumeInt(0, 7), data.consumeInt(0, 50), data.consumeString(5), data.consumeString(8)));
        }
        byte[] bytes = data.consumeRemainingAsBytes();
        IniDocumentConfiguration view = new IniDocumentConfiguration();
        view.setListDelimiterHandler(lists);
        try {
            view.read(new ByteArrayInputStream(bytes));
        } catch (ConfigurationException wide) {
            assertThat(IniDocument.parse(bytes).isEditable()).isFalse();
            return;
        }
        assertThat(view.document().toBytes()).isEqualTo(bytes);
        for (Step step : steps) {
            apply(view, step);
        }

        IniDocument saved = view.document();

        // If the changes removed the bytes that excluded another character set, the saved file can be detected as text
        // of that set.
        if (IniDocument.parse(saved.toBytes()).equals(saved)) {
            assertThat(Operation.tree(read(saved.toBytes(), lists))).isEqualTo(Operation.tree(view));
        }
        IniDocumentConfiguration clone = (IniDocumentConfiguration) view.clone();
        assertThat(clone.document()).isEqualTo(saved);
    }

    private static IniDocumentConfiguration read(byte[] bytes, ListDelimiterHandler lists)
            throws ConfigurationException, IOException {
        IniDocumentConfiguration again = new IniDocumentConfiguration();
        again.setListDelimiterHandler(lists);
        again.read(new ByteArrayInputStream(bytes));
        return again;
    }

    private static void apply(IniDocumentConfiguration view, Step step) {
        List<String> keys = new ArrayList<>();
        view.getKeys().forEachRemaining(keys::add);
        String present = keys.isEmpty() ? "k" : keys.get(step.place() % keys.size());
        ImmutableNode leaf =
                new ImmutableNode.Builder().name(step.key()).value(step.value()).create();
        try {
            switch (step.what()) {
                case 0, 1 -> view.setProperty(present, step.value());
                case 2 -> view.addProperty(present, step.value());
                case 3 -> view.clearProperty(present);
                case 4 -> view.clearTree(present.replaceFirst("\\..*", ""));
                case 5 -> view.addNodes(null, List.of(leaf));
                case 6 ->
                    view.addNodes(
                            null,
                            List.of(new ImmutableNode.Builder()
                                    .name(step.key())
                                    .addChild(leaf)
                                    .create()));
                default -> view.getSection(step.key()).addProperty("k", step.value());
            }
        } catch (IllegalArgumentException | ConfigurationRuntimeException refused) {
            // A refused change needs no check here: if it were half made, the saved file would read differently.
        }
    }
}
