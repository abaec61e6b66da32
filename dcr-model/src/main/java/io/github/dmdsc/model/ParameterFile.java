package io.github.dmdsc.model;

import java.lang.annotation.ElementType;
import java.lang.annotation.Retention;
import java.lang.annotation.RetentionPolicy;
import java.lang.annotation.Target;

/** The kind of file that has the parameters of a model, and the chapter of the manuals that describes them. */
@Target(ElementType.TYPE)
@Retention(RetentionPolicy.RUNTIME)
@interface ParameterFile {
    /** The kind of file. */
    FileKind value();

    /** The chapter of the manuals. */
    String manual();
}
