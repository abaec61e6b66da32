package io.github.dmdsc.extend.values;

import io.github.dmdsc.extend.plan.Evidence;
import io.github.dmdsc.model.DmIni;
import java.util.HashSet;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.Set;

/**
 * Follows a node's own names into its other values: where the values of all nodes are the same once each node's
 * {@code CONFIG_PATH} or {@code INSTANCE_NAME} is taken out, the new node's value has its own names in those places.
 *
 * @param known the names of each node, by seqno
 * @param fresh the names of the new node, as far as they are known
 * @param awaited what the new node is still asked for
 * @param glued whether a name may begin inside a word, as those of services do ({@code DmServiceDSC0}), and the names of
 *     CSS and ASM count too
 */
record Substitution(List<Map<String, String>> known, Map<String, String> fresh, Set<String> awaited, boolean glued) {
    /** The names of an instance in each letter case: as it is, and as directories on ASM often have it. */
    static final List<String> NAMES = cases(DmIni.INSTANCE_NAME);

    private static final Set<String> OF_SERVERS = Set.of(ValueFamily.CSS_NAME, ValueFamily.ASM_NAME);
    private static final char MARK = '\u0000';

    Substitution(List<Map<String, String>> known, Map<String, String> fresh) {
        this(known, fresh, Set.of());
    }

    Substitution(List<Map<String, String>> known, Map<String, String> fresh, Set<String> awaited) {
        this(known, fresh, awaited, false);
    }

    /** The same, where names may begin inside a word. */
    Substitution asGlued() {
        return new Substitution(known, fresh, awaited, true);
    }

    /** Notes an instance's name: as it is, in lower case and in upper case. */
    static void name(Map<String, String> names, String instance) {
        name(names, DmIni.INSTANCE_NAME, instance);
    }

    /** Notes the name of an instance that a parameter names: as it is, in lower case and in upper case. */
    static void name(Map<String, String> names, String key, String instance) {
        List<String> cases = cases(key);
        names.put(cases.get(0), instance);
        names.put(cases.get(1), instance.toLowerCase(Locale.ROOT));
        names.put(cases.get(2), instance.toUpperCase(Locale.ROOT));
    }

    /** The keys of a name in each letter case. */
    static List<String> cases(String key) {
        return List.of(key, key + " in lower case", key + " in upper case");
    }

    /**
     * Whether the new node keeps the value: those that have one have the same, and it holds no name of the only one; or
     * it will follow from a name that is asked for, and asking for both would be one question too many.
     */
    boolean keeps(List<String> seen) {
        String first = seen.get(0);
        boolean equal = seen.stream().allMatch(first::equals);
        boolean shared = seen.size() > 1 || known.isEmpty() || !holdsName(first);
        return (equal && shared) || waits(seen);
    }

    /** Whether the first node's value holds a name of its own. */
    boolean holdsName(String value) {
        return holdsName(0, value);
    }

    /** Whether a node's value holds a name of its own. */
    boolean holdsName(int node, String value) {
        return node < known.size() && !template(node, value).equals(value);
    }

    /** Whether the value will follow from a name that is asked for. */
    boolean waits(List<String> seen) {
        return template(seen)
                .filter(template -> awaited.stream().anyMatch(name -> template.contains(MARK + name + MARK)))
                .isPresent();
    }

    /** The new node's value, if it follows from its names. */
    Optional<String> apply(Inference infer, String family, List<Evidence> seen) {
        return follow(seen.stream().map(Evidence::value).toList()).map(value -> infer.derived(family, value, seen));
    }

    /** The new node's text, if it follows from its names. */
    Optional<String> follow(List<String> seen) {
        return template(seen)
                .map(template -> {
                    String value = template;
                    for (Map.Entry<String, String> name : fresh.entrySet()) {
                        value = value.replace(MARK + name.getKey() + MARK, name.getValue());
                    }
                    return value;
                })
                .filter(value -> value.indexOf(MARK) < 0);
    }

    /** What the values are with the nodes' names taken out, if that is the same and something was. */
    private Optional<String> template(List<String> seen) {
        if (seen.size() != known.size()) {
            return Optional.empty();
        }
        Set<String> templates = new HashSet<>();
        for (int i = 0; i < seen.size(); i++) {
            templates.add(template(i, seen.get(i)));
        }
        return templates.stream()
                .filter(template -> templates.size() == 1 && template.indexOf(MARK) >= 0)
                .findFirst();
    }

    private String template(int node, String value) {
        String template = value;
        for (Map.Entry<String, String> name : known.get(node).entrySet()) {
            if (!glued && OF_SERVERS.contains(name.getKey())) {
                continue;
            }
            template = mark(template, name.getValue(), MARK + name.getKey() + MARK);
        }
        return template;
    }

    /** Replaces a name where it stands as a whole: between separators of paths and words, or at the ends. */
    private String mark(String text, String name, String mark) {
        if (name.isEmpty()) {
            return text;
        }
        StringBuilder marked = new StringBuilder();
        int from = 0;
        for (int at = text.indexOf(name); at >= 0; at = text.indexOf(name, at + 1)) {
            int end = at + name.length();
            if (at >= from
                    && (glued || at == 0 || separates(text.charAt(at - 1)))
                    && (end == text.length() || separates(text.charAt(end)))) {
                marked.append(text, from, at).append(mark);
                from = end;
            }
        }
        return marked.append(text, from, text.length()).toString();
    }

    private static boolean separates(char c) {
        return "/\\= \t,;:_-.'\"()&|<>".indexOf(c) >= 0;
    }
}
