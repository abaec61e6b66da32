package io.github.dmdsc.ini.diff;

import io.github.dmdsc.model.FileId;
import io.github.dmdsc.model.Location;
import io.github.dmdsc.model.check.VisibleText;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Set;

/**
 * A difference for people: one headline per change, below it every place where it is found. A change that several files
 * share, as the copies of dmmal.ini do, is told once.
 */
public final class DiffText {
    private final Words words;
    private final Map<String, List<String>> places = new LinkedHashMap<>();

    private DiffText(Words words) {
        this.words = words;
    }

    /** The text in the language of {@code locale}; any that is not Chinese gives English. */
    public static String of(ClusterDiff diff, Locale locale) {
        return VisibleText.ofLines(new DiffText(new Words(locale)).write(diff));
    }

    private String write(ClusterDiff diff) {
        if (diff.isEmpty()) {
            return words.of("none") + "\n";
        }
        diff.changes().forEach(this::tell);
        StringBuilder text = new StringBuilder();
        places.forEach((headline, where) -> {
            text.append(headline).append('\n');
            where.forEach(place -> text.append("    ").append(place).append('\n'));
        });
        Set<FileId> told = diff.filesOfChanges();
        List<FileId> untold = diff.texts().stream()
                .map(TextChange::file)
                .filter(file -> !told.contains(file))
                .toList();
        if (!untold.isEmpty()) {
            text.append("= ").append(words.of("text-only")).append('\n');
            untold.forEach(file -> text.append("    ").append(file).append('\n'));
        }
        return text.append(words.with(
                        "summary",
                        Map.of(
                                "changes",
                                diff.changes().size(),
                                "headlines",
                                places.size(),
                                "texts",
                                diff.texts().size())))
                .append('\n')
                .toString();
    }

    private void add(String headline, Object place) {
        places.computeIfAbsent(headline, none -> new ArrayList<>()).add(place.toString());
    }

    private void tell(Change change) {
        if (change instanceof Change.HostAdded added) {
            added.files().forEach(file -> add("+ " + words.of("host") + " " + added.host(), file));
        } else if (change instanceof Change.HostRemoved removed) {
            removed.files().forEach(file -> add("- " + words.of("host") + " " + removed.host(), file));
        } else if (change instanceof Change.FileAdded added) {
            add("+ " + words.of("file"), added.file());
        } else if (change instanceof Change.FileRemoved removed) {
            add("- " + words.of("file"), removed.file());
        } else if (change instanceof Change.ContentChanged changed) {
            add("~ " + words.of("content"), changed.file());
        } else if (change instanceof Change.PartAdded added) {
            add(("+ " + part(added.part())).strip(), added.at());
        } else if (change instanceof Change.PartRemoved removed) {
            add(("- " + part(removed.part())).strip(), removed.at());
        } else if (change instanceof Change.EndpointRenumbered renumbered) {
            var before = renumbered.before();
            var after = renumbered.after();
            add(
                    "~ " + part(after.part()) + words.of("number") + ": " + before.seqno() + " -> " + after.seqno(),
                    moved(before.at(), after.at()));
        } else if (change instanceof Change.ParameterAdded added) {
            add(
                    "+ " + part(added.after().part()) + added.key() + " = " + texts(added.after()),
                    added.after().at());
        } else if (change instanceof Change.ParameterRemoved removed) {
            add(
                    "- " + part(removed.before().part()) + removed.key() + " = " + texts(removed.before()),
                    removed.before().at());
        } else {
            var changed = (Change.ParameterChanged) change;
            add(
                    "~ " + part(changed.after().part()) + changed.key() + ": " + texts(changed.before()) + " -> "
                            + texts(changed.after()),
                    moved(changed.before().at(), changed.after().at()));
        }
    }

    /** Both places, the file named once: it is the same. */
    private static String moved(Location before, Location after) {
        return before + " -> " + after.line() + ":" + after.column();
    }

    private String part(Part part) {
        return words.part(part.kind(), part.name());
    }

    private static String texts(Value value) {
        return String.join(" | ", value.texts());
    }
}
