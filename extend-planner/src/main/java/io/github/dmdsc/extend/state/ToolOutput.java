package io.github.dmdsc.extend.state;

import io.github.dmdsc.extend.plan.Tool;
import io.github.dmdsc.model.Location;
import java.util.Objects;
import java.util.Optional;

/**
 * The captured output of one tool. The text may also hold prompts, echoed commands, log lines and the colours of a
 * terminal.
 *
 * @param tool the tool; the storage edition of the tool does not matter
 * @param name the name of the output in the places of findings, for example the name of a file
 * @param command the command, if it is known; used if the text does not echo it
 * @param text the captured text
 */
public record ToolOutput(Tool tool, String name, Optional<String> command, String text) {
    public ToolOutput {
        Objects.requireNonNull(tool, "tool");
        Objects.requireNonNull(name, "name");
        Objects.requireNonNull(command, "command");
        Objects.requireNonNull(text, "text");
    }

    /** Returns an output whose command is not known. */
    public static ToolOutput of(Tool tool, String name, String text) {
        return new ToolOutput(tool, name, Optional.empty(), text);
    }

    /** Returns the output of a command. */
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
