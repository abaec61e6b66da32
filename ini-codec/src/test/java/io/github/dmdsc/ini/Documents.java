package io.github.dmdsc.ini;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.charset.Charset;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.List;

/** Helpers of the tests for documents. */
final class Documents {
    private Documents() {}

    static IniDocument utf8(String text) {
        return IniDocument.parse(text.getBytes(StandardCharsets.UTF_8));
    }

    static String text(IniDocument document) {
        return new String(document.toBytes(), document.charset());
    }

    /**
     * Returns a text that a table shows in printable characters: N stands for a line feed, R for a carriage return, T
     * for a tab, M for a byte order mark, and an underscore for a blank.
     */
    static String unescaped(String shown) {
        return shown.replace('N', '\n')
                .replace('R', '\r')
                .replace('T', '\t')
                .replace('M', '\uFEFF')
                .replace('_', ' ');
    }

    static IniEntry entry(IniDocument document, String key) {
        return document.sections().stream()
                .flatMap(section -> section.all(key).stream())
                .findFirst()
                .orElseThrow();
    }

    static IniSection section(IniDocument document, String name) {
        return document.sections(name).get(0);
    }

    static List<IniEntry> entries(IniDocument document) {
        return document.sections().stream()
                .flatMap(section -> section.entries().stream())
                .toList();
    }

    static List<String> lines(IniDocument document) {
        List<String> lines = new ArrayList<>();
        for (int number = 1; number <= document.lineCount(); number++) {
            lines.add(document.line(number));
        }
        return lines;
    }

    /** Returns everything that can be read from a document, as texts. */
    static List<String> everything(IniDocument document) {
        List<String> all = new ArrayList<>();
        for (IniSection section : document.sections()) {
            all.add("[" + section.name() + "] " + section.index() + " " + section.line() + ":" + section.column());
            for (IniEntry entry : section.entries()) {
                all.add(entry.index() + " " + entry.line() + ":" + entry.keyColumn() + " " + entry.key() + "="
                        + entry.value() + "@" + entry.valueColumn() + "+" + entry.valueLength() + " "
                        + entry.comment().map(IniComment::toString).orElse("-"));
            }
        }
        document.malformed().forEach(line -> all.add("? " + line.isMalformedHeader() + line));
        document.entriesOutsideSections().forEach(line -> all.add("- " + line));
        all.addAll(lines(document));
        return all;
    }

    /** Verifies that an edited document equals the document that its bytes read as. */
    static void assertSound(IniDocument document) {
        Charset charset = document.charset();
        IniDocument again = IniDocument.parse(document.toBytes(), charset);
        assertThat(again.hasBom()).isEqualTo(document.hasBom());
        assertThat(everything(document)).isEqualTo(everything(again));
        assertThat(document.size()).isEqualTo(document.toBytes().length);
        ByteArrayOutputStream out = new ByteArrayOutputStream();
        try {
            document.writeTo(out);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
        assertThat(out.toByteArray()).isEqualTo(document.toBytes());
    }
}
