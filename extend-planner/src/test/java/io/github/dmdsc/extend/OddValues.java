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
 * Changes a value in the files of a cluster to one that is easy to misread: with comment marks, quotes, brackets or
 * blanks, without a value, or in another spelling. A value that several files must have in common is changed in all of
 * them, unless only the spelling changes. The files must be those that {@code ClusterLens.create} makes.
 */
final class OddValues {
    static final List<String> MARKS =
            List.of("#", ";", "//", " #", "\t//", " ; ", "'", "\"", "[", "]", "=", " ", "\\", ",", "%", "é", "磁");
    /** Parts of names and paths; the bar shows the place of the mark. */
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

    /** Inserts a mark into a name or a directory in all places, and renames the files accordingly. */
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

    /** Puts one value in quotes, or a mark before, after or in it, on every line that has the value. */
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

    /** Removes the value of a parameter, on lines with one value or on all its lines. */
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

    /** Doubles a slash in paths, or inserts a detour. */
    private ClusterFiles respelledPaths(ClusterFiles files) {
        String directory = pick(List.of("/data/", "/arch/", "/dev/", "/opt/"));
        String detour = pick(List.of("/", "./", "x/../"));
        return replaced(files, "", "(.*?)" + directory + "(.*)", "$1" + directory + detour + "$2");
    }

    /** Changes the spelling of names, addresses, words, numbers and arrays in one file. */
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

    /** Adds an unknown parameter to every section of all files with one name. */
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
