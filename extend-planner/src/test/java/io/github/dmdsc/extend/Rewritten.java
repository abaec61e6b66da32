package io.github.dmdsc.extend;

import io.github.dmdsc.ini.IniDocument;
import io.github.dmdsc.ini.IniEntry;
import io.github.dmdsc.ini.IniSection;
import io.github.dmdsc.ini.files.ClusterFiles;
import io.github.dmdsc.ini.lens.Lenses;
import io.github.dmdsc.model.FileId;
import io.github.dmdsc.model.FileKind;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.Collections;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.Random;

/**
 * Rewrites files with the same meaning: keys and sections in another order, and other comments, blanks, line ends and
 * letter case.
 */
final class Rewritten {
    private static final List<String> COMMENTS = List.of("#moved", "# DCR_N_GRP = 9", "//note", ";x", "#磁盘路径", "");

    private final Random random;

    private Rewritten(long seed) {
        this.random = new Random(seed);
    }

    static ClusterFiles of(ClusterFiles files, long seed) {
        Rewritten rewritten = new Rewritten(seed);
        ClusterFiles result = files;
        for (FileId file : files.ids()) {
            result = result.with(file, rewritten.file(file, IniDocument.parse(files.bytes(file))));
        }
        return result;
    }

    private byte[] file(FileId file, IniDocument document) {
        String lineEnd = random.nextBoolean() ? "\n" : "\r\n";
        List<IniSection> sections = new ArrayList<>(
                document.sections().subList(1, document.sections().size()));
        // The order of sections has no meaning in MAL files only.
        Optional<FileKind> kind = Lenses.kind(file, document);
        boolean unordered = kind.equals(Optional.of(FileKind.MAL)) || kind.equals(Optional.of(FileKind.DMARCH));
        long names = sections.stream().map(Rewritten::name).distinct().count();
        if (unordered && names == sections.size()) {
            Collections.shuffle(sections, random);
        }
        StringBuilder text = new StringBuilder();
        entries(text, document.global(), lineEnd);
        for (IniSection section : sections) {
            comment(text, lineEnd);
            text.append(blanks())
                    .append('[')
                    .append(cased(section.name()))
                    .append(']')
                    .append(lineEnd);
            entries(text, section, lineEnd);
        }
        return text.toString().getBytes(StandardCharsets.UTF_8);
    }

    private void entries(StringBuilder text, IniSection section, String lineEnd) {
        // Lines with the same key keep their order, because the first one counts.
        Map<String, List<IniEntry>> byKey = new LinkedHashMap<>();
        for (IniEntry entry : section.entries()) {
            byKey.computeIfAbsent(entry.key().toUpperCase(Locale.ROOT), key -> new ArrayList<>())
                    .add(entry);
        }
        List<List<IniEntry>> keys = new ArrayList<>(byKey.values());
        Collections.shuffle(keys, random);
        for (IniEntry entry : keys.stream().flatMap(List::stream).toList()) {
            comment(text, lineEnd);
            text.append(blanks())
                    .append(cased(entry.key()))
                    .append(blanks())
                    .append('=')
                    .append(blanks())
                    .append(value(entry.value()));
            if (random.nextInt(3) == 0) {
                text.append(" #").append(random.nextInt());
            }
            text.append(lineEnd);
        }
    }

    private static String name(IniSection section) {
        return section.first("MAL_INST_NAME")
                .map(IniEntry::value)
                .orElse("[" + section.name())
                .toUpperCase(Locale.ROOT);
    }

    private String value(String value) {
        return value.startsWith("{") ? value.replace(",", blanks() + "," + blanks()) : value;
    }

    private void comment(StringBuilder text, String lineEnd) {
        if (random.nextInt(4) == 0) {
            text.append(COMMENTS.get(random.nextInt(COMMENTS.size()))).append(lineEnd);
        }
    }

    private String blanks() {
        return random.nextInt(5) == 0 ? "\t" : " ".repeat(random.nextInt(3));
    }

    private String cased(String name) {
        return random.nextBoolean() ? name.toLowerCase(Locale.ROOT) : name.toUpperCase(Locale.ROOT);
    }
}
