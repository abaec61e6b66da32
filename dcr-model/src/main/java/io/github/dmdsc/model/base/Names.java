package io.github.dmdsc.model.base;

import java.util.Locale;
import java.util.Optional;

/**
 * Compares names of groups, endpoints, instances and sections without regard to letter case. All of dmdsc compares them
 * so, because the server does it too, and because the manuals write the same instance in upper and in lower case.
 */
public final class Names {
    private Names() {}

    /** Returns the normal form of a name: names that differ only in letter case have the same form. */
    public static String folded(String name) {
        return name.toUpperCase(Locale.ROOT);
    }

    /** Returns whether both names are present and are equal without regard to letter case. */
    public static boolean same(Optional<String> one, Optional<String> other) {
        return one.isPresent() && one.map(Names::folded).equals(other.map(Names::folded));
    }
}
