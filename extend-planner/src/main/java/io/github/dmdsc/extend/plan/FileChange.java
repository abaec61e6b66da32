package io.github.dmdsc.extend.plan;

import com.fasterxml.jackson.annotation.JsonInclude;
import com.fasterxml.jackson.databind.annotation.JsonDeserialize;
import com.fasterxml.jackson.databind.annotation.JsonSerialize;
import io.github.dmdsc.ini.diff.Patch;
import io.github.dmdsc.model.FileId;
import java.util.List;
import java.util.Optional;
import org.immutables.value.Value;

/** One file that the extension creates or changes. */
@Value.Immutable
@JsonSerialize(as = ImmutableFileChange.class)
@JsonDeserialize(builder = FileChange.Builder.class)
@JsonInclude(JsonInclude.Include.NON_ABSENT)
public interface FileChange extends WithFileChange {
    /** Which file. */
    FileId file();

    /** Whether it is new. */
    Kind kind();

    /** The file that a new one was made from. */
    Optional<FileId> copiedFrom();

    /** SHA-256 of the bytes before; absent for a new file. */
    Optional<String> before();

    /** SHA-256 of the bytes after. */
    String after();

    /** The bytes before, to go back to; absent for a new file. */
    Optional<FileContent> contentBefore();

    /** The bytes after. */
    FileContent content();

    /** What differs from the file before, or from the one that it was made from. */
    Patch patch();

    /** The same as a unified diff for people to read. */
    default String diff() {
        return patch().text(copiedFrom().orElse(file()), file());
    }

    /** Why each part of it changes. */
    List<Provenance> provenance();

    /** A builder of this value. */
    static Builder builder() {
        return new Builder();
    }

    /** What happens to a file. */
    enum Kind {
        /** It is new. */
        CREATE,
        /** It is there and changes. */
        UPDATE
    }

    /** Builds the value; every attribute may be given once. */
    class Builder extends ImmutableFileChange.Builder {}
}
