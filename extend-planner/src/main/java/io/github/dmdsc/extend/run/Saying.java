package io.github.dmdsc.extend.run;

import io.github.dmdsc.model.FileId;
import java.util.Optional;

/** What is done on a host. */
public sealed interface Saying {
    /** Calls the method for this kind. */
    <R> R accept(Visitor<R> visitor);

    /** The words of the step; where it has none, a person does what the texts of the step say. */
    record Words() implements Saying {
        @Override
        public <R> R accept(Visitor<R> visitor) {
            return visitor.words(this);
        }
    }

    /**
     * Renames what was sent to the name that it must have. Mode and owner stay those of the file that it replaces;
     * where there is none, the owner is that of the directory.
     *
     * @param sent the name that it was sent under
     * @param to the name that it must have
     * @param aside where the file that it replaces is copied first, unless something is there already; absent for a
     *     directory, which replaces nothing
     */
    record Place(FileId sent, FileId to, Optional<FileId> aside) implements Saying {
        @Override
        public <R> R accept(Visitor<R> visitor) {
            return visitor.place(this);
        }
    }

    /**
     * Removes what an earlier attempt left under a name that only this plan uses.
     *
     * @param file the file or directory
     */
    record Remove(FileId file) implements Saying {
        @Override
        public <R> R accept(Visitor<R> visitor) {
            return visitor.remove(this);
        }
    }

    /** One method for each kind. */
    interface Visitor<R> {
        /** The words of the step. */
        R words(Words saying);

        /** What was sent takes its place. */
        R place(Place saying);

        /** Something left over is removed. */
        R remove(Remove saying);
    }
}
