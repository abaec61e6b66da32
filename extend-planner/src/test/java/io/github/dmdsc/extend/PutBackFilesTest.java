package io.github.dmdsc.extend;

import static org.assertj.core.api.Assertions.assertThat;

import io.github.dmdsc.extend.plan.ExtendPlan;
import io.github.dmdsc.extend.plan.Step;
import io.github.dmdsc.extend.run.Answer;
import io.github.dmdsc.extend.run.JournalEntry;
import io.github.dmdsc.extend.run.Move;
import io.github.dmdsc.extend.run.Observed;
import io.github.dmdsc.extend.run.Reading;
import io.github.dmdsc.extend.run.Recovery;
import io.github.dmdsc.extend.run.Run;
import io.github.dmdsc.extend.run.Status;
import io.github.dmdsc.ini.digest.Hashes;
import io.github.dmdsc.ini.files.ClusterFiles;
import io.github.dmdsc.model.FileId;
import io.github.dmdsc.model.check.Finding;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.TreeMap;
import java.util.stream.Collectors;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** Files that were put back or removed after the plan wrote them: the status and a run give the same answer. */
class PutBackFilesTest {
    private static final FileId MAL = new FileId("10.0.2.101", "/home/data/dmasvrmal.ini");
    private static final FileId NEW_DM_INI = new FileId("10.0.2.103", "/home/data/dsc2_config/dm.ini");
    private static final FileId COPIED = new FileId("10.0.2.103", "/home/data/dsc2_config/sqllog.ini");
    private static final ClusterFiles BASE = Example.files()
            .with(
                    new FileId("10.0.2.101", "/home/data/dsc0_config/sqllog.ini"),
                    "BUF_TOTAL_SIZE = 10240\n".getBytes(StandardCharsets.UTF_8));

    private final ExtendPlan plan =
            Example.planned(BASE, Example.manualRequest().build()).plan();

    private List<Step> upTo(String id) {
        int at = plan.steps().stream().map(Step::id).toList().indexOf(id);
        return plan.steps().subList(0, at + 1);
    }

    /** The last step was begun and not ended. */
    private List<JournalEntry> journal(List<Step> steps) {
        List<JournalEntry> entries = new ArrayList<>();
        entries.add(new JournalEntry.Opened(plan.planId()));
        steps.subList(0, steps.size() - 1).forEach(step -> entries.add(new JournalEntry.Ended(step.id())));
        entries.add(new JournalEntry.Begun(steps.get(steps.size() - 1).id()));
        return entries;
    }

    private Move afterReading(List<JournalEntry> journal, ClusterFiles files) {
        Run run = Run.of(plan, journal);
        assertThat(run.move()).isInstanceOf(Move.Read.class);
        Reading.Hashes asked = (Reading.Hashes) ((Move.Read) run.move()).reading();
        Map<FileId, String> present = new TreeMap<>();
        asked.files().forEach(file -> files.find(file).ifPresent(bytes -> present.put(file, Hashes.sha256(bytes))));
        return run.answered(new Answer.Hashes(present)).move();
    }

    private static void assertLate(List<Finding> findings, FileId... files) {
        assertThat(findings).allMatch(finding -> finding.ruleId().equals("EXT-0319") && finding.isBlocking());
        assertThat(findings)
                .extracting(finding -> finding.parameters().get("file"))
                .containsExactlyInAnyOrder((Object[]) files);
    }

    @ParameterizedTest
    @ValueSource(strings = {"extend-dcr", "extend-node", "start-css", "clients"})
    void after_a_point_of_no_return_the_status_and_a_run_refuse_them(String last) {
        List<JournalEntry> journal = journal(upTo(last));
        ClusterFiles files = CarriedOut.files(plan, BASE, upTo(last))
                .with(MAL, BASE.bytes(MAL))
                .without(NEW_DM_INI)
                .without(COPIED);
        Observed observed = Observed.of(journal).with(files);

        Status status = Status.of(plan, observed);
        Recovery recovery = Recovery.recover(plan, last, observed);

        assertLate(status.findings(), MAL, NEW_DM_INI, COPIED);
        assertThat(status.findings()).extracting(Finding::variant).containsOnly("LATE");
        assertThat(status.fits()).isFalse();
        assertThat(status.next()).isEmpty();
        assertThat(status.ways()).isEmpty();
        assertThat(recovery.findings()).isEqualTo(status.findings());
        assertThat(recovery.ways()).isEmpty();
        assertThat(afterReading(journal, files))
                .isInstanceOfSatisfying(
                        Move.Stop.class, stop -> assertThat(stop.findings()).isEqualTo(status.findings()));
    }

    @Test
    void a_point_of_no_return_counts_whatever_shows_it() {
        ClusterFiles files = CarriedOut.files(plan, BASE, upTo("extend-node")).with(MAL, BASE.bytes(MAL));
        Set<String> done = upTo("extend-node").stream().map(Step::id).collect(Collectors.toSet());

        Status byHand = Status.of(plan, Observed.of(files).withDone(done));
        Status shown = Status.of(plan, Observed.of(files).with(CarriedOut.state(plan, upTo("extend-node"))));

        assertLate(byHand.findings(), MAL);
        assertLate(shown.findings(), MAL);
    }

    @Test
    void before_it_they_are_written_again() {
        List<JournalEntry> journal = journal(upTo("dcr-still-base"));
        ClusterFiles files = CarriedOut.files(plan, BASE, upTo("dcr-still-base"));

        for (ClusterFiles now : List.of(
                files.with(MAL, BASE.bytes(MAL)),
                files.without(NEW_DM_INI),
                // No later step writes these files, so the directory must be copied again.
                files.without(COPIED),
                CarriedOut.files(plan, BASE, upTo("verify-log-files")))) {
            Status status = Status.of(plan, Observed.of(journal).with(now));

            assertThat(status.findings()).isEmpty();
            Optional<Step> again = ((Move.Read) afterReading(journal, now)).step();
            assertThat(again).isPresent().isEqualTo(status.next());
        }
    }

    @Test
    void a_file_that_a_later_step_writes_is_not_late() {
        ClusterFiles files =
                CarriedOut.files(plan, BASE, upTo("clients")).with(Example.MONITOR, BASE.bytes(Example.MONITOR));

        assertThat(Status.of(plan, Observed.of(journal(upTo("clients"))).with(files)))
                .returns(true, Status::fits)
                .returns(
                        Optional.of("write.update-monitors." + Example.MONITOR),
                        status -> status.next().map(Step::id));
    }
}
