package io.github.dmdsc.extend.run;

import io.github.dmdsc.extend.plan.Look;
import io.github.dmdsc.extend.plan.Step;
import io.github.dmdsc.extend.state.VerdictReason;
import io.github.dmdsc.model.FileId;
import io.github.dmdsc.model.Location;
import io.github.dmdsc.model.check.Finding;
import io.github.dmdsc.model.check.FindingBuilder;
import io.github.dmdsc.model.check.FindingKind;
import io.github.dmdsc.model.check.Input;
import io.github.dmdsc.model.check.Severity;
import java.util.ArrayList;
import java.util.Collection;
import java.util.EnumMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.TreeMap;

/** The findings about a plan while it is carried out, from EXT-0312. */
final class RunFindings {
    private static final FindingKind DAMAGED = kind("EXT-0312");
    private static final FindingKind OTHER_PLAN = kind("EXT-0313");
    private static final FindingKind FAILED = kind("EXT-0314");
    private static final FindingKind NOT_SHOWN = kind("EXT-0315");
    private static final FindingKind DISK = kind("EXT-0316");
    private static final FindingKind NOT_WHOLE = kind("EXT-0317");
    private static final FindingKind UNSEEN = kind("EXT-0318");
    private static final FindingKind NOT_AS_PLANNED = kind("EXT-0319");

    private RunFindings() {}

    private static FindingKind kind(String id) {
        return FindingKind.of(ResumeFindings.MESSAGES, id, Severity.ERROR);
    }

    static Finding damaged(String source, int line) {
        return DAMAGED.at(new Location("", source, line, 0)).build();
    }

    static Finding otherPlan(String source, int line, String found, String planId) {
        return OTHER_PLAN
                .at(new Location("", source, line, 0))
                .with("found", found)
                .with("plan", planId)
                .build();
    }

    static Finding failed(Step step, Answer.Outcome outcome) {
        return FAILED.at(Location.outside(step.id()))
                .variant(outcome.name())
                .with("step", step.id())
                .with("host", step.host())
                .build();
    }

    static Finding notShown(Step step) {
        return notShown(step, Location.outside(step.id())).build();
    }

    /** Returns a finding for each endpoint, group, disk or file that the output shows not to be as required. */
    static List<Finding> notShown(Step step, List<VerdictReason> reasons) {
        Map<String, VerdictReason> bySubject = new LinkedHashMap<>();
        reasons.stream()
                .filter(reason -> reason.outcome() == VerdictReason.Outcome.REFUTED)
                .forEach(reason -> bySubject.putIfAbsent(reason.subject(), reason));
        return bySubject.values().stream()
                .map(reason -> notShown(step, reason.at())
                        .variant("OUTPUT")
                        .with("reason", reason)
                        .build())
                .toList();
    }

    private static FindingBuilder notShown(Step step, Location at) {
        return NOT_SHOWN.at(at).with("step", step.id()).with("host", step.host());
    }

    static Finding disk(Step step, Look.ExportDcr export, int differences) {
        return DISK.at(Location.of(export.to()))
                .variant(export.expected() == Look.DcrConfiguration.PLANNED ? "PLANNED" : "BASE")
                .with("step", step.id())
                .with("disk", export.disk())
                .with("differences", differences)
                .build();
    }

    /**
     * Returns a finding for a file without the hash that it must have.
     *
     * @param placed whether the file has its final name already
     */
    static Finding notWhole(FileId file, boolean placed, Optional<String> now, String planned) {
        return NOT_WHOLE
                .at(Location.of(file))
                .variant(placed ? "PLACED" : "SENT")
                .with("file", file)
                .with("now", now)
                .with("planned", planned)
                .build();
    }

    /** Returns a finding for each host and each reason why files of the host could not be looked at. */
    static List<Finding> unseen(Map<FileId, Answer.Obstacle> unseen) {
        Map<String, Map<Answer.Obstacle, List<FileId>>> byHost = new TreeMap<>();
        new TreeMap<>(unseen)
                .forEach(
                        (file, why) -> byHost.computeIfAbsent(file.host(), host -> new EnumMap<>(Answer.Obstacle.class))
                                .computeIfAbsent(
                                        why == Answer.Obstacle.EMPTY_DIRECTORY ? Answer.Obstacle.DIRECTORY : why,
                                        each -> new ArrayList<>())
                                .add(file));
        List<Finding> findings = new ArrayList<>();
        byHost.forEach((host, reasons) -> reasons.forEach((why, files) -> findings.add(UNSEEN.at(Location.outside(host))
                .variant(why.name())
                .with("files", files)
                .with("host", host)
                .build())));
        return findings;
    }

    /** Returns the finding that an export of a DCR disk has lines that cannot be read. */
    static Finding otherText(FileId export) {
        return UNSEEN.at(Location.outside(export.host()))
                .variant("OTHER_TEXT")
                .with("files", List.of(export))
                .with("host", export.host())
                .build();
    }

    /** The reasons why a file is not as planned. They differ in the way on. */
    enum Unplanned {
        /** The file has a known content. The next run writes it again. */
        REVERTED,
        /** The content is not known, or no step writes it. The run does not replace it. */
        CHANGED,
        /** A point of no return was begun. It is too late to write the file again. */
        LATE,
        /** The step that writes the file is skipped. */
        SKIPPED,
        /** The file is a symbolic link. The run does not replace it. */
        LINK,
        /** The path that a step creates exists already and is not an empty directory. */
        EXISTS
    }

    static Finding notAsPlanned(FileId file, Unplanned why, Optional<String> now, Collection<String> planned) {
        FindingBuilder finding = NOT_AS_PLANNED
                .at(Location.of(file))
                .variant(why.name())
                .with("file", file)
                .with("now", now)
                .with("planned", planned);
        return (why == Unplanned.SKIPPED ? finding.with("from", new Input("run.from", "")) : finding).build();
    }
}
