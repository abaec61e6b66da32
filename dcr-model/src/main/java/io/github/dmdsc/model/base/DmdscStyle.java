package io.github.dmdsc.model.base;

import java.lang.annotation.ElementType;
import java.lang.annotation.Retention;
import java.lang.annotation.RetentionPolicy;
import java.lang.annotation.Target;
import org.immutables.value.Value;

/**
 * The style in which Immutables generates the values of dmdsc. Collections are those of the JDK, and no generated type
 * is public. You reach builders and {@code withX} methods through the value types. You do not need this annotation.
 */
@Target({ElementType.PACKAGE, ElementType.TYPE})
@Retention(RetentionPolicy.CLASS)
@Value.Style(jdkOnly = true, visibility = Value.Style.ImplementationVisibility.PACKAGE, overshadowImplementation = true)
public @interface DmdscStyle {}
