package io.github.dmdsc.extend.cli;

import io.github.dmdsc.extend.ssh.HostText;
import io.github.dmdsc.model.base.VisibleText;
import io.github.dmdsc.model.check.Finding;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.InputStream;
import java.io.PrintWriter;
import java.io.UncheckedIOException;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;

/** What is said to the operator of a run, and what the operator answers. */
final class Dialogue {
    private static final int LONGEST_LINE = 1 << 20;
    private static final int LONGEST_TEXT = 1 << 26;

    private final InputStream in;
    private final PrintWriter out;
    private final Printer printer;

    Dialogue(InputStream in, Printer printer) {
        this.in = in;
        this.out = printer.out();
        this.printer = printer;
    }

    /** Prints lines; what no screen shows is made visible. */
    void say(String lines) {
        out.println(VisibleText.ofLines(lines));
    }

    /** One line of the operator; empty where the input has ended. */
    Optional<String> line(String prompt) {
        out.print(VisibleText.ofLines(prompt) + " ");
        out.flush();
        return read().map(bytes -> HostText.of(bytes).strip());
    }

    /**
     * What a tool printed: lines up to one with a single dot, or the content of a file whose name stands behind @ on the
     * first line; empty where a ! stands there, or the input ends before.
     */
    Optional<byte[]> pasted(String prompt) {
        say(prompt);
        ByteArrayOutputStream text = new ByteArrayOutputStream();
        for (Optional<byte[]> line = read(); line.isPresent(); line = read()) {
            String words = HostText.of(line.get()).strip();
            if (words.equals("!") && text.size() == 0) {
                return Optional.empty();
            } else if (words.equals(".")) {
                return Optional.of(text.toByteArray());
            } else if (text.size() == 0 && words.startsWith("@")) {
                List<Finding> findings = new ArrayList<>();
                Optional<byte[]> file =
                        InputFile.bytes(Path.of(words.substring(1).strip()), findings);
                printer.findings(findings);
                if (file.isPresent()) {
                    return file;
                }
            } else if (text.size() < LONGEST_TEXT) {
                text.writeBytes(line.get());
                text.write('\n');
            }
        }
        return Optional.empty();
    }

    private Optional<byte[]> read() {
        try {
            ByteArrayOutputStream line = new ByteArrayOutputStream();
            int c = in.read();
            if (c < 0) {
                return Optional.empty();
            }
            for (; c >= 0 && c != '\n'; c = in.read()) {
                if (line.size() < LONGEST_LINE) {
                    line.write(c);
                }
            }
            return Optional.of(line.toByteArray());
        } catch (IOException failure) {
            throw new UncheckedIOException(failure);
        }
    }
}
