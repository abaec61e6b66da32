package io.github.dmdsc.model;

import java.lang.annotation.ElementType;
import java.lang.annotation.Retention;
import java.lang.annotation.RetentionPolicy;
import java.lang.annotation.Target;

/** Where the parameters of a model stand, and where the manuals describe them. */
@Target(ElementType.TYPE)
@Retention(RetentionPolicy.RUNTIME)
@interface ParameterFile {
    /** The kind of file. */
    FileKind value();

    /** The chapter of the manuals. */
    String manual();
}
