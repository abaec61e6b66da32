package io.github.dmdsc.extend;

import io.github.dmdsc.model.Location;
import io.github.dmdsc.model.Origin;
import java.util.Map;

/**
 * The origin of a value of the new node: a finding about it cites the option that would change it.
 *
 * @param families for each parameter, the family that its value belongs to
 */
record RequestOrigin(Map<String, String> families) implements Origin {
    @Override
    public Location self() {
        return Location.outside("--host");
    }

    @Override
    public Location at(String key) {
        String family = families.get(key);
        return family == null ? self() : Location.outside(Options.flag(family));
    }
}
