package io.github.dmdsc.extend.ssh;

import java.io.IOException;
import java.io.OutputStream;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.TimeUnit;
import java.util.function.Consumer;
import java.util.regex.Pattern;
import java.util.stream.Collectors;

/**
 * The ssh client of this machine. The command for a host is one argument of ssh, without a local shell. ssh never asks
 * for input ({@code BatchMode=yes}). Immutable.
 */
public final class Ssh {
    /** The exit status of ssh itself if it cannot reach the host or loses the connection. */
    private static final int LOST = 255;

    private static final Duration CONNECT = Duration.ofSeconds(10);
    /**
     * The longest wait for output after ssh has ended. With shared connections, older versions of ssh leave a process
     * that holds a stream open.
     */
    private static final Duration DRAIN = Duration.ofSeconds(1);

    /**
     * The longest command. Linux limits one argument to 128 KiB, and Windows limits all arguments together to 32,767
     * characters.
     */
    private static final int MOST_CHARACTERS = 30_000;

    private static final int MOST_BYTES = 1 << 27;
    private static final int MOST_ERROR_BYTES = 1 << 20;
    /**
     * Matches host names that ssh cannot take for an option, and in which the shell of a ProxyCommand in ssh_config
     * expands nothing.
     */
    private static final Pattern DESTINATION = Pattern.compile("[A-Za-z0-9_\\[][A-Za-z0-9_.:%@\\[\\]-]*");

    private final String program;
    private final Duration timeout;

    /**
     * Creates a client.
     *
     * @param program the name or path of the ssh program
     * @param timeout how long one call may take
     */
    public Ssh(String program, Duration timeout) {
        this.program = program;
        this.timeout = timeout;
    }

    /** Returns whether ssh can be given this name of a host. */
    public static boolean isHostName(String host) {
        return DESTINATION.matcher(host).matches();
    }

    /** Returns whether a command is short enough for one call. */
    static boolean fits(String command) {
        return ascii(command).length() <= MOST_CHARACTERS;
    }

    /** The ways in which a command ends. */
    public enum Ending {
        /** The command ended on the host with an exit status. */
        ENDED,
        /** The host was not reached, or the connection broke. It is unknown whether the command ran. */
        LOST,
        /** The command did not end before the timeout. It may still run on the host. */
        LATE,
        /** The command printed more than dmdsc reads. */
        TOO_LONG,
        /** ssh cannot be started on this machine. */
        NOT_STARTED
    }

    /**
     * A command for the shell of a host.
     *
     * @param host the host
     * @param command the command
     */
    record HostCommand(String host, String command) {}

    /**
     * The result of a command.
     *
     * @param ending how the command ended
     * @param status its exit status; of several commands, the first one that is not 0; 0 if they did not end in time
     * @param output its standard output
     * @param error its standard error
     */
    record Result(Ending ending, int status, String output, String error) {
        boolean succeeded() {
            return ending == Ending.ENDED && status == 0;
        }
    }

    /** Runs a command on a host, without input. */
    Result run(String host, String command) {
        return run(host, command, new byte[0], line -> {}, line -> {});
    }

    /**
     * Runs a command on a host.
     *
     * @param input the standard input of the command
     * @param lines receives each line of its standard output
     * @param errors receives each line of its standard error
     */
    Result run(String host, String command, byte[] input, Consumer<String> lines, Consumer<String> errors) {
        return run(List.of(new HostCommand(host, command)), input, lines, errors);
    }

    /**
     * Runs commands on several hosts at once. Each command reads the output of the command before it.
     *
     * @param chain the hosts and their commands
     * @param input the standard input of the first command
     * @param lines receives each line of the standard output of the last command
     * @param errors receives each line of the standard errors of all commands
     */
    Result run(List<HostCommand> chain, byte[] input, Consumer<String> lines, Consumer<String> errors) {
        List<ProcessBuilder> builders = chain.stream().map(this::builder).toList();
        List<Process> processes;
        try {
            processes = ProcessBuilder.startPipeline(builders);
        } catch (IOException none) {
            return new Result(Ending.NOT_STARTED, 0, "", String.valueOf(none.getMessage()));
        }
        Runnable stop = () -> processes.forEach(Process::destroyForcibly);
        Process last = processes.get(processes.size() - 1);
        LineReader out = LineReader.of(last.getInputStream(), MOST_BYTES, lines, stop);
        List<LineReader> errs = new ArrayList<>();
        for (Process process : processes) {
            errs.add(LineReader.of(process.getErrorStream(), MOST_ERROR_BYTES, errors, stop));
        }
        feed(processes.get(0).getOutputStream(), input);
        boolean inTime = ended(processes, stop);
        long until = System.nanoTime() + DRAIN.toNanos();
        out.await(until);
        errs.forEach(each -> each.await(until));
        boolean isTooLong = out.isTooLong() || errs.stream().anyMatch(LineReader::isTooLong);
        List<Integer> statuses =
                inTime ? processes.stream().map(Process::exitValue).toList() : List.of();
        return new Result(
                isTooLong
                        ? Ending.TOO_LONG
                        : !inTime ? Ending.LATE : statuses.contains(LOST) ? Ending.LOST : Ending.ENDED,
                statuses.stream().filter(status -> status != 0).findFirst().orElse(0),
                out.text(),
                errs.stream()
                        .map(LineReader::text)
                        .collect(Collectors.joining("\n"))
                        .strip());
    }

    private ProcessBuilder builder(HostCommand command) {
        return new ProcessBuilder(
                program,
                "-o",
                "BatchMode=yes",
                "-o",
                "ConnectTimeout=" + CONNECT.toSeconds(),
                "--",
                command.host(),
                ascii(command.command()));
    }

    /** Writes the input in a thread of its own, so that a command that does not read it cannot block the run. */
    private static void feed(OutputStream to, byte[] input) {
        Thread feeder = new Thread(() -> {
            try (to) {
                to.write(input);
            } catch (IOException gone) {
                // The command ended before it read all input. Its exit status shows whether it failed.
            }
        });
        feeder.setDaemon(true);
        feeder.start();
    }

    private boolean ended(List<Process> processes, Runnable stop) {
        long until = System.nanoTime() + timeout.toNanos();
        try {
            for (Process process : processes) {
                if (!process.waitFor(until - System.nanoTime(), TimeUnit.NANOSECONDS)) {
                    stop.run();
                    return false;
                }
            }
            return true;
        } catch (InterruptedException interrupted) {
            Thread.currentThread().interrupt();
            stop.run();
            return false;
        }
    }

    /**
     * Returns an equivalent command in ASCII, because the encoding of arguments depends on the locale of this machine.
     */
    static String ascii(String command) {
        if (command.chars().allMatch(c -> c < 0x80)) {
            return command;
        }
        StringBuilder ascii = new StringBuilder();
        for (byte each : command.getBytes(StandardCharsets.UTF_8)) {
            if (each < 0 || each == '\'' || each == '\\') {
                ascii.append("\\0")
                        .append(Integer.toOctalString((each & 0xff) | 0x200).substring(1));
            } else {
                ascii.append((char) each);
            }
        }
        return "eval \"$(printf %%b '%s')\"".formatted(ascii);
    }
}
