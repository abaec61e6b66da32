package io.github.dmdsc.extend.run;

import io.github.dmdsc.extend.plan.FileContent;
import io.github.dmdsc.model.FileId;
import java.util.Collections;
import java.util.Map;
import java.util.TreeMap;

/** What came of a move. */
public sealed interface Answer {
    /** The entry is on the disk: no crash loses it. */
    record Kept() implements Answer {}

    /**
     * The outcome of a move, as far as the transport knows it.
     *
     * @param outcome what became of it
     */
    record Said(Outcome outcome) implements Answer {}

    /**
     * What a person answered.
     *
     * @param choice the answer
     */
    record Replied(Move.Choice choice) implements Answer {}

    /** What a look showed. */
    sealed interface Read extends Answer {}

    /**
     * The hashes of files.
     *
     * @param present the SHA-256 of each file that is there; a file that is not there is left out
     */
    record Hashes(Map<FileId, String> present) implements Read {
        public Hashes {
            present = Collections.unmodifiableMap(new TreeMap<>(present));
        }
    }

    /**
     * The bytes of a file.
     *
     * @param content the bytes
     */
    record Content(FileContent content) implements Read {}

    /**
     * What a tool printed.
     *
     * @param text the text
     */
    record Text(String text) implements Read {}

    /** The look could not be taken: the host does not answer, there is no such file, nobody copied the text. */
    record Unseen() implements Read {}

    /** What became of something that was to be done. */
    enum Outcome {
        /** It was done, as far as that can be seen. */
        DONE,
        /** It failed. */
        FAILED,
        /** Nobody knows, for example since the connection was lost. */
        UNKNOWN,
        /** It was not done: a person stopped before it. */
        STOPPED
    }
}
