package io.github.dmdsc.extend.run;

import io.github.dmdsc.extend.plan.FileContent;
import io.github.dmdsc.model.FileId;
import java.util.Collection;
import java.util.Collections;
import java.util.Map;
import java.util.Set;
import java.util.TreeMap;
import java.util.TreeSet;
import java.util.stream.Collectors;

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
     * @param links the files that are symbolic links; {@code present} has the hash of the file that a link names
     * @param unseen the files that could not be looked at, and the reasons; if there are any, the answer may leave out
     *     other files
     */
    record Hashes(Map<FileId, String> present, Set<FileId> links, Map<FileId, Obstacle> unseen) implements Read {
        public Hashes {
            present = Collections.unmodifiableMap(new TreeMap<>(present));
            links = Collections.unmodifiableSet(new TreeSet<>(links));
            unseen = Collections.unmodifiableMap(new TreeMap<>(unseen));
        }

        /**
         * Creates an answer about files that are no symbolic links and could all be looked at.
         *
         * @param present the SHA-256 of each file that exists; a file that does not exist has no entry
         */
        public Hashes(Map<FileId, String> present) {
            this(present, Set.of(), Map.of());
        }

        /** Returns an answer about files that could not be looked at, all for the same reason. */
        public static Hashes unseen(Collection<FileId> files, Obstacle why) {
            return new Hashes(
                    Map.of(), Set.of(), files.stream().distinct().collect(Collectors.toMap(file -> file, file -> why)));
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
     * The transport has no result.
     *
     * @param why the reason
     */
    record NoResult(Obstacle why) implements Read {
        /** Creates an answer without a reason. */
        public NoResult() {
            this(Obstacle.UNKNOWN);
        }
    }

    /** The reasons why the transport could not look at a file. */
    enum Obstacle {
        /** The transport does not know the reason. */
        UNKNOWN,
        /** The host did not answer, or its answer does not name the file. */
        NO_ANSWER,
        /** No person gave the output or the content. */
        NOT_GIVEN,
        /** The file does not exist. */
        MISSING,
        /** The account on the host may not read the file, or the file is too large. */
        UNREADABLE,
        /** The path is a directory that is not empty. */
        DIRECTORY,
        /** The path is an empty directory. */
        EMPTY_DIRECTORY
    }

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
