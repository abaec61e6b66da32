package io.github.dmdsc.extend.run;

import io.github.dmdsc.model.FileId;
import java.util.Optional;

/** An operation on a host, see {@link Move.Perform}. */
public sealed interface Operation {
    /** Calls the method for this kind of operation. */
    <R> R accept(Visitor<R> visitor);

    /** Runs the command of the step. If the step has no command, a person follows the texts of the step. */
    record CarryOut() implements Operation {
        @Override
        public <R> R accept(Visitor<R> visitor) {
            return visitor.carryOut(this);
        }
    }

    /**
     * Renames a sent file or directory to its final name. A file gets the mode and the owner of the file that it
     * replaces. If there is none, it gets the owner of the directory.
     *
     * @param sent the present name
     * @param to the final name
     * @param aside the name to which the replaced file is copied first, unless that name already exists; empty for a
     *     directory, which replaces nothing
     */
    record Place(FileId sent, FileId to, Optional<FileId> aside) implements Operation {
        @Override
        public <R> R accept(Visitor<R> visitor) {
            return visitor.place(this);
        }
    }

    /**
     * Removes a file or directory that an earlier attempt left, according to the journal.
     *
     * @param file the file or directory
     */
    record Remove(FileId file) implements Operation {
        @Override
        public <R> R accept(Visitor<R> visitor) {
            return visitor.remove(this);
        }
    }

    /**
     * Renames a file that stands where a look writes its file, and that no entry of the journal shows to come from this
     * plan. The operator may want to keep it.
     *
     * @param file the file
     * @param to the new name, which does not exist
     */
    record SetAside(FileId file, FileId to) implements Operation {
        @Override
        public <R> R accept(Visitor<R> visitor) {
            return visitor.setAside(this);
        }
    }

    /** One method for each kind of operation. */
    interface Visitor<R> {
        /** Handles {@link CarryOut}. */
        R carryOut(CarryOut operation);

        /** Handles {@link Place}. */
        R place(Place operation);

        /** Handles {@link Remove}. */
        R remove(Remove operation);

        /** Handles {@link SetAside}. */
        R setAside(SetAside operation);
    }
}
