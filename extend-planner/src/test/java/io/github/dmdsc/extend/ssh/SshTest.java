package io.github.dmdsc.extend.ssh;

import static org.assertj.core.api.Assertions.assertThat;

import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.condition.DisabledOnOs;
import org.junit.jupiter.api.condition.OS;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** Tests the arguments of ssh and the handling of its output, with a script in the place of ssh. */
@DisabledOnOs(OS.WINDOWS)
class SshTest {
    private static final byte[] NOTHING = {};

    /**
     * Writes a script in the place of ssh. It gets the command for the host's shell as one argument, like the real ssh.
     */
    static Ssh program(Path directory, String... lines) throws Exception {
        Path program = directory.resolve("ssh");
        Files.writeString(program, "#!/bin/bash\n" + String.join("\n", lines) + "\n");
        assertThat(program.toFile().setExecutable(true)).isTrue();
        return new Ssh(program.toString(), Duration.ofSeconds(20));
    }

    @Test
    void the_command_is_one_argument_after_the_host_and_ssh_never_prompts(@TempDir Path directory) throws Exception {
        Ssh ssh = program(directory, "printf '%s\\n' \"$@\"; cat");

        Ssh.Result ran = ssh.run("host", "a b", "in".getBytes(StandardCharsets.UTF_8), line -> {}, line -> {});

        assertThat(ran.output().lines())
                .containsExactly("-o", "BatchMode=yes", "-o", "ConnectTimeout=10", "--", "host", "a b", "in");
    }

    @Test
    void lines_are_passed_on_at_once_and_both_streams_are_kept(@TempDir Path directory) throws Exception {
        Path seen = directory.resolve("seen");
        Ssh ssh = program(
                directory,
                "echo one; until [[ -e '" + seen + "' ]]; do sleep 0.01; done; printf two; echo wrong >&2; exit 7");
        List<String> lines = new ArrayList<>();
        List<String> errors = new ArrayList<>();

        Ssh.Result ran = ssh.run(
                "host",
                "true",
                NOTHING,
                line -> {
                    lines.add(line);
                    assertThat(line.equals("two") || seen.toFile().mkdir()).isTrue();
                },
                errors::add);

        assertThat(lines).containsExactly("one", "two");
        assertThat(errors).containsExactly("wrong");
        assertThat(ran).isEqualTo(new Ssh.Result(Ssh.Ending.ENDED, 7, "one\ntwo", "wrong"));
    }

    @ParameterizedTest
    @ValueSource(strings = {"exec sleep 600", "trap '' TERM; sleep 600"})
    void a_program_that_does_not_end_is_stopped(String words, @TempDir Path directory) throws Exception {
        program(directory, words);
        Ssh ssh = new Ssh(directory.resolve("ssh").toString(), Duration.ofMillis(200));

        assertThat(ssh.run("host", "true", NOTHING, line -> {}, line -> {}).ending())
                .isEqualTo(Ssh.Ending.LATE);
    }

    @Test
    void a_program_with_endless_output_is_stopped(@TempDir Path directory) throws Exception {
        Ssh ssh = program(directory, "exec yes '" + "long ".repeat(2000) + "' >&2");

        assertThat(ssh.run("host", "true", NOTHING, line -> {}, line -> {}).ending())
                .isEqualTo(Ssh.Ending.TOO_LONG);
    }

    /** A shared connection of older versions does so: its process stays in the background and keeps the stream open. */
    @Test
    void an_open_stream_does_not_delay_the_result(@TempDir Path directory) throws Exception {
        Ssh ssh = program(directory, "sleep 30 >/dev/null & echo done");

        assertThat(ssh.run("host", "true", NOTHING, line -> {}, line -> {}))
                .isEqualTo(new Ssh.Result(Ssh.Ending.ENDED, 0, "done\n", ""));
    }

    @Test
    void the_second_host_reads_the_output_of_the_first_and_both_must_succeed(@TempDir Path directory) throws Exception {
        Ssh ssh = program(directory, "eval \"${@: -1}\"");

        assertThat(ssh.run(
                        List.of(new Ssh.HostCommand("a", "cat; exit 3"), new Ssh.HostCommand("b", "tr a b")),
                        "aaa".getBytes(StandardCharsets.UTF_8),
                        line -> {},
                        line -> {}))
                .isEqualTo(new Ssh.Result(Ssh.Ending.ENDED, 3, "bbb", ""));
    }

    @ParameterizedTest
    @ValueSource(strings = {"10.0.2.101", "db1", "fe80::1%eth0", "[::1]", "dmdba@db_1.example"})
    void names_and_addresses_are_given_to_ssh(String host) {
        assertThat(Ssh.isHostName(host)).isTrue();
    }

    @ParameterizedTest
    @ValueSource(strings = {"", "-oProxyCommand=x", "a b", "a;b", "$(a)", "a`b`", "a\nb", "节点", "a'b", "a|b", "~a"})
    void other_hosts_are_not_given_to_ssh(String host) {
        assertThat(Ssh.isHostName(host)).isFalse();
    }
}
