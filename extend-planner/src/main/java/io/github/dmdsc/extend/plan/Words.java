package io.github.dmdsc.extend.plan;

import com.fasterxml.jackson.annotation.JsonInclude;
import com.fasterxml.jackson.annotation.JsonSubTypes;
import com.fasterxml.jackson.annotation.JsonTypeInfo;
import java.util.List;
import java.util.Optional;

/**
 * How an action is said to a tool: words and lines as data. A renderer decides how they are quoted. No words hold a
 * password; where a tool asks for one, a placeholder in {@code ${…}} stands for it.
 */
@JsonTypeInfo(use = JsonTypeInfo.Id.NAME, property = "kind")
@JsonSubTypes({
    @JsonSubTypes.Type(value = Words.Argv.class, name = "argv"),
    @JsonSubTypes.Type(value = Words.ToolScript.class, name = "toolScript"),
    @JsonSubTypes.Type(value = Words.Sql.class, name = "sql"),
    @JsonSubTypes.Type(value = Words.Console.class, name = "console"),
})
@JsonInclude(JsonInclude.Include.NON_ABSENT)
public sealed interface Words {
    /**
     * The directory in which the program is called, as the manual calls Dameng's programs: {@code ./dmasmcmd} in the
     * directory of the programs, by the user that owns the installation. They find their libraries there. Absent for a
     * program of the operating system.
     */
    Optional<String> directory();

    /** The program and its arguments. */
    List<String> argv();

    /** Calls the method for this form of words. */
    <R> R accept(Visitor<R> visitor);

    /**
     * Runs a program.
     *
     * @param directory the directory in which the program is called
     * @param argv the program and its arguments
     * @param background whether the program goes on running, as a server does
     */
    record Argv(Optional<String> directory, List<String> argv, boolean background) implements Words {
        public Argv {
            argv = List.copyOf(argv);
        }

        /** Runs a program of the operating system to its end. */
        public Argv(List<String> argv) {
            this(Optional.empty(), argv, false);
        }

        @Override
        public <R> R accept(Visitor<R> visitor) {
            return visitor.argv(this);
        }
    }

    /**
     * Runs a tool on a script of the tool's own language.
     *
     * @param directory the directory in which the program is called
     * @param argv the program and its arguments; the script's path is added as {@code SCRIPT_FILE=…}
     * @param lines the commands, without the script's first line {@code #asm script file}
     */
    record ToolScript(Optional<String> directory, List<String> argv, List<String> lines) implements Words {
        /** What stands in a line for the password of the DCR disk. */
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
     * @param directory the directory in which the program is called
     * @param argv the program and its arguments, without a login
     * @param login the argument of {@code conn}: user, password as a placeholder, and service
     * @param statement one statement, with its semicolon
     */
    record Sql(Optional<String> directory, List<String> argv, String login, String statement) implements Words {
        /** What stands in the login for the password of the database administrator. */
        public static final String PASSWORD = "${DMDSC_SYSDBA_PASSWORD}";

        public Sql {
            argv = List.copyOf(argv);
        }

        /** The login with a text in the place of the password. */
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
     * @param directory the directory in which the program is called
     * @param argv the program and its arguments
     * @param lines the lines to type
     */
    record Console(Optional<String> directory, List<String> argv, List<String> lines) implements Words {
        public Console {
            argv = List.copyOf(argv);
            lines = List.copyOf(lines);
        }

        @Override
        public <R> R accept(Visitor<R> visitor) {
            return visitor.console(this);
        }
    }

    /** One method for each form of words. */
    interface Visitor<R> {
        /** A program is run. */
        R argv(Argv words);

        /** A tool runs a script. */
        R toolScript(ToolScript words);

        /** The SQL shell runs a statement. */
        R sql(Sql words);

        /** Lines are typed into a console. */
        R console(Console words);
    }
}
