package io.github.dmdsc.ini;

import java.nio.charset.Charset;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.List;
import net.jqwik.api.Arbitraries;
import net.jqwik.api.Arbitrary;
import net.jqwik.api.Combinators;
import net.jqwik.api.Provide;
import net.jqwik.api.Tuple;
import net.jqwik.api.domains.DomainContextBase;

/** Generated files: random bytes, and texts that look like INI files with their usual mistakes. */
public final class IniTexts extends DomainContextBase {
    static final Charset GB18030 = Charset.forName("GB18030");

    /** A file with any bytes. */
    record Bytes(String latin1) {
        byte[] value() {
            return latin1.getBytes(StandardCharsets.ISO_8859_1);
        }

        @Override
        public String toString() {
            return latin1.replace("\r", "\\r").replace("\n", "\\n");
        }
    }

    /** A text that looks like an INI file, and the charset for encoding it. */
    record Ini(String text, Charset charset) {
        byte[] bytes() {
            return text.getBytes(charset);
        }

        IniDocument document() {
            return IniDocument.parse(bytes(), charset);
        }

        @Override
        public String toString() {
            return charset + ": " + text.replace("\r", "\\r").replace("\n", "\\n");
        }
    }

    /** A text that may or may not be allowed as a key, a value or a name. */
    record Token(String text) {}

    @Provide
    Arbitrary<Bytes> files() {
        Arbitrary<byte[]> noise = Arbitraries.bytes().array(byte[].class).ofMaxSize(80);
        Arbitrary<byte[]> marks = Arbitraries.of("\n\r\t =[]#;/\"'\0aK\u0081\u00ef\u00bb\u00bf\u0084"
                        .chars()
                        .boxed()
                        .toList())
                .map(Integer::byteValue)
                .array(byte[].class)
                .ofMaxSize(60);
        return Arbitraries.frequencyOf(Tuple.of(1, noise), Tuple.of(2, marks), Tuple.of(2, inis().map(Ini::bytes)))
                .map(bytes -> new Bytes(new String(bytes, StandardCharsets.ISO_8859_1)));
    }

    @Provide
    Arbitrary<Ini> inis() {
        Arbitrary<String> body = lines().list().ofMaxSize(12).map(lines -> String.join("", lines));
        Arbitrary<String> end = Arbitraries.of("", "", "k = v", "# end", "  ", "[last]");
        Arbitrary<String> bom = Arbitraries.of("", "", "", "\uFEFF");
        Arbitrary<Charset> charsets = Arbitraries.of(StandardCharsets.UTF_8, GB18030);
        return Combinators.combine(bom, body, end, charsets).as((b, t, e, c) -> new Ini(b + t + e, c));
    }

    private static Arbitrary<String> lines() {
        Arbitrary<String> lineEnds = Arbitraries.of("\n", "\n", "\r\n", "\r\n", "\r");
        Arbitrary<String> blanks = Arbitraries.of("", "", " ", "\t", "  ");
        Arbitrary<String> keys =
                Arbitraries.of("K", "k", "KEY", "key_2", "LOG PATH", "\u952e", "k]", "a#b", "\"q", "\uFEFFk");
        Arbitrary<String> values = Arbitraries.of(
                "",
                "1",
                "/a#b",
                "http://x",
                "//server/share",
                "// x",
                "p;w",
                "a=b c",
                "\"a # b\"",
                "'x",
                "\"y\" z # c",
                "\u503c",
                "\u8054\u901a",
                "\u4e5c]",
                "\uD83D\uDE00",
                "{0,1}",
                "[fe80::1%3]:5",
                "\0",
                "\u3000");
        Arbitrary<String> comments = Arbitraries.of("", "", "", "# c", "//c", "// c", "; \u6ce8\u91ca \"", "#", "it's");
        Arbitrary<String> names = Arbitraries.of("GRP", "grp", "G 1", "\u7ec4", "\u5dde", "a#b", "", "\u4e5c");
        Arbitrary<String> entry = Combinators.combine(blanks, keys, blanks, blanks, values, blanks, comments)
                .as((i, k, b, a, v, t, c) -> i + k + b + "=" + a + v + t + c);
        Arbitrary<String> header = Combinators.combine(blanks, blanks, names, blanks, blanks, comments)
                .as((i, a, n, b, t, c) -> i + "[" + a + n + b + "]" + t + c);
        Arbitrary<String> other = Arbitraries.oneOf(
                Arbitraries.just(""),
                blanks,
                comments,
                Combinators.combine(blanks, comments).as((b, c) -> b + c),
                Arbitraries.of(
                        "junk", "\uFEFF[a]", "[open", "= v", "[a] x", "k # a=b", "/ = x", "[ ]", "[[sub]]", "\t[a]b]"));
        Arbitrary<String> line = Arbitraries.frequencyOf(Tuple.of(4, entry), Tuple.of(2, header), Tuple.of(2, other));
        return Combinators.combine(line, lineEnds).as((l, e) -> l + e);
    }

    @Provide
    Arbitrary<Token> tokens() {
        List<String> atoms =
                new ArrayList<>(List.of("a", "b", "B", "1", "2", "_", " ", "\t", "#", ";", "/", "//", "=", "[", "]"));
        atoms.addAll(List.of("\"", "'", "\n", "\r", "\u503c", "\u4e5c", "\u00e9", "\0", "\uFEFF", "\uFFFD", "?"));
        atoms.addAll(List.of("\uD83D\uDE00", "\uD83D", "\u3000"));
        return Arbitraries.of(atoms).list().ofMaxSize(6).map(parts -> new Token(String.join("", parts)));
    }
}
