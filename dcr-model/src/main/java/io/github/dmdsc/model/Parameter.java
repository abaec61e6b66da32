package io.github.dmdsc.model;

import java.lang.annotation.ElementType;
import java.lang.annotation.Retention;
import java.lang.annotation.RetentionPolicy;
import java.lang.annotation.Target;

/**
 * What the manuals say of one parameter. The codec reads it to refuse values out of range; the reference pages and the
 * JSON Schema are made from it.
 */
@Target(ElementType.METHOD)
@Retention(RetentionPolicy.RUNTIME)
public @interface Parameter {
    /** The least number allowed. */
    long min() default Long.MIN_VALUE;

    /** The greatest number allowed. */
    long max() default Long.MAX_VALUE;

    /**
     * The longest text allowed, in bytes of the file; 0 for no limit. Of UTF-8 and GB18030 the one counts in which the text
     * is shorter, since a model does not know the charset of its file.
     */
    int maxBytes() default 0;

    /** The longest text allowed, in characters; 0 for no limit. */
    int maxCharacters() default 0;

    /** The only numbers allowed, where they are no interval; empty where {@link #min()} and {@link #max()} say it. */
    long[] values() default {};

    /** A second interval: a value of exactly this number is allowed beside {@link #min()}–{@link #max()}. */
    long orElse() default Long.MIN_VALUE;

    /** What holds where the parameter is absent, as the file would say it; empty where nothing is documented. */
    String byDefault() default "";

    /** What holds in the mirror edition where the parameter is absent, if that differs. */
    String mirrorDefault() default "";

    /** What a number counts, where its type does not say it. */
    Unit unit() default Unit.NONE;

    /** Whose the value is. */
    Scope scope() default Scope.SHARED;

    /** The editions that know the parameter. */
    StorageEdition[] editions() default {StorageEdition.DMASM, StorageEdition.MIRROR};
}
