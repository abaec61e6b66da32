package io.github.dmdsc.extend.render;

import io.github.dmdsc.extend.plan.Action;
import io.github.dmdsc.extend.plan.Change;
import io.github.dmdsc.extend.plan.Control;
import io.github.dmdsc.extend.plan.Look;
import io.github.dmdsc.extend.plan.Step;
import io.github.dmdsc.extend.plan.Task;
import io.github.dmdsc.extend.plan.ToolCommand;
import io.github.dmdsc.model.FileId;
import java.util.List;
import java.util.Optional;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.stream.Collectors;

/** Quotes text for a shell or for Markdown, so that the shell or the Markdown renderer reads the original text. */
final class Quoting {
    private static final Pattern PLAIN = Pattern.compile("[A-Za-z0-9_@%+=:,./-]+");
    private static final Pattern EXPANDED = Pattern.compile("[\"$`\\\\!]");
    private static final String SPECIAL = "\\`*_{}[]<>#|!~&$";
    /**
     * Finds text that becomes a code span: a word of ASCII with a special character of Markdown, or words in square
     * brackets. Punctuation around the text is not part of it. Text with {@code |} is left out, because it would end
     * the cell of a table.
     */
    private static final Pattern TECHNICAL = Pattern.compile(
            "(?<![!-~])[(\"']*+(\\[[ -~&&[^\\[\\]`|\\\\]]{1,40}\\]|[A-Za-z0-9_+/.$\\[<-](?=[!-~]*[*_{}\\[\\]<>#~&$])[!-~&&[^`|\\\\]]*?)(?=[.,;:!?)\"']*+(?:[^!-~]|\\z))");
    /**
     * Finds the placeholder of the password at the end of a line for a tool of the DCR disks. It does not match a path
     * with the same text, because a path in these lines contains no quote.
     */
    private static final Pattern DCR_PASSWORD =
            Pattern.compile("(?<=identified by |passwd=)'" + Pattern.quote(ToolCommand.ToolScript.PASSWORD) + "'\\z");

    private Quoting() {}

    /** Quotes a text as one word of a shell command. The shell expands nothing in it. */
    static String word(String text) {
        if (PLAIN.matcher(text).matches()) {
            return text;
        }
        // Double quotes are easier to read around single quotes. They are used only if the shell expands nothing in the
        // text. An interactive shell expands ! in double quotes.
        return text.contains("'") && EXPANDED.matcher(text).results().findAny().isEmpty()
                ? '"' + text + '"'
                : "'" + text.replace("'", "'\\''") + "'";
    }

    static String words(List<String> words) {
        return words.stream().map(Quoting::word).collect(Collectors.joining(" "));
    }

    /**
     * Escapes text for a Markdown paragraph or a table cell. A word that would need escapes, such as a path, becomes a
     * code span, so that copied text contains no backslashes.
     */
    static String markdown(String text) {
        return markdown(text, true);
    }

    /** Returns a sentence from the message catalogue as Markdown. Text between back-ticks becomes code. */
    static String sentence(String text) {
        List<String> parts = parts(text);
        StringBuilder written = new StringBuilder();
        for (int i = 0; i < parts.size(); i++) {
            written.append(i % 2 == 1 ? code(parts.get(i)) : markdown(parts.get(i), i == 0));
        }
        return written.toString();
    }

    /**
     * Returns a value for a table cell: a code span, or escaped text if the value is empty or has a {@code |}, which
     * would end the cell.
     */
    static String cell(String value) {
        return value.contains("|") || value.isEmpty() ? markdown(value) : code(value);
    }

    /** Splits a sentence from the message catalogue at its back-ticks. The parts at odd indexes are code. */
    static List<String> parts(String text) {
        return List.of(text.split("`", -1));
    }

    private static String markdown(String text, boolean begins) {
        StringBuilder written = new StringBuilder();
        Matcher word = TECHNICAL.matcher(text);
        int end = 0;
        while (word.find()) {
            written.append(escaped(text, end, word.start(1), begins)).append(code(word.group(1)));
            end = word.end(1);
        }
        return written.append(escaped(text, end, text.length(), begins)).toString();
    }

    private static String escaped(String text, int from, int to, boolean begins) {
        StringBuilder escaped = new StringBuilder();
        boolean digitsOnly = begins && from == 0;
        for (int i = from; i < to; i++) {
            char c = text.charAt(i);
            boolean last = i + 1 == text.length() || text.charAt(i + 1) == ' ';
            // At the start of a text these characters would begin a list or a heading; after leading digits they would
            // begin a numbered list.
            boolean list = (begins && i == 0)
                    ? "-=".indexOf(c) >= 0 || (c == '+' && last)
                    : (digitsOnly && last && (c == '.' || c == ')'));
            digitsOnly &= c >= '0' && c <= '9';
            if (list || SPECIAL.indexOf(c) >= 0) {
                escaped.append('\\').append(c);
            } else {
                escaped.append(c == '\n' || c == '\r' ? ' ' : c);
            }
        }
        return escaped.toString();
    }

    /** Returns a code span. The text may contain back-ticks. */
    static String code(String text) {
        String fence = "`".repeat(longestRun(text) + 1);
        String padding = text.startsWith("`") || text.endsWith("`") ? " " : "";
        return fence + padding + text.replace('\n', ' ').replace('\r', ' ') + padding + fence;
    }

