package io.github.dmdsc.extend.cli;

import static org.assertj.core.api.Assertions.assertThat;

import java.nio.charset.StandardCharsets;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.condition.DisabledOnOs;
import org.junit.jupiter.api.condition.OS;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** What the command line says of itself. */
class HelpTest extends CommandLineRun {
    @ParameterizedTest
    @ValueSource(strings = {"", "plan", "check", "diff", "resume", "rehearse"})
    void helpFitsEightyColumnsAndNamesTheExitCodes(String command) {
        int code = command.isEmpty() ? run("--help") : run(command, "--help");

        assertThat(code).isZero();
        assertThat(stdout.toString().lines()).allMatch(line -> line.length() <= 80);
        assertThat(stdout.toString()).contains("Usage: dmdsc", "Exit codes:", "--lang", "--color");
    }

    @Test
    void theVersionIsThatOfTheBuild() {
        assertThat(run("--version")).isZero();
        assertThat(stdout.toString()).matches("dmdsc [0-9]+\\.[0-9]+\\.[0-9]+\\R");
    }

    @Test
    @DisabledOnOs(OS.WINDOWS)
    void bashCompletesCommandsAndOptions() throws Exception {
        assertThat(run("generate-completion")).isZero();
        String script = stdout + "\nCOMP_WORDS=(dmdsc plan --css); COMP_CWORD=2; COMP_LINE='dmdsc plan --css'\n"
                + "_complete_dmdsc; echo \"${COMPREPLY[@]}\"\n"
                + "COMP_WORDS=(dmdsc re); COMP_CWORD=1; COMP_LINE='dmdsc re'\n"
                + "_complete_dmdsc; echo \"${COMPREPLY[@]}\"\n";
        Process bash = new ProcessBuilder("bash", "-c", script)
                .redirectErrorStream(true)
                .start();
        List<String> said = new String(bash.getInputStream().readAllBytes(), StandardCharsets.UTF_8)
                .lines()
                .toList();

        assertThat(said).contains("--css-port --css-name", "resume rehearse");
    }
}
