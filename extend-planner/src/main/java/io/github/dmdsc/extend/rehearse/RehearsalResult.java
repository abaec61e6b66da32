package io.github.dmdsc.extend.rehearse;

import com.fasterxml.jackson.annotation.JsonIgnore;
import com.fasterxml.jackson.annotation.JsonInclude;
import java.util.List;
import java.util.Optional;

/**
 * The result of a rehearsal.
 *
 * @param planId the id of the plan
 * @param requirements the requirements that were checked
 * @param statesVisited the number of different states of the model
 * @param stepsExecuted the number of steps that were carried out
 * @param faults the result of each fault; empty if the plan was rehearsed without faults, or did not pass
 * @param passed whether the plan leads to the extended cluster and meets every requirement, and no fault ends in {@link
 *     Ending#STRANDED}
 * @param failure the requirement that the plan does not meet; empty if it meets all of them
 */
@JsonInclude(JsonInclude.Include.NON_ABSENT)
public record RehearsalResult(
        String planId,
        List<Requirement> requirements,
        int statesVisited,
        int stepsExecuted,
        List<FaultVerdict> faults,
        boolean passed,
        Optional<Failure> failure) {
    public RehearsalResult {
        requirements = List.copyOf(requirements);
        faults = List.copyOf(faults);
    }

    /** The number of faults of a kind with an ending. */
    public long count(Fault fault, Ending ending) {
        return faults.stream()
                .filter(each -> each.fault() == fault && each.ending() == ending)
                .count();
    }

    /**
     * The place at which a plan does not meet a requirement.
     *
     * @param step the id of the step; or {@code start} before the first step, {@code end} after the last step, or
     *     {@code reinitialise} in the steps of the re-initialisation; empty if the files hold no DCR configuration of
     *     the plan
     * @param why the requirement that is not met, and the place
     */
    public record Failure(String step, Violation why) {
        /**
         * The requirement that is not met.
         *
         * @return the same as {@code why().requirement()}
         */
        @JsonIgnore
        public Requirement requirement() {
            return why.requirement();
        }
    }

    /**
     * The result of a fault.
     *
     * @param step the id of the step at which the fault happened
     * @param fault the fault
     * @param ending the ending of the plan
     * @param reason the requirement that no way out meets; empty if the ending is a good one
     */
    @JsonInclude(JsonInclude.Include.NON_ABSENT)
    public record FaultVerdict(String step, Fault fault, Ending ending, Optional<Violation> reason) {}
}
