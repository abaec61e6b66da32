package io.github.dmdsc.extend.ssh;

import io.github.dmdsc.extend.plan.ToolCommand;
import java.nio.charset.StandardCharsets;

/**
 * The password of the database administrator. It goes to the standard input of the SQL shell and nowhere else; in what
 * the SQL shell prints it is made unreadable.
 */
public final class Password {
    private static final String HIDDEN = "***";

    private final String text;

    /**
     * A password that somebody typed.
     *
     * @throws IllegalArgumentException if it cannot be given to the SQL shell, see {@link #isPossible}
     */
    public Password(String text) {
        if (!isPossible(text)) {
            throw new IllegalArgumentException("not possible");
        }
        this.text = text;
    }

    /**
     * Whether the SQL shell can be given this password: characters of ASCII that a line can hold. An {@code &} may begin
     * the name of a variable there, and of other characters nobody knows in which charset it reads them.
     */
    public static boolean isPossible(String text) {
        return !text.isEmpty() && text.chars().allMatch(c -> c >= ' ' && c <= '~' && c != '&');
    }

    /** What the SQL shell reads: it logs in, runs the statement and ends. */
    byte[] input(ToolCommand.Sql command) {
        return ("conn " + command.login(quoted()) + "\n" + command.statement() + "\nexit\n")
                .getBytes(StandardCharsets.US_ASCII);
    }

    /** As the SQL shell wants a password that holds one of its own characters (DM8 DIsql manual, logging in). */
    private String quoted() {
        return text.matches("[A-Za-z0-9_]+") ? text : '"' + text.replace("\"", "\"\"") + '"';
    }

    /** A line without the password, in whichever form a tool repeats it. */
    String hidden(String line) {
        return line.replace(quoted(), HIDDEN).replace(text, HIDDEN);
    }

    @Override
    public String toString() {
        return HIDDEN;
    }
}
