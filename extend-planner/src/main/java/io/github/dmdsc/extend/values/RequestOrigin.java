package io.github.dmdsc.extend.values;

import io.github.dmdsc.model.Location;
import io.github.dmdsc.model.Origin;
import java.util.Map;
import java.util.Optional;

/**
 * The origin of a value of the new node: a finding about it cites the option that would change it.
 *
 * @param families for each parameter that is not just kept, the family that its value belongs to
 */
public record RequestOrigin(Map<String, String> families) implements Origin {
    @Override
    public Location self() {
        return Location.outside(ValueFamily.flag(ValueFamily.HOST));
    }

    @Override
    public Location at(String key) {
        return family(key).map(ValueFamily::flag).map(Location::outside).orElseGet(this::self);
    }

    /** The family of a parameter's value; empty where the value is as the first node has it. */
    public Optional<String> family(String key) {
        return Optional.ofNullable(families.get(key));
    }
}
