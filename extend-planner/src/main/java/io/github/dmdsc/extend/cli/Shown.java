package io.github.dmdsc.extend.cli;

import io.github.dmdsc.extend.plan.Tool;
import io.github.dmdsc.extend.state.ToolOutput;
import io.github.dmdsc.model.check.Finding;
import java.nio.file.Path;
import java.util.Arrays;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.stream.Collectors;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.ParameterException;

/**
 * A capture of what a tool printed.
 *
 * @param tool the tool
 * @param file the capture
 */
record Shown(Tool tool, Path file) {
    /**
     * Reads texts of the form {@code <tool>=<file>}.
     *
     * @throws ParameterException if one has another form, or names no tool
     */
    static List<Shown> all(CommandSpec spec, List<String> texts) {
        return texts.stream().map(text -> of(spec, text)).toList();
    }

    /** Reads the same, or the names of captures of dmcssm alone. */
    static List<Shown> ofMonitor(List<String> texts) {
        return texts.stream()
                .map(text -> of(text).orElseGet(() -> new Shown(Tool.DMCSSM, Path.of(text))))
                .toList();
    }

    /** The capture; empty, with a finding, if it cannot be read. */
    Optional<ToolOutput> read(List<Finding> findings) {
        return InputFile.read(file, findings).map(text -> ToolOutput.of(tool, file.toString(), text));
    }

    private static Optional<Shown> of(String text) {
        int equals = text.indexOf('=');
        return Arrays.stream(Tool.values())
                .filter(tool -> equals > 0 && tool.program().equals(text.substring(0, equals)))
                .findFirst()
                .map(tool -> new Shown(tool, Path.of(text.substring(equals + 1))));
    }

    private static Shown of(CommandSpec spec, String text) {
        return of(text).orElseThrow(() -> Slip.of(
                spec,
                "shown",
                Map.of(
                        "given",
                        text,
                        "known",
                        Arrays.stream(Tool.values()).map(Tool::program).collect(Collectors.joining(", ")))));
    }
}
