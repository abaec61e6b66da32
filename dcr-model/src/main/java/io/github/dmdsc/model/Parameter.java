package io.github.dmdsc.model;

import java.lang.annotation.ElementType;
import java.lang.annotation.Retention;
import java.lang.annotation.RetentionPolicy;
import java.lang.annotation.Target;

/**
 * The facts about one parameter from the manuals. The codec uses them to refuse values that are out of range. The
 * reference pages and the JSON Schema are made from them.
 */
@Target(ElementType.METHOD)
@Retention(RetentionPolicy.RUNTIME)
public @interface Parameter {
    /** The least number allowed. */
    long min() default Long.MIN_VALUE;

    /** The greatest number allowed. */
    long max() default Long.MAX_VALUE;

    /**
     * The greatest length of a text in bytes of the file; 0 for no limit. The length is counted in UTF-8 or in GB18030,
     * whichever is shorter, because a model does not know the charset of its file.
     */
    int maxBytes() default 0;

    /** The greatest length of a text in characters (code points); 0 for no limit. */
    int maxCharacters() default 0;

    /** The allowed numbers, if they are not an interval; empty if {@link #min()} and {@link #max()} give the range. */
    long[] values() default {};

    /** A further number that is allowed outside {@link #min()} to {@link #max()}; {@link Long#MIN_VALUE} for none. */
    long orElse() default Long.MIN_VALUE;

    /** The default, as a file would write it; empty if no default is documented. */
    String byDefault() default "";

    /** The default in the mirror edition, if it differs; empty if it does not. */
    String mirrorDefault() default "";

    /** The unit of a number, if its type does not give it. */
    Unit unit() default Unit.NONE;

    /** Whether all nodes share the value or each node has its own. */
    Scope scope() default Scope.SHARED;

    /** The storage editions that have the parameter; both by default. */
    StorageEdition[] editions() default {StorageEdition.DMASM, StorageEdition.MIRROR};
}
