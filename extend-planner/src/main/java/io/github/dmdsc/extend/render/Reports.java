package io.github.dmdsc.extend.render;

import com.fasterxml.jackson.annotation.JsonInclude;
import io.github.dmdsc.extend.ClusterCheck;
import io.github.dmdsc.extend.plan.Decision;
import io.github.dmdsc.extend.plan.ExtendPlan;
import io.github.dmdsc.extend.plan.Question;
import io.github.dmdsc.extend.plan.RollbackClass;
import io.github.dmdsc.extend.plan.Step;
import io.github.dmdsc.extend.plan.Topic;
import io.github.dmdsc.extend.rehearse.Certificate;
import io.github.dmdsc.extend.rehearse.Incident;
import io.github.dmdsc.extend.run.Recovery;
import io.github.dmdsc.extend.run.Status;
import io.github.dmdsc.ini.diff.ClusterDiff;
import io.github.dmdsc.model.FileId;
import io.github.dmdsc.model.check.Finding;
import io.github.dmdsc.model.check.Text;
import java.util.List;
import java.util.Optional;
import java.util.function.Function;

/**
 * What the commands print as JSON, see {@link PlanJson#text}. Each record has a JSON Schema under {@code
 * docs/reference/schemas}.
 */
public final class Reports {
    /** The version of these forms. */
    public static final String FORMAT_VERSION = "1.0";

    private Reports() {}

    /**
     * Findings, and the size of the cluster where there is one: of {@code check}, and of each command whose input cannot
     * be read.
     *
     * @param formatVersion {@link #FORMAT_VERSION}
     * @param edition {@code DMASM} or {@code mirror}
     * @param nodes how many nodes
     * @param monitors how many monitors
     * @param findings what was found
     */
    @JsonInclude(JsonInclude.Include.NON_ABSENT)
    public record Findings(
            String formatVersion,
            Optional<String> edition,
            Optional<Integer> nodes,
            Optional<Integer> monitors,
            List<Finding> findings) {
        /** Only findings. */
        public static Findings of(List<Finding> findings) {
            return new Findings(
                    FORMAT_VERSION, Optional.empty(), Optional.empty(), Optional.empty(), List.copyOf(findings));
        }

        /** The findings, in the terms of a front end, of a cluster that was checked. */
        public static Findings of(ClusterCheck check, List<Finding> findings) {
            return new Findings(
                    FORMAT_VERSION,
                    check.cluster().map(cluster -> cluster.edition().toString()),
                    check.cluster().map(cluster -> cluster.nodes().size()),
                    check.cluster().map(cluster -> cluster.monitors().size()),
                    List.copyOf(findings));
        }
    }

    /** What came of planning. */
    public enum Outcome {
        /** There is a plan. */
        PLANNED,
        /** The node is there already. */
        ALREADY_EXTENDED,
        /** Values are missing. */
        NEEDS_INPUT,
        /** The cluster cannot be extended as it is, or not by this node. */
        REJECTED
    }

