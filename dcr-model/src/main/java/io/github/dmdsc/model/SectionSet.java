package io.github.dmdsc.model;

/**
 * A value that is one section of a file. The name of the section identifies it.
 *
 * @param <T> the type of the value
 */
public interface SectionSet<T> extends ParameterSet<T> {
    /** The name of its section. */
    String section();
}
