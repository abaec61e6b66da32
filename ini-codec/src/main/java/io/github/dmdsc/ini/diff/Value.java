package io.github.dmdsc.ini.diff;

import io.github.dmdsc.model.Location;
import java.util.List;

/**
 * What a parameter is on one side.
 *
 * @param part where it belongs
 * @param texts its value as printed; several where the key stands several times
 * @param at where it stands, the first time
 */
public record Value(Part part, List<String> texts, Location at) {
    public Value {
        texts = List.copyOf(texts);
    }
}
