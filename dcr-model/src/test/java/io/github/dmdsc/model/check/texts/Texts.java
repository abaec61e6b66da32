package io.github.dmdsc.model.check.texts;

/** The class beside which a test has its message files. */
public final class Texts {
    private Texts() {}
}
