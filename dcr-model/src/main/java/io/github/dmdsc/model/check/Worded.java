package io.github.dmdsc.model.check;

/** A value that a message shows in words: which words they are depends on the language of the message. */
public interface Worded {
    /** The words. */
    Text words();
}
