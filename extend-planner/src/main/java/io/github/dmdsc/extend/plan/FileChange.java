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
    /** The file. */
    FileId file();

    /** Whether the file is created or changed. */
    Kind kind();

    /** The existing file whose text the new file starts from; empty if the file is not a copy. */
    Optional<FileId> copiedFrom();

    /** The SHA-256 of the file before the extension; empty for a new file. */
    Optional<String> before();

    /** The SHA-256 of the file after the extension. */
    String after();

    /** The content of the file before the extension, which the way back restores; empty for a new file. */
    Optional<FileContent> contentBefore();

    /** The content of the file after the extension. */
    FileContent content();

    /**
     * The difference between the file before and after the extension. For a new file with {@link #copiedFrom()}, the
     * difference from that file.
     */
    Patch patch();

    /**
     * {@link #patch()} as a unified diff for people. For {@code patch} and {@code git apply}, use {@link
     * io.github.dmdsc.ini.diff.UnifiedDiff}.
     */
    default String diff() {
        return patch().text(copiedFrom().orElse(file()), file());
    }

    /** The reason for each line that is new or changed. */
    List<Provenance> provenance();

    /** A builder of this value. */
    static Builder builder() {
        return new Builder();
    }

    /** The kinds of change of a file. */
    enum Kind {
        /** The file is new. */
        CREATE,
        /** The file exists and changes. */
        UPDATE
    }

    /** Builds the value; every attribute may be given once. */
    class Builder extends ImmutableFileChange.Builder {}
}
