package io.github.dmdsc.extend.plan;

import com.fasterxml.jackson.annotation.JsonInclude;
import com.fasterxml.jackson.annotation.JsonSubTypes;
import com.fasterxml.jackson.annotation.JsonTypeInfo;
import java.util.List;
import java.util.Optional;

/**
 * The command of a step for a tool, as separate words and lines without quotes. A renderer adds the quotes that a shell
 * or a tool needs. A command never holds a password; a placeholder such as <code>${DMDSC_DCR_PASSWORD}</code> stands
 * for it.
 */
@JsonTypeInfo(use = JsonTypeInfo.Id.NAME, property = "kind")
@JsonSubTypes({
    @JsonSubTypes.Type(value = ToolCommand.Argv.class, name = "argv"),
    @JsonSubTypes.Type(value = ToolCommand.ToolScript.class, name = "toolScript"),
    @JsonSubTypes.Type(value = ToolCommand.Sql.class, name = "sql"),
    @JsonSubTypes.Type(value = ToolCommand.Console.class, name = "console"),
})
@JsonInclude(JsonInclude.Include.NON_ABSENT)
public sealed interface ToolCommand {
    /**
     * The working directory of the command. Dameng's programs are called as the manual calls them: {@code ./dmasmcmd}
     * in the directory of the programs, by the user that owns the installation, so that they find their libraries.
     * Empty for a program of the operating system.
     */
    Optional<String> directory();

    /** The program and its arguments. */
    List<String> argv();

    /** Calls the method for this form of command. */
    <R> R accept(Visitor<R> visitor);

    /**
     * Runs a program.
     *
     * @param directory the working directory, see {@link #directory()}
     * @param argv the program and its arguments
     * @param background whether the program keeps running after the step, as a server does
     */
    record Argv(Optional<String> directory, List<String> argv, boolean background) implements ToolCommand {
        public Argv {
            argv = List.copyOf(argv);
        }

        /** A program of the operating system. The step waits until the program ends. */
        public Argv(List<String> argv) {
            this(Optional.empty(), argv, false);
        }

        @Override
        public <R> R accept(Visitor<R> visitor) {
            return visitor.argv(this);
        }
    }

    /**
     * Runs a tool with a script in the language of the tool.
     *
     * @param directory the working directory, see {@link #directory()}
     * @param argv the program and its arguments; the path of the script is added as {@code SCRIPT_FILE=…}
     * @param lines the commands, without the first line of the script, {@code #asm script file}
     */
    record ToolScript(Optional<String> directory, List<String> argv, List<String> lines) implements ToolCommand {
        /** The placeholder for the password of the DCR disk. */
        public static final String PASSWORD = "${DMDSC_DCR_PASSWORD}";

        public ToolScript {
            argv = List.copyOf(argv);
            lines = List.copyOf(lines);
        }

        @Override
        public <R> R accept(Visitor<R> visitor) {
            return visitor.toolScript(this);
        }
    }

    /**
     * Runs a statement in the SQL shell.
     *
     * @param directory the working directory, see {@link #directory()}
     * @param argv the program and its arguments, without the login
     * @param login the argument of {@code conn}: user, placeholder for the password, and service
     * @param statement one SQL statement, with its semicolon
     */
    record Sql(Optional<String> directory, List<String> argv, String login, String statement) implements ToolCommand {
        /** The placeholder for the password of SYSDBA in {@link #login()}. */
        public static final String PASSWORD = "${DMDSC_SYSDBA_PASSWORD}";

        public Sql {
            argv = List.copyOf(argv);
        }

        /**
         * The login with the placeholder replaced.
         *
         * @param password the text to put in place of the placeholder
         */
        public String login(String password) {
            return login.replace("/" + PASSWORD + "@", "/" + password + "@");
        }

        @Override
        public <R> R accept(Visitor<R> visitor) {
            return visitor.sql(this);
        }
    }

    /**
     * Types lines into an interactive console.
     *
     * @param directory the working directory, see {@link #directory()}
     * @param argv the program and its arguments
     * @param lines the lines to type
     */
    record Console(Optional<String> directory, List<String> argv, List<String> lines) implements ToolCommand {
        public Console {
            argv = List.copyOf(argv);
            lines = List.copyOf(lines);
        }

        @Override
        public <R> R accept(Visitor<R> visitor) {
            return visitor.console(this);
        }
    }

    /** One method for each form of command. */
    interface Visitor<R> {
        /** For a command that runs a program. */
        R argv(Argv command);

        /** For a command that runs a script of a tool. */
        R toolScript(ToolScript command);

        /** For a command that runs a statement in the SQL shell. */
        R sql(Sql command);

        /** For a command that types lines into a console. */
        R console(Console command);
    }
}
