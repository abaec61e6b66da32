package io.github.dmdsc.extend.plan;

import com.fasterxml.jackson.annotation.JsonInclude;
import java.util.List;

/**
 * How a program can check that a step took effect. If both lists are empty, there is nothing that a program can
 * compare.
 *
 * @param hashes the files that the step writes, with the hashes that they must have after the step
 * @param expected texts that the output of the step must contain
 */
@JsonInclude(JsonInclude.Include.NON_EMPTY)
public record Verification(List<FileHash> hashes, List<String> expected) {
    /** The empty verification: there is nothing that a program can compare. */
    static final Verification NONE = new Verification(List.of(), List.of());

    public Verification {
        hashes = hashes == null ? List.of() : List.copyOf(hashes);
        expected = expected == null ? List.of() : List.copyOf(expected);
    }

    /** Returns a verification that the file has this hash after the step. */
    public static Verification of(FileHash hash) {
        return new Verification(List.of(hash), List.of());
    }

    /** Returns a verification that the output of the step contains these texts. */
    public static Verification of(List<String> expected) {
        return new Verification(List.of(), expected);
    }
}
