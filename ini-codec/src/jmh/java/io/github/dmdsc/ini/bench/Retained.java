package io.github.dmdsc.ini.bench;

import io.github.dmdsc.ini.IniDocument;
import io.github.dmdsc.ini.IniSection;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.function.Supplier;

/** Prints how many bytes of memory documents retain for each byte of their files. */
public final class Retained {
    private static final int COPIES = 20;
    private static final int LINES = 100_000;

    private Retained() {}

    public static void main(String[] args) {
        byte[] keys = Inputs.keys(LINES);
        byte[] empty = "\n".repeat(LINES * 10).getBytes(StandardCharsets.UTF_8);
        print("100,000 keys, only read", () -> IniDocument.parse(keys));
        print("100,000 keys, split into lines", () -> split(IniDocument.parse(keys)));
        print("100,000 keys, every entry looked at", () -> {
            IniDocument document = IniDocument.parse(keys);
            document.sections().forEach(IniSection::entries);
            return document;
        });
        print("1,000,000 empty lines, split", () -> split(IniDocument.parse(empty)));
        print("section of 100,000 keys removed", () -> {
            IniDocument whole = IniDocument.parse(("[small]\nk = 1\n" + new String(keys, StandardCharsets.UTF_8))
                    .getBytes(StandardCharsets.UTF_8));
            return split(whole.remove(whole.sections("keys").get(0)));
        });
    }

    private static IniDocument split(IniDocument document) {
        document.lineCount();
        return document;
    }

    private static void print(String name, Supplier<IniDocument> made) {
        List<IniDocument> kept = new ArrayList<>();
        for (int i = 0; i < COPIES; i++) {
            kept.add(made.get());
        }
        long before = used();
        for (int i = 0; i < COPIES; i++) {
            kept.add(made.get());
        }
        long retained = (used() - before) / COPIES;
        int size = kept.get(0).size();
        System.out.printf(
                Locale.ROOT, "%-36s %,10d bytes retain %,11d, %.2f each%n", name, size, retained, 1.0 * retained / size);
    }

    private static long used() {
        for (int i = 0; i < 3; i++) {
            System.gc();
        }
        return Runtime.getRuntime().totalMemory() - Runtime.getRuntime().freeMemory();
    }
}
