package io.github.dmdsc.extend.run;

import io.github.dmdsc.extend.plan.FileContent;
import io.github.dmdsc.model.FileId;
import java.util.Collections;
import java.util.Map;
import java.util.TreeMap;

/** The answer to a {@link Move}. */
public sealed interface Answer {
    /** The entry is in the journal and survives a crash. */
    record Kept() implements Answer {}

    /**
     * The outcome of a {@link Move.Perform} or a {@link Move.Put}, as far as the transport knows it.
     *
     * @param outcome the outcome
     */
    record Reported(Outcome outcome) implements Answer {}

    /**
     * The answer of a person to a {@link Move.Ask}.
     *
     * @param choice the answer
     */
    record Replied(Move.Choice choice) implements Answer {}

    /** The answer to a {@link Move.Read}. */
    sealed interface Read extends Answer {}

    /**
     * The hashes of files.
     *
     * @param present the SHA-256 of each file that exists; a file that does not exist has no entry
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
     * The output of a tool.
     *
     * @param text the output
     */
    record Text(String text) implements Read {}

    /**
     * The transport has no result, for example because the host does not answer, the file does not exist, or no person
     * gave the output.
     */
    record NoResult() implements Read {}

    /** The outcomes of a move. */
    enum Outcome {
        /** The move was done, as far as the transport knows. */
        DONE,
        /** The move failed. */
        FAILED,
        /** It is not known whether the move was done, for example because the connection was lost. */
        UNKNOWN,
        /** The move was not done, because a person stopped the run before it. */
        STOPPED
    }
}
