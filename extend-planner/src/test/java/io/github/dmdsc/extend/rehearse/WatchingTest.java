package io.github.dmdsc.extend.rehearse;

import static org.assertj.core.api.Assertions.assertThat;
import static org.junit.jupiter.params.provider.Arguments.arguments;

import io.github.dmdsc.extend.ExtendedPlans;
import io.github.dmdsc.extend.ExtendedPlans.Planned;
import io.github.dmdsc.extend.plan.Control;
import io.github.dmdsc.extend.plan.ExtendRequest;
import io.github.dmdsc.model.FileId;
import io.github.dmdsc.model.StorageEdition;
import io.github.dmdsc.model.fixtures.ClusterLayout;
import java.util.List;
import java.util.Optional;
import java.util.function.BiFunction;
import java.util.function.Supplier;
import java.util.function.UnaryOperator;
import java.util.stream.Stream;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.Arguments;
import org.junit.jupiter.params.provider.EnumSource;
import org.junit.jupiter.params.provider.MethodSource;

/** Monitors that run as services (M15, R13), in both editions. */
class WatchingTest {
    private static final List<FileId> THERE =
            List.of(new FileId("monitor0", "/data/dmcssm.ini"), new FileId("monitor1", "/data/dmcssm.ini"));

    /** A monitor that the plan sets up, and registers. */
    private static Planned fresh(StorageEdition edition) {
        return ExtendedPlans.of(
                ClusterLayout.builder().edition(edition).monitors(0).build(),
                UnaryOperator.identity(),
                ask -> ask.withMonitorServices(service(ask.monitor().orElseThrow(), "DmCSSMonitorServiceNew")));
    }

    /** Two monitors that were there before, both services. */
    private static Planned old(StorageEdition edition) {
        return ExtendedPlans.of(
                ClusterLayout.builder().edition(edition).monitors(2).build(),
                UnaryOperator.identity(),
                ask -> ask.withMonitorServices(service(THERE.get(0), "watch0"), service(THERE.get(1), "watch1")));
    }

    private static ExtendRequest.MonitorService service(FileId file, String name) {
        return new ExtendRequest.MonitorService(file, name);
    }

    static Stream<Arguments> spoilt() {
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
                                "",
                                () -> BadPlans.without(old(edition), "restart-monitor.2"))));
    }

    @ParameterizedTest(name = "{0}")
    @MethodSource("spoilt")
    void is_refused_there(String what, Requirement rule, String step, Supplier<Planned> made) {
        assertThat(BadPlans.refusal(made.get())).as(what).hasValueSatisfying(failure -> {
            assertThat(failure.rule()).isEqualTo(rule);
            assertThat(failure.step()).startsWith(step);
        });
    }

    @ParameterizedTest
    @EnumSource(StorageEdition.class)
    void what_the_planner_says_passes(StorageEdition edition) {
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

    private static Arguments bad(String what, Requirement rule, String step, Supplier<Planned> made) {
        return arguments(what, rule, step, made);
    }
}
