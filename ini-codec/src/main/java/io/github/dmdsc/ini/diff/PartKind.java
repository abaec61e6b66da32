package io.github.dmdsc.ini.diff;

import com.fasterxml.jackson.annotation.JsonValue;
import java.util.Locale;

/** The kinds of part of a file. */
public enum PartKind {
    /** The parameters before the first section. */
    GLOBALS,
    /** A group of a DCR configuration. */
    GROUP,
    /** An endpoint of a group. */
    ENDPOINT,
    /** An instance in dmmal.ini or dmasvrmal.ini, known by {@code MAL_INST_NAME}. */
    MAL_INSTANCE,
    /** An archive in dmarch.ini, known by the name of its section. */
    ARCHIVE,
    /** An address in dmcssm.ini. */
    CSS_ADDRESS,
    /** Any other section. */
    SECTION;

    /** The name of the kind in JSON and texts, for example {@code mal-instance}. */
    @JsonValue
    public String id() {
        return name().toLowerCase(Locale.ROOT).replace('_', '-');
    }
}
