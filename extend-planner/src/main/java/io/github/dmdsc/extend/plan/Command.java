package io.github.dmdsc.extend.plan;

import com.fasterxml.jackson.annotation.JsonInclude;
import com.fasterxml.jackson.annotation.JsonSubTypes;
import com.fasterxml.jackson.annotation.JsonTypeInfo;
import io.github.dmdsc.model.FileId;
import io.github.dmdsc.model.check.Text;
import java.util.List;

/**
 * What is done in a step. Words and lines are data here: how they are quoted is the business of whoever renders them. No
 * command holds a password; where one is needed a placeholder in {@code ${…}} stands for it.
 */
@JsonTypeInfo(use = JsonTypeInfo.Id.NAME, property = "kind")
@JsonSubTypes({
    @JsonSubTypes.Type(value = Command.Argv.class, name = "argv"),
    @JsonSubTypes.Type(value = Command.ToolScript.class, name = "toolScript"),
    @JsonSubTypes.Type(value = Command.Sql.class, name = "sql"),
    @JsonSubTypes.Type(value = Command.Console.class, name = "console"),
    @JsonSubTypes.Type(value = Command.WriteFile.class, name = "writeFile"),
    @JsonSubTypes.Type(value = Command.CopyTree.class, name = "copyTree"),
    @JsonSubTypes.Type(value = Command.AwaitAutoStart.class, name = "awaitAutoStart"),
    @JsonSubTypes.Type(value = Command.Observe.class, name = "observe"),
})
@JsonInclude(JsonInclude.Include.ALWAYS)
public sealed interface Command {
    /**
     * Runs a program.
     *
     * @param argv the program and its arguments
     * @param background whether it goes on running, as a server does
     */
    record Argv(List<String> argv, boolean background) implements Command {
        public Argv {
            argv = List.copyOf(argv);
        }
    }

    /**
     * Runs a tool on a script of its own language.
     *
     * @param argv the program and its arguments; the script's path is added as {@code SCRIPT_FILE=…}
     * @param lines the commands, without the script's first line {@code #asm script file}
     */
    record ToolScript(List<String> argv, List<String> lines) implements Command {
        public ToolScript {
            argv = List.copyOf(argv);
            lines = List.copyOf(lines);
        }
    }

    /**
     * Runs a statement in the SQL shell.
     *
     * @param argv the program and its arguments, without a login
     * @param login what {@code conn} takes: user, password as a placeholder, and service
     * @param statement one statement, with its semicolon
     */
    record Sql(List<String> argv, String login, String statement) implements Command {
        public Sql {
            argv = List.copyOf(argv);
        }
    }

    /**
     * Types lines into an interactive console.
     *
     * @param argv the program and its arguments
     * @param lines what is typed
     */
    record Console(List<String> argv, List<String> lines) implements Command {
        public Console {
            argv = List.copyOf(argv);
            lines = List.copyOf(lines);
        }
    }

    /**
     * Puts a file in its place.
     *
     * @param file where
     * @param sha256 the hash of its bytes
     * @param staged whether these are not the file's last bytes in this plan; then {@code content} holds them
     * @param content the bytes of a staged file; for others one empty text, they are in the plan's file changes
     */
    record WriteFile(FileId file, String sha256, boolean staged, FileContent content) implements Command {}

    /**
     * Copies a directory with all that is in it.
     *
     * @param from the directory and its host
     * @param to the directory that it becomes; it must not exist yet
     * @param except names directly in the directory that are left out
     */
    record CopyTree(FileId from, FileId to, List<String> except) implements Command {
        public CopyTree {
            except = List.copyOf(except);
        }
    }

    /**
     * Waits until dmcss has started a process by itself.
     *
     * @param process what is started
     * @param intervalSeconds dmcss's restart interval
     * @param timeoutSeconds how long to wait before something is wrong
     */
    record AwaitAutoStart(Tool process, int intervalSeconds, int timeoutSeconds) implements Command {}

    /**
     * A person looks.
     *
     * @param what at what
     */
    record Observe(Text what) implements Command {}
}
