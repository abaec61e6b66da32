/**
 * The typed values of a DMDSC cluster: one type for each configuration file, small value types for the parameters, and
 * {@link io.github.dmdsc.model.Cluster} for the whole cluster.
 *
 * <p>A single value that is out of its range cannot be constructed: the constructor or builder throws {@link
 * IllegalArgumentException}. A bad combination of values can be constructed; the rules in {@code
 * io.github.dmdsc.model.check} report it. Nothing here reads files or knows the syntax of INI files.
 *
 * <p>Every public type except a builder is immutable and safe to share between threads.
 */
@NullMarked
@DmdscStyle
package io.github.dmdsc.model;

import io.github.dmdsc.model.base.DmdscStyle;
import org.jspecify.annotations.NullMarked;
