package io.github.dmdsc.extend.ssh;

import io.github.dmdsc.extend.plan.ToolCommand;
import io.github.dmdsc.extend.render.RunWords;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;

/**
 * The command of a step as a shell command that needs no terminal.
 *
 * @param command the shell command; its standard error is part of its output
 * @param sql the statement to write to the standard input of DIsql, if the command starts DIsql
 */
record ShellCommand(String command, Optional<ToolCommand.Sql> sql) {
    /** Returns the shell command; empty if a person must type the command into a console, or type a password. */
    static Optional<ShellCommand> of(ToolCommand words) {
        return words.accept(new Visitor());
    }

    private static final class Visitor implements ToolCommand.Visitor<Optional<ShellCommand>> {
        @Override
        public Optional<ShellCommand> argv(ToolCommand.Argv words) {
            // The streams of a background program go to /dev/null: ssh ends only when no process holds a stream of the
            // connection.
            return shellCommand(
                    words.background()
                            ? in(words) + "{ nohup " + RunWords.command(words.argv()) + " </dev/null >/dev/null 2>&1 &"
                                    + " } && for i in 1 2 3 4; do sleep 0.5; kill -0 $! 2>/dev/null || break; done;"
                                    + " kill -0 $! 2>/dev/null || wait $!"
                            : in(words) + RunWords.command(words.argv()) + " 2>&1");
        }

        @Override
        public Optional<ShellCommand> toolScript(ToolCommand.ToolScript words) {
            List<String> lines = new ArrayList<>(List.of("#asm script file"));
            lines.addAll(words.lines());
            return words.lines().stream().anyMatch(line -> line.contains(ToolCommand.ToolScript.PASSWORD))
                    ? Optional.empty()
                    : shellCommand("d=$(mktemp -d) && trap 'rm -rf -- \"$d\"' EXIT && printf '%s\\n' "
                            + RunWords.command(lines) + " >\"$d/script\" && " + in(words)
                            + RunWords.command(words.argv()) + " SCRIPT_FILE=\"$d/script\" 2>&1");
        }

        @Override
        public Optional<ShellCommand> sql(ToolCommand.Sql words) {
            return Optional.of(
                    new ShellCommand(in(words) + RunWords.command(words.argv()) + " 2>&1", Optional.of(words)));
        }

        @Override
        public Optional<ShellCommand> console(ToolCommand.Console words) {
            return Optional.empty();
        }

        private static Optional<ShellCommand> shellCommand(String command) {
            return Optional.of(new ShellCommand(command, Optional.empty()));
        }

        private static String in(ToolCommand words) {
            return words.directory()
                    .map(directory -> "cd -- " + RunWords.command(List.of(directory)) + " && ")
                    .orElse("");
        }
    }
}
