package io.github.dmdsc.extend.render;

import io.github.dmdsc.extend.plan.Step;
import io.github.dmdsc.extend.run.Answer;
import io.github.dmdsc.extend.run.Operation;
import io.github.dmdsc.extend.run.Source;
import io.github.dmdsc.model.FileId;
import java.util.Collection;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.TreeMap;
import java.util.TreeSet;
import java.util.regex.Pattern;

/**
 * The commands for the moves of a run, in the form in which a person pastes them into a shell or a tool. The command of
 * a step is identical to the command in the runbook. If the paths of a host begin with a drive (Windows), no shell is
 * assumed, and the result is a sentence for a person.
 */
public final class RunWords {
    private static final String MISSING = "missing";
    private static final String UNREADABLE = "unreadable";
    private static final String DIRECTORY = "directory";
    private static final String EMPTY = "empty-directory";
    private static final String LINK = "link";

    private final Locale locale;
    private final Labels labels;

    /** Creates commands in a language. A Chinese locale gives Chinese, any other locale English. */
    public RunWords(Locale locale) {
        this.locale = locale;
        this.labels = new Labels(locale);
    }

    /** Returns the command of a step; empty if the step has no command and a person follows its texts. */
    public Optional<String> of(Step step) {
        return step.command().isPresent()
                ? Quoting.typed(step, locale.getLanguage().equals("zh"))
                : Optional.empty();
    }

    /**
     * Returns a command for a shell. Each word is quoted, so the shell expands nothing.
     *
     * @param words the program and its arguments
     */
    public static String command(List<String> words) {
        return Quoting.words(words);
    }

    /**
     * Returns the command that prints the SHA-256 and the path of each file. In place of the SHA-256 it prints a word
     * for a path that is missing, a directory or not readable. For a symbolic link it prints a line of its own before.
     */
    public String hashes(List<FileId> files) {
        List<String> paths = files.stream().map(FileId::path).toList();
        return paths.stream().allMatch(RunWords::isUnix)
                ? "for f in " + Quoting.words(paths) + "; do if test -h \"$f\"; then echo \"" + LINK
                        + "  $f\"; fi; if test -d \"$f\"; then h=" + DIRECTORY
                        + "; l=$(ls -A -- \"$f\") && test -z \"$l\" && h=" + EMPTY
                        + "; elif test -e \"$f\"; then h=$(sha256sum <\"$f\") || h=" + UNREADABLE + "; else h="
                        + MISSING
                        + "; fi; echo \"${h%% *}  $f\"; done"
                : labels.with("run.hashes", Map.of("files", String.join("\n", paths)));
    }

    /** Returns whether a line in the output of the {@link #hashes} command tells about a file. */
    public static boolean isNamed(FileId file, String output) {
        return word(file, output).isPresent();
    }

    /**
     * Reads the output of the {@link #hashes} command. A file that no line names counts as {@link
     * Answer.Obstacle#NO_ANSWER}.
     *
     * @param files the files
     * @param output the output
     */
    public static Answer.Hashes read(Collection<FileId> files, String output) {
        Map<FileId, String> present = new TreeMap<>();
        Set<FileId> links = new TreeSet<>();
        Map<FileId, Answer.Obstacle> unseen = new TreeMap<>();
        for (FileId file : files) {
            String word = word(file, output).orElse("");
            switch (word) {
                case MISSING -> {}
                case "" -> unseen.put(file, Answer.Obstacle.NO_ANSWER);
                case UNREADABLE -> unseen.put(file, Answer.Obstacle.UNREADABLE);
                case DIRECTORY -> unseen.put(file, Answer.Obstacle.DIRECTORY);
                case EMPTY -> unseen.put(file, Answer.Obstacle.EMPTY_DIRECTORY);
                default -> present.put(file, word);
            }
            if (last(LINK, file, output).isPresent()) {
                links.add(file);
            }
        }
        return new Answer.Hashes(present, links, unseen);
    }

    private static Optional<String> word(FileId file, String output) {
        return last("[0-9a-f]{64}|" + String.join("|", MISSING, UNREADABLE, DIRECTORY, EMPTY), file, output);
    }

    /** Returns the word before a path. If several lines match, the last one counts: the output may begin with the pasted command. */
    private static Optional<String> last(String words, FileId file, String output) {
        return Pattern.compile("^\\\\?(" + words + ") [ *]" + Pattern.quote(file.path()) + "\\s*$", Pattern.MULTILINE)
                .matcher(output)
                .results()
                .map(line -> line.group(1))
                .reduce((earlier, later) -> later);
    }

