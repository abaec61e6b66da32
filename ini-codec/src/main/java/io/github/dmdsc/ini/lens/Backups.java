package io.github.dmdsc.ini.lens;

import io.github.dmdsc.model.FileId;
import java.util.List;
import java.util.regex.Pattern;
import java.util.stream.Stream;

/** Finds the files that are in a backup directory, by the names of the directories. */
final class Backups {
    /** The name of a backup directory, for example {@code bak}, {@code config_bak_20240101} or {@code old}. */
    private static final Pattern NAME = Pattern.compile(
            "(?:.*[^a-z])?(?:bak|bck|backups?|old|orig|saved?|copy|copies)(?:[^a-z].*)?|.*备份.*",
            Pattern.CASE_INSENSITIVE);

    private Backups() {}

    /**
     * Returns the files in backup directories. If every file is in one, the names mean nothing, and the result is
     * empty.
     */
    static List<FileId> among(List<FileId> files) {
        List<FileId> backups = files.stream().filter(Backups::isInBackup).toList();
        return backups.size() < files.size() ? backups : List.of();
    }

    private static boolean isInBackup(FileId file) {
        return Stream.of(file.directory().split("/", -1))
                .anyMatch(part -> NAME.matcher(part).matches());
    }
}
