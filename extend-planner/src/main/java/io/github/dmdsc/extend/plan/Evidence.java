package io.github.dmdsc.extend.plan;

import io.github.dmdsc.model.Location;

/**
 * One value that was seen.
 *
 * @param at where
 * @param value as the file writes it
 */
public record Evidence(Location at, String value) {}
