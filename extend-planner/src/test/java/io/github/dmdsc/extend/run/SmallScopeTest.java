package io.github.dmdsc.extend.run;

import static org.assertj.core.api.Assertions.assertThat;

import io.github.dmdsc.extend.ExtendedPlans.Planned;
import io.github.dmdsc.extend.SmallScope;
import io.github.dmdsc.extend.rehearse.Ending;
import io.github.dmdsc.extend.rehearse.RehearsalResult;
import io.github.dmdsc.extend.rehearse.RehearsalResult.FaultVerdict;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.EnumMap;
import java.util.Map;
import java.util.Set;
import java.util.function.Function;
import java.util.function.IntFunction;
import java.util.stream.Collectors;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;

/** Tests every cluster, every step and every fault of a small scope. */
class SmallScopeTest {
    /** A prime number, so that the sample contains every value of every axis. */
    private static final int STRIDE = 797;

    private static final int STRIDE_OF_SERVICES = 433;

    @Test
    void the_sample_contains_every_value_of_every_axis() {
        Set<SmallScope> slice = slice().mapToObj(SmallScope::of).collect(Collectors.toSet());

        assertThat(SmallScope.SIZE).isEqualTo(9216);
        assertThat(values(slice, each -> each.layout().nodes())).hasSize(6);
        assertThat(values(slice, SmallScope::disks)).hasSize(4);
        assertThat(values(slice, each -> each.layout().monitors())).hasSize(2);
        assertThat(values(slice, each -> each.layout().archives())).hasSize(3);
        assertThat(values(slice, each -> each.layout().asmRestart())).hasSize(2);
        assertThat(values(slice, each -> each.layout().dbRestart())).hasSize(2);
        assertThat(values(slice, each -> each.irregular() + " " + each.layout().portStep()))
                .hasSize(4);
        assertThat(values(slice, each -> each.layout().numbering())).hasSize(2);
        assertThat(values(slice, each -> each.layout().virtualAddresses())).hasSize(2);
    }

    @Test
    void the_sample_with_services_contains_every_value_of_every_axis() {
        Set<SmallScope> slice =
                sliceOfServices().mapToObj(SmallScope::ofServices).collect(Collectors.toSet());

        assertThat(SmallScope.SIZE_OF_SERVICES).isEqualTo(2880);
        assertThat(values(slice, each -> each.layout().nodes())).hasSize(2);
        assertThat(values(slice, SmallScope::disks)).hasSize(2);
        assertThat(values(slice, each -> each.layout().monitors())).hasSize(2);
        assertThat(values(slice, each -> each.layout().archives() + " " + each.remote()))
                .hasSize(5);
        assertThat(values(slice, each -> each.layout().asmRestart())).hasSize(3);
        assertThat(values(slice, each -> each.layout().dbRestart())).hasSize(3);
        assertThat(values(slice, SmallScope::services)).hasSize(2);
        assertThat(values(slice, each -> each.layout().partners())).hasSize(2);
        assertThat(values(slice, SmallScope::linkCheck)).hasSize(2);
    }

    @Test
    void every_fault_at_every_step_of_a_sample_ends_well() {
        Counts counts = proved(slice(), SmallScope::of);

        assertThat(counts.plans()).isEqualTo(12);
    }

    @Test
    void every_fault_at_every_step_of_a_sample_with_services_ends_well() {
        Counts counts = proved(sliceOfServices(), SmallScope::ofServices);

        assertThat(counts.plans()).isEqualTo(7);
    }

    @Test
    @Tag("exhaustive")
    void every_fault_at_every_step_of_every_cluster_ends_well() throws IOException {
        Counts counts = proved(IntStream.range(0, SmallScope.SIZE), SmallScope::of);

        Files.writeString(Path.of("target", "small-scope.txt"), counts + "\n");
        assertThat(counts.plans()).isEqualTo(SmallScope.SIZE);
    }

    @Test
    @Tag("exhaustive")
    void every_fault_at_every_step_of_every_cluster_with_services_ends_well() throws IOException {
        Counts counts = proved(IntStream.range(0, SmallScope.SIZE_OF_SERVICES), SmallScope::ofServices);

        Files.writeString(Path.of("target", "small-scope-of-services.txt"), counts + "\n");
        assertThat(counts.plans()).isEqualTo(SmallScope.SIZE_OF_SERVICES);
    }

    private static IntStream slice() {
        return IntStream.iterate(0, number -> number < SmallScope.SIZE, number -> number + STRIDE);
    }

    private static IntStream sliceOfServices() {
        return IntStream.iterate(
                0, number -> number < SmallScope.SIZE_OF_SERVICES, number -> number + STRIDE_OF_SERVICES);
    }

    private static Set<Object> values(Set<SmallScope> slice, Function<SmallScope, Object> axis) {
        return slice.stream().map(axis).collect(Collectors.toSet());
    }

    private static Counts proved(IntStream numbers, IntFunction<SmallScope> scopes) {
        return numbers.parallel()
                .mapToObj(number -> proved(number, scopes.apply(number)))
                .reduce(Counts.NONE, Counts::plus);
    }

    private static Counts proved(int number, SmallScope scope) {
        Planned planned = scope.planned();
        RehearsalResult certificate = Proof.of(planned.plan(), planned.files());

        assertThat(certificate.failure()).as("number %d, %s", number, scope).isEmpty();
        assertThat(certificate.faults())
                .as("number %d, %s", number, scope)
                .noneMatch(verdict -> verdict.ending() == Ending.STRANDED)
                .hasSizeGreaterThan(4 * planned.plan().steps().size());
        assertThat(certificate.passed()).isTrue();
        assertThat(certificate.stepsExecuted()).isEqualTo(planned.plan().steps().size());
        return Counts.of(certificate);
    }

    /** The numbers of proved plans, steps, faults and endings. */
    private record Counts(int plans, long steps, long faults, Map<Ending, Long> endings) {
        private static final Counts NONE = new Counts(0, 0, 0, Map.of());

        private static Counts of(RehearsalResult certificate) {
            Map<Ending, Long> endings = certificate.faults().stream()
                    .collect(Collectors.groupingBy(FaultVerdict::ending, Collectors.counting()));
            return new Counts(
                    1, certificate.stepsExecuted(), certificate.faults().size(), endings);
        }

        private Counts plus(Counts other) {
            Map<Ending, Long> sum = new EnumMap<>(Ending.class);
            sum.putAll(endings);
            other.endings.forEach((ending, count) -> sum.merge(ending, count, Long::sum));
            return new Counts(plans + other.plans, steps + other.steps, faults + other.faults, sum);
        }
    }
}
