package io.github.dmdsc.model.check.texts;

/** Marks the place of the texts of a test. */
public final class Texts {
    private Texts() {}
}
