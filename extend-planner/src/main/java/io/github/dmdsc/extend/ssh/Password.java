package io.github.dmdsc.extend.ssh;

import io.github.dmdsc.extend.plan.ToolCommand;
import java.nio.charset.StandardCharsets;

/**
 * The password of the database administrator. It is only written to the standard input of DIsql, and hidden in the
 * output of DIsql.
 */
public final class Password {
    private static final String HIDDEN = "***";

    private final String text;

    /**
     * Creates a password.
     *
     * @throws IllegalArgumentException if DIsql cannot be given this password, see {@link #isSupported}
     */
    public Password(String text) {
        if (!isSupported(text)) {
            throw new IllegalArgumentException("not supported");
        }
        this.text = text;
    }

    /**
     * Returns whether DIsql can be given this password: one or more printable ASCII characters without {@code &}. In
     * DIsql an {@code &} may begin the name of a variable. The charset in which DIsql reads other characters is
     * unknown.
     */
    public static boolean isSupported(String text) {
        return !text.isEmpty() && text.chars().allMatch(c -> c >= ' ' && c <= '~' && c != '&');
    }

    /** Returns the input of DIsql that logs in, runs the statement, and ends DIsql. */
    byte[] input(ToolCommand.Sql command) {
        return ("conn " + command.login(quoted()) + "\n" + command.statement() + "\nexit\n")
                .getBytes(StandardCharsets.US_ASCII);
    }

    /**
     * Returns the password as DIsql requires it in conn: in double quotes if it contains special characters (DM8 DIsql
     * manual, logging in).
     */
    private String quoted() {
        return text.matches("[A-Za-z0-9_]+") ? text : '"' + text.replace("\"", "\"\"") + '"';
    }

    /** Returns a line in which the password is replaced by asterisks, with or without its quotes. */
    String hide(String line) {
        return line.replace(quoted(), HIDDEN).replace(text, HIDDEN);
    }

    @Override
    public String toString() {
        return HIDDEN;
    }
}
