package io.github.dmdsc.extend.run;

import io.github.dmdsc.extend.plan.FileContent;
import io.github.dmdsc.model.FileId;
import java.util.List;

/** What is put on a host. */
public sealed interface Source {
    /** Calls the method for this kind. */
    <R> R accept(Visitor<R> visitor);

    /**
     * A file of the plan.
     *
     * @param content its bytes
     */
    record File(FileContent content) implements Source {
        @Override
        public <R> R accept(Visitor<R> visitor) {
            return visitor.file(this);
        }
    }

    /**
     * A directory of a host.
     *
     * @param from the directory
     * @param except the names below it that are left out, as in the step's action
     */
    record Directory(FileId from, List<String> except) implements Source {
        public Directory {
            except = List.copyOf(except);
        }

        @Override
        public <R> R accept(Visitor<R> visitor) {
            return visitor.directory(this);
        }
    }

    /** One method for each kind. */
    interface Visitor<R> {
        /** A file. */
        R file(File source);

        /** A directory. */
        R directory(Directory source);
    }
}
