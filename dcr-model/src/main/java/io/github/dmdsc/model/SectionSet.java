package io.github.dmdsc.model;

/**
 * A value that is a section of a file and is known by the name of that section.
 *
 * @param <T> the value's own type
 */
public interface SectionSet<T> extends ParameterSet<T> {
    /** The name of its section. */
    String section();
}
