package io.github.dmdsc.extend;

import io.github.dmdsc.extend.plan.ExtendPlan;
import io.github.dmdsc.extend.plan.Question;
import io.github.dmdsc.extend.rehearse.RehearsalResult;
import io.github.dmdsc.ini.files.ClusterFiles;
import io.github.dmdsc.model.check.Finding;
import java.util.List;

/** The result of planning. Its four kinds are: a plan, a node that already exists, open questions, and a refusal. */
public sealed interface PlanResult {
    /** Calls the method for this kind of result. */
    <R> R accept(Visitor<R> visitor);

    /**
     * The findings. For a refusal they give its reasons; for the other kinds they are warnings, notes and waived
     * errors, which do not stop the plan.
     */
    List<Finding> findings();

    /**
     * The extension is planned. A plan is returned only if it has passed its rehearsal.
     *
     * @param plan the plan
     * @param target all files of the extended cluster
     * @param rehearsal the result of the rehearsal; it holds faults only if the plan was rehearsed with faults
     * @param notes findings that do not stop the plan; none is a blocking error
     */
    record Planned(ExtendPlan plan, ClusterFiles target, RehearsalResult rehearsal, List<Finding> notes)
            implements PlanResult {
        /**
         * A planned extension.
         *
         * @throws IllegalArgumentException if the plan has not passed this rehearsal
         */
        public Planned {
            if (!rehearsal.passed() || !rehearsal.planId().equals(plan.planId())) {
                throw new IllegalArgumentException("the plan has not passed this rehearsal");
            }
            notes = List.copyOf(notes);
        }

        @Override
        public List<Finding> findings() {
            return notes;
        }

        @Override
        public <R> R accept(Visitor<R> visitor) {
            return visitor.planned(this);
        }

        /** A copy with other notes, for example with texts that name the options of a command line. */
        public Planned withNotes(List<Finding> others) {
            return new Planned(plan, target, rehearsal, others);
        }

        /**
         * A copy with the result of another rehearsal of the same plan, for example of one with faults.
         *
         * @throws IllegalArgumentException if the plan has not passed that rehearsal
         */
        public Planned with(RehearsalResult another) {
            return new Planned(plan, target, another, notes);
        }
    }

    /**
     * The cluster already has a node with the requested address, and it is as the request describes it.
     *
     * @param notes findings that do not stop the plan, among them one that names the existing node
     */
    record AlreadyExtended(List<Finding> notes) implements PlanResult {
        public AlreadyExtended {
            notes = List.copyOf(notes);
        }

        @Override
        public List<Finding> findings() {
            return notes;
        }

        @Override
        public <R> R accept(Visitor<R> visitor) {
            return visitor.alreadyExtended(this);
        }
    }

    /**
     * Values are missing. Nothing is planned until the request gives them.
     *
     * @param questions every open question
     * @param notes findings that do not stop the plan; none is a blocking error
     */
    record NeedsInput(List<Question> questions, List<Finding> notes) implements PlanResult {
        public NeedsInput {
            questions = List.copyOf(questions);
            notes = List.copyOf(notes);
        }

        @Override
        public List<Finding> findings() {
            return notes;
        }

        @Override
        public <R> R accept(Visitor<R> visitor) {
            return visitor.needsInput(this);
        }
    }

    /**
     * The cluster cannot be extended in its present state, or not by the requested node.
     *
     * @param findings the findings; at least one is a blocking error
     * @param questions the questions that are open too; empty if they could not be determined
     */
    record Rejected(List<Finding> findings, List<Question> questions) implements PlanResult {
        public Rejected {
            findings = List.copyOf(findings);
            questions = List.copyOf(questions);
        }

        @Override
        public <R> R accept(Visitor<R> visitor) {
            return visitor.rejected(this);
        }
    }

    /** One method for each kind of result. */
    interface Visitor<R> {
        /** For a plan. */
        R planned(Planned result);

        /** For a node that already exists. */
        R alreadyExtended(AlreadyExtended result);

        /** For open questions. */
        R needsInput(NeedsInput result);

        /** For a refusal. */
        R rejected(Rejected result);
    }
}
