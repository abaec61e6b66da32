package io.github.dmdsc.extend.plan;

import io.github.dmdsc.model.Location;

/**
 * A value that a file of an existing node holds.
 *
 * @param at the place of the value
 * @param value the value, as the file writes it
 */
public record Evidence(Location at, String value) {}
