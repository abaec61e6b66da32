package io.github.dmdsc.extend;

import io.github.dmdsc.extend.infer.Evidence;
import io.github.dmdsc.extend.infer.Inference;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/**
 * Follows a node's own names into its other values: where the values of all nodes are the same once each node's
 * {@code CONFIG_PATH} or {@code INSTANCE_NAME} is taken out, the new node's value has its own names in those places.
 *
 * @param known the names of each node, by seqno
 * @param fresh the names of the new node, as far as they are known
 */
record Substitution(List<Map<String, String>> known, Map<String, String> fresh) {
    private static final char MARK = '\u0000';

    /** Whether the new node keeps the value: all nodes have it, and it holds no name that is a node's own. */
    boolean leaves(List<String> seen) {
        String first = seen.get(0);
        boolean equal = seen.stream().allMatch(first::equals);
        return equal && (seen.size() > 1 || template(0, first).equals(first));
    }

    /** The new node's value, if it follows from its names. */
    Optional<String> apply(Inference infer, String family, List<Evidence> seen) {
        if (seen.size() != known.size()) {
            return Optional.empty();
        }
        List<String> templates = new ArrayList<>();
        for (int i = 0; i < seen.size(); i++) {
            templates.add(template(i, seen.get(i).value()));
        }
        String template = templates.get(0);
        boolean follows = template.indexOf(MARK) >= 0 && templates.stream().allMatch(template::equals);
        if (!follows) {
            return Optional.empty();
        }
        String value = template;
        for (Map.Entry<String, String> name : fresh.entrySet()) {
            value = value.replace(MARK + name.getKey() + MARK, name.getValue());
        }
        return value.indexOf(MARK) >= 0 ? Optional.empty() : Optional.of(infer.derived(family, value, seen));
    }

    private String template(int node, String value) {
        String template = value;
        for (Map.Entry<String, String> name : known.get(node).entrySet()) {
            template = mark(template, name.getValue(), MARK + name.getKey() + MARK);
        }
        return template;
    }

    /** Replaces a name where it stands as a whole: between separators of paths and words, or at the ends. */
    private static String mark(String text, String name, String mark) {
        if (name.isEmpty()) {
            return text;
        }
        StringBuilder marked = new StringBuilder();
        int from = 0;
        for (int at = text.indexOf(name); at >= 0; at = text.indexOf(name, at + 1)) {
            int end = at + name.length();
            if (at >= from
                    && (at == 0 || separates(text.charAt(at - 1)))
                    && (end == text.length() || separates(text.charAt(end)))) {
                marked.append(text, from, at).append(mark);
                from = end;
            }
        }
        return marked.append(text, from, text.length()).toString();
    }

    private static boolean separates(char c) {
        return "/\\= \t,;:_-.".indexOf(c) >= 0;
    }
}
