package io.github.dmdsc.extend.plan;

import com.fasterxml.jackson.annotation.JsonInclude;
import java.util.List;

/**
 * How to see that a step did what it should.
 *
 * @param hashes the files, and the bytes that they must then have
 * @param expected texts that the step's own output must show
 */
@JsonInclude(JsonInclude.Include.NON_EMPTY)
public record Verification(List<FileHash> hashes, List<String> expected) {
    /** Nothing that a program could compare. */
    static final Verification NONE = new Verification(List.of(), List.of());

    public Verification {
        hashes = hashes == null ? List.of() : List.copyOf(hashes);
        expected = expected == null ? List.of() : List.copyOf(expected);
    }

    /** A file must have these bytes. */
    public static Verification of(FileHash hash) {
        return new Verification(List.of(hash), List.of());
    }

    /** The step's own output must show these texts. */
    public static Verification of(List<String> expected) {
        return new Verification(List.of(), expected);
    }
}
