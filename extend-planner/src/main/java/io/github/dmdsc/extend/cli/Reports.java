package io.github.dmdsc.extend.cli;

import com.fasterxml.jackson.annotation.JsonInclude;
import io.github.dmdsc.extend.ClusterCheck;
import io.github.dmdsc.extend.plan.Decision;
import io.github.dmdsc.extend.plan.ExtendPlan;
import io.github.dmdsc.extend.plan.Question;
import io.github.dmdsc.extend.plan.RollbackClass;
import io.github.dmdsc.extend.plan.Step;
import io.github.dmdsc.extend.plan.Topic;
import io.github.dmdsc.extend.rehearse.Incident;
import io.github.dmdsc.extend.rehearse.RehearsalResult;
import io.github.dmdsc.extend.render.PlanJson;
import io.github.dmdsc.extend.run.Recovery;
import io.github.dmdsc.extend.run.Status;
import io.github.dmdsc.ini.diff.ClusterDiff;
import io.github.dmdsc.model.Cluster;
import io.github.dmdsc.model.DcrGroup;
import io.github.dmdsc.model.FileId;
import io.github.dmdsc.model.GroupType;
import io.github.dmdsc.model.check.Finding;
import io.github.dmdsc.model.check.Text;
import java.util.List;
import java.util.Optional;
import java.util.function.Function;

/**
 * The JSON output of the commands, which {@link PlanJson#text} serialises. The JSON Schema of each record is a resource
 * of the package {@code extend.render}, for example {@code findings-1.schema.json}.
 */
final class Reports {
    /** The version of the JSON format of these records. */
    static final String FORMAT_VERSION = "1.0";

    private Reports() {}

    /** Returns the storage edition of a cluster, or {@code RAW} for a cluster without ASM. */
    static String edition(Cluster cluster) {
        List<DcrGroup> groups = cluster.dcr().value().groups();
        boolean typesRead = groups.stream().allMatch(group -> group.type().isPresent());
        boolean hasAsm = groups.stream().anyMatch(group -> group.isOfType(GroupType.ASM));
        return groups.isEmpty() || !typesRead || hasAsm ? cluster.edition().toString() : "RAW";
    }

    /**
     * The result of {@code check}: findings, and the size of the cluster. Every other command prints it too if its
     * input cannot be read.
     *
     * @param formatVersion {@link #FORMAT_VERSION}
     * @param edition {@code DMASM}, {@code MIRROR}, or {@code RAW} for raw devices without ASM; empty if there is no
     *     cluster
     * @param nodes the number of nodes; empty if there is no cluster
     * @param monitors the number of monitors; empty if there is no cluster
     * @param findings the findings
     */
    @JsonInclude(JsonInclude.Include.NON_ABSENT)
    record Findings(
            String formatVersion,
            Optional<String> edition,
            Optional<Integer> nodes,
            Optional<Integer> monitors,
            List<Finding> findings) {
        /** Returns a result with only findings. */
        static Findings of(List<Finding> findings) {
            return new Findings(
                    FORMAT_VERSION, Optional.empty(), Optional.empty(), Optional.empty(), List.copyOf(findings));
        }

        /**
         * Returns the result of a check.
         *
         * @param check the check, for the size of the cluster
         * @param findings the findings to print, with options in place of inputs
         */
        static Findings of(ClusterCheck check, List<Finding> findings) {
            return new Findings(
                    FORMAT_VERSION,
                    check.cluster().map(Reports::edition),
                    check.cluster().map(cluster -> cluster.nodes().size()),
                    check.cluster().map(cluster -> cluster.monitors().size()),
                    List.copyOf(findings));
        }
    }

    /** The results of planning. */
    enum Outcome {
        /** A plan was made. */
        PLANNED,
        /** The cluster already has the node. */
        ALREADY_EXTENDED,
        /** Values are missing. */
        NEEDS_INPUT,
        /** The cluster cannot be extended in its present state, or not by the requested node. */
        REJECTED
    }

    /**
     * The result of {@code plan}. The plan itself is in the file plan.json.
     *
     * @param formatVersion {@link #FORMAT_VERSION}
     * @param outcome the kind of result
     * @param plan a summary of the plan; empty if there is no plan
     * @param findings the findings
     * @param questions every open question
     */
    @JsonInclude(JsonInclude.Include.NON_ABSENT)
    record Planning(
            String formatVersion,
            Outcome outcome,
            Optional<Summary> plan,
            List<Finding> findings,
            List<Asked> questions) {
        /** Returns a result without a plan. */
        static Planning of(
                Outcome outcome, List<Finding> findings, List<Question> questions, Function<Question, String> input) {
            List<Asked> asked = questions.stream()
                    .map(question -> new Asked(
                            question.topic(), input.apply(question), question.form(), question.text(), question))
                    .toList();
            return new Planning(FORMAT_VERSION, outcome, Optional.empty(), List.copyOf(findings), asked);
        }

        /** Returns a result with a plan, and the directory that it was written to. */
        static Planning of(ExtendPlan plan, Optional<String> directory, List<Finding> findings) {
            Summary summary = new Summary(
                    plan.planId(),
                    directory,
                    plan.files().stream()
                            .map(file -> new Written(file.file(), file.before().isEmpty()))
                            .toList(),
                    plan.decisions(),
                    plan.steps().size(),
                    plan.steps().stream()
                            .filter(step -> step.rollbackClass() == RollbackClass.POINT_OF_NO_RETURN)
                            .map(Step::id)
                            .toList());
            return new Planning(
                    FORMAT_VERSION, Outcome.PLANNED, Optional.of(summary), List.copyOf(findings), List.of());
        }
    }