    /** Returns the command that prints the content of a file. */
    public String content(FileId file) {
        return isUnix(file.path())
                ? "cat -- " + Quoting.word(file.path())
                : labels.with("run.content", Map.of("file", file));
    }

    /**
     * Returns the command that copies a file from the directory of a plan to a host.
     *
     * @param local the path of the local file
     * @param to the file to create
     */
    public String put(String local, FileId to) {
        if (!isUnix(to.path())) {
            return labels.with("run.put", Map.of("from", local, "to", to));
        }
        return ssh(to, received(to)) + " <" + Quoting.word(local);
    }

    /** Returns the shell command that writes its standard input to a file. It creates the directory of the file. */
    public String received(FileId to) {
        return "mkdir -p -- " + Quoting.word(to.directory()) + " && cat >" + Quoting.word(to.path());
    }

    /**
     * Returns the shell command that packs a directory as tar to standard output, without the paths that are left out.
     */
    public String packed(Source.Directory source) {
        return Quoting.packCommand(source.from(), source.except());
    }

    /**
     * Returns the shell command that unpacks a tar archive from standard input into a directory. It creates the
     * directory.
     */
    public String unpacked(FileId to) {
        return Quoting.unpackCommand(to);
    }

    /** Returns the command that copies a directory from one host to another. */
    public String put(Source.Directory source, FileId to) {
        return isUnix(to.path())
                ? Quoting.copyCommand(source.from(), to, source.except())
                : labels.with("run.copy", Map.of("from", source.from(), "to", to, "except", source.except()));
    }

    /**
     * Returns the command that gives a sent file or directory its final name. A file gets the mode and the owner of the
     * file that it replaces, and the replaced file is kept under the name that the operation gives. If the operation
     * gives no such name, the target may only be an empty directory, which is removed.
     */
    public String place(Operation.Place place) {
        if (!isUnix(place.to().path())) {
            return labels.with(
                    place.aside().isPresent() ? "run.place" : "run.rename",
                    Map.of(
                            "sent",
                            place.sent(),
                            "to",
                            place.to(),
                            "aside",
                            place.aside().map(FileId::path).orElse("")));
        }
        String sent = Quoting.word(place.sent().path());
        String to = Quoting.word(place.to().path());
        if (place.aside().isEmpty()) {
            return "if test -h " + to + "; then echo " + to + "' is a symbolic link'; false; elif test -d " + to
                    + "; then rmdir -- " + to + "; elif test -e " + to + "; then echo " + to
                    + "' is not a directory'; false; fi && mv -- " + sent + " " + to;
        }
        String aside = Quoting.word(place.aside().get().path());
        return "if test -h " + to + "; then echo " + to + "' is a symbolic link'; false; elif test -d " + to
                + "; then echo " + to + "' is a directory'; false; elif test -e " + to + "; then { test -e " + aside
                + " || cp -p -- " + to + " " + aside + "; } && chown --reference=" + to + " -- " + sent
                + " && chmod --reference=" + to + " -- " + sent
                + "; elif test \"$(id -u)\" = 0; then chown --reference="
                + Quoting.word(place.to().directory()) + " -- " + sent + "; fi && mv -f -- " + sent + " " + to;
    }

    /** Returns the command that removes a file or directory that an earlier attempt left. */
    public String remove(Operation.Remove remove) {
        return isUnix(remove.file().path())
                ? "rm -rf -- " + Quoting.word(remove.file().path())
                : labels.with("run.remove", Map.of("file", remove.file()));
    }

    /** Returns the command that renames a file. It fails if the new name exists. */
    public String setAside(Operation.SetAside operation) {
        String to = Quoting.word(operation.to().path());
        return isUnix(operation.file().path())
                ? "test ! -e " + to + " && test ! -h " + to + " && mv -- "
                        + Quoting.word(operation.file().path()) + " " + to
                : labels.with("run.rename", Map.of("sent", operation.file(), "to", operation.to()));
    }

    private static String ssh(FileId host, String words) {
        return "ssh " + Quoting.word(host.host()) + " " + Quoting.word(words);
    }

    /** Returns whether the commands for a file are shell commands. Otherwise they are sentences for a person. */
    public static boolean isForShell(FileId file) {
        return isUnix(file.path());
    }

    private static boolean isUnix(String path) {
        return path.startsWith("/");
    }
}
