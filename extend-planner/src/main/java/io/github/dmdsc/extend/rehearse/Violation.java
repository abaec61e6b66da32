package io.github.dmdsc.extend.rehearse;

import com.fasterxml.jackson.annotation.JsonInclude;
import io.github.dmdsc.model.check.Localized;
import io.github.dmdsc.model.check.Text;
import java.util.Optional;

/**
 * A requirement that a plan, or a way out of a fault, does not meet.
 *
 * @param requirement the requirement
 * @param where the file, the disk, the endpoint or the step concerned
 * @param expected the value that the model expects; empty if the requirement is not about one value
 * @param found the present value; empty if the requirement is not about one value
 */
@JsonInclude(JsonInclude.Include.NON_ABSENT)
public record Violation(Requirement requirement, String where, Optional<String> expected, Optional<String> found)
        implements Localized {
    /** A requirement that is not about one value. */
    static Violation of(Requirement rule, Object where) {
        return new Violation(rule, where.toString(), Optional.empty(), Optional.empty());
    }

    /** The requirement, the place, and the values if there are any, as a sentence. */
    @Override
    public Text text() {
        return requirement.broken(this);
    }
}
