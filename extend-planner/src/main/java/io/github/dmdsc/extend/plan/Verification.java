package io.github.dmdsc.extend.plan;

import com.fasterxml.jackson.annotation.JsonInclude;
import io.github.dmdsc.model.check.Text;
import java.util.List;

/**
 * How to see that a step did what it should.
 *
 * @param text in words
 * @param hashes the files, and the bytes that they must then have
 * @param expected texts that the step's own output must show
 */
@JsonInclude(JsonInclude.Include.NON_EMPTY)
public record Verification(Text text, List<FileHash> hashes, List<String> expected) {
    public Verification {
        hashes = hashes == null ? List.of() : List.copyOf(hashes);
        expected = expected == null ? List.of() : List.copyOf(expected);
    }
}
