package io.github.dmdsc.extend.render;

import io.github.dmdsc.extend.plan.Step;
import io.github.dmdsc.extend.run.Saying;
import io.github.dmdsc.extend.run.Source;
import io.github.dmdsc.model.FileId;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.regex.Pattern;

/**
 * The words of the moves of a run, as somebody pastes them into a shell or a tool. Those of a step are the very ones of
 * the runbook. Where a host has drives no shell can be counted on, and the words are a sentence.
 */
public final class RunWords {
    /** What stands in the place of a hash where there is no file. */
    public static final String MISSING = "missing";

    private final Locale locale;
    private final Labels labels;

    /** The words in a language; any locale that is not Chinese gives English. */
    public RunWords(Locale locale) {
        this.locale = locale;
        this.labels = new Labels(locale);
    }

    /** The words of a step; empty where a person does what the texts of the step say. */
    public Optional<String> of(Step step) {
        return step.words().isPresent()
                ? Quoting.typed(step, locale.getLanguage().equals("zh"))
                : Optional.empty();
    }

    /** A command as somebody pastes it into a shell: nothing in its words is expanded. */
    public static String command(List<String> words) {
        return Quoting.words(words);
    }

    /** Prints the hash of each file, or that it is missing, with its path. */
    public String hashes(List<FileId> files) {
        List<String> paths = files.stream().map(FileId::path).toList();
        return paths.stream().allMatch(RunWords::isUnix)
                ? "for f in " + Quoting.words(paths) + "; do if test -e \"$f\"; then h=$(sha256sum <\"$f\"); else h="
                        + MISSING + "; fi; echo \"${h%% *}  $f\"; done"
                : labels.with("run.hashes", Map.of("files", String.join("\n", paths)));
    }

    /**
     * The hash of a file in what the words of {@link #hashes} have printed, or that it is {@link #MISSING}; empty where no
     * line tells. The last of several lines counts: before it may stand what was pasted.
     */
    public static Optional<String> hash(FileId file, String output) {
        return Pattern.compile(
                        "^\\\\?([0-9a-f]{64}|" + MISSING + ") [ *]" + Pattern.quote(file.path()) + "\\s*$",
                        Pattern.MULTILINE)
                .matcher(output)
                .results()
                .map(line -> line.group(1))
                .reduce((earlier, later) -> later);
    }

    /** Shows the content of a file. */
    public String content(FileId file) {
        return isUnix(file.path())
                ? "cat -- " + Quoting.word(file.path())
                : labels.with("run.content", Map.of("file", file));
    }

    /** Brings a file of the directory of a plan to a host. */
    public String put(String local, FileId to) {
        if (!isUnix(to.path())) {
            return labels.with("run.put", Map.of("from", local, "to", to));
        }
        return ssh(to, received(to)) + " <" + Quoting.word(local);
    }

    /** Writes what the shell of the host reads to a file. */
    public String received(FileId to) {
        return "mkdir -p -- " + Quoting.word(to.directory()) + " && cat >" + Quoting.word(to.path());
    }

    /** Packs a directory, but for what is left out. */
    public String packed(Source.Directory source) {
        return Quoting.packed(source.from(), source.except());
    }

    /** Unpacks what the shell of the host reads into a directory. */
    public String unpacked(FileId to) {
        return Quoting.unpacked(to);
    }

    /** Brings a directory of one host to another. */
    public String put(Source.Directory source, FileId to) {
        return isUnix(to.path())
                ? Quoting.copied(source.from(), to, source.except())
                : labels.with("run.copy", Map.of("from", source.from(), "to", to, "except", source.except()));
    }

    /** Renames what was sent. A file keeps mode and owner of the one that it replaces, which stays beside it. */
    public String place(Saying.Place place) {
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
            return "test ! -e " + to + " && mv -- " + sent + " " + to;
        }
        String aside = Quoting.word(place.aside().get().path());
        return "if test -h " + to + "; then echo link; false; elif test -e " + to + "; then { test -e " + aside
                + " || cp -p -- " + to + " " + aside + "; } && chown --reference=" + to + " -- " + sent
                + " && chmod --reference=" + to + " -- " + sent
                + "; elif test \"$(id -u)\" = 0; then chown --reference="
                + Quoting.word(place.to().directory()) + " -- " + sent + "; fi && mv -f -- " + sent + " " + to;
    }

    /** Removes what an earlier attempt has left. */
    public String remove(Saying.Remove remove) {
        return isUnix(remove.file().path())
                ? "rm -rf -- " + Quoting.word(remove.file().path())
                : labels.with("run.remove", Map.of("file", remove.file()));
    }

    private static String ssh(FileId host, String words) {
        return "ssh " + Quoting.word(host.host()) + " " + Quoting.word(words);
    }

    /** Whether the words about a file are those of a shell, and no sentence for a person. */
    public static boolean isForShell(FileId file) {
        return isUnix(file.path());
    }

    private static boolean isUnix(String path) {
        return path.startsWith("/");
    }
}
