package io.github.dmdsc.extend.render;

import static org.assertj.core.api.Assertions.assertThat;

import io.github.dmdsc.extend.Example;
import io.github.dmdsc.extend.plan.ExtendPlan;
import io.github.dmdsc.extend.plan.Step;
import io.github.dmdsc.extend.rehearse.Ending;
import io.github.dmdsc.extend.rehearse.Fault;
import io.github.dmdsc.extend.rehearse.Incident;
import io.github.dmdsc.extend.rehearse.RehearsalResult;
import io.github.dmdsc.extend.rehearse.RehearsalResult.Failure;
import io.github.dmdsc.extend.rehearse.RehearsalResult.FaultVerdict;
import io.github.dmdsc.extend.rehearse.Requirement;
import io.github.dmdsc.extend.rehearse.Rescue;
import io.github.dmdsc.extend.rehearse.Violation;
import io.github.dmdsc.extend.run.Recovery;
import io.github.dmdsc.extend.run.Status;
import java.util.Arrays;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import org.junit.jupiter.api.Test;

/** Tests the terminal texts of resume, recover and rehearse. */
class TerminalTextTest {
    private static final ExtendPlan PLAN = Example.manual().plan();

    private static List<Step> steps(String... ids) {
        return Arrays.stream(ids)
                .map(id -> PLAN.steps().stream()
                        .filter(step -> step.id().equals(id))
                        .findFirst()
                        .orElseThrow())
                .toList();
    }

    private static Status status(List<Step> done, List<Step> left, List<Step> open, boolean begun) {
        return new Status(done, left, open, Optional.empty(), begun, List.of(), Optional.empty(), List.of());
    }

    @Test
    void remaining_steps_are_listed_and_uncertain_ones_with_their_looks() {
        List<Step> left = steps("add-log-files", "verify-dmctl", "extend-node");
        Status remaining = status(steps("cluster-ok"), left, steps("add-log-files"), true);

        assertThat(StepsText.of(PLAN, remaining, Locale.ENGLISH)).isEqualTo("""
                        Done: 1, left: 3
                        x  1  cluster-ok  monitor  Check that the whole cluster is OK
                        ?  9  add-log-files  10.0.2.101  Add redo log files for the new node
                              Added log files cannot be removed. Check with the next two steps whether they were added, and \
                        repeat this step only if they were not. No manual says what a second statement or \
                        left-over log files lead to.
                          10  verify-dmctl  10.0.2.101  Check the new log files in dm.ctl
                          29  extend-node  monitor  Run extend node
                        """);
    }

    @Test
    void without_signs_of_a_start_the_steps_that_must_not_be_done_twice_are_named() {
        List<Step> left = steps("add-log-files", "verify-dmctl", "extend-node");

        assertThat(StepsText.of(PLAN, status(List.of(), left, List.of(), false), Locale.ENGLISH))
                .contains(
                        "Nothing shows whether this plan was begun. If it was, look first at the steps that must not be done twice: add-log-files, extend-node\n   9  add-log-files  10.0.2.101  ");
        assertThat(StepsText.of(PLAN, status(List.of(), left, List.of(), true), Locale.ENGLISH))
                .doesNotContain("Nothing shows");
        List<Step> harmless = steps("verify-dmctl");
        assertThat(StepsText.of(PLAN, status(List.of(), harmless, List.of(), false), Locale.CHINESE))
                .endsWith("\n  10  verify-dmctl  10.0.2.101  在 dm.ctl 中确认新日志文件\n")
                .hasLineCount(2);
    }

    @Test
    void each_way_from_a_failed_step_has_its_commands_and_the_next_step() {
        List<Recovery.Way> ways = List.of(
                new Recovery.Way(
                        Recovery.Kind.LOOK,
                        Recovery.When.UNKNOWN,
                        steps("verify-dmctl"),
                        Optional.of("verify-log-files"),
                        Optional.of("add-log-files")),
                new Recovery.Way(
                        Recovery.Kind.RETRY,
                        Recovery.When.CERTAINLY_NOT_DONE,
                        steps("extend-node"),
                        Optional.of("show-extended"),
                        Optional.empty()),
                new Recovery.Way(
                        Recovery.Kind.UNDO, Recovery.When.GIVEN_UP, List.of(), Optional.empty(), Optional.empty()));
        Recovery recovery = new Recovery(steps("check-dcr.disk1").get(0), ways, List.of());

        assertThat(StepsText.of(PLAN, recovery, Locale.ENGLISH)).isEqualTo("""
                        check-dcr.disk1: Do not go on. Look up the ways from extend-dcr, or go to the re-initialisation.

                        Look first: Nothing shows whether check-dcr.disk1 took effect. Look with these steps first, and \
                        repeat nothing before. If it took effect, go on with the next step. If it had no effect at all, \
                        remove the cause and do it. If it is half done, do not repeat it.
                          - verify-dmctl  10.0.2.101  Check the new log files in dm.ctl
                              cd /opt/dmdbms/bin
                              ./dmctlcvt TYPE=1 SRC=+DMDATA/data/dsc/dm.ctl \
                        DEST=/home/data/dmctl_with_node2.txt DCR_INI=/home/data/dmdcr.ini
                          => if it was done, go on with verify-log-files
                          => if it had no effect, do add-log-files

                        Do it again: Only if it is sure that check-dcr.disk1 had no effect: remove the cause, and do it again.
                          - extend-node  monitor  Run extend node
                              ! POINT OF NO RETURN. All instances re-read DCR and MAL now and may serve nobody for a short \
                        time. A wrong file can make all instances exit. Go on?
                              cd /opt/dmdbms/bin
                              ./dmcssm INI_PATH=/home/data/cssm/dmcssm.ini
                              extend node
                              exit
                          => show-extended

                        Give up and go back: If the extension is given up: put every file back, and remove what was made for the \
                        new node. Everything else in a directory that is removed is lost. Log files that were added for \
                        the new node stay: no statement removes them, and no manual says what they lead to.
                        """);
    }