    /** Returns a fenced block. The fence is longer than any run of back-ticks in the text. */
    static String block(String language, String text) {
        String fence = "`".repeat(Math.max(3, longestRun(text) + 1));
        return fence + language + "\n" + text + (text.endsWith("\n") ? "" : "\n") + fence + "\n";
    }

    private static int longestRun(String text) {
        int longest = 0;
        int run = 0;
        for (int i = 0; i < text.length(); i++) {
            run = text.charAt(i) == '`' ? run + 1 : 0;
            longest = Math.max(longest, run);
        }
        return longest;
    }

    /** Replaces the placeholder of the DCR password by a hint for the person who types the line. */
    private static String withPasswordHint(String line, boolean chinese) {
        return DCR_PASSWORD
                .matcher(line)
                .replaceFirst(chinese ? "<DCR 磁盘的密码，用单引号括起>" : "<password of the DCR disk, in single quotes>");
    }

    /**
     * Returns the command that copies a directory from one host to another. It uses ssh and tar instead of scp, because
     * scp splits an IPv6 address at its colons and cannot leave out paths.
     */
    static String copyCommand(FileId from, FileId copy, List<String> leftOut) {
        return "ssh " + word(from.host()) + " " + word(packCommand(from, leftOut)) + " | ssh " + word(copy.host()) + " "
                + word(unpackCommand(copy));
    }

    static String packCommand(FileId from, List<String> leftOut) {
        String except =
                leftOut.stream().map(name -> word("--exclude=./" + name) + " ").collect(Collectors.joining());
        return "tar -C " + word(from.path()) + " " + except + "-cf - .";
    }

    static String unpackCommand(FileId copy) {
        String to = word(copy.path());
        return "mkdir -p -- " + to + " && tar -C " + to + " -xpf -";
    }

    /**
     * Returns the text that the runbook shows for a step: its command, or the file or directory to copy. Returns empty
     * if the step has neither.
     */
    static Optional<String> typed(Step step, boolean chinese) {
        if (step.command().isPresent()) {
            return Optional.of(step.command().get().accept(new TypedCommand(chinese)));
        }
        return step.action().accept(new CopyText());
    }

    /**
     * Returns the command that starts a program in its directory. A background program is started with nohup, so that
     * it does not end with the terminal session.
     */
    private static String startCommand(ToolCommand words, List<String> argv, boolean background) {
        String directory =
                words.directory().map(each -> "cd " + word(each) + "\n").orElse("");
        return directory + (background ? "nohup " + words(argv) + " &" : words(argv));
    }

    /** Renders the command of a step as a person types it. */
    private record TypedCommand(boolean chinese) implements ToolCommand.Visitor<String> {
        @Override
        public String argv(ToolCommand.Argv program) {
            return startCommand(program, program.argv(), program.background());
        }

        @Override
        public String toolScript(ToolCommand.ToolScript script) {
            List<String> interactive = script.argv().stream()
                    .filter(word -> !word.startsWith("RET_FLAG"))
                    .toList();
            return startCommand(script, interactive, false) + "\n"
                    + script.lines().stream()
                            .map(line -> withPasswordHint(line, chinese))
                            .collect(Collectors.joining("\n"));
        }

        @Override
        public String sql(ToolCommand.Sql sql) {
            return startCommand(sql, sql.argv(), false) + "\nconn "
                    + sql.login(chinese ? "<SYSDBA 的密码>" : "<password of SYSDBA>") + "\n" + sql.statement();
        }

        @Override
        public String console(ToolCommand.Console console) {
            return startCommand(console, console.argv(), false) + "\n" + String.join("\n", console.lines());
        }
    }

    /** Renders the file or directory that a step copies; empty for every other action. */
    private static final class CopyText implements Action.Sorts<Optional<String>>, Change.Visitor<Optional<String>> {
        @Override
        public Optional<String> look(Look action) {
            return Optional.empty();
        }

        @Override
        public Optional<String> change(Change action) {
            return action.accept((Change.Visitor<Optional<String>>) this);
        }

        @Override
        public Optional<String> control(Control action) {
            return Optional.empty();
        }

        @Override
        public Optional<String> task(Task action) {
            return Optional.empty();
        }

        @Override
        public Optional<String> addLogFiles(Change.AddLogFiles action) {
            return Optional.empty();
        }

        @Override
        public Optional<String> copyDirectory(Change.CopyDirectory action) {
            // For a host with drive letters (Windows) the instructions describe the copy.
            return Optional.of(action)
                    .filter(copy -> copy.to().path().startsWith("/"))
                    .map(copy -> copyCommand(copy.from(), copy.to(), copy.except()));
        }

        @Override
        public Optional<String> writeFile(Change.WriteFile action) {
            return Optional.of(PlanDirectory.path(action) + "\n-> " + action.file());
        }

        @Override
        public Optional<String> extendDcr(Change.ExtendDcr action) {
            return Optional.empty();
        }

        @Override
        public Optional<String> initialiseDcr(Change.InitialiseDcr action) {
            return Optional.empty();
        }

        @Override
        public Optional<String> removeFile(Change.RemoveFile action) {
            return Optional.empty();
        }

        @Override
        public Optional<String> removeDirectory(Change.RemoveDirectory action) {
            return Optional.empty();
        }
    }
}
