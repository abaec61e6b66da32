package io.github.dmdsc.model.check;

/** A value that a message shows as a sentence or a phrase in the language of the message. */
public interface Worded {
    /** The sentence or phrase in every language. */
    Text words();
}
