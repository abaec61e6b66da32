package io.github.dmdsc.extend.render;

import static org.assertj.core.api.Assertions.assertThat;
import static org.junit.jupiter.api.Assumptions.assumeTrue;

import io.github.dmdsc.extend.ExtendedPlans;
import io.github.dmdsc.extend.plan.Change;
import io.github.dmdsc.extend.plan.ExtendPlan;
import io.github.dmdsc.extend.run.Operation;
import io.github.dmdsc.extend.run.Source;
import io.github.dmdsc.model.FileId;
import io.github.dmdsc.model.StorageEdition;
import io.github.dmdsc.model.fixtures.ClusterLayout;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.function.UnaryOperator;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** Runs shellcheck (the Debian package of that name) on every command that is pasted into a shell. */
class ShellcheckTest {
    /**
     * The checks that are switched off. SC2016 and SC1003: quoted words are not expanded on purpose, and a quote in
     * them is written outside of the quotes. SC2164: a person who types sees that {@code cd} failed, and {@code exit}
     * would close the session. SC2043: the loop over one file is the same text as the loop over several.
     */
    private static final String BY_INTENT = "SC2016,SC1003,SC2164,SC2043";

    private static final FileId ODD = new FileId("10.0.2.103", "/home/data/it's a $(dir)/dm.ini");

    /** Returns the output of shellcheck for scripts; empty if it is not installed. */
    private static Optional<String> shellcheck(List<Path> scripts) throws InterruptedException, IOException {
        List<String> argv = new ArrayList<>(List.of("shellcheck", "-s", "bash", "-f", "gcc", "-e", BY_INTENT));
        scripts.forEach(script -> argv.add(script.toString()));
        Process process;
        try {
            process = new ProcessBuilder(argv).redirectErrorStream(true).start();
        } catch (IOException e) {
            return Optional.empty();
        }
        String said = new String(process.getInputStream().readAllBytes(), StandardCharsets.UTF_8);
        process.waitFor();
        return Optional.of(said);
    }

    private static Stream<ExtendPlan> plans() {
        return Stream.of(
                ExtendedPlans.manual().plan(),
                ExtendedPlans.of(
                                ClusterLayout.builder()
                                        .edition(StorageEdition.MIRROR)
                                        .monitors(0)
                                        .build(),
                                UnaryOperator.identity(),
                                ask -> ask.withServices(true))
                        .plan());
    }

    private static Stream<String> pasted() {
        RunWords words = new RunWords(Locale.ENGLISH);
        Stream<String> said = plans().flatMap(plan -> Stream.concat(plan.steps().stream(), plan.reinitialise().stream())
                .flatMap(step -> words.of(step).map(ShellcheckTest::forTheShell).stream()));
        Change.CopyDirectory copy = ExtendedPlans.manual()
                .plan()
                .actions(Change.CopyDirectory.class)
                .findFirst()
                .orElseThrow();
        return Stream.concat(
                said,
                Stream.of(
                        words.hashes(List.of(ODD)),
                        words.content(ODD),
                        words.put("files/it's.ini", ODD),
                        words.put(new Source.Directory(copy.from(), copy.except()), copy.to()),
                        words.place(new Operation.Place(ODD, ODD, Optional.of(ODD))),
                        words.place(new Operation.Place(ODD, ODD, Optional.empty())),
                        words.remove(new Operation.Remove(ODD)),
                        words.setAside(new Operation.SetAside(ODD, ODD))));
    }

    /** Returns the lines for the shell: the lines after the call of a tool are input of the tool. */
    private static String forTheShell(String words) {
        List<String> lines = new ArrayList<>();
        for (String line : words.lines().toList()) {
            lines.add(line);
            if (line.startsWith("./")) {
                break;
            }
        }
        return String.join("\n", lines);
    }

    @Test
    void shellcheck_accepts_all_pasted_commands(@TempDir Path directory) throws IOException, InterruptedException {
        List<Path> scripts = new ArrayList<>();
        for (String text : pasted().distinct().toList()) {
            scripts.add(Files.writeString(directory.resolve("pasted" + scripts.size() + ".sh"), text + "\n"));
        }
        Optional<String> said = shellcheck(scripts);

        assumeTrue(said.isPresent(), "shellcheck is not installed");
        assertThat(scripts).hasSizeGreaterThan(20);
        assertThat(said).contains("");
    }

    @Test
    void shellcheck_finds_a_bad_command(@TempDir Path directory) throws IOException, InterruptedException {
        Optional<String> said =
                shellcheck(List.of(Files.writeString(directory.resolve("bad.sh"), "rm -rf -- $DIR/x\n")));

        assumeTrue(said.isPresent(), "shellcheck is not installed");
        assertThat(said.orElseThrow()).contains("SC2086");
    }
}