    /**
     * A summary of a plan.
     *
     * @param planId the id of the plan
     * @param directory the directory that the plan was written to; empty if it was not written
     * @param files the files that the plan creates or changes
     * @param decisions the values of the new node
     * @param steps the number of steps
     * @param pointsOfNoReturn the ids of the steps after which only a re-initialisation leads back
     */
    @JsonInclude(JsonInclude.Include.NON_ABSENT)
    record Summary(
            String planId,
            Optional<String> directory,
            List<Written> files,
            List<Decision> decisions,
            int steps,
            List<String> pointsOfNoReturn) {}

    /**
     * A file that a plan creates or changes.
     *
     * @param file the file
     * @param created whether the file is created; otherwise it is changed
     */
    record Written(FileId file, boolean created) {}

    /**
     * A question.
     *
     * @param topic the topic of the question
     * @param input the option of the command line that gives the answer, up to the answer itself
     * @param form the form of the answer, see {@link Question#form()}
     * @param text the question and its reason, as a sentence
     * @param question the question
     */
    record Asked(Topic topic, String input, String form, Text text, Question question) {}

    /**
     * The result of {@code compare-export}.
     *
     * @param formatVersion {@link #FORMAT_VERSION}
     * @param which the configuration that the disks should hold: {@code base} or {@code planned}
     * @param exports the result for each export
     */
    record Exports(String formatVersion, String which, List<Export> exports) {}

    /**
     * The result for one export.
     *
     * @param file the path of the export
     * @param holds the configuration in the export: {@code base}, {@code planned} or {@code neither}
     * @param differences the differences from the configuration that the disk should hold; empty if the export holds
     *     {@code base} or {@code planned}
     */
    @JsonInclude(JsonInclude.Include.NON_ABSENT)
    record Export(String file, String holds, Optional<ClusterDiff> differences) {}

    /**
     * The result of {@code rehearse}.
     *
     * @param formatVersion {@link #FORMAT_VERSION}
     * @param certificate the result of the rehearsal; without faults if the command was given one step
     * @param incidents the result of each fault at that step; empty if the command was given no step
     */
    record Rehearsed(String formatVersion, RehearsalResult certificate, List<Incident> incidents) {}

    /**
     * The result of {@code status}.
     *
     * @param formatVersion {@link #FORMAT_VERSION}
     * @param planId the id of the plan
     * @param progress the progress of the plan; empty if the plan does not fit the files
     * @param findings the findings
     * @param changed the files that were changed unexpectedly
     */
    @JsonInclude(JsonInclude.Include.NON_ABSENT)
    record PlanStatus(
            String formatVersion,
            String planId,
            Optional<Progress> progress,
            List<Finding> findings,
            List<ChangedFile> changed) {}

    /**
     * The progress of a plan.
     *
     * @param begun whether the journal or the files show that the plan has changed something
     * @param done the ids of the steps that are done
     * @param remaining the ids of the steps that are left, including the uncertain ones
     * @param uncertain the ids of the steps of which it is unknown whether they were done
     * @param next the id of the step that comes next; empty if no step is left
     * @param ways the ways on and back, the way on first
     */
    @JsonInclude(JsonInclude.Include.NON_ABSENT)
    record Progress(
            boolean begun,
            List<String> done,
            List<String> remaining,
            List<String> uncertain,
            Optional<String> next,
            List<Recovery.Way> ways) {
        /**
         * Returns the progress of a status.
         *
         * @param status the status
         * @param ways the ways on and back from the present state, or from a failed step
         */
        static Progress of(Status status, List<Recovery.Way> ways) {
            return new Progress(
                    status.begun(),
                    ids(status.done()),
                    ids(status.remaining()),
                    ids(status.uncertain()),
                    status.next().map(Step::id),
                    List.copyOf(ways));
        }

        private static List<String> ids(List<Step> steps) {
            return steps.stream().map(Step::id).toList();
        }
    }

    /**
     * A file that was changed unexpectedly.
     *
     * @param file the file
     * @param lines the lines that differ from the file before the extension or from the planned file, whichever has
     *     fewer differences
     */
    record ChangedFile(FileId file, List<String> lines) {}
}
