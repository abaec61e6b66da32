package io.github.dmdsc.extend;

import io.github.dmdsc.extend.plan.ExtendPlan;
import io.github.dmdsc.extend.plan.Question;
import io.github.dmdsc.extend.rehearse.Certificate;
import io.github.dmdsc.ini.files.ClusterFiles;
import io.github.dmdsc.model.check.Finding;
import java.util.List;

/** What came of planning. */
public sealed interface PlanResult {
    /** Calls the method for this kind of result. */
    <R> R accept(Visitor<R> visitor);

    /** Everything that was found: the reasons of a refusal, else what is worth knowing. */
    List<Finding> findings();

    /**
     * The extension is planned, and the plan has passed its rehearsal: there is none without.
     *
     * @param plan the plan
     * @param target the complete files of the cluster with its new node
     * @param rehearsal what was rehearsed; with faults where the plan was proved
     * @param notes what is worth knowing; no errors
     */
    record Planned(ExtendPlan plan, ClusterFiles target, Certificate rehearsal, List<Finding> notes)
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

        /** The same with other notes: in the terms of a front end, for example. */
        public Planned withNotes(List<Finding> others) {
            return new Planned(plan, target, rehearsal, others);
        }

        /** The same with another rehearsal of it: one with faults, for example. */
        public Planned with(Certificate another) {
            return new Planned(plan, target, another, notes);
        }
    }

    /**
     * In the files the node is there already, as it was asked for.
     *
     * @param notes which node it is, and what is worth knowing; no errors
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
     * Values are missing.
     *
     * @param questions every open question
     * @param notes what is worth knowing; no errors
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
     * The cluster cannot be extended as it is, or not by this node.
     *
     * @param findings everything that was found, at least one error among it
     * @param questions what would be asked besides
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

        /** For a node that is there already. */
        R alreadyExtended(AlreadyExtended result);

        /** For open questions. */
        R needsInput(NeedsInput result);

        /** For a refusal. */
        R rejected(Rejected result);
    }
}
