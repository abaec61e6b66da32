package io.github.dmdsc.ini.lens;

import io.github.dmdsc.model.FileId;
import java.util.List;
import java.util.regex.Pattern;
import java.util.stream.Stream;

/** Which of several files of one kind lie in a directory that people call a backup. */
final class Backups {
    /** A word of its own in the name of a directory: {@code bak}, {@code config_bak_20240101}, {@code old}. */
    private static final Pattern NAME = Pattern.compile(
            "(?:.*[^a-z])?(?:bak|bck|backups?|old|orig|saved?|copy|copies)(?:[^a-z].*)?|.*备份.*",
            Pattern.CASE_INSENSITIVE);

    private Backups() {}

    /** The files in backup directories. Where every file is in one, the name means nothing, and none is a backup. */
    static List<FileId> among(List<FileId> files) {
        List<FileId> backups = files.stream().filter(Backups::isInBackup).toList();
        return backups.size() < files.size() ? backups : List.of();
    }

    private static boolean isInBackup(FileId file) {
        return Stream.of(file.directory().split("/", -1))
                .anyMatch(part -> NAME.matcher(part).matches());
    }
}
