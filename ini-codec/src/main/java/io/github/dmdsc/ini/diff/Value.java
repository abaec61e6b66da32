package io.github.dmdsc.ini.diff;

import io.github.dmdsc.model.Location;
import java.util.List;

/**
 * The value of a parameter on one side.
 *
 * @param part the part of the file that has the parameter
 * @param texts the value as the file writes it; several if the key repeats
 * @param at the place of the value; of several the first
 */
public record Value(Part part, List<String> texts, Location at) {
    public Value {
        texts = List.copyOf(texts);
    }
}
