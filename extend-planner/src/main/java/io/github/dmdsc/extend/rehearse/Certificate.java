package io.github.dmdsc.extend.rehearse;

import com.fasterxml.jackson.annotation.JsonIgnore;
import com.fasterxml.jackson.annotation.JsonInclude;
import java.util.List;
import java.util.Optional;

/**
 * What a rehearsal found.
 *
 * @param planId the plan
 * @param rules the rules that were in force
 * @param statesVisited how many different moments of the cluster came up
 * @param stepsExecuted how many steps were carried out
 * @param faults the faults that were put in the way, and what came of each
 * @param passed whether the plan leads to the extended cluster without breaking a rule, and every fault to a good end
 * @param failure what broke, if anything
 */
@JsonInclude(JsonInclude.Include.NON_ABSENT)
public record Certificate(
        String planId,
        List<Requirement> rules,
        int statesVisited,
        int stepsExecuted,
        List<FaultVerdict> faults,
        boolean passed,
        Optional<Failure> failure) {
    public Certificate {
        rules = List.copyOf(rules);
        faults = List.copyOf(faults);
    }

    /** How many of the faults of a kind ended so. */
    public long count(Fault fault, Ending ending) {
        return faults.stream()
                .filter(each -> each.fault() == fault && each.ending() == ending)
                .count();
    }

    /**
     * Where a plan breaks a rule.
     *
     * @param step the step, or {@code start} before the first one, {@code end} or {@code reinitialise} after the last
     * @param why the requirement that is not met, and where
     */
    public record Failure(String step, Violation why) {
        /** The requirement that is not met. */
        @JsonIgnore
        public Requirement rule() {
            return why.rule();
        }
    }

    /**
     * What came of a fault.
     *
     * @param step at which step
     * @param fault what happened
     * @param ending how the plan ended
     * @param reason why no good end was found, if so
     */
    @JsonInclude(JsonInclude.Include.NON_ABSENT)
    public record FaultVerdict(String step, Fault fault, Ending ending, Optional<Violation> reason) {}
}
