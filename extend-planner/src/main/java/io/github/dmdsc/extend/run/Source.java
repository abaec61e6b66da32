package io.github.dmdsc.extend.run;

import io.github.dmdsc.extend.plan.FileContent;
import io.github.dmdsc.model.FileId;
import java.util.List;

/** The source of a {@link Move.Put}. */
public sealed interface Source {
    /** Calls the method for this kind of source. */
    <R> R accept(Visitor<R> visitor);

    /**
     * A file of the plan.
     *
     * @param content the bytes of the file
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
     * @param from the directory and its host
     * @param except the paths below the directory to leave out, as in {@link
     *     io.github.dmdsc.extend.plan.Change.CopyDirectory#except}
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

    /** One method for each kind of source. */
    interface Visitor<R> {
        /** Handles {@link File}. */
        R file(File source);

        /** Handles {@link Directory}. */
        R directory(Directory source);
    }
}
