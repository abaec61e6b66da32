package io.github.dmdsc.model;

import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.Set;
import java.util.regex.Pattern;

/**
 * Splits a command line into words as a shell does, and removes the wrappers around the program, for example {@code
 * nohup} or {@code sh -c}.
 */
final class CommandWords {
    private static final Pattern VARIABLE = Pattern.compile("[A-Za-z_][A-Za-z0-9_]*=.*", Pattern.DOTALL);
    private static final Pattern REDIRECTION = Pattern.compile("[0-9&]?>.*", Pattern.DOTALL);
    /**
     * A quoted word that is a whole command line: after a blank, it has an option or a path of an INI file. A quoted
     * path with blanks in it does not match.
     */
    private static final Pattern COMMAND_LINE =
            Pattern.compile(".*[ \t](?:(?:path|dcr_ini)=.*|\\S+\\.ini)", Pattern.DOTALL | Pattern.CASE_INSENSITIVE);

    private static final Set<String> PREFIXES = Set.of("nohup", "setsid", "exec", "env", "sudo");
    private static final Set<String> SHELLS = Set.of("sh", "bash", "ksh", "su", "runuser");

    private CommandWords() {}

    /** Returns the program without its wrappers, and its arguments; never empty. */
    static List<String> unwrapped(String text) {
        List<String> words = words(text).orElseGet(() -> List.of(text.strip().split("[ \t]+")));
        if (words.size() == 1 && COMMAND_LINE.matcher(words.get(0)).matches()) {
            return unwrapped(words.get(0));
        }
        int from = 0;
        while (from < words.size() - 1) {
            String name = name(words.get(from));
            if (SHELLS.contains(name)) {
                Optional<String> inner = inner(words.subList(from + 1, words.size()));
                return inner.isPresent() ? unwrapped(inner.get()) : words;
            }
            boolean wrapper = PREFIXES.contains(name);
            if (!wrapper && !VARIABLE.matcher(words.get(from)).matches()) {
                break;
            }
            from++;
            while (wrapper && from < words.size() - 1 && words.get(from).startsWith("-")) {
                // The word after -u is the user, not the program.
                from += words.get(from).equals("-u") ? 2 : 1;
            }
        }
        List<String> left = words.subList(Math.min(from, words.size() - 1), words.size());
        int end = 1;
        while (end < left.size()
                && !left.get(end).equals("&")
                && !REDIRECTION.matcher(left.get(end)).matches()) {
            end++;
        }
        return left.subList(0, end);
    }

    /** Returns the command line that a shell gets with its option -c. */
    private static Optional<String> inner(List<String> arguments) {
        int at = arguments.indexOf("-c");
        return at >= 0 && at + 1 < arguments.size() && !arguments.get(at + 1).isBlank()
                ? Optional.of(arguments.get(at + 1))
                : Optional.empty();
    }

    private static String name(String program) {
        return program.substring(program.lastIndexOf('/') + 1).toLowerCase(Locale.ROOT);
    }

    /**
     * Returns the words; empty if a quote is not closed, or if there is no word. A backslash does not escape, because
     * it is part of a Windows path.
     */
    private static Optional<List<String>> words(String text) {
        List<String> words = new ArrayList<>();
        StringBuilder word = new StringBuilder();
        boolean begun = false;
        char quote = 0;
        for (int i = 0; i < text.length(); i++) {
            char c = text.charAt(i);
            if (quote != 0) {
                if (c == quote) {
                    quote = 0;
                } else {
                    word.append(c);
                }
            } else if (c == '\'' || c == '"') {
                quote = c;
                begun = true;
            } else if (c == ' ' || c == '\t') {
                if (begun) {
                    words.add(word.toString());
                    word.setLength(0);
                }
                begun = false;
            } else {
                word.append(c);
                begun = true;
            }
        }
        if (begun) {
            words.add(word.toString());
        }
        return quote != 0 || words.isEmpty() ? Optional.empty() : Optional.of(words);
    }
}
