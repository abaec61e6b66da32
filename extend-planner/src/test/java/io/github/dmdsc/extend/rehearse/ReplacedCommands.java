package io.github.dmdsc.extend.rehearse;

import io.github.dmdsc.extend.plan.Command;
import java.util.List;

/** Commands that are a little wrong. */
final class ReplacedCommands {
    private ReplacedCommands() {}

    static Command firstLogFileOnly(Command command) {
        Command.Sql sql = (Command.Sql) command;
        return new Command.Sql(
                sql.argv(),
                sql.login(),
                sql.statement().substring(0, sql.statement().indexOf(',')) + ";");
    }

    /** {@code extend dcrvdisk} without its last disk. */
    static Command withoutLastDisk(Command command) {
        Command.ToolScript script = (Command.ToolScript) command;
        String line = script.lines().get(0);
        return new Command.ToolScript(script.argv(), List.of(line.replaceFirst(",'[^',]*' from", " from")));
    }

    /** A hash that is not that of the bytes. */
    static Command withAnotherHash(Command command) {
        Command.WriteFile write = (Command.WriteFile) command;
        return new Command.WriteFile(write.file(), "0".repeat(64), write.staged(), write.content());
    }

    static Command consoleLine(Command command, String line) {
        return new Command.Console(((Command.Console) command).argv(), List.of(line, "exit"));
    }
}
