package io.github.dmdsc.extend;

import static org.assertj.core.api.Assertions.assertThat;

import io.github.dmdsc.ini.files.ClusterDirectory;
import io.github.dmdsc.ini.files.ClusterFiles;
import io.github.dmdsc.model.FileId;
import io.github.dmdsc.model.check.Finding;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import java.util.regex.MatchResult;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

/** The examples on the pages of the rules, put into the files of docs/examples/two-node. */
class RuleExamplesTest {
    private static final Path RULES = Path.of("..", "docs", "rules");
    private static final Pattern EXAMPLE = Pattern.compile("```ini\n(.*?)```", Pattern.DOTALL);
    private static final Pattern HEADER = Pattern.compile("# ([^ ,:]+:/\\S+?(?:, [^ ,:]+:/\\S+?)*)(: no such file)?");
    private static final String GONE = "no such file";
    private static final String GAP = "…";
    /** The directory of the second node in examples of two nodes on one machine. */
    private static final String BESIDE = "/home/data1/";

    /** Consecutive lines of a file; only {@link #GONE} if the file does not exist. */
    private record Excerpt(FileId file, List<String> lines) {}

    static List<Path> pages() throws IOException {
        try (Stream<Path> files = Files.list(RULES)) {
            return files.filter(page -> page.toString().contains("DSC-"))
                    .sorted()
                    .toList();
        }
    }

    static List<Path> pagesWithFiles() throws IOException {
        List<Path> pages = new ArrayList<>();
        for (Path page : pages()) {
            if (EXAMPLE.matcher(Files.readString(page)).find()) {
                pages.add(page);
            }
        }
        return pages;
    }

    @Test
    void only_these_rules_have_no_example_files() throws IOException {
        List<Path> others = new ArrayList<>(pages());
        others.removeAll(pagesWithFiles());

        assertThat(others)
                .extracting(page -> String.valueOf(page.getFileName()))
                .containsExactly("DSC-0115.md", "DSC-0217.md", "DSC-0223.md", "DSC-0401.md");
    }

    @ParameterizedTest
    @MethodSource("pagesWithFiles")
    void the_rule_finds_the_first_example_and_passes_the_second(Path page) throws IOException {
        List<String> examples = EXAMPLE.matcher(Files.readString(page))
                .results()
                .map(MatchResult::group)
                .toList();
        assertThat(examples).hasSize(2);
        List<Excerpt> wrong = excerpts(examples.get(0));
        List<Excerpt> mended = excerpts(examples.get(1));
        Map<FileId, List<String>> files = twoNodes(
                wrong.stream().anyMatch(excerpt -> excerpt.file().path().startsWith(BESIDE)));
        mended.forEach(excerpt -> put(excerpt, files));
        List<String> after = rulesThatSpeak(files);
        for (int i = 0; i < wrong.size(); i++) {
            replace(i < mended.size() ? mended.get(i) : wrong.get(i), wrong.get(i), files);
        }
        List<String> before = rulesThatSpeak(files);

        String id = String.valueOf(page.getFileName()).replace(".md", "");
        assertThat(before).contains(id);
        assertThat(after).doesNotContain(id);
    }

    private static List<Excerpt> excerpts(String example) {
        List<Excerpt> excerpts = new ArrayList<>();
        List<FileId> files = List.of();
        List<String> lines = new ArrayList<>();
        for (String line : (example + "\n" + GAP).lines().toList()) {
            Matcher header = HEADER.matcher(line);
            if (header.matches() || line.equals(GAP)) {
                List<String> read = List.copyOf(lines);
                if (!read.isEmpty()) {
                    files.forEach(file -> excerpts.add(new Excerpt(file, read)));
                }
                lines.clear();
            }
            if (header.matches()) {
                files = Stream.of(header.group(1).split(", "))
                        .map(RuleExamplesTest::file)
                        .toList();
                if (header.group(2) != null) {
                    lines.add(GONE);
                }
            } else if (line.contains("=") || line.startsWith("[")) {
                lines.add(line);
            }
        }
        return excerpts;
    }

