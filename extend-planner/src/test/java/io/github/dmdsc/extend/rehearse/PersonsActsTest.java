package io.github.dmdsc.extend.rehearse;

import static org.assertj.core.api.Assertions.assertThat;

import io.github.dmdsc.extend.ExtendedPlans;
import io.github.dmdsc.extend.ExtendedPlans.Planned;
import io.github.dmdsc.extend.plan.Action;
import io.github.dmdsc.extend.plan.ExtendPlan;
import io.github.dmdsc.extend.plan.Step;
import io.github.dmdsc.extend.plan.Task;
import io.github.dmdsc.model.FileId;
import io.github.dmdsc.model.fixtures.ClusterLayout;
import java.util.ArrayList;
import java.util.EnumSet;
import java.util.List;
import java.util.Optional;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;
import org.junit.jupiter.params.provider.MethodSource;
import org.junit.jupiter.params.provider.ValueSource;

/** What a person does counts as far as the action says it: every host, every monitor. */
class PersonsActsTest {
    private static final List<String> HOSTS = List.of("10.1.0.1", "10.1.0.2");
    private static final List<FileId> MONITORS =
            List.of(new FileId("monitor0", "/data/dmcssm.ini"), new FileId("monitor1", "/data/dmcssm.ini"));
    private static final Planned GOOD =
            ExtendedPlans.of(ClusterLayout.builder().monitors(2).build());

    static Stream<List<String>> tooFewHosts() {
        return Stream.of(List.of(), HOSTS.subList(0, 1), HOSTS.subList(1, 2), List.of("10.1.0.1", "10.1.0.3"));
    }

    static Stream<List<FileId>> tooFewMonitors() {
        return Stream.of(List.of(), MONITORS.subList(0, 1), MONITORS.subList(1, 2));
    }

    private static Planned reading(List<String> hosts) {
        return BadPlans.acting(
                GOOD,
                "read-logs",
                Task.ReadLogs.class,
                read -> new Task.ReadLogs(
                        hosts.stream()
                                .map(host -> read.logs().stream()
                                        .filter(logs -> logs.host().equals(host))
                                        .findFirst()
                                        .orElseGet(() -> new Task.ReadLogs.HostLogs(host, "/log", List.of())))
                                .toList(),
                        read.patterns()));
    }

    private static Planned starting(List<String> hosts, List<FileId> monitors) {
        List<Step> back = new ArrayList<>(GOOD.plan().reinitialise());
        back.replaceAll(step -> step.action() instanceof Task.StartOldNodes
                ? Step.builder()
                        .from(step)
                        .action(new Task.StartOldNodes(hosts, monitors))
                        .build()
                : step);
        return new Planned(
                ExtendPlan.builder().from(GOOD.plan()).reinitialise(back).build(), GOOD.files());
    }

    private static void assertRefused(Planned bad, Requirement rule, String step) {
        assertThat(BadPlans.refusal(bad)).hasValueSatisfying(failure -> {
            assertThat(failure.rule()).isEqualTo(rule);
            assertThat(failure.step()).isEqualTo(step);
        });
    }

    @Test
    void the_plan_names_every_old_host_and_every_monitor() {
        assertThat(GOOD).isEqualTo(reading(HOSTS)).isEqualTo(starting(HOSTS, MONITORS));
        assertThat(BadPlans.refusal(GOOD)).isEmpty();
    }

    @ParameterizedTest
    @MethodSource("tooFewHosts")
    void who_does_not_read_the_logs_of_every_old_host_has_not_read_them(List<String> hosts) {
        assertRefused(reading(hosts), Requirement.READ_LOGS, "start-css");
    }

    @Test
    void who_reads_the_logs_of_some_processes_has_not_read_them() {
        assertRefused(
                BadPlans.acting(
                        GOOD,
                        "read-logs",
                        Task.ReadLogs.class,
                        read -> new Task.ReadLogs(
                                read.logs().stream()
                                        .map(logs -> new Task.ReadLogs.HostLogs(
                                                logs.host(),
                                                logs.directory(),
                                                logs.files()
                                                        .subList(1, logs.files().size())))
                                        .toList(),
                                read.patterns())),
                Requirement.READ_LOGS,
                "start-css");
    }

    @Test
    void who_looks_for_no_errors_has_not_read_the_logs() {
        assertRefused(
                BadPlans.acting(
                        GOOD,
                        "read-logs",
                        Task.ReadLogs.class,
                        read -> new Task.ReadLogs(read.logs(), List.of("ERROR"))),
                Requirement.READ_LOGS,
                "start-css");
    }

