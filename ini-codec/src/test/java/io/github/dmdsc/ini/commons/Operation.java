package io.github.dmdsc.ini.commons;

import static org.assertj.core.api.Assertions.assertThat;

import java.nio.CharBuffer;
import java.util.ArrayList;
import java.util.List;
import net.jqwik.api.Arbitraries;
import net.jqwik.api.Arbitrary;
import net.jqwik.api.Combinators;
import org.apache.commons.configuration2.ex.ConfigurationRuntimeException;
import org.apache.commons.configuration2.tree.ImmutableNode;
import org.jspecify.annotations.Nullable;

/** One call of a method that changes a configuration, with its arguments. */
record Operation(int what, String key, String value, int place) {
    static Arbitrary<List<Operation>> operations(Arbitrary<String> values) {
        Arbitrary<String> keys = Arbitraries.of(
                "AAA",
                "aaa",
                "k",
                "k(1)",
                "S.AAA",
                "S.k",
                "S.k(0)",
                "S.k(2)",
                "S.q",
                "S(0).ccc",
                "S(1).k",
                "T.ccc",
                "T.Bbb",
                "T.AAA",
                "T.k",
                "NEW.bbb",
                "NEW.AAA",
                "NEW(-1).ccc",
                "NEW(-1).AAA");
        return Combinators.combine(
                        Arbitraries.integers().between(0, 7),
                        keys,
                        values,
                        Arbitraries.integers().between(0, 5))
                .as(Operation::new)
                .list()
                .ofMinSize(1)
                .ofMaxSize(8);
    }

    /** Carries out the call, unless the configuration refuses it. */
    void applyTo(IniDocumentConfiguration configuration) {
        List<List<String>> before = tree(configuration);
        try {
            switch (what) {
                case 0, 1 -> configuration.setProperty(key, value);
                case 2, 3 -> configuration.addProperty(key, value);
                case 4 -> configuration.setProperty(key, List.of(value, "x", CharBuffer.wrap(value)));
                case 5 -> configuration.clearProperty(key);
                case 6 -> configuration.clearTree(key.replaceFirst("\\..*", ""));
                default -> addNodes(configuration);
            }
        } catch (IllegalArgumentException | ConfigurationRuntimeException refused) {
            if (what < 6) {
                assertThat(tree(configuration)).isEqualTo(before);
            }
        }
    }

    /**
     * Adds a section that exists already, a value that no delimiter handler splits, or the entries of another section.
     */
    private void addNodes(IniDocumentConfiguration configuration) {
        List<ImmutableNode> present = configuration.getNodeModel().getRootNode().getChildren();
        if (place > 2 || present.isEmpty()) {
            configuration.addNodes(
                    place > 3 ? null : "NEW",
                    List.of(new ImmutableNode.Builder().name("k").value(value).create()));
            return;
        }
        ImmutableNode node = present.get(Math.floorMod(key.hashCode(), present.size()));
        if (place == 0) {
            configuration.clearTree(node.getNodeName());
        }
        if (place < 2) {
            configuration.addNodes(null, List.of(node));
        } else {
            configuration.addNodes("S(0)", node.getChildren());
        }
    }

    /** Returns the keys before the first section, and the sections with their keys, in their order. */
    static List<List<String>> tree(IniDocumentConfiguration configuration) {
        List<String> globals = new ArrayList<>();
        List<List<String>> tree = new ArrayList<>();
        tree.add(globals);
        DocumentModel model = (DocumentModel) configuration.getNodeModel();
        for (ImmutableNode node : model.getRootNode().getChildren()) {
            if (model.isSection(node)) {
                List<String> section = new ArrayList<>(List.of(node.getNodeName()));
                node.getChildren().forEach(leaf -> section.add(said(leaf)));
                tree.add(section);
            } else {
                globals.add(said(node));
            }
        }
        return tree;
    }

    private static String said(ImmutableNode leaf) {
        @Nullable Object value = leaf.getValue();
        return leaf.getNodeName() + "=" + (value == null ? "" : value);
    }
}
