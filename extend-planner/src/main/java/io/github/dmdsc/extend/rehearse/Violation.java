package io.github.dmdsc.extend.rehearse;

import com.fasterxml.jackson.annotation.JsonInclude;
import io.github.dmdsc.model.check.Text;
import io.github.dmdsc.model.check.Worded;
import java.util.Optional;

/**
 * Where a plan, or a way out of a fault, does not meet a requirement.
 *
 * @param rule the requirement
 * @param where the file, the disk, the endpoint or the step that it is about
 * @param expected the value that the model demands there; absent where the requirement is not about one value
 * @param found the value that is there; absent where the requirement is not about one value
 */
@JsonInclude(JsonInclude.Include.NON_ABSENT)
public record Violation(Requirement rule, String where, Optional<String> expected, Optional<String> found)
        implements Worded {
    /** A requirement that is not about one value. */
    static Violation of(Requirement rule, Object where) {
        return new Violation(rule, where.toString(), Optional.empty(), Optional.empty());
    }

    /** The requirement, where it is not met, and the values where there are any. */
    @Override
    public Text words() {
        return rule.broken(this);
    }
}
