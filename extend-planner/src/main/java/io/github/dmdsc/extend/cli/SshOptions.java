package io.github.dmdsc.extend.cli;

import io.github.dmdsc.extend.ssh.Ssh;
import java.time.Duration;
import java.util.Map;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Option;
import picocli.CommandLine.ParameterException;

/** The options of the commands that connect to hosts over ssh. */
final class SshOptions {
    private static final int LONGEST = 86_400;

    @Option(
            names = "--ssh",
            paramLabel = "<program>",
            defaultValue = "ssh",
            description =
                    "The program that reaches the hosts; default: ssh. Its own configuration names users, ports and"
                            + " jumps.")
    private String program = "ssh";

    @Option(
            names = "--timeout",
            paramLabel = "<seconds>",
            defaultValue = "300",
            description = "How long one call of a host may take, 1 to 86400 seconds; default: 300.")
    private int seconds = 300;

    /**
     * Returns the ssh client that the options describe.
     *
     * @throws ParameterException if the timeout is out of range
     */
    Ssh ssh(CommandSpec spec) {
        if (seconds < 1 || seconds > LONGEST) {
            throw UsageError.of(spec, "timeout", Map.of("given", seconds, "longest", LONGEST));
        }
        return new Ssh(program, Duration.ofSeconds(seconds));
    }
}
