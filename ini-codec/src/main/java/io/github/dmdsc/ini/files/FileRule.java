package io.github.dmdsc.ini.files;

import io.github.dmdsc.model.Location;
import io.github.dmdsc.model.check.FindingBuilder;
import io.github.dmdsc.model.check.FindingKind;
import io.github.dmdsc.model.check.Messages;
import io.github.dmdsc.model.check.Severity;

/** The kinds of findings of reading and writing. An id never changes and is never used for another kind. */
enum FileRule {
    SOURCE_MISSING("FIL-0101", Severity.ERROR),
    SOURCE_NOT_A_DIRECTORY("FIL-0102", Severity.ERROR),
    SOURCE_NOT_AN_ARCHIVE("FIL-0103", Severity.ERROR),
    NOTHING_FOUND("FIL-0104", Severity.ERROR),
    UNREADABLE("FIL-0105", Severity.ERROR),
    OUTSIDE_HOST("FIL-0106", Severity.INFO),
    SKIPPED_BY_NAME("FIL-0107", Severity.INFO),
    NOT_A_FILE("FIL-0108", Severity.WARNING),
    LINK_LEAVES("FIL-0109", Severity.ERROR),
    LINK_LOOPS("FIL-0110", Severity.ERROR),
    LINK_BROKEN("FIL-0111", Severity.ERROR),
    LINK_IN_ARCHIVE("FIL-0112", Severity.ERROR),
    FILE_TOO_LARGE("FIL-0113", Severity.ERROR),
    TOO_MANY_FILES("FIL-0114", Severity.ERROR),
    TOO_MANY_BYTES("FIL-0115", Severity.ERROR),
    NAME_REFUSED("FIL-0116", Severity.ERROR),
    NAME_UNDECODABLE("FIL-0117", Severity.ERROR),
    DUPLICATE("FIL-0118", Severity.ERROR),
    ARCHIVE_CORRUPT("FIL-0119", Severity.ERROR),
    ENTRY_UNSUPPORTED("FIL-0120", Severity.ERROR),
    LIBRARY_MISSING("FIL-0121", Severity.ERROR),
    TOO_MANY_FINDINGS("FIL-0122", Severity.ERROR),
    PATH_REFUSED("FIL-0131", Severity.ERROR),
    PATHS_COLLIDE("FIL-0132", Severity.ERROR),
    TARGET_NOT_A_DIRECTORY("FIL-0133", Severity.ERROR),
    TARGET_NOT_EMPTY("FIL-0134", Severity.ERROR),
    WRITE_FAILED("FIL-0135", Severity.ERROR),
    LEFT_BEHIND("FIL-0136", Severity.WARNING),
    NOT_SYNCED("FIL-0137", Severity.WARNING),
    RELATIVE_PATH_REFUSED("FIL-0138", Severity.ERROR),
    LEFT_OVER_REMOVED("FIL-0139", Severity.INFO),
    LEFT_OVER_STAYS("FIL-0140", Severity.WARNING),
    ALREADY_THERE("FIL-0141", Severity.INFO);

    @SuppressWarnings("ImmutableEnumChecker") // FindingKind is immutable; no annotation says so
    private final FindingKind kind;

    FileRule(String id, Severity severity) {
        this.kind = FindingKind.of(Texts.MESSAGES, id, severity);
    }

    FindingKind kind() {
        return kind;
    }

    /** Starts a finding; {@code {place}} of its texts is the location. */
    FindingBuilder at(Location location) {
        return kind.at(location).with("place", location);
    }

    /** A class of its own, because the constants of the enumeration are created before its static fields. */
    private static final class Texts {
        private static final Messages MESSAGES = Messages.beside(FileRule.class);

        private Texts() {}
    }
}
