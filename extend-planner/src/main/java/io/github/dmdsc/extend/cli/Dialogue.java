package io.github.dmdsc.extend.cli;

import io.github.dmdsc.extend.ssh.HostText;
import io.github.dmdsc.model.base.VisibleText;
import io.github.dmdsc.model.check.Finding;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.InputStream;
import java.io.PrintWriter;
import java.io.UncheckedIOException;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;

/** Prints texts to the operator and reads the answers. */
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

    /** Prints lines, with invisible characters as escapes. */
    void say(String lines) {
        out.println(VisibleText.ofLines(lines));
    }

    /**
     * Prints a prompt and returns the line that the operator types, without blanks around it. Returns empty at the end
     * of the input.
     */
    Optional<String> line(String prompt) {
        out.print(VisibleText.ofLines(prompt) + " ");
        out.flush();
        return read().map(bytes -> HostText.of(bytes).strip());
    }

    /**
     * Reads pasted output: the lines before a line with a single dot. If the first line is {@code @<file>}, returns the
     * content of that file instead. Returns empty if the first line is {@code !}, or if the input ends before the dot.
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
                Optional<byte[]> file = InputFile.path(words.substring(1).strip(), findings)
                        .flatMap(path -> InputFile.bytes(path, findings));
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
