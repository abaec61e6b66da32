package io.github.dmdsc.extend.state;

import io.github.dmdsc.model.Location;
import io.github.dmdsc.model.check.Text;

/**
 * Why a condition counts as proven, as refuted, or as neither.
 *
 * @param condition the condition
 * @param subject of what, for example {@code DB DSC1}, or the path of a file
 * @param at the line that shows it; without a line where nothing does
 * @param text in words
 */
public record Ground(Condition condition, String subject, Location at, Text text) {}
