package io.github.dmdsc.extend.run;

import io.github.dmdsc.model.FileId;
import java.util.List;

/** What a {@link Move.Read} reads. */
public sealed interface Reading {
    /** Calls the method for this kind of reading. */
    <R> R accept(Visitor<R> visitor);

    /**
     * The SHA-256 of files. The answer is {@link Answer.Hashes}.
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
     * The bytes of a file that the command of the step has just written, or of a file that was changed unexpectedly.
     * The answer is {@link Answer.Content}.
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
     * The output of the step's command. The answer is {@link Answer.Text}.
     *
     * @param byHand whether a person types the command
     */
    record Output(boolean byHand) implements Reading {
        @Override
        public <R> R accept(Visitor<R> visitor) {
            return visitor.output(this);
        }
    }

    /** One method for each kind of reading. */
    interface Visitor<R> {
        /** Handles {@link Hashes}. */
        R hashes(Hashes reading);

        /** Handles {@link Content}. */
        R content(Content reading);

        /** Handles {@link Output}. */
        R output(Output reading);
    }
}