    /**
     * What came of planning, of {@code plan}. The plan itself is the file plan.json.
     *
     * @param formatVersion {@link #FORMAT_VERSION}
     * @param outcome what came of it
     * @param plan the plan in short, where there is one and it was written
     * @param findings what was found
     * @param questions every open question
     */
    @JsonInclude(JsonInclude.Include.NON_ABSENT)
    public record Planning(
            String formatVersion,
            Outcome outcome,
            Optional<Summary> plan,
            List<Finding> findings,
            List<Asked> questions) {
        /** Without a plan. */
        public static Planning of(
                Outcome outcome, List<Finding> findings, List<Question> questions, Function<Question, String> input) {
            List<Asked> asked = questions.stream()
                    .map(question -> new Asked(
                            question.topic(), input.apply(question), question.form(), question.text(), question))
                    .toList();
            return new Planning(FORMAT_VERSION, outcome, Optional.empty(), List.copyOf(findings), asked);
        }

        /** With a plan that was written to a directory. */
        public static Planning of(ExtendPlan plan, String directory, List<Finding> findings) {
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
     * A plan in short.
     *
     * @param planId its id
     * @param directory where it was written to
     * @param files the files that it writes
     * @param decisions the values of the new node
     * @param steps how many steps it has
     * @param pointsOfNoReturn the steps behind which nothing can be put back
     */
    public record Summary(
            String planId,
            String directory,
            List<Written> files,
            List<Decision> decisions,
            int steps,
            List<String> pointsOfNoReturn) {}

    /**
     * A file that a plan writes.
     *
     * @param file the file
     * @param created whether it is new
     */
    public record Written(FileId file, boolean created) {}

    /**
     * A question.
     *
     * @param topic what it is about
     * @param input what gives the answer: the option of the command line, up to the answer
     * @param form which texts answer it
     * @param text what is asked, and why
     * @param question the question
     */
    public record Asked(Topic topic, String input, String form, Text text, Question question) {}

    /**
     * Exports of the DCR disks, of {@code compare-export}.
     *
     * @param formatVersion {@link #FORMAT_VERSION}
     * @param which {@code base} or {@code planned}: what the disks should hold
     * @param exports each export
     */
    public record Exports(String formatVersion, String which, List<Export> exports) {}

    /**
     * One export.
     *
     * @param file the file
     * @param holds {@code base}, {@code planned} or {@code neither}
     * @param differences how it differs from what the disk should hold, where it holds neither
     */
    @JsonInclude(JsonInclude.Include.NON_ABSENT)
    public record Export(String file, String holds, Optional<ClusterDiff> differences) {}

    /**
     * A rehearsal, of {@code rehearse}.
     *
     * @param formatVersion {@link #FORMAT_VERSION}
     * @param certificate the whole rehearsal; without faults where one step was to fail
     * @param incidents what came of each fault at that step
     */
    public record Rehearsed(String formatVersion, Certificate certificate, List<Incident> incidents) {}

    /**
     * How far a plan is, of {@code status}.
     *
     * @param formatVersion {@link #FORMAT_VERSION}
     * @param planId the plan
     * @param progress how far it is; absent where the plan does not fit the files
     * @param findings what was found
     * @param changed the files that somebody changed under way
     */
    @JsonInclude(JsonInclude.Include.NON_ABSENT)
    public record PlanStatus(
            String formatVersion,
            String planId,
            Optional<Progress> progress,
            List<Finding> findings,
            List<ChangedFile> changed) {}

    /**
     * The steps of a plan by how far it is.
     *
     * @param begun whether anything shows that a change of the plan was made
     * @param done the ids of the steps that are done
     * @param left the ids of the steps that are left, the uncertain ones among them
     * @param uncertain the ids of the steps of which nothing tells whether they were done
     * @param next the id of the step that comes next
     * @param ways the ways on and back, the mildest first
     */
    @JsonInclude(JsonInclude.Include.NON_ABSENT)
    public record Progress(
            boolean begun,
            List<String> done,
            List<String> left,
            List<String> uncertain,
            Optional<String> next,
            List<Recovery.Way> ways) {
        /** The steps of a status, and the ways from where the plan is or from a step that failed. */
        public static Progress of(Status status, List<Recovery.Way> ways) {
            return new Progress(
                    status.begun(),
                    ids(status.done()),
                    ids(status.left()),
                    ids(status.open()),
                    status.next().map(Step::id),
                    List.copyOf(ways));
        }

        private static List<String> ids(List<Step> steps) {
            return steps.stream().map(Step::id).toList();
        }
    }

    /**
     * A file that somebody changed under way.
     *
     * @param file the file
     * @param lines the lines that differ from the file before or from the planned one, whichever is nearer
     */
    public record ChangedFile(FileId file, List<String> lines) {}
}
