package io.github.dmdsc.extend.rehearse;

import static io.github.dmdsc.extend.rehearse.BadPlans.bad;
import static io.github.dmdsc.extend.rehearse.BadPlans.good;
import static org.assertj.core.api.Assertions.assertThat;

import io.github.dmdsc.extend.ExtendedPlans;
import io.github.dmdsc.extend.ExtendedPlans.Planned;
import io.github.dmdsc.extend.plan.Action;
import io.github.dmdsc.extend.plan.Change;
import io.github.dmdsc.extend.plan.Control;
import io.github.dmdsc.extend.plan.ExtendPlan;
import io.github.dmdsc.extend.plan.ExtendRequest;
import io.github.dmdsc.extend.plan.Step;
import io.github.dmdsc.model.FileId;
import io.github.dmdsc.model.GroupType;
import io.github.dmdsc.model.StorageEdition;
import io.github.dmdsc.model.fixtures.ClusterLayout;
import io.github.dmdsc.model.fixtures.ClusterLayout.Restart;
import java.nio.charset.StandardCharsets;
import java.util.EnumSet;
import java.util.List;
import java.util.Optional;
import java.util.function.BiFunction;
import java.util.function.Supplier;
import java.util.function.UnaryOperator;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.Arguments;
import org.junit.jupiter.params.provider.EnumSource;
import org.junit.jupiter.params.provider.MethodSource;

/** From the point of no return on, a bad plan must be refused in the right step. One step later would be too late. */
class JoiningTest {
    private static final ClusterLayout USUAL = ClusterLayout.builder().build();
    private static final Planned GOOD = ExtendedPlans.of(USUAL);
    private static final Planned MIRROR = ExtendedPlans.of(USUAL.withEdition(StorageEdition.MIRROR));
    private static final Planned UNWATCHED = ExtendedPlans.of(USUAL.withMonitors(0));
    private static final Planned RESTARTED =
            ExtendedPlans.of(USUAL.withAsmRestart(Restart.SERVICE).withDbRestart(Restart.SERVICE));
    private static final Planned SERVICES = asked(USUAL);
    /**
     * A plan in which all endpoints of the new node have the same name, because names are unique only in their group.
     */
    private static final Planned NAMESAKES = ExtendedPlans.of(
            USUAL,
            UnaryOperator.identity(),
            ask -> ask.withCssName("X2").withAsmName("X2").withDbName("X2"));

    private static final List<FileId> THERE =
            List.of(new FileId("monitor0", "/data/dmcssm.ini"), new FileId("monitor1", "/data/dmcssm.ini"));

    static Stream<Arguments> beforeTheDisksAreExtended() {
        return Stream.of(
                bad("one DCRV disk instead of another", Requirement.DCR_DISKS, "extend-dcr", JoiningTest::oneDiskTwice),
                bad(
                        "a DCRV disk of another directory",
                        Requirement.DCR_DISKS,
                        "extend-dcr",
                        JoiningTest::diskElsewhere),
                bad(
                        "one log file in two spellings",
                        Requirement.LOG_FILES_SEEN,
                        "copy-config",
                        () -> BadPlans.replaced(GOOD, "add-log-files", "+LOG/n2_2", "+LOG/N2_1")),
                bad(
                        "a monitor that lacks a node",
                        Requirement.OLD_MONITOR,
                        "extend-dcr",
                        JoiningTest::monitorThatLacksANode));
    }

    static Stream<Arguments> beforeTheNodeIsExtended() {
        return Stream.of(bad(
                "the configuration directory is gone again",
                Requirement.CONFIG_DIRECTORY,
                "extend-node",
                () -> BadPlans.step(
                        BadPlans.inserted(
                                GOOD,
                                "check-dcr",
                                new Change.RemoveDirectory(new FileId("10.1.0.3", "/data/DSC2_conf"))),
                        "inserted",
                        step -> step.host("10.1.0.3"))));
    }

    static Stream<Arguments> whileTheNodeStarts() {
        return Stream.of(
                bad(
                        "a service of that name that starts something else",
                        Requirement.SERVICES,
                        "start-css",
                        () -> BadPlans.acting(
                                RESTARTED, "register-db", Control.RegisterService.class, JoiningTest::registeredAsAsm)),
                bad(
                        "the server without ASM, both called alike",
                        Requirement.START_ORDER,
                        "start-db",
                        () -> BadPlans.without(NAMESAKES, "start-asm")),
                bad(
                        "services that dmcss starts, behind none of its own",
                        Requirement.SERVICES,
                        "start-css",
                        JoiningTest::withoutCssService),
                bad(
                        "an ASM server that waits for no dmcss",
                        Requirement.SERVICES,
                        "register-asm",
                        () -> registeredAfter(SERVICES, "register-asm", Optional.empty())),
                bad(
                        "an instance that waits for dmcss, not for ASM",
                        Requirement.SERVICES,
                        "register-db",
                        () -> registeredAfter(SERVICES, "register-db", Optional.of("DmCSSServiceCSS2"))),
                bad(
                        "nobody confirms before the node begins to join",
                        Requirement.CONFIRMED,
                        "start-css",
                        () -> BadPlans.step(GOOD, "start-css", step -> step.gate(false))),
                bad(
                        "nobody confirms before its service starts",
                        Requirement.CONFIRMED,
                        "start-css",
                        () -> BadPlans.step(SERVICES, "start-css", step -> step.gate(false))),
                bad(
                        "a service that is registered once the server runs",
                        Requirement.CHAPTER_ORDER,
                        "inserted",
                        () -> BadPlans.inserted(SERVICES, "start-db", BadPlans.step(SERVICES, "register-asm"))));
    }

