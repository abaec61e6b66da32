package io.github.dmdsc.extend.state;

import io.github.dmdsc.model.Location;
import java.util.ArrayList;
import java.util.List;
import java.util.regex.Pattern;

/** The lines of an output, without escape sequences of the terminal and without prompts. */
final class Capture {
    private static final Pattern ESCAPE = Pattern.compile("\u001B\\[[0-9;?]*[ -/]*[@-~]|[\u0000\u0007\u0008\uFEFF]");
    private static final Pattern PROMPT = Pattern.compile("^[\\w@:.\\[\\]~ -]{0,60}?(?:(?:SQL|ASM)>[ \t]*)+");
    private static final Pattern CONSOLE_LOG = Pattern.compile("\\s*\\[[^\\]]*]\\s+\\[\\d{4}-\\d{1,2}-\\d{1,2}\\s.*");
    private static final Pattern TRACE =
            Pattern.compile("(?i)\\s*(\\d{4}-\\S+\\s+\\S+\\s+)?\\[(trace|info|warning|error|fatal)].*");

    /** The longest line that is read. No tool prints longer lines, and the patterns are slow on them. */
    private static final int LONGEST_LINE = 2000;

    private final ToolOutput output;
    private final List<String> lines = new ArrayList<>();
    private final List<Boolean> prompted = new ArrayList<>();

    Capture(ToolOutput output) {
        this.output = output;
        // lines() gives no blank line after the last line end. Such a line would look like the end of a table in an
        // incomplete text.
        for (String raw : output.text().lines().toList()) {
            String clean =
                    raw.length() > LONGEST_LINE ? "" : ESCAPE.matcher(raw).replaceAll("");
            String bare = PROMPT.matcher(clean).replaceFirst("");
            lines.add(bare);
            prompted.add(bare.length() != clean.length());
        }
    }

    int size() {
        return lines.size();
    }

    String line(int index) {
        return lines.get(index);
    }

    /** Returns whether the line began with a prompt. The rest of the line is then an echoed command. */
    boolean prompted(int index) {
        return prompted.get(index);
    }

    Location at(int index) {
        return output.at(index + 1);
    }

    Location whole() {
        return output.whole();
    }

    /** Returns whether the line is a log line, which tools print between any other lines. */
    boolean isLogLine(int index) {
        String line = lines.get(index);
        return CONSOLE_LOG.matcher(line).matches() || TRACE.matcher(line).matches();
    }
}
