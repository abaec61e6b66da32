/**
 * The typed immutable values of a DMDSC cluster: one type per configuration file, the small value types their
 * parameters are made of, and {@link io.github.dmdsc.model.Cluster} over them.
 *
 * <p>What may enter: values. What may not: INI syntax, file access, rules (those are in {@code model.check}).
 * A single value out of its range cannot be constructed; a bad combination can, and the rules report it.
 * Every public type is immutable and safe to share between threads.
 */
@NullMarked
@DmdscStyle
package io.github.dmdsc.model;

import org.jspecify.annotations.NullMarked;
