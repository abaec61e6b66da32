package io.github.dmdsc.extend.state;

import io.github.dmdsc.extend.plan.Tool;
import io.github.dmdsc.model.Location;
import java.util.Objects;
import java.util.Optional;

/**
 * What one tool printed, with whatever else got into the capture: prompts, echoes, log lines, colours of a terminal.
 *
 * @param tool who printed it; the edition makes no difference
 * @param name how places in it are cited, for example the name of the captured file
 * @param command what was asked for, if known: it stands in where the text does not echo its command
 * @param text the capture
 */
public record ToolOutput(Tool tool, String name, Optional<String> command, String text) {
    public ToolOutput {
        Objects.requireNonNull(tool, "tool");
        Objects.requireNonNull(name, "name");
        Objects.requireNonNull(command, "command");
        Objects.requireNonNull(text, "text");
    }

    /** An output whose command is not known. */
    public static ToolOutput of(Tool tool, String name, String text) {
        return new ToolOutput(tool, name, Optional.empty(), text);
    }

    /** The output of a command. */
    public static ToolOutput of(Tool tool, String name, String command, String text) {
        return new ToolOutput(tool, name, Optional.of(command), text);
    }

    Location whole() {
        return new Location("", name, 0, 0);
    }

    Location at(int line) {
        return new Location("", name, line, 0);
    }
}
