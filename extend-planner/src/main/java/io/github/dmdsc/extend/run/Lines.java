package io.github.dmdsc.extend.run;

import io.github.dmdsc.extend.plan.ToolCommand;
import java.util.List;

/** The lines that a tool is told, without the call of its program. */
final class Lines implements ToolCommand.Visitor<List<String>> {
    @Override
    public List<String> argv(ToolCommand.Argv command) {
        return List.of();
    }

    @Override
    public List<String> toolScript(ToolCommand.ToolScript command) {
        return command.lines();
    }

    @Override
    public List<String> sql(ToolCommand.Sql command) {
        return List.of(command.statement());
    }

    @Override
    public List<String> console(ToolCommand.Console command) {
        return List.of();
    }
}
