package io.github.dmdsc.ini.diff;

import io.github.dmdsc.model.Location;
import java.util.List;
import java.util.Optional;
import java.util.SortedMap;

/**
 * What a part of a file means: its parameters and its own parts. Comments, blanks, order and letter case are not in it.
 *
 * @param part which part
 * @param key by what it is known among its siblings
 * @param at where it begins
 * @param seqno its number, where it is an endpoint
 * @param parameters by upper-case key
 * @param children its parts
 */
record Image(
        Part part,
        String key,
        Location at,
        Optional<Change.EndpointRenumbered.Numbered> seqno,
        SortedMap<String, Meaning> parameters,
        List<Image> children) {
    /**
     * A parameter.
     *
     * @param value as it is printed
     * @param meaning equal where the server reads the same; numbers without leading zeros, lists without blanks
     */
    record Meaning(Value value, String meaning) {}
}
