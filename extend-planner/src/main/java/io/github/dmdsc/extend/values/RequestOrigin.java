package io.github.dmdsc.extend.values;

import io.github.dmdsc.model.Location;
import io.github.dmdsc.model.Origin;
import io.github.dmdsc.model.check.Input;
import java.util.Map;
import java.util.Optional;

/**
 * The origin of a value of the new node: a finding about it cites the attribute of the request that would change it.
 *
 * @param families the family of the value of each parameter; a parameter that is copied unchanged from the first node
 *     has none
 */
public record RequestOrigin(Map<String, String> families) implements Origin {
    @Override
    public Location self() {
        return ValueFamily.input(ValueFamily.HOST).place();
    }

    @Override
    public Location at(String key) {
        return family(key).map(ValueFamily::input).map(Input::place).orElseGet(this::self);
    }

    /** Returns the family of a parameter's value; empty if the value is copied unchanged from the first node. */
    public Optional<String> family(String key) {
        return Optional.ofNullable(families.get(key));
    }
}
