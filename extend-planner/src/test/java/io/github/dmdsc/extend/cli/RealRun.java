package io.github.dmdsc.extend.cli;

import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import org.junit.jupiter.api.io.TempDir;

/** Runs the command line with {@link Hosts}. */
abstract class RealRun extends CommandLineRun {
    @TempDir
    Path root = Path.of("");

    /** Returns the server that the real ssh reaches; empty if a program replaces ssh. */
    Optional<Sshd> sshd() {
        return Optional.empty();
    }

    /** Returns the program that reaches the hosts. */
    String ssh(Hosts hosts) throws Exception {
        return sshd().isPresent() ? sshd().get().ssh(hosts) : hosts.ssh();
    }

    /** Returns the timeout of a call in seconds. It is long enough for the calls that come before a host that hangs. */
    int patience() {
        return sshd().isPresent() ? 5 : 1;
    }

    /** Carries a plan out over ssh, with a person who answers. */
    int carryOutOverSsh(RunWorld world, Operator.Answers answers, String... more) throws Exception {
        List<String> arguments = new ArrayList<>(List.of("--over=ssh", "--ssh=" + ssh(world.hosts())));
        arguments.addAll(List.of(more));
        return carryOut(world, answers, arguments.toArray(String[]::new));
    }

    int carryOut(RunWorld world, Operator.Answers answers, String... more) {
        stdout.getBuffer().setLength(0);
        stdin = new Operator(stdout, answers);
        List<String> arguments = new ArrayList<>(List.of("run", world.plan.toString()));
        arguments.addAll(List.of(more));
        return run(arguments.toArray(String[]::new));
    }
}
