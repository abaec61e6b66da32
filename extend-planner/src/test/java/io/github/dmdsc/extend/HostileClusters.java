package io.github.dmdsc.extend;

import io.github.dmdsc.extend.plan.ExtendRequest;
import io.github.dmdsc.ini.files.ClusterFiles;
import io.github.dmdsc.model.FileId;
import io.github.dmdsc.model.HostAddress;
import io.github.dmdsc.model.fixtures.ClusterArbitraries;
import java.nio.charset.Charset;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeMap;
import java.util.TreeSet;
import java.util.function.UnaryOperator;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import net.jqwik.api.Arbitraries;
import net.jqwik.api.Arbitrary;
import net.jqwik.api.Combinators;

/** Generated clusters in which one word is replaced by hostile text, and requests with the same text in them. */
public final class HostileClusters {
    /** Patterns of the words to replace: parts of names and paths, and whole values. */
    private static final List<Pattern> WORDS =
            List.of(Pattern.compile("[A-Za-z0-9_.:%-]+"), Pattern.compile("(?<== ).+"));

    private static final Charset GB18030 = Charset.forName("GB18030");

    /** The places in which the word is replaced. */
    public enum Scope {
        /** All file contents, paths and hosts, and the request. */
        EVERYWHERE,
        /** The content of one file. */
        ONE_FILE,
        /** The first place in the content of one file. */
        ONCE
    }

    /**
     * A cluster and a request.
     *
     * @param files the files
     * @param request the request
     * @param word the word and its replacement, for the message of a failed test
     */
    public record Hostile(ClusterFiles files, ExtendRequest request, String word) {
        @Override
        public String toString() {
            return word;
        }
    }

    private HostileClusters() {}

    /** Returns clusters with any replacement. */
    public static Arbitrary<Hostile> any() {
        return Combinators.combine(
                        ClusterArbitraries.layouts(2, 3).map(GeneratedCluster::new),
                        Arbitraries.integers().between(0, Integer.MAX_VALUE - 1),
                        texts(),
                        Arbitraries.of("%s", "%s", "w%s", "%sw"),
                        Arbitraries.of(Scope.class),
                        Arbitraries.of(StandardCharsets.UTF_8, GB18030))
                .as(HostileClusters::spoil);
    }

    private static Arbitrary<String> texts() {
        Arbitrary<String> known = Arbitraries.of(
                "",
                " ",
                "\t",
                "\"",
                "'",
                "\"x\"",
                "`",
                "\\",
                "#",
                "//",
                " # ",
                " //x",
                ";",
                "=",
                "[",
                "]",
                "[x]",
                "{",
                "}",
                "{0}",
                "{name}",
                "${DMDSC_SYSDBA_PASSWORD}",
                "@FUNCTIONS@",
                "%s",
                "%n",
                "%",
                "$1",
                "$",
                "@|red x|@",
                ",",
                "+",
                "/",
                "..",
                "-",
                "--",
                ":",
                "::",
                "*",
                "\u0000",
                "\u0001",
                "\u0007",
                "\u000b",
                "\f",
                "\u001b[2J",
                "\u007f",
                "\u0085",
                "\u009b",
                "\u00a0",
                "\u200b",
                "\u2028",
                "\u202e",
                "\ufeff",
                "\ufffd",
                "\uffff",
                "\u0130",
                "\u0131",
                "\u00df",
                "\u0149",
                "\u01f0",
                "\u0390",
                "\u1e9e",
                "\ufb03",
                "\u03a3",
                "\u0345",
                "\u0661",
                "\uff11",
                "\u8282\u70b9",
                "\ud83d\ude00",
                "\udb40\udc01",
                "\r",
                "\n",
                "\r\n",
                "99999999999999999999",
                "-1",
                "0",
                "x".repeat(17),
                "\u0149".repeat(8),
                "x".repeat(5000),
                "\ud83d\ude00".repeat(300));
        Arbitrary<String> random = Arbitraries.strings().all().ofMinLength(1).ofMaxLength(6);
        return Arbitraries.frequencyOf(
                net.jqwik.api.Tuple.of(6, known),
                net.jqwik.api.Tuple.of(3, known.list().ofMinSize(2).ofMaxSize(3).map(parts -> String.join("", parts))),
                net.jqwik.api.Tuple.of(1, random));
    }

    private static Hostile spoil(
            GeneratedCluster cluster, int choice, String text, String shape, Scope scope, Charset charset) {
        ClusterFiles files = cluster.files();
        List<String> words = List.copyOf(words(files));
        String word = words.get(choice % words.size());
        String spoilt = shape.replace("w", word).replace("%s", text);
        ExtendRequest request = cluster.next(cluster.nodes());
        UnaryOperator<String> everywhere = given -> given.replace(word, spoilt);
        List<FileId> holders = files.ids().stream()
                .filter(file -> text(files, file).contains(word))
                .toList();
        TreeMap<FileId, byte[]> changed = new TreeMap<>();
        for (FileId file : files.ids()) {
            boolean here = scope == Scope.EVERYWHERE
                    || (!holders.isEmpty()
                            && holders.get(choice / 7 % holders.size()).equals(file));
            String content = text(files, file);
            if (here) {
                content = scope == Scope.ONCE
                        ? content.replaceFirst(Pattern.quote(word), Matcher.quoteReplacement(spoilt))
                        : everywhere.apply(content);
            }
            FileId name = scope == Scope.EVERYWHERE
                    ? new FileId(everywhere.apply(file.host()), everywhere.apply(file.path()))
                    : file;
            changed.put(name, content.getBytes(charset));
        }
        return new Hostile(
                ClusterFiles.of(changed),
                scope == Scope.EVERYWHERE ? spoil(request, everywhere) : request,
                scope + " " + charset + ": '" + word + "' becomes '" + spoilt + "'");
    }

    private static String text(ClusterFiles files, FileId file) {
        return new String(files.bytes(file), StandardCharsets.UTF_8);
    }

    private static Set<String> words(ClusterFiles files) {
        Set<String> words = new TreeSet<>();
        for (FileId file : files.ids()) {
            for (String text : List.of(text(files, file), file.host(), file.path())) {
                WORDS.forEach(word -> word.matcher(text).results().forEach(found -> words.add(found.group())));
            }
        }
        return words;
    }

    private static ExtendRequest spoil(ExtendRequest given, UnaryOperator<String> spoil) {
        Map<String, String> values = new LinkedHashMap<>();
        given.values().forEach((name, value) -> values.put(name, spoil.apply(value)));
        // The request also gives names that would follow from those of the nodes, so that the text is tested as input
        // and as result.
        values.put("css.DCR_EP_NAME", spoil.apply("CSS99"));
        ExtendRequest.Builder request = ExtendRequest.builder()
                .from(given)
                .values(values)
                .logFiles(each(given.logFiles(), spoil))
                .dcrvDisks(each(given.dcrvDisks(), spoil))
                .binDirectory(given.binDirectory().map(spoil))
                .monitor(given.monitor().map(file -> new FileId(spoil.apply(file.host()), spoil.apply(file.path()))));
        try {
            request.host(HostAddress.of(spoil.apply(given.host().text())));
        } catch (IllegalArgumentException refused) {
            // The type refuses the text. The rest of the request is tested.
        }
        return request.build();
    }

    private static List<String> each(List<String> texts, UnaryOperator<String> spoil) {
        return new ArrayList<>(texts.stream().map(spoil).toList());
    }
}
