package io.github.dmdsc.extend.cli;

import static org.assertj.core.api.Assertions.assertThat;

import io.github.dmdsc.extend.Example;
import java.nio.file.Files;
import java.nio.file.Path;
import java.security.MessageDigest;
import java.util.Arrays;
import java.util.HexFormat;
import java.util.List;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.junit.jupiter.api.Test;

/** The first command in README.md does what the page says. */
class ReadmeCommandTest extends CommandLineRun {
    private static final Pattern COMMAND = Pattern.compile("java -jar \\S+dmdsc\\.jar (plan .*)");
    private static final Pattern EXCERPT = Pattern.compile("This is an excerpt:\\n\\n```\\n(.*?)```", Pattern.DOTALL);

    @Test
    void the_first_command_prints_the_lines_of_the_excerpt_in_order() throws Exception {
        String readme = Files.readString(Path.of("..", "README.md")).replace("\r\n", "\n");
        List<String> command = List.of(found(COMMAND, readme).split(" "));
        String[] here = command.stream()
                .map(word -> word.startsWith("docs/") ? "../" + word : word)
                .map(word -> word.equals("target/plan") ? out.toString() : word)
                .toArray(String[]::new);

        assertThat(run(here)).as(stdout.toString() + Arrays.toString(here)).isZero();

        assertThat(out.resolve("plan.json"))
                .content()
                .contains(Example.planned(Example.files(), Example.request().build())
                        .plan()
                        .planId());
        assertThat(stdout.toString().lines())
                .containsSubsequence(found(EXCERPT, readme).lines().toList());
        assertThat(command.stream().filter(word -> word.startsWith("--")).distinct())
                .as("the host, three more values, and the target")
                .containsExactly("--host", "--service-host", "--log-file", "--log-size", "--out");
    }

    @Test
    void the_picture_shows_the_plan_of_the_first_command() throws Exception {
        Path picture = Path.of("..", "docs", "images", "plan.png");
        String planId = Example.planned(Example.files(), Example.request().build())
                .plan()
                .planId();
        byte[] hash = MessageDigest.getInstance("SHA-256").digest(Files.readAllBytes(picture));

        assertThat(picture.resolveSibling("plan.txt"))
                .as("docs/testing.md, In a browser, says how to take the picture again")
                .content()
                .isEqualToNormalizingNewlines(
                        "plan " + planId + "\nplan.png " + HexFormat.of().formatHex(hash) + "\n");
    }

    private static String found(Pattern pattern, String text) {
        Matcher matcher = pattern.matcher(text);
        assertThat(matcher.find()).as(pattern.pattern()).isTrue();
        return matcher.group(1);
    }
}
