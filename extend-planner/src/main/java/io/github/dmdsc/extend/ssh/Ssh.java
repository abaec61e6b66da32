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
 * The system's ssh. It gets the words for a host as one argument, without a shell of this machine, and never asks for
 * anything ({@code BatchMode=yes}). Immutable.
 */
public final class Ssh {
    /** The status of ssh itself, where it could not reach the host or lost the connection. */
    private static final int LOST = 255;

    private static final Duration CONNECT = Duration.ofSeconds(10);
    /** A shared connection of older versions keeps a stream open behind its first user. */
    private static final Duration DRAIN = Duration.ofSeconds(1);

    /** Linux takes 128 KiB as one argument, and Windows 32,767 characters as all of them. */
    private static final int MOST_CHARACTERS = 30_000;

    private static final int MOST_BYTES = 1 << 27;
    private static final int MOST_ERROR_BYTES = 1 << 20;
    /** Nothing that ssh takes for an option, and nothing that a ProxyCommand of ssh_config would expand. */
    private static final Pattern DESTINATION = Pattern.compile("[A-Za-z0-9_\\[][A-Za-z0-9_.:%@\\[\\]-]*");

    private final String program;
    private final Duration timeout;

    /**
     * The ssh of this machine.
     *
     * @param program the name or path of the program
     * @param timeout how long one call may take
     */
    public Ssh(String program, Duration timeout) {
        this.program = program;
        this.timeout = timeout;
    }

    /** Whether ssh can be given this name of a host. */
    public static boolean reaches(String host) {
        return DESTINATION.matcher(host).matches();
    }

    /** Whether words are short enough for one call. */
    static boolean fits(String words) {
        return ascii(words).length() <= MOST_CHARACTERS;
    }

    /** How words ended. */
    public enum Ending {
        /** They ended on the host, with a status. */
        ENDED,
        /** The host was not reached, or lost; nobody knows which. */
        LOST,
        /** They took too long; nobody knows what the host still does. */
        LATE,
        /** They printed more than is read. */
        TOO_LONG,
        /** There is no such program as ssh. */
        NOT_STARTED
    }

    /**
     * Words for the shell of a host.
     *
     * @param host the host
     * @param words the words
     */
    record Said(String host, String words) {}

    /**
     * The result of words.
     *
     * @param ending how they ended
     * @param status the status of the shell, where they ended
     * @param output their standard output
     * @param error their standard error
     */
    record Ran(Ending ending, int status, String output, String error) {
        boolean succeeded() {
            return ending == Ending.ENDED && status == 0;
        }
    }

    /** Runs words on a host, which get no input, and keeps what they print to itself. */
    Ran run(String host, String words) {
        return run(host, words, new byte[0], line -> {}, line -> {});
    }

    /** Runs words on a host, and reads what they print. */
    Ran run(String host, String words, byte[] input, Consumer<String> lines, Consumer<String> errors) {
        return run(List.of(new Said(host, words)), input, lines, errors);
    }

    /**
     * Runs words on several hosts at once. Each host reads the output of the one before.
     *
     * @param chain the hosts and their words
     * @param input what the first one reads
     * @param lines gets each line that the last one prints
     * @param errors gets each line of the standard errors
     */
    Ran run(List<Said> chain, byte[] input, Consumer<String> lines, Consumer<String> errors) {
        List<ProcessBuilder> builders = chain.stream().map(this::builder).toList();
        List<Process> processes;
        try {
            processes = ProcessBuilder.startPipeline(builders);
        } catch (IOException none) {
            return new Ran(Ending.NOT_STARTED, 0, "", String.valueOf(none.getMessage()));
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
        return new Ran(
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

    private ProcessBuilder builder(Said said) {
        return new ProcessBuilder(
                program,
                "-o",
                "BatchMode=yes",
                "-o",
                "ConnectTimeout=" + CONNECT.toSeconds(),
                "--",
                said.host(),
                ascii(said.words()));
    }

    /** A host that reads slowly, or not at all, must not keep this waiting. */
    private static void feed(OutputStream to, byte[] input) {
        Thread feeder = new Thread(() -> {
            try (to) {
                to.write(input);
            } catch (IOException gone) {
                // The words ended before they had read everything; their status tells.
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

    /** The same words in ASCII: the encoding of arguments depends on the locale of this machine. */
    static String ascii(String words) {
        if (words.chars().allMatch(c -> c < 0x80)) {
            return words;
        }
        StringBuilder ascii = new StringBuilder();
        for (byte each : words.getBytes(StandardCharsets.UTF_8)) {
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
