package io.github.dmdsc.ini.files;

import io.github.dmdsc.ini.files.FileCollector.LimitReached;
import io.github.dmdsc.model.Location;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Optional;
import java.util.Set;

/** Decides by name and kind which entries of an archive are read, for all formats of archives. */
final class ArchiveEntries {
    enum Kind {
        FILE,
        DIRECTORY,
        LINK,
        SPECIAL
    }

    private final FileCollector collector;
    /** The directories that were skipped by name. Each is reported once, not for each entry below it. */
    private final Set<List<String>> skipped = new HashSet<>();

    ArchiveEntries(FileCollector collector) {
        this.collector = collector;
    }

    /**
     * Returns the names from the root to a file that is to be read; empty for any other entry. An entry that is not
     * read is reported, unless it is a directory.
     */
    Optional<List<String>> accept(String entry, Kind kind) throws LimitReached {
        if (kind == Kind.DIRECTORY) {
            collector.countDirectory();
        } else {
            collector.countEntry();
        }
        if (Names.isTooLong(entry)) {
            collector.add(FileRule.NAME_REFUSED.at(Location.outside(Names.shown(entry))));
            return Optional.empty();
        }
        List<String> names = split(entry);
        if (!isPlain(entry, names)) {
            collector.add(FileRule.NAME_REFUSED.at(Location.outside(Names.shown(entry))));
            return Optional.empty();
        }
        if (names.stream().anyMatch(Names::isUndecodable)) {
            collector.add(FileRule.NAME_UNDECODABLE.at(FileCollector.place(names)));
            return Optional.empty();
        }
        return isClutter(names) || !isFile(names, kind) ? Optional.empty() : Optional.of(names);
    }

    /** Splits the name of an entry, without empty parts and without the {@code ./} that tar often writes. */
    private static List<String> split(String entry) {
        List<String> names = new ArrayList<>(List.of(entry.split("/")));
        names.removeIf(name -> name.isEmpty() || name.equals("."));
        return names;
    }

    private static boolean isPlain(String entry, List<String> names) {
        return !entry.startsWith("/")
                && !entry.contains("\\")
                && names.stream().allMatch(Names::isPlain)
                && (names.isEmpty() || !Layout.isDriveNotHost(names.get(0)));
    }

    private boolean isClutter(List<String> names) {
        for (int depth = 1; depth <= names.size(); depth++) {
            if (Names.isClutter(names.get(depth - 1))) {
                List<String> top = List.copyOf(names.subList(0, depth));
                if (skipped.add(top)) {
                    collector.add(FileRule.SKIPPED_BY_NAME.at(FileCollector.place(top)));
                }
                return true;
            }
        }
        return false;
    }

    private boolean isFile(List<String> names, Kind kind) {
        Location at = FileCollector.place(names);
        if (kind == Kind.DIRECTORY || names.isEmpty()) {
            return false;
        }
        if (kind == Kind.LINK) {
            collector.add(FileRule.LINK_IN_ARCHIVE.at(at));
            return false;
        }
        if (names.size() == 1) {
            collector.add(FileRule.OUTSIDE_HOST.at(at));
            return false;
        }
        if (kind == Kind.SPECIAL) {
            collector.add(FileRule.NOT_A_FILE.at(at));
            return false;
        }
        return true;
    }
}