    private static FileId file(String text) {
        int colon = text.indexOf(':');
        return new FileId(text.substring(0, colon), text.substring(colon + 1));
    }

    /**
     * Returns the files without comments and blanks, so that lines can be compared. One export is enough.
     *
     * @param oneMachine whether the second node is on the machine of the first one, in {@link #BESIDE}
     */
    private static Map<FileId, List<String>> twoNodes(boolean oneMachine) {
        ClusterFiles read = ClusterDirectory.read(Path.of("..", "docs", "examples", "two-node"))
                .value();
        Map<FileId, List<String>> files = new TreeMap<>();
        for (FileId id : read.ids()) {
            files.put(
                    id,
                    new String(read.bytes(id), StandardCharsets.ISO_8859_1)
                            .lines()
                            .map(line ->
                                    line.replaceAll("(?s)(#|//).*", "").strip().replaceFirst("\\s*=\\s*", " = "))
                            .filter(line -> !line.isEmpty())
                            .collect(Collectors.toCollection(ArrayList::new)));
        }
        files.remove(new FileId("10.0.2.102", "/home/data/dmdcr_cfg_bak.ini"));
        return oneMachine ? together(files) : files;
    }

    private static Map<FileId, List<String>> together(Map<FileId, List<String>> files) {
        Map<FileId, List<String>> moved = new TreeMap<>();
        files.forEach((file, lines) -> {
            boolean second = file.host().equals("10.0.2.102");
            FileId to = second ? new FileId("10.0.2.101", file.path().replaceFirst("/home/data/", BESIDE)) : file;
            lines.replaceAll(line -> line.replace("10.0.2.102", "10.0.2.101")
                    .replace("192.168.56.102", "192.168.56.101")
                    .replace("/home/data/", second ? BESIDE : "/home/data/"));
            moved.put(to, lines);
        });
        return moved;
    }

    /**
     * Puts the lines of an excerpt into a file: from the place where the excerpt begins, it replaces one line for each
     * key. If the first line of an excerpt is not in the file, the excerpt is the whole file.
     */
    private static void put(Excerpt excerpt, Map<FileId, List<String>> files) {
        List<String> file = files.get(excerpt.file());
        List<String> lines = excerpt.lines();
        assertThat(file).as("%s is a file of the example", excerpt.file()).isNotNull();
        int known = lines.size();
        while (known > 0 && Collections.indexOfSubList(file, lines.subList(0, known)) < 0) {
            known--;
        }
        if (known == 0) {
            file.clear();
        }
        int at = Collections.indexOfSubList(file, lines.subList(0, known)) + known;
        for (String line : lines.subList(known, lines.size())) {
            if (at < file.size() && line.contains("=") && key(file.get(at)).equals(key(line))) {
                file.set(at++, line);
            } else {
                file.add(at++, line);
            }
        }
    }

    private static String key(String line) {
        return line.replaceAll(" = .*| =$", "");
    }

    private static void replace(Excerpt mended, Excerpt wrong, Map<FileId, List<String>> files) {
        if (wrong.lines().equals(List.of(GONE))) {
            files.remove(wrong.file());
        } else if (!mended.file().equals(wrong.file()) || !files.containsKey(wrong.file())) {
            files.put(wrong.file(), wrong.lines());
        } else {
            List<String> file = files.get(wrong.file());
            int at = Collections.indexOfSubList(file, mended.lines());
            List<String> place = file.subList(at, at + mended.lines().size());
            place.clear();
            place.addAll(wrong.lines());
        }
    }

    private static List<String> rulesThatSpeak(Map<FileId, List<String>> files) {
        Map<FileId, byte[]> bytes = new TreeMap<>();
        files.forEach(
                (file, lines) -> bytes.put(file, (String.join("\n", lines) + "\n").getBytes(StandardCharsets.UTF_8)));
        return ClusterCheck.of(ClusterFiles.of(bytes)).findings().stream()
                .map(Finding::ruleId)
                .toList();
    }
}