    @ParameterizedTest(name = "{0}")
    @MethodSource({"beforeTheDisksAreExtended", "beforeTheNodeIsExtended", "whileTheNodeStarts", "monitors"})
    void is_refused_in_this_step(String what, Requirement rule, String step, Supplier<Planned> made) {
        assertThat(BadPlans.refused(made.get(), rule).step()).isEqualTo(step);
    }

    static Stream<Arguments> harmless() {
        return Stream.of(
                good("every process is a service", () -> SERVICES),
                good("every process is a service, with mirrors", () -> asked(USUAL.withEdition(StorageEdition.MIRROR))),
                good(
                        "a service is registered when CSS runs",
                        () -> BadPlans.swapped(SERVICES, "register-db", "start-css")),
                good("dmcss starts services", () -> RESTARTED),
                good("everything is called alike", () -> NAMESAKES),
                good("a service that dmcss never starts is not registered", JoiningTest::withoutRestart));
    }

    @ParameterizedTest(name = "{0}")
    @MethodSource("harmless")
    void does_no_harm(String what, Supplier<Planned> made) {
        assertThat(BadPlans.refusal(made.get())).isEmpty();
    }

    /**
     * A half done {@code extend node} leaves an endpoint in state ERROR. This alone must prevent a second {@code extend
     * node}.
     */
    @Test
    void a_node_is_added_only_while_every_endpoint_is_ok() {
        Planned twice = BadPlans.inserted(GOOD, "extend-node", BadPlans.step(GOOD, "extend-node"));

        BadPlans.refused(BadPlans.allBut(Requirement.ONE_NODE), twice, Requirement.CLUSTER_OK);
    }

    @Test
    void the_start_of_the_new_instance_does_not_repair_an_old_one() {
        UnaryOperator<String> failed =
                text -> text.replace("DCR_GRP_TYPE = DB", "DCR_GRP_TYPE = DB\nDCR_GRP_N_ERR_EP = 1");
        Planned ill = new Planned(
                GOOD.plan(), BadPlans.each("dmdcr_cfg_bak.ini", failed).apply(GOOD.files()));

        assertThat(BadPlans.refusal(EnumSet.of(Requirement.ALL_RUN), GOOD)).isEmpty();
        BadPlans.refused(EnumSet.of(Requirement.ALL_RUN), ill, Requirement.ALL_RUN);
    }

    private static Planned asked(ClusterLayout layout) {
        return ExtendedPlans.of(layout, UnaryOperator.identity(), ask -> ask.withServices(true));
    }

    private static Planned oneDiskTwice() {
        return BadPlans.replaced(MIRROR, "extend-dcr", "/dev/dcrv/d2", "/dev/dcrv/d1");
    }

    /**
     * Uses the other path on the way back too, so that only the directory in the files shows that the disk is not one
     * of theirs.
     */
    private static Planned diskElsewhere() {
        ExtendPlan plan = ExtendPlan.builder()
                .from(MIRROR.plan())
                .steps(elsewhere(MIRROR.plan().steps()))
                .reinitialise(elsewhere(MIRROR.plan().reinitialise()))
                .build();
        return new Planned(plan, MIRROR.files());
    }

    private static List<Step> elsewhere(List<Step> steps) {
        return steps.stream()
                .map(step -> BadPlans.replaced(step, "/dev/dcrv/d2", "/dev/raw/d2"))
                .toList();
    }

    /** Before the monitor's file was written, the looks showed only that the instances are open. */
    private static Planned monitorThatLacksANode() {
        return BadPlans.acting(UNWATCHED, "set-up-monitor", Change.WriteFile.class, write -> {
            String all = write.staged().orElseThrow().data();
            String fewer = all.replace("CSSM_CSS_IP = 10.1.0.2:11001\n", "");
            assertThat(fewer).isNotEqualTo(all);
            return BadPlans.written(write.file(), write.purpose(), fewer.getBytes(StandardCharsets.UTF_8));
        });
    }