    @ParameterizedTest
    @EnumSource(value = Task.HostItem.class, names = "CAPABILITIES", mode = EnumSource.Mode.EXCLUDE)
    void a_host_that_lacks_one_point_is_not_ready(Task.HostItem missing) {
        assertRefused(
                BadPlans.acting(GOOD, "new-host", Task.PrepareHost.class, prepare -> without(prepare, missing)),
                Requirement.PREFLIGHT,
                "export-dcr");
    }

    @Test
    void capabilities_are_needed_where_a_link_is_checked() {
        Planned checked = ExtendedPlans.of(
                ClusterLayout.builder().build(),
                OddClusters.each("dmdcr.ini", text -> text + "DMDCR_LINK_CHECK_IP = 10.1.0.254\n"));

        assertRefused(
                BadPlans.acting(
                        checked,
                        "new-host",
                        Task.PrepareHost.class,
                        prepare -> without(prepare, Task.HostItem.CAPABILITIES)),
                Requirement.PREFLIGHT,
                "export-dcr");
    }

    private static Task.PrepareHost without(Task.PrepareHost prepare, Task.HostItem missing) {
        List<Task.HostItem> items =
                prepare.items().stream().filter(item -> item != missing).toList();
        return new Task.PrepareHost(
                items, prepare.addresses(), prepare.ports(), prepare.binDirectory(), prepare.directories());
    }

    @Test
    void who_reads_more_logs_has_read_them() {
        assertThat(BadPlans.refusal(reading(List.of("10.1.0.3", "10.1.0.2", "10.1.0.1"))))
                .isEmpty();
    }

    @ParameterizedTest
    @MethodSource("tooFewHosts")
    void who_does_not_start_every_old_host_has_not_come_back(List<String> hosts) {
        assertRefused(starting(hosts, MONITORS), Requirement.REINITIALISE, "reinitialise");
    }

    @ParameterizedTest
    @MethodSource("tooFewMonitors")
    void who_does_not_restart_every_monitor_has_not_come_back(List<FileId> monitors) {
        assertRefused(starting(HOSTS, monitors), Requirement.REINITIALISE, "reinitialise");
    }

    /** Before {@code extend node} there is nothing to read of it. */
    @Test
    void logs_that_are_read_too_early_are_not_read() {
        Setting setting = Setting.of(GOOD.plan(), GOOD.files()).orElseThrow();
        World before = World.of(setting);

        assertThat(apply(setting, before, BadPlans.step(GOOD, "read-logs"))).isEqualTo(new Outcome.Next(before));
    }

    static Stream<Action> outside() {
        return Stream.of(
                new Task.PrepareHost(List.of(), List.of(), List.of(), "/opt/dm/bin", List.of()),
                new Task.LookAfter(List.of(Task.AfterItem.values())),
                new Task.AgreeOnRestarts(HOSTS, List.of()),
                new Task.TellClients("10.1.0.3", 5236));
    }

    @ParameterizedTest
    @MethodSource("outside")
    void looking_outside_changes_nothing(Action action) {
        Setting setting = Setting.of(GOOD.plan(), GOOD.files()).orElseThrow();
        World world = World.of(setting);

        assertThat(apply(setting, world, BadPlans.doing(GOOD, action, BadPlans.step(GOOD, "clients"))))
                .isEqualTo(new Outcome.Next(world));
    }

    private static Outcome apply(Setting setting, World world, Step step) {
        return new Model(setting, EnumSet.allOf(Requirement.class)).apply(world, step);
    }

    /** A way back is short: only what leads back is done there. */
    @ParameterizedTest
    @ValueSource(strings = {"new-host", "clients", "read-logs", "restart-monitor.1"})
    void on_the_way_back_nobody_does_what_belongs_to_the_way_forward(String id) {
        Setting setting = Setting.of(GOOD.plan(), GOOD.files()).orElseThrow();
        List<Step> steps = new ArrayList<>(GOOD.plan().reinitialise());
        steps.add(BadPlans.step(GOOD, id));

        assertThat(new WayBack(setting, EnumSet.allOf(Requirement.class), Optional.empty())
                        .reinitialised(World.of(setting), steps))
                .hasValueSatisfying(rejected -> {
                    assertThat(rejected.rule()).isEqualTo(Requirement.GRAMMAR);
                    assertThat(rejected.why().where()).isEqualTo(id);
                });
    }
}
