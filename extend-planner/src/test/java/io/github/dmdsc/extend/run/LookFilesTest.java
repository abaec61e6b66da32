package io.github.dmdsc.extend.run;

import static org.assertj.core.api.Assertions.assertThat;

import io.github.dmdsc.extend.ExtendedPlans;
import io.github.dmdsc.extend.ExtendedPlans.Planned;
import io.github.dmdsc.extend.plan.Look;
import io.github.dmdsc.extend.rehearse.ModelTransport;
import io.github.dmdsc.model.FileId;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.List;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;

/** Tests the files that the looks of a run write on the hosts: exports of a DCR disk and texts of a control file. */
class LookFilesTest {
    private static final Planned MANUAL = ExtendedPlans.manual();
    private static final byte[] FOREIGN = "of the operator".getBytes(StandardCharsets.UTF_8);

    private final ModelTransport hosts = new ModelTransport(MANUAL.plan(), MANUAL.files());

    /** Carries the plan out. Returns the operations on the hosts. */
    private List<Operation> carriedOut() {
        List<Operation> operations = new ArrayList<>();
        Run run = Run.of(MANUAL.plan(), List.of());
        while (!CarryingOut.ended(run)) {
            if (run.move() instanceof Move.Perform perform) {
                operations.add(perform.operation());
            }
            run = CarryingOut.moved(run, hosts);
        }
        assertThat(run.move()).isEqualTo(new Move.Finished());
        assertThat(hosts.offences()).isEmpty();
        return operations;
    }

    private static List<FileId> written() {
        return Stream.concat(
                        MANUAL.plan().actions(Look.ExportDcr.class).map(Look.ExportDcr::to),
                        MANUAL.plan().actions(Look.ConvertControlFile.class).map(Look.ConvertControlFile::to))
                .distinct()
                .toList();
    }

    private static FileId aside(FileId file, String ending) {
        return file.sibling(file.path() + ".before-" + MANUAL.plan().planId().substring(0, 8) + ending);
    }

    @Test
    void a_file_that_no_run_of_the_plan_made_gets_another_name() {
        written().forEach(file -> hosts.put(file, FOREIGN));

        List<Operation> operations = carriedOut();

        assertThat(written()).hasSizeGreaterThan(3);
        assertThat(operations)
                .filteredOn(Operation.SetAside.class::isInstance)
                .containsExactlyInAnyOrderElementsOf(written().stream()
                        .map(file -> new Operation.SetAside(file, aside(file, "")))
                        .toList());
        assertThat(written())
                .allSatisfy(file -> assertThat(hosts.bytes(aside(file, ""))).contains(FOREIGN));
    }

    @Test
    void a_kept_file_replaces_no_other_file() {
        FileId file = written().get(0);
        hosts.put(file, FOREIGN);
        hosts.put(aside(file, ""), new byte[] {1});
        hosts.put(aside(file, ".2"), new byte[] {2});

        assertThat(carriedOut()).contains(new Operation.SetAside(file, aside(file, ".3")));

        assertThat(hosts.bytes(aside(file, ""))).contains(new byte[] {1});
        assertThat(hosts.bytes(aside(file, ".2"))).contains(new byte[] {2});
        assertThat(hosts.bytes(aside(file, ".3"))).contains(FOREIGN);
    }

    /** The run takes the look after extend dcrdisk again right before extend node. */
    @Test
    void a_file_that_a_run_of_the_plan_made_is_removed() {
        FileId twice = MANUAL.plan()
                .actions(Look.ExportDcr.class)
                .filter(export -> export.expected() == Look.DcrConfiguration.PLANNED)
                .map(Look.ExportDcr::to)
                .findFirst()
                .orElseThrow();

        assertThat(carriedOut()).contains(new Operation.Remove(twice)).noneMatch(Operation.SetAside.class::isInstance);
    }
}