    @Test
    void commands_in_chinese_have_their_placeholders_in_chinese() {
        assertThat(StepsText.of(PLAN, steps("ep-info"), Locale.CHINESE))
                .contains("      conn SYSDBA/<SYSDBA 的密码>@localhost:5236\n");
        assertThat(StepsText.of(PLAN, steps("ep-info"), Locale.FRENCH))
                .startsWith("  - ep-info  10.0.2.101  Check the new instance with SQL on 10.0.2.101\n")
                .contains("      conn SYSDBA/<password of SYSDBA>@localhost:5236\n");
    }

    private static FaultVerdict verdict(Fault fault, Ending ending, String... reason) {
        return new FaultVerdict(
                "extend-dcr",
                fault,
                ending,
                Arrays.stream(reason)
                        .map(where -> new Violation(Requirement.PROVED, where, Optional.empty(), Optional.empty()))
                        .findFirst());
    }

    private static RehearsalResult certificate(Optional<Failure> failure, FaultVerdict... faults) {
        return new RehearsalResult(
                "id", List.of(Requirement.values()).subList(0, 4), 21, 34, List.of(faults), failure.isEmpty(), failure);
    }

    @Test
    void the_text_of_a_rehearsal_counts_steps_and_the_endings_of_faults() {
        assertThat(RehearsalText.of(certificate(Optional.empty()), Locale.ENGLISH))
                .isEqualTo("""
                        Before this plan was written, it was carried out on a model of the cluster: 34 steps, 21 states of \
                        the cluster, 4 requirements. All of them were met.
                        """);
        RehearsalResult withFaults = certificate(
                Optional.empty(),
                verdict(Fault.CLEAN_FAILURE, Ending.RESUMED),
                verdict(Fault.FILE_CHANGED, Ending.STRANDED, "nothing helps"),
                verdict(Fault.CLEAN_FAILURE, Ending.RESUMED));
        assertThat(RehearsalText.of(withFaults, Locale.ENGLISH)).endsWith("""
                        Then 3 faults were added, one at a time, each at one step. How many of them ended in which way:
                          2  it fails and changes nothing (CLEAN_FAILURE) -> extended
                          1  somebody edits a file (FILE_CHANGED) -> no way out
                        extend-dcr: somebody edits a file (FILE_CHANGED) -> no way out
                          After the last change, looks show the cluster in a monitor, and in V$DSC_EP_INFO through an old instance and through the new one. This does not hold at nothing helps.
                        """);
    }

    @Test
    void a_failed_rehearsal_names_the_broken_requirement() {
        Requirement rule = Requirement.CLUSTER_OK;
        Failure failure = new Failure("copy-config", new Violation(rule, "h:/f", Optional.of("1"), Optional.of("2")));

        assertThat(RehearsalText.of(certificate(Optional.of(failure)), Locale.ENGLISH))
                .startsWith("copy-config: R1: ")
                .endsWith("At h:/f the model expects 1, and the plan has 2.\n");
        assertThat(RehearsalText.of(certificate(Optional.of(failure)), Locale.CHINESE))
                .startsWith("copy-config: R1: ")
                .endsWith("在 h:/f 处，模型要求 1，而计划中为 2。\n");
    }

    @Test
    void an_incident_shows_the_cluster_before_and_after_and_the_ways_out() {
        Incident incident = new Incident(
                "CSS0 OK\nCSS1 OK",
                "CSS0 OK",
                List.of(
                        new Rescue.Way(Ending.RESUMED, steps("clients")),
                        new Rescue.Way(Ending.ROLLED_BACK_CLEAN, List.of())),
                verdict(Fault.INSTANCE_FAILS, Ending.RESUMED));

        assertThat(RehearsalText.of(PLAN, incident, Locale.ENGLISH)).isEqualTo("""
                        extend-dcr: an old instance fails (INSTANCE_FAILS) -> extended
                        --- before
                        CSS0 OK
                        CSS1 OK
                        --- after
                        CSS0 OK
                        --- extended
                          - clients  10.0.2.103  Add the new node to the clients
                              Add the new address 192.168.56.103, port 5236, to dm_svc.conf of the clients. This file is \
                        not among the files of the cluster. A client reads it at its next start. If EP_SELECTOR distributes \
                        connections, the shares of the nodes change.
                        --- as before
                        """);
        assertThat(RehearsalText.impossible("read-logs", Fault.PARTIAL_EFFECT, Locale.ENGLISH))
                .isEqualTo("read-logs: it is half done (PARTIAL_EFFECT) - cannot happen there\n");
    }
}
