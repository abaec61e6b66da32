package io.github.dmdsc.extend;

import io.github.dmdsc.ini.IniDialect;
import io.github.dmdsc.ini.IniDocument;
import io.github.dmdsc.ini.IniEntry;
import io.github.dmdsc.ini.IniSection;
import io.github.dmdsc.ini.files.ClusterFiles;
import io.github.dmdsc.model.FileId;
import java.nio.charset.StandardCharsets;
import java.util.List;
import java.util.Locale;
import java.util.Random;
import java.util.Set;

/**
 * Changes the spelling of values so that the model reads the same values: leading zeros, letter case, slashes, blanks,
 * and brackets around addresses. Also adds lines that no model knows, in forms that are easy to misread.
 */
final class Respelled {
    private static final Set<String> ADDRESSES =
            Set.of("DCR_EP_HOST", "DCR_VIP", "MAL_HOST", "MAL_INST_HOST", "MAL_CHECK_IP");
    private static final Set<String> WORDS =
            Set.of("DCR_GRP_TYPE", "DCR_EP_NAME", "DCR_GRP_NAME", "MAL_INST_NAME", "ARCH_TYPE");
    private static final Set<String> PATHS = Set.of("DCR_VTD_PATH", "DMDCR_PATH", "DMDCR_MAL_PATH", "CONFIG_PATH");
    private static final Set<String> DIRECTORIES = Set.of("DCR_DISK_LOAD_PATH", "DCR_EP_ASM_LOAD_PATH");

    /** Lines of parameters that no model knows. */
    private static final List<String> OTHERS = List.of(
            "NOTE = \"a # b\" # c",
            "NOTE = 'a // b'",
            "NOTE = a#b",
            "NOTE = //a/b",
            "NOTE = a;b ; c",
            "NOTE = [x]//y",
            "NOTE = \ta\t",
            "NOTE = a\u00a0",
            "NOTE =",
            "NOTE\t = a",
            "; NOTE = a",
            ";[GRP]",
            "\t# \f",
            "NOTE = a=b",
            "note = 1\r\nNote = 2");

    private final long seed;
    private final Random random;

    private Respelled(long seed) {
        this.seed = seed;
        this.random = new Random(seed);
    }

    static ClusterFiles of(ClusterFiles files, long seed) {
        Respelled respelled = new Respelled(seed);
        ClusterFiles result = files;
        for (FileId file : files.ids()) {
            // The files of all nodes get the same values.
            Random alike = new Random(seed + file.name().hashCode());
            result = result.with(file, respelled.file(IniDocument.parse(files.bytes(file)), alike));
        }
        return result;
    }

    private byte[] file(IniDocument document, Random alike) {
        boolean lower = alike.nextBoolean();
        boolean more = alike.nextBoolean();
        String other = OTHERS.get(alike.nextInt(OTHERS.size()));
        IniDocument changed = document;
        for (int s = 0; s < document.sections().size(); s++) {
            for (int e = 0; e < document.sections().get(s).entries().size(); e++) {
                IniEntry entry = changed.sections().get(s).entries().get(e);
                changed = changed.set(entry, value(IniDialect.canonical(entry.key()), entry.value()));
            }
        }
        StringBuilder text = new StringBuilder();
        String lineEnd = random.nextBoolean() ? "\n" : "\r\n";
        for (int s = 0; s < document.sections().size(); s++) {
            IniSection section = changed.sections().get(s);
            if (s > 0) {
                text.append('[')
                        .append(lower ? section.name().toLowerCase(Locale.ROOT) : section.name())
                        .append(']')
                        .append(of("", " ; c", ";c", "#c", "//c", " // [GRP]"));
                text.append(lineEnd);
            }
            for (IniEntry entry : section.entries()) {
                text.append(of("", "", " ", "\t"))
                        .append(entry.key())
                        .append(of("=", " = ", "\t= "))
                        .append(entry.value());
                text.append(of("", "", " # c", "\t// c = d", " #\f", "\t")).append(lineEnd);
                if (IniDialect.canonical(entry.key()).equals("CSSM_CSS_IP") && random.nextInt(4) == 0) {
                    text.append("CSSM_CSS_IP =").append(lineEnd);
                }
            }
            if (more) {
                text.append(other).append(lineEnd);
            }
        }
        // The last line may lack its line end.
        String written = random.nextInt(4) == 0 ? text.toString().replaceFirst("\\R\\z", "") : text.toString();
        return written.getBytes(StandardCharsets.UTF_8);
    }

    private String value(String key, String value) {
        // If names and directories had two spellings, the spelling of the next one would be unknown. So each key has
        // one spelling.
        Random alike = new Random(seed + key.hashCode());
        if (WORDS.contains(key)) {
            return alike.nextBoolean() ? value.toLowerCase(Locale.ROOT) : value;
        } else if (PATHS.contains(key)) {
            return alike.nextBoolean() ? value.replaceFirst("/", "//") : value;
        } else if (DIRECTORIES.contains(key)) {
            // DMDCR_PATH of the mirror edition has to name the same directories.
            int spellings = key.equals("DCR_DISK_LOAD_PATH") ? 2 : 4;
            return value + List.of("", "/", "/, /dev/more", ",/dev/more/").get(alike.nextInt(spellings));
        } else if (key.endsWith("_STARTUP_CMD")) {
            return value.replace(" ", List.of(" ", "  ", "\t").get(alike.nextInt(3)))
                    .replace("=/", List.of("=/", "=//", "=/./").get(alike.nextInt(3)));
        } else if (random.nextInt(3) > 0) {
            return value;
        }
        if (key.equals("CSSM_CSS_IP")) {
            int colon = value.lastIndexOf(':');
            String host = value.substring(0, colon).replace("[", "").replace("]", "");
            boolean bracketed = random.nextBoolean();
            return (bracketed ? "[" + cased(host) + "]" : cased(host)) + of("", " ", "\t") + ":" + of("", " ", "0")
                    + value.substring(colon + 1);
        } else if (value.matches("[0-9]+")) {
            return of("0", "+", "000", "+0") + value;
        } else if (ADDRESSES.contains(key)) {
            return cased(value);
        } else if (value.startsWith("{")) {
            return value.replace("{", "{ ")
                    .replace(",", of(" , 0", ",\t", ",00"))
                    .replace("}", " }");
        }
        return value;
    }

    private String of(String... texts) {
        return texts[random.nextInt(texts.length)];
    }

    private String cased(String text) {
        return random.nextInt(3) == 0 ? text.toLowerCase(Locale.ROOT) : text;
    }
}
