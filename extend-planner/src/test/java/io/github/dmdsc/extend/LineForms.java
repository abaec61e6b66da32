package io.github.dmdsc.extend;

import com.fasterxml.jackson.annotation.JsonProperty;
import io.github.dmdsc.ini.files.ClusterFiles;
import io.github.dmdsc.model.DcrEndpoint;
import io.github.dmdsc.model.DcrGroup;
import io.github.dmdsc.model.DmArch;
import io.github.dmdsc.model.DmArchive;
import io.github.dmdsc.model.DmIni;
import io.github.dmdsc.model.Dmcssm;
import io.github.dmdsc.model.Dmdcr;
import io.github.dmdsc.model.DmdcrCfg;
import io.github.dmdsc.model.FileId;
import io.github.dmdsc.model.MalConfig;
import io.github.dmdsc.model.MalInstance;
import io.github.dmdsc.model.Parameter;
import java.nio.charset.Charset;
import java.nio.charset.StandardCharsets;
import java.util.Arrays;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Random;

/**
 * Rewrites the files of a cluster in all forms of {@code IniDialect}'s table that have the same meaning: blanks and
 * tabs, comments on their own lines and after headers and values, parameters without a value, letter case, line ends,
 * byte order marks and charsets. Copies of the export get the same bytes. The files must be those that {@code
 * ClusterLens.create} makes.
 */
final class LineForms {
    private static final String DCR = "dmdcr_cfg_bak.ini";
    private static final Map<String, Class<?>> GLOBALS = Map.of(
            DCR,
            DmdcrCfg.class,
            "dmdcr.ini",
            Dmdcr.class,
            "dmasvrmal.ini",
            MalConfig.class,
            "dmmal.ini",
            MalConfig.class,
            "dm.ini",
            DmIni.class,
            "dmarch.ini",
            DmArch.class,
            "dmcssm.ini",
            Dmcssm.class);
    private static final List<String> LINE_ENDS = List.of("\n", "\r\n", "\r");
    private static final List<String> BLANKS = List.of("", "", " ", "\t", "  ");
    private static final List<String> COMMENTS =
            List.of("", "\t ", "# c", "#[GRP]", "; K = v", ";[x]", "// DCR_N_GRP = 9", "//", "# 磁盘");
    private static final List<String> BEHIND_HEADER =
            List.of("", "", " ", "\t", "# c", " # [c]", "//c", "\t// K = v", ";c", " ; first node", "  ;");
    private static final List<String> BEHIND_VALUE =
            List.of("", "", " ", "\t", " # c", "\t# K = v", " // c", "\t//", " #", " #'\"", "  # [s] ; 注释");
    private static final List<String> NO_VALUE = List.of("", " ", "\t", "# c", " #", "//", "// c", "\t// K = v");

    private final Random random;

    LineForms(Random random) {
        this.random = random;
    }

    ClusterFiles of(ClusterFiles files) {
        Map<String, byte[]> copies = new HashMap<>();
        ClusterFiles result = files;
        for (FileId file : files.ids()) {
            String text = OddValues.text(files, file);
            byte[] written = file.name().equals(DCR)
                    ? copies.computeIfAbsent(text, copy -> written(file.name(), copy))
                    : written(file.name(), text);
            result = result.with(file, written);
        }
        return result;
    }

    private byte[] written(String name, String text) {
        Writer writer = new Writer(name, text);
        writer.comments();
        text.lines().forEach(writer::line);
        return writer.bytes();
    }

    /** Writes one file. */
    private final class Writer {
        private final String name;
        private final String text;
        private final StringBuilder out = new StringBuilder(oneIn(8) ? "\uFEFF" : "");
        private final String lineEnd = pick(LINE_ENDS);
        private final boolean mixedEnds = oneIn(5);
        private Class<?> section;

        Writer(String name, String text) {
            this.name = name;
            this.text = text;
            this.section = GLOBALS.getOrDefault(name, DmIni.class);
        }

        void line(String line) {
            int equals = line.indexOf(" = ");
            if (line.startsWith("[")) {
                if (oneIn(6)) {
                    withoutValue();
                }
                comments();
                header(line.substring(1, line.length() - 1));
            } else if (equals > 0) {
                if (oneIn(5)) {
                    comments();
                }
                String value = line.substring(equals + 3);
                entry(line.substring(0, equals), value + pick(value.isEmpty() ? NO_VALUE : BEHIND_VALUE));
            } else {
                out.append(pick(BLANKS));
            }
            end();
        }

        private void header(String header) {
            section = switch (name) {
                case DCR -> header.equals("GRP") ? DcrGroup.class : DcrEndpoint.class;
                case "dmarch.ini" -> DmArchive.class;
                default -> MalInstance.class;
            };
            String inside = pick(BLANKS) + cased(header) + pick(BLANKS);
            out.append(pick(BLANKS)).append('[').append(inside).append(']').append(pick(BEHIND_HEADER));
        }

        private void entry(String key, String value) {
            out.append(pick(BLANKS)).append(cased(key)).append(pick(BLANKS)).append('=');
            out.append(pick(BLANKS)).append(value);
        }

        /** Writes a parameter without a value, which has no meaning. No section of the file has this parameter. */
        private void withoutValue() {
            List<String> keys = Arrays.stream(section.getMethods())
                    .filter(each -> each.isAnnotationPresent(Parameter.class))
                    .map(each -> each.getAnnotation(JsonProperty.class).value())
                    .filter(key -> !text.contains(key + " = "))
                    .sorted()
                    .toList();
            if (!keys.isEmpty()) {
                entry(pick(keys), pick(NO_VALUE));
                end();
            }
        }

        void comments() {
            while (oneIn(3)) {
                out.append(pick(BLANKS)).append(pick(COMMENTS));
                end();
            }
        }

        private void end() {
            out.append(mixedEnds ? pick(LINE_ENDS) : lineEnd);
        }

        byte[] bytes() {
            comments();
            if (oneIn(4)) {
                out.append(pick(COMMENTS));
            }
            return out.toString().getBytes(oneIn(4) ? Charset.forName("GB18030") : StandardCharsets.UTF_8);
        }
    }

    private boolean oneIn(int times) {
        return random.nextInt(times) == 0;
    }

    private <T> T pick(List<T> from) {
        return from.get(random.nextInt(from.size()));
    }

    private String cased(String name) {
        int style = random.nextInt(3);
        StringBuilder cased = new StringBuilder();
        for (int i = 0; i < name.length(); i++) {
            char c = name.charAt(i);
            boolean lower = style == 1 || (style == 2 && random.nextBoolean());
            cased.append(lower && c >= 'A' && c <= 'Z' ? (char) (c - 'A' + 'a') : c);
        }
        return cased.toString();
    }
}
