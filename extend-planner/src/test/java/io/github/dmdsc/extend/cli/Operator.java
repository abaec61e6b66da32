package io.github.dmdsc.extend.cli;

import java.io.IOException;
import java.io.InputStream;
import java.io.StringWriter;
import java.nio.charset.StandardCharsets;
import java.util.Optional;

/** The input of a run. It answers when the terminal waits, depending on the text that the terminal shows. */
final class Operator extends InputStream {
    /** The answer of an operator to the text that the terminal shows last; empty if the operator leaves. */
    @FunctionalInterface
    interface Answers {
        Optional<String> to(String shown) throws IOException, InterruptedException;
    }

    private final StringWriter terminal;
    private final Answers answers;
    private int seen;
    private byte[] line = {};
    private int at;

    Operator(StringWriter terminal, Answers answers) {
        this.terminal = terminal;
        this.answers = answers;
    }

    /** Whether the terminal waits for an answer. */
    static boolean waits(String shown) {
        return shown.endsWith("if it cannot be seen.\n") || shown.endsWith("stop? ") || shown.endsWith("/stop] ");
    }

    /** Returns an operator who pastes and copies everything, looks first, and agrees to every question. */
    static Answers willing(RunWorld world) {
        return shown -> {
            if (shown.endsWith("\n")) {
                return Optional.of(world.paste(shown).output() + "\n.\n");
            } else if (shown.endsWith("? ")) {
                return Optional.of(world.paste(shown).status() == 0 ? "done\n" : "failed\n");
            }
            boolean yes = shown.endsWith("[yes/no/stop] ") || shown.endsWith("[yes/stop] ");
            return Optional.of(yes ? "yes\n" : shown.endsWith("[done/stop] ") ? "done\n" : "now\n");
        };
    }

    /** Returns the same operator for a run over ssh, who does not paste the outputs that ssh has read. */
    static Answers overSsh(RunWorld world) {
        Answers willing = willing(world);
        return shown -> shown.contains("Read what the tool printed") ? Optional.of("done\n") : willing.to(shown);
    }

    @Override
    public int read() throws IOException {
        while (at == line.length) {
            String shown = terminal.getBuffer().substring(seen);
            seen += shown.length();
            try {
                Optional<String> answer = answers.to(shown);
                if (answer.isEmpty()) {
                    return -1;
                }
                line = answer.get().getBytes(StandardCharsets.UTF_8);
                at = 0;
            } catch (InterruptedException e) {
                throw new IOException(e);
            }
        }
        return line[at++] & 0xff;
    }

    @Override
    public int read(byte[] bytes, int from, int length) throws IOException {
        int next = length == 0 ? 0 : read();
        if (length == 0 || next < 0) {
            return next;
        }
        bytes[from] = (byte) next;
        return 1;
    }
}
