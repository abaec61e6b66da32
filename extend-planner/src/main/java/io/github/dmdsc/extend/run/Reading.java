package io.github.dmdsc.extend.run;

import io.github.dmdsc.model.FileId;
import java.util.List;

/** What is looked at. */
public sealed interface Reading {
    /** Calls the method for this kind. */
    <R> R accept(Visitor<R> visitor);

    /**
     * The SHA-256 of files. Answered by {@link Answer.Hashes}.
     *
     * @param files the files, sorted by host and path
     */
    record Hashes(List<FileId> files) implements Reading {
        public Hashes {
            files = List.copyOf(files);
        }

        @Override
        public <R> R accept(Visitor<R> visitor) {
            return visitor.hashes(this);
        }
    }

    /**
     * The bytes of a file: one that the step's words have just written, or one that somebody has changed. Answered by
     * {@link Answer.Content}.
     *
     * @param file the file
     */
    record Content(FileId file) implements Reading {
        @Override
        public <R> R accept(Visitor<R> visitor) {
            return visitor.content(this);
        }
    }

    /**
     * What the words of the step print. Answered by {@link Answer.Text}.
     *
     * @param byHand whether a person types the words
     */
    record Output(boolean byHand) implements Reading {
        @Override
        public <R> R accept(Visitor<R> visitor) {
            return visitor.output(this);
        }
    }

    /** One method for each kind. */
    interface Visitor<R> {
        /** The hashes of files. */
        R hashes(Hashes reading);

        /** The bytes of a file. */
        R content(Content reading);

        /** What a tool prints. */
        R output(Output reading);
    }
}
