package io.github.dmdsc.extend.values;

import io.github.dmdsc.extend.plan.Evidence;
import io.github.dmdsc.model.DmIni;
import io.github.dmdsc.model.MalInstance;
import java.util.HashSet;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.Set;

/**
 * Replaces the names of nodes in texts. If the texts of all nodes are equal except for each node's own names, such as
 * its {@code CONFIG_PATH} or {@code INSTANCE_NAME}, the new node's text has the new node's names in those places.
 *
 * @param known the names of each node, by seqno
 * @param fresh the names of the new node, as far as they are known
 * @param awaited the names of the new node that are still asked for
 * @param glued the number of characters that a name must have at least to be found even if it begins inside a word, as
 *     in the name of a service ({@code DmServiceDSC0}); the names of CSS and ASM count too then. 0 if names are found
 *     only as whole words.
 */
record Substitution(List<Map<String, String>> known, Map<String, String> fresh, Set<String> awaited, int glued) {
    /**
     * The keys for the name of an instance as it is, in lower case and in upper case. Directories on ASM often have it
     * in another case.
     */
    static final List<String> NAMES = cases(DmIni.INSTANCE_NAME);

    private static final Set<String> OF_SERVERS = Set.of(ValueFamily.CSS_NAME, ValueFamily.ASM_NAME);

    private static final Set<String> PATHS =
            Set.of(DmIni.CONFIG_PATH, ValueFamily.BIN_DIRECTORY, NodePlaces.DMDCR_PATH, StartCommands.DM_INI);

    private static final Set<String> ADDRESSES = Set.of(MalInstance.HOST, MalInstance.SERVICE_HOST, ValueFamily.HOST);

    private static final char MARK = '\u0000';

    Substitution(List<Map<String, String>> known, Map<String, String> fresh) {
        this(known, fresh, Set.of());
    }

    Substitution(List<Map<String, String>> known, Map<String, String> fresh, Set<String> awaited) {
        this(known, fresh, awaited, 0);
    }

    /** Returns a copy with the names of some of the nodes. */
    Substitution of(List<Integer> nodes) {
        return new Substitution(nodes.stream().map(known::get).toList(), fresh, awaited, glued);
    }

    /** Returns a copy without the names under a key. */
    Substitution without(String key) {
        List<Map<String, String>> others = known.stream()
                .map(names -> {
                    Map<String, String> left = new LinkedHashMap<>(names);
                    left.remove(key);
                    return left;
                })
                .toList();
        return new Substitution(others, fresh, awaited, glued);
    }

    /** Returns a copy in which names may begin inside a word. */
    Substitution asGlued() {
        return asGlued(1);
    }

    /** Returns a copy in which names with at least this number of characters may begin inside a word. */
    Substitution asGlued(int least) {
        return new Substitution(known, fresh, awaited, least);
    }

    /** Enters the name of an instance as it is, in lower case and in upper case. */
    static void name(Map<String, String> names, String instance) {
        name(names, DmIni.INSTANCE_NAME, instance);
    }

    /** Enters the name of an instance under the key of a parameter, as it is, in lower case and in upper case. */
    static void name(Map<String, String> names, String key, String instance) {
        List<String> cases = cases(key);
        names.put(cases.get(0), instance);
        names.put(cases.get(1), instance.toLowerCase(Locale.ROOT));
        names.put(cases.get(2), instance.toUpperCase(Locale.ROOT));
    }

    /** Returns the keys for a name as it is, in lower case and in upper case. */
    static List<String> cases(String key) {
        return List.of(key, key + " in lower case", key + " in upper case");
    }

    /**
     * Whether the new node keeps the value: the nodes agree on it, and it does not hold a name that the new node does
     * not share with them. Also true if the value will follow from a name that is asked for, because a second question about
     * the value is unnecessary.
     */
    boolean keeps(List<String> seen) {
        String first = seen.get(0);
        boolean equal = seen.stream().allMatch(first::equals);
        boolean shared = seen.size() > 1 || known.isEmpty() || !holdsName(first);
        boolean moved = follow(seen).filter(value -> !value.equals(first)).isPresent();
        return (equal && shared && !moved) || waits(seen);
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

    /** Decides on the new node's value, if it follows from the names. */
    Optional<String> apply(Inference infer, String family, List<Evidence> seen) {
        return follow(Spelling.of(seen)).map(value -> infer.derived(family, value, seen));
    }

    /** Returns the new node's text, if it follows from the names. */
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

    /**
     * Returns the text in which marks replace the nodes' names; empty if these texts differ, or if no text holds a
     * name.
     */
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
            template = mark(template, name.getValue(), name.getKey());
        }
        return template;
    }

    /** Replaces a name by a mark where it is a whole word or path. */
    private String mark(String text, String name, String key) {
        boolean glues = glued > 0 && name.length() >= glued && !PATHS.contains(key) && !ADDRESSES.contains(key);
        if (name.isEmpty() || (!glues && OF_SERVERS.contains(key))) {
            return text;
        }
        StringBuilder marked = new StringBuilder();
        int from = 0;
        for (int at = text.indexOf(name); at >= 0; at = text.indexOf(name, at + 1)) {
            int end = at + name.length();
            boolean whole = PATHS.contains(key)
                    ? isPath(text, at, end)
                    : (glues || at == 0 || separates(text.charAt(at - 1)))
                            && (end == text.length() || separates(text.charAt(end)));
            if (at >= from && whole) {
                marked.append(text, from, at).append(MARK).append(key).append(MARK);
                from = end;
            }
        }
        return marked.append(text, from, text.length()).toString();
    }

    /**
     * Whether a path begins and ends at these places of a text. {@code /data/c} is not contained in {@code /data/c_arch}
     * or {@code /mnt/data/c}. Several slashes in front of it are like one.
     */
    private static boolean isPath(String text, int from, int to) {
        int before = from;
        while (before > 0 && text.charAt(before - 1) == '/') {
            before--;
        }
        return (before == 0 || endsPath(text.charAt(before - 1)))
                && (to == text.length() || "/\\".indexOf(text.charAt(to)) >= 0 || endsPath(text.charAt(to)));
    }

    private static boolean endsPath(char c) {
        return "= \t,;:'\"()&|<>".indexOf(c) >= 0;
    }

    private static boolean separates(char c) {
        return "/\\_-.".indexOf(c) >= 0 || endsPath(c);
    }
}
