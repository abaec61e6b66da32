package io.github.dmdsc.ini.diff;

import io.github.dmdsc.model.Location;
import java.util.List;
import java.util.Optional;
import java.util.SortedMap;

/**
 * The meaning of a part of a file: its parameters and its own parts, without comments, blanks, order and letter case.
 *
 * @param part the part
 * @param key the name by which it is matched with a part on the other side
 * @param at the place of its header or its line
 * @param seqno its seqno, if it is an endpoint
 * @param parameters its parameters by upper-case key
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
     * @param value the value as the file writes it
     * @param meaning a text that is equal if the server reads the same value: numbers without leading zeros, lists
     *     without blanks
     */
    record Meaning(Value value, String meaning) {}
}
