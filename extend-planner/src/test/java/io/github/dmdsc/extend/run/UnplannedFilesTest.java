package io.github.dmdsc.extend.run;

import static org.assertj.core.api.Assertions.assertThat;

import io.github.dmdsc.extend.ExtendedPlans;
import io.github.dmdsc.extend.ExtendedPlans.Planned;
import io.github.dmdsc.extend.plan.Change;
import io.github.dmdsc.extend.rehearse.ModelTransport;
import io.github.dmdsc.extend.run.RunFindings.Unplanned;
import io.github.dmdsc.model.FileId;
import io.github.dmdsc.model.check.Finding;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.TreeMap;
import org.junit.jupiter.api.Test;

/** Tests that the advice of EXT-0319 leads on: its variants name the way that the next run takes. */
class UnplannedFilesTest {
    private static final Planned MANUAL = ExtendedPlans.manual();
    private static final CarryingOut CARRIED = new CarryingOut(MANUAL, CarryingOut.all());
    private static final FileId OLD = MANUAL.plan()
            .actions(Change.WriteFile.class)
            .map(Change.WriteFile::file)
            .filter(file -> MANUAL.files().contains(file))
            .findFirst()
            .orElseThrow();

    /** Carries on from the gate of a step, and finds another hash of a file once the gate was passed. */
    private static List<Finding> afterGate(String step, FileId file, String hash) {
        int gate = CARRIED.first(move -> move instanceof Move.Ask ask
                && ask.question() == Move.Question.GATE
                && ask.steps().get(0).id().equals(step));
        ModelTransport hosts = CARRIED.hosts(gate);
        Run run = CARRIED.moments().get(gate).run();
        while (!CarryingOut.ended(run)) {
            boolean hashes = run.move() instanceof Move.Read read
                    && read.reading() instanceof Reading.Hashes looked
                    && looked.files().contains(file);
            run = hashes
                    ? run.answered(changed((Answer.Hashes) hosts.read((Move.Read) run.move()), file, hash))
                    : CarryingOut.moved(run, hosts);
        }
        return ((Move.Stop) run.move()).findings();
    }

    private static Answer changed(Answer.Hashes hashes, FileId file, String hash) {
        Map<FileId, String> present = new TreeMap<>(hashes.present());
        present.put(file, hash);
        return new Answer.Hashes(present);
    }

    private static String before(FileId file) {
        return MANUAL.plan().base(file).orElseThrow();
    }

    private static void assertAdvice(List<Finding> findings, Unplanned why) {
        assertThat(findings).singleElement().satisfies(finding -> {
            assertThat(finding.ruleId()).isEqualTo("EXT-0319");
            assertThat(finding.variant()).isEqualTo(why.name());
            assertThat(finding.parameters()).containsEntry("file", OLD);
        });
    }

    @Test
    void the_next_run_writes_a_file_again_that_has_its_old_content() {
        assertAdvice(afterGate("extend-dcr", OLD, before(OLD)), Unplanned.REVERTED);
    }

    @Test
    void the_next_run_does_not_replace_an_unknown_content() {
        assertAdvice(afterGate("extend-dcr", OLD, "0".repeat(64)), Unplanned.CHANGED);
    }

    @Test
    void after_a_point_of_no_return_the_next_run_does_not_write_the_file() {
        assertAdvice(afterGate("extend-node", OLD, before(OLD)), Unplanned.LATE);
        assertAdvice(afterGate("extend-node", OLD, "0".repeat(64)), Unplanned.LATE);
    }

    private static List<Finding> from(String step) {
        ModelTransport hosts = CARRIED.hosts(0);
        Run run = Run.of(MANUAL.plan(), List.of(), Optional.of(step), CarryingOut.all());
        return ((Move.Stop) CarryingOut.on(run, hosts).move()).findings();
    }

    @Test
    void a_run_from_a_later_step_writes_no_file_of_a_skipped_step() {
        assertThat(from("extend-dcr"))
                .isNotEmpty()
                .allSatisfy(finding -> assertThat(finding.variant()).isEqualTo(Unplanned.SKIPPED.name()))
                .extracting(finding -> finding.parameters().get("file"))
                .contains(OLD);
    }

    @Test
    void a_run_from_a_step_after_the_point_of_no_return_must_not_begin_again() {
        assertThat(from("start-css"))
                .isNotEmpty()
                .allSatisfy(finding -> assertThat(finding.variant()).isEqualTo(Unplanned.LATE.name()));
    }
}
