package io.github.dmdsc.extend;

import io.github.dmdsc.ini.files.ClusterFiles;
import io.github.dmdsc.model.FileId;
import java.nio.charset.StandardCharsets;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Random;
import java.util.TreeMap;
import java.util.function.UnaryOperator;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/**
 * The files of a cluster with a value that a reader could take for something else: marks, quotes, brackets and blanks in
 * it, no value at all, another spelling of the same. What several files agree on is changed in all of them, unless the
 * spelling alone is another. Works on files as {@code ClusterLens.create} makes them.
 */
final class OddValues {
    static final List<String> MARKS =
            List.of("#", ";", "//", " #", "\t//", " ; ", "'", "\"", "[", "]", "=", " ", "\\", ",", "%", "é", "磁");
    /** Parts of names and paths; the bar shows where the mark goes. */
    static final List<String> PLACES = List.of(
            "/da|ta/",
            "/dev/d|cr",
            "/dev/v|ote",
            "/arch/|DSC",
            "/opt/d|m/",
            "+DA|TA/",
            "GRP|_CSS",
            "GRP|_ASM",
            "GRP|_DB",
            "MAL|_INST",
            "ARCH|IVE_",
            "DSC|0",
            "CS|S",
            "AS|M",
            "mon|itor");

    private final Random random;

    OddValues(Random random) {
        this.random = random;
    }

    ClusterFiles in(ClusterFiles files) {
        return switch (random.nextInt(8)) {
            case 0, 1 -> marked(files);
            case 2, 3 -> wrapped(files);
            case 4 -> empty(files);
            case 5 -> respelledPaths(files);
            case 6 -> respelledInOneFile(files);
            default -> unknown(files);
        };
    }

    /** A name or a directory with a mark in it, wherever it stands; files go along. */
    private ClusterFiles marked(ClusterFiles files) {
        return marked(files, pick(PLACES), pick(MARKS));
    }

    static ClusterFiles marked(ClusterFiles files, String place, String mark) {
        UnaryOperator<String> change = text -> text.replace(place.replace("|", ""), place.replace("|", mark));
        Map<FileId, byte[]> changed = new TreeMap<>();
        for (FileId file : files.ids()) {
            String text = change.apply(text(files, file));
            changed.put(file.sibling(change.apply(file.path())), text.getBytes(StandardCharsets.UTF_8));
        }
        return ClusterFiles.of(changed);
    }

    /** One value in quotes, or with a mark before, behind or in it, on every line that has it. */
    private ClusterFiles wrapped(ClusterFiles files) {
        String value = pick(values(files, ".+"));
        String mark = pick(MARKS);
        int middle = value.length() / 2;
        String other = pick(List.of(
                "\"" + value + "\"",
                "'" + value + "'",
                "\"" + value + " # x\"",
                "\"" + value + "\"x",
                value + mark,
                mark + value,
                value + mark + "x",
                value.substring(0, middle) + mark + value.substring(middle)));
        return replaced(files, "", Pattern.quote(value), Matcher.quoteReplacement(other));
    }

    /** A parameter without a value, on one kind of line or on all of its own. */
    private ClusterFiles empty(ClusterFiles files) {
        List<String> lines = files.ids().stream()
                .flatMap(file -> text(files, file).lines())
                .filter(line -> line.contains(" = "))
                .toList();
        String line = pick(lines);
        int equals = line.indexOf(" = ");
        String value = random.nextBoolean() ? Pattern.quote(line.substring(equals + 3)) : ".*";
        return replaced(files, Pattern.quote(line.substring(0, equals)), value, "");
    }

    /** The same paths with a slash doubled or a detour in them. */
    private ClusterFiles respelledPaths(ClusterFiles files) {
        String directory = pick(List.of("/data/", "/arch/", "/dev/", "/opt/"));
        String detour = pick(List.of("/", "./", "x/../"));
        return replaced(files, "", "(.*?)" + directory + "(.*)", "$1" + directory + detour + "$2");
    }

    /** The same names, addresses, words, numbers and arrays spelled in another way in one file. */
    private ClusterFiles respelledInOneFile(ClusterFiles files) {
        FileId file = pick(List.copyOf(files.ids()));
        ClusterFiles only = ClusterFiles.empty().with(file, files.bytes(file));
        ClusterFiles other = switch (random.nextInt(3)) {
            case 0 -> replaced(only, "", "\\{(\\d)(,?)(.*)\\}", "{ \t0$1 $2\t$3 }");
            case 1 -> replaced(only, "", "(\\d+)", pick(List.of("0$1", "+$1", "00$1")));
            default -> lowerCase(only, file);
        };
        return files.with(file, other.bytes(file));
    }

    private static ClusterFiles lowerCase(ClusterFiles files, FileId file) {
        Matcher words = Pattern.compile("(?m)(?<= = )(?![/+])\\S+$").matcher(text(files, file));
        String text =
                words.replaceAll(word -> Matcher.quoteReplacement(word.group().toLowerCase(Locale.ROOT)));
        return files.with(file, text.getBytes(StandardCharsets.UTF_8));
    }

    /** A parameter that nobody knows, in every section of all files of one name. */
    private ClusterFiles unknown(ClusterFiles files) {
        String name = pick(List.copyOf(files.ids())).name();
        String value = pick(values(files, ".+"));
        String line = "X_" + pick(List.of("KEY", "PORT", "PATH")) + " = " + pick(MARKS) + value + pick(MARKS) + "\n";
        String twice = random.nextInt(4) == 0 ? line : "";
        ClusterFiles result = files;
        for (FileId file : files.ids()) {
            if (file.name().equals(name)) {
                String text = text(files, file)
                        .replaceAll("(?m)^(\\[.*\\]\n)", "$1" + Matcher.quoteReplacement(line + twice));
                result = result.with(file, (line + text).getBytes(StandardCharsets.UTF_8));
            }
        }
        return result;
    }

    private static List<String> values(ClusterFiles files, String pattern) {
        return files.ids().stream()
                .flatMap(file -> text(files, file).lines())
                .filter(line -> line.contains(" = "))
                .map(line -> line.substring(line.indexOf(" = ") + 3))
                .filter(value -> value.matches(pattern))
                .toList();
    }

    private static ClusterFiles replaced(ClusterFiles files, String key, String value, String other) {
        Pattern entry = Pattern.compile("(?m)(?<=^" + key + (key.isEmpty() ? "" : " = ") + ")(?<= = )" + value + "$");
        ClusterFiles result = files;
        for (FileId file : files.ids()) {
            String text = entry.matcher(text(files, file)).replaceAll(other);
            result = result.with(file, text.getBytes(StandardCharsets.UTF_8));
        }
        return result;
    }

    static String text(ClusterFiles files, FileId file) {
        return new String(files.bytes(file), StandardCharsets.UTF_8);
    }

    private <T> T pick(List<T> from) {
        return from.get(random.nextInt(from.size()));
    }
}
