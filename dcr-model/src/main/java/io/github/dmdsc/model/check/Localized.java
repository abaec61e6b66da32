package io.github.dmdsc.model.check;

/** A value that a message shows as a sentence or a phrase in the language of the message. */
public interface Localized {
    /** The sentence or phrase in every language. */
    Text text();
}
