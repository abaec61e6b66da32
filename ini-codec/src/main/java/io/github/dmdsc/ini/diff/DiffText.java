package io.github.dmdsc.ini.diff;

import io.github.dmdsc.model.FileId;
import io.github.dmdsc.model.Location;
import io.github.dmdsc.model.base.VisibleText;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Set;

/**
 * Renders a difference as text for people: one headline for each change, and below it every place of the change. A
 * change that several files share, for example the copies of dmmal.ini, has one headline.
 */
final class DiffText {
    private final Words words;
    private final Map<String, List<String>> places = new LinkedHashMap<>();

    private DiffText(Words words) {
        this.words = words;
    }

    /** Returns the difference as text, in Chinese for a Chinese locale, otherwise in English. */
    static String of(ClusterDiff diff, Locale locale) {
        return VisibleText.ofLines(new DiffText(new Words(locale)).write(diff));
    }

    private String write(ClusterDiff diff) {
        if (diff.isEmpty()) {
            return words.of("none") + "\n";
        }
        Lines lines = new Lines();
        diff.changes().forEach(change -> add(change.accept(lines)));
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
        text.append(words.with("summary", Map.of("changes", diff.changes().size(), "headlines", places.size())));
        if (!diff.texts().isEmpty()) {
            text.append(words.with("summary.texts", Map.of("texts", diff.texts().size())));
        }
        return text.append('\n').toString();
    }

    private void add(Line line) {
        List<String> under = places.computeIfAbsent(line.headline(), none -> new ArrayList<>());
        line.places().forEach(place -> under.add(place.toString()));
    }

    /** The headline of a change, and the places below it. */
    private record Line(String headline, List<?> places) {
        private Line(String headline, Object place) {
            this(headline, List.of(place));
        }
    }

    private final class Lines implements Change.Visitor<Line> {
        @Override
        public Line hostAdded(Change.HostAdded added) {
            return new Line("+ " + words.of("host") + " " + added.host(), added.files());
        }

        @Override
        public Line hostRemoved(Change.HostRemoved removed) {
            return new Line("- " + words.of("host") + " " + removed.host(), removed.files());
        }

        @Override
        public Line fileAdded(Change.FileAdded added) {
            return new Line("+ " + words.of("file"), added.file());
        }

        @Override
        public Line fileRemoved(Change.FileRemoved removed) {
            return new Line("- " + words.of("file"), removed.file());
        }

        @Override
        public Line contentChanged(Change.ContentChanged changed) {
            return new Line("~ " + words.of("content"), changed.file());
        }

        @Override
        public Line partAdded(Change.PartAdded added) {
            return new Line(("+ " + part(added.part())).strip(), added.at());
        }

        @Override
        public Line partRemoved(Change.PartRemoved removed) {
            return new Line(("- " + part(removed.part())).strip(), removed.at());
        }

        @Override
        public Line endpointRenumbered(Change.EndpointRenumbered renumbered) {
            var before = renumbered.before();
            var after = renumbered.after();
            return new Line(
                    "~ " + part(after.part()) + words.of("number") + ": " + before.seqno() + " -> " + after.seqno(),
                    moved(before.at(), after.at()));
        }

        @Override
        public Line parameterAdded(Change.ParameterAdded added) {
            Value after = added.after();
            return new Line("+ " + part(after.part()) + added.key() + " = " + texts(after), after.at());
        }

        @Override
        public Line parameterRemoved(Change.ParameterRemoved removed) {
            Value before = removed.before();
            return new Line("- " + part(before.part()) + removed.key() + " = " + texts(before), before.at());
        }

        @Override
        public Line parameterChanged(Change.ParameterChanged changed) {
            Value before = changed.before();
            Value after = changed.after();
            return new Line(
                    "~ " + part(after.part()) + changed.key() + ": " + texts(before) + " -> " + texts(after),
                    moved(before.at(), after.at()));
        }
    }

    /** Returns both places as text. If they are in one file, it is named once. */
    private static String moved(Location before, Location after) {
        boolean sameFile = before.host().equals(after.host()) && before.path().equals(after.path());
        return before + " -> " + (sameFile ? after.line() + ":" + after.column() : after);
    }

    private String part(Part part) {
        return words.part(part.kind(), part.name());
    }

    private static String texts(Value value) {
        return String.join(" | ", value.texts());
    }
}
