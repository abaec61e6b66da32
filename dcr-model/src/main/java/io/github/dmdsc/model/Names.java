package io.github.dmdsc.model;

import java.util.Locale;
import java.util.Optional;

/**
 * How names of groups, endpoints, instances and sections are compared, everywhere in this library: without regard to
 * letter case. The server reads keys and section names so, and folds names that nobody quotes; the manuals write one
 * instance now in capitals, now not.
 */
public final class Names {
    private Names() {}

    /** The same text for all spellings of one name. */
    public static String folded(String name) {
        return name.toUpperCase(Locale.ROOT);
    }

    /** Whether both are there and are one name. */
    public static boolean same(Optional<String> one, Optional<String> other) {
        return one.isPresent() && one.map(Names::folded).equals(other.map(Names::folded));
    }
}
