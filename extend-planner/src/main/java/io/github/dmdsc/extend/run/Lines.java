package io.github.dmdsc.extend.run;

import io.github.dmdsc.extend.plan.ToolCommand;
import java.util.List;

/** Returns the lines of a command that are typed into its tool; none for a program call or a monitor. */
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
