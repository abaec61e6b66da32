package io.github.dmdsc.extend.cli;

import io.github.dmdsc.extend.plan.Tool;
import io.github.dmdsc.extend.state.ToolOutput;
import io.github.dmdsc.model.check.Finding;
import java.nio.file.Path;
import java.util.Iterator;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.stream.Collectors;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.ParameterException;

/**
 * A file with the output of a tool, as {@code --shown} names it.
 *
 * @param tool the tool
 * @param file the file
 */
record OutputFile(Tool tool, Path file) {
    /** The tools whose output dmdsc can read. */
    private static final List<Tool> TOOLS = List.of(
            Tool.DMCSSM, Tool.DISQL, Tool.DMASMCMD, Tool.DMASMCMDM, Tool.DMCTLCVT, Tool.DMASMTOOL, Tool.DMASMTOOLM);

    /** The proposals of shell completion: {@code <tool>=}. */
    static final class Proposals implements Iterable<String> {
        @Override
        public Iterator<String> iterator() {
            return TOOLS.stream().map(tool -> tool.program() + "=").iterator();
        }
    }

    /**
     * Parses texts of the form {@code <tool>=<file>}.
     *
     * @throws ParameterException if a text has another form, or names an unknown tool
     */
    static List<OutputFile> all(CommandSpec spec, List<String> texts) {
        return texts.stream().map(text -> of(spec, text)).toList();
    }

    /** Parses texts of the form {@code [<tool>=]<file>}. Without a tool, the file has the output of dmcssm. */
    static List<OutputFile> allMonitorByDefault(List<String> texts) {
        return texts.stream()
                .map(text -> of(text).orElseGet(() -> new OutputFile(Tool.DMCSSM, Path.of(text))))
                .toList();
    }

    /** Reads the output. Returns empty, and adds a finding, if the file cannot be read. */
    Optional<ToolOutput> read(List<Finding> findings) {
        return InputFile.output(file, findings).map(text -> ToolOutput.of(tool, file.toString(), text));
    }

    private static Optional<OutputFile> of(String text) {
        int equals = text.indexOf('=');
        return TOOLS.stream()
                .filter(tool -> equals > 0 && tool.program().equals(text.substring(0, equals)))
                .findFirst()
                .map(tool -> new OutputFile(tool, Path.of(text.substring(equals + 1))));
    }

    private static OutputFile of(CommandSpec spec, String text) {
        return of(text).orElseThrow(() -> UsageError.of(
                spec,
                "shown",
                Map.of("given", text, "known", TOOLS.stream().map(Tool::program).collect(Collectors.joining(", ")))));
    }
}