    /**
     * The startup command of the server names a service, but the interval is 0, and the server is started by its
     * program.
     */
    private static Planned withoutRestart() {
        UnaryOperator<String> off =
                text -> text.replaceAll("DMDCR_DB_RESTART_INTERVAL = \\d+", "DMDCR_DB_RESTART_INTERVAL = 0");
        Planned planned = ExtendedPlans.of(USUAL.withDbRestart(Restart.SERVICE), BadPlans.each("dmdcr.ini", off));
        return BadPlans.without(BadPlans.like(planned, "start-db", BadPlans.step(GOOD, "start-db")), "register-db");
    }

    private static Planned registeredAfter(Planned planned, String step, Optional<String> after) {
        return BadPlans.acting(
                planned,
                step,
                Control.RegisterService.class,
                register -> new Control.RegisterService(
                        register.process(), register.service(), register.dmdcr(), register.dmIni(), after));
    }

    /** dmcss is started by its program, so the services that it restarts would start before it at boot. */
    private static Planned withoutCssService() {
        Planned byProgram = BadPlans.like(RESTARTED, "start-css", BadPlans.step(GOOD, "start-css"));
        return registeredAfter(BadPlans.without(byProgram, "register-css"), "register-asm", Optional.empty());
    }

    /**
     * Returns the registration of a service that has the name of the server's service but starts ASM. Only a person can
     * register it.
     */
    private static Action registeredAsAsm(Control.RegisterService register) {
        return new Control.RegisterService(
                GroupType.ASM, register.service(), register.dmdcr(), Optional.empty(), Optional.of("DmCSSServiceCSS2"));
    }

    /** Returns a plan that sets up a monitor and registers it. */
    private static Planned fresh(StorageEdition edition) {
        return ExtendedPlans.of(
                USUAL.withEdition(edition).withMonitors(0),
                UnaryOperator.identity(),
                ask -> ask.withMonitorServices(service(ask.monitor().orElseThrow(), "DmCSSMonitorServiceNew")));
    }

    /** Returns a plan for two existing monitors that are services. */
    private static Planned old(StorageEdition edition) {
        return ExtendedPlans.of(
                USUAL.withEdition(edition).withMonitors(2),
                UnaryOperator.identity(),
                ask -> ask.withMonitorServices(service(THERE.get(0), "watch0"), service(THERE.get(1), "watch1")));
    }

    private static ExtendRequest.MonitorService service(FileId file, String name) {
        return new ExtendRequest.MonitorService(file, name);
    }

    static Stream<Arguments> monitors() {
        return Stream.of(StorageEdition.values())
                .flatMap(edition -> Stream.of(
                        bad(
                                "a service that nobody registered",
                                Requirement.SERVICES,
                                "restart-monitor.1",
                                () -> BadPlans.without(fresh(edition), "register-monitor")),
                        bad(
                                "a service of a file that is no monitor's",
                                Requirement.SERVICES,
                                "register-monitor",
                                () -> registeredFor(fresh(edition), new FileId("10.1.0.1", "/data/DSC0/dmdcr.ini"))),
                        bad(
                                "a service of another name",
                                Requirement.SERVICES,
                                "restart-monitor.1",
                                () -> restarted(
                                        fresh(edition),
                                        (file, service) -> new Control.RestartMonitor(file, Optional.of("other")))),
                        bad(
                                "a console beside the service that goes on",
                                Requirement.SERVICES,
                                "restart-monitor.1",
                                () -> restarted(
                                        old(edition),
                                        (file, service) -> new Control.RestartMonitor(file, Optional.empty()))),
                        bad(
                                "a service that the request does not name",
                                Requirement.SERVICES,
                                "restart-monitor.1",
                                () -> restarted(
                                        old(edition),
                                        (file, service) ->
                                                new Control.RestartMonitor(file, Optional.of("DmCSSMonitorServiceX")))),
                        bad(
                                "the service of another host",
                                Requirement.SERVICES,
                                "restart-monitor.1",
                                () -> restarted(
                                        old(edition),
                                        (file, service) -> new Control.RestartMonitor(file, Optional.of("watch1")))),
                        bad(
                                "one of two services",
                                Requirement.MONITORS,
                                "end",
                                () -> BadPlans.without(old(edition), "restart-monitor.2"))));
    }

    @ParameterizedTest
    @EnumSource(StorageEdition.class)
    void the_planners_steps_for_monitors_pass(StorageEdition edition) {
        assertThat(BadPlans.refusal(fresh(edition))).isEmpty();
        assertThat(BadPlans.refusal(old(edition))).isEmpty();
    }

    private static Planned registeredFor(Planned planned, FileId file) {
        Planned elsewhere = BadPlans.step(planned, "register-monitor", step -> step.host(file.host()));
        return BadPlans.acting(
                elsewhere,
                "register-monitor",
                Control.RegisterMonitor.class,
                register -> new Control.RegisterMonitor(register.service(), file));
    }

    private static Planned restarted(
            Planned planned, BiFunction<FileId, Optional<String>, Control.RestartMonitor> change) {
        return BadPlans.acting(
                planned,
                "restart-monitor.1",
                Control.RestartMonitor.class,
                restart -> change.apply(restart.file(), restart.service()));
    }
}
