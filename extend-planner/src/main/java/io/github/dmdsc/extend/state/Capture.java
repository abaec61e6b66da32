package io.github.dmdsc.extend.state;

import io.github.dmdsc.model.Location;
import java.util.ArrayList;
import java.util.List;
import java.util.regex.Pattern;

/** The lines of an output without what terminals and prompts add to them. */
final class Capture {
    private static final Pattern ESCAPE = Pattern.compile("\u001B\\[[0-9;?]*[ -/]*[@-~]|[\u0000\u0007\u0008\uFEFF]");
    private static final Pattern PROMPT = Pattern.compile("^[\\w@:.\\[\\]~ -]{0,60}?(?:(?:SQL|ASM)>[ \t]*)+");
    private static final Pattern CONSOLE_LOG = Pattern.compile("\\s*\\[[^\\]]*]\\s+\\[\\d{4}-\\d{1,2}-\\d{1,2}\\s.*");
    private static final Pattern TRACE =
            Pattern.compile("(?i)\\s*(\\d{4}-\\S+\\s+\\S+\\s+)?\\[(trace|info|warning|error|fatal)].*");

    /** No tool prints longer ones; what is longer is nothing of theirs, and costly to look at. */
    private static final int LONGEST_LINE = 2000;

    private final ToolOutput output;
    private final List<String> lines = new ArrayList<>();
    private final List<Boolean> prompted = new ArrayList<>();

    Capture(ToolOutput output) {
        this.output = output;
        // Behind the last end of a line there is no blank line: a text that was cut off there is not complete.
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

    /** Whether the line began with a prompt, so that the rest of it, if any, is an echo. */
    boolean prompted(int index) {
        return prompted.get(index);
    }

    Location at(int index) {
        return output.at(index + 1);
    }

    Location whole() {
        return output.whole();
    }

    /** Whether the line is what the tools print in between, whatever was asked for. */
    boolean noise(int index) {
        String line = lines.get(index);
        return CONSOLE_LOG.matcher(line).matches() || TRACE.matcher(line).matches();
    }
}
