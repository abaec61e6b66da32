package io.github.dmdsc.extend.run;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.core.JsonProcessingException;
import io.github.dmdsc.extend.ExtendedPlans;
import io.github.dmdsc.extend.ExtendedPlans.Planned;
import io.github.dmdsc.extend.plan.Step;
import io.github.dmdsc.extend.rehearse.Ending;
import io.github.dmdsc.extend.rehearse.Fault;
import io.github.dmdsc.extend.rehearse.Incident;
import io.github.dmdsc.extend.rehearse.RehearsalResult;
import io.github.dmdsc.extend.rehearse.RehearsalResult.FaultVerdict;
import io.github.dmdsc.extend.rehearse.Rescue;
import io.github.dmdsc.ini.files.ClusterFiles;
import io.github.dmdsc.model.FileId;
import io.github.dmdsc.model.ModelJson;
import io.github.dmdsc.model.StorageEdition;
import io.github.dmdsc.model.fixtures.ClusterLayout;
import io.github.dmdsc.model.fixtures.ClusterLayout.Archives;
import io.github.dmdsc.model.fixtures.ClusterLayout.Restart;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import net.jqwik.api.Arbitrary;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import net.jqwik.api.Provide;
import org.junit.jupiter.api.Test;

/** Tests that every fault at every step of a plan has a way to a good end. */
class ProofTest {
    private static final Planned MANUAL = ExtendedPlans.manual();

    @Provide
    Arbitrary<Planned> plans() {
        return ExtendedPlans.withFiles();
    }

    private static RehearsalResult proof(Planned planned) {
        return Proof.of(planned.plan(), planned.files());
    }

    private static void assertProved(RehearsalResult certificate) {
        assertThat(certificate.failure()).isEmpty();
        assertThat(certificate.faults())
                .filteredOn(each -> each.ending() == Ending.STRANDED)
                .isEmpty();
        assertThat(certificate.passed()).isTrue();
    }

    @Test
    void the_plan_of_the_manual_is_proved_and_endings_depend_on_the_point_of_no_return() {
        List<String> steps = MANUAL.plan().steps().stream().map(Step::id).toList();
        List<Integer> done = new ArrayList<>();
        RehearsalResult certificate = Proof.of(MANUAL.plan(), MANUAL.files(), (at, of) -> {
            assertThat(of).isEqualTo(steps.size());
            done.add(at);
        });

        assertProved(certificate);
        assertThat(done).hasSameSizeAs(steps).isSorted().doesNotHaveDuplicates().endsWith(steps.size());
        for (FaultVerdict verdict : certificate.faults()) {
            boolean before = steps.indexOf(verdict.step()) < steps.indexOf("extend-dcr");
            Ending lost = before ? Ending.ROLLED_BACK_CLEAN : Ending.REINITIALISED_AS_DOCUMENTED;
            assertThat(verdict.ending())
                    .as("%s", verdict)
                    .isEqualTo(
                            switch (verdict.fault()) {
                                case CLEAN_FAILURE, LOST_ACKNOWLEDGEMENT, STOPPED_AND_RESUMED, FILE_CHANGED ->
                                    Ending.RESUMED;
                                case PARTIAL_EFFECT -> verdict.step().equals("copy-config") ? Ending.RESUMED : lost;
                                case INSTANCE_FAILS -> lost;
                            });
        }
        assertThat(certificate.faults()).hasSizeGreaterThan(4 * steps.size());
    }

    @Test
    void a_certificate_reads_back_from_its_json() throws JsonProcessingException {
        RehearsalResult certificate = proof(MANUAL);
        String json = ModelJson.mapper().writeValueAsString(certificate);

        assertThat(json).contains("\"requirements\":[\"R1\"", "\"passed\":true");
        assertThat(ModelJson.mapper().readValue(json, RehearsalResult.class)).isEqualTo(certificate);
    }

    private static Incident incident(String step, Fault fault) {
        return Proof.incident(MANUAL.plan(), MANUAL.files(), step, fault).orElseThrow();
    }

    @Test
    void the_incident_of_a_fault_tells_the_ways_out() {
        Incident half = incident("copy-config", Fault.PARTIAL_EFFECT);
        Incident lost = incident("extend-dcr", Fault.LOST_ACKNOWLEDGEMENT);

        assertThat(half.after()).contains("+ 10.0.2.103:/home/data/dsc2_config/");
        // Either the partial copy is removed and made again, or it is removed and the other steps are undone.
        assertThat(half.ways()).extracting(Rescue.Way::to).containsExactly(Ending.RESUMED, Ending.ROLLED_BACK_CLEAN);
        assertThat(half.ways().get(0).steps()).extracting(Step::id).element(1).isEqualTo("copy-config");
        assertThat(lost.ways())
                .extracting(Rescue.Way::to)
                .containsExactly(Ending.RESUMED, Ending.REINITIALISED_AS_DOCUMENTED);
        assertThat(lost.ways().get(0).steps())
                .extracting(Step::id)
                .contains("check-dcr.disk1", "extend-node", "clients")
                .doesNotContain("extend-dcr");
        assertThat(Proof.incident(MANUAL.plan(), MANUAL.files(), "new-host", Fault.PARTIAL_EFFECT))
                .isEmpty();
        assertThat(Proof.incident(MANUAL.plan(), MANUAL.files(), "no-such-step", Fault.CLEAN_FAILURE))
                .isEmpty();
    }

    private static List<String> stepsOn(Incident incident) {
        return incident.ways().get(0).steps().stream().map(Step::id).toList();
    }

    /** The output of the monitor is enough: it shows no endpoint of the new node, so no further look is needed. */
    @Test
    void the_output_of_the_monitor_counts_for_the_ways_out() {
        assertThat(stepsOn(incident("extend-node", Fault.CLEAN_FAILURE)))
                .startsWith("extend-node", "show-extended")
                .endsWith("clients");
    }

    @Test
    void after_a_stop_near_the_end_only_the_remaining_looks_are_left() {
        assertThat(stepsOn(incident("ep-info", Fault.STOPPED_AND_RESUMED)))
                .containsExactly(
                        "ep-info",
                        "ep-info.new",
                        "log-files.new",
                        "archives.new",
                        "disk-groups.new",
                        "look-after",
                        "clients");
        assertThat(stepsOn(incident("clients", Fault.STOPPED_AND_RESUMED))).containsExactly("clients");
    }

    @Test
    void a_mirror_cluster_without_a_monitor_is_proved() {
        RehearsalResult certificate = proof(ExtendedPlans.of(ClusterLayout.builder()
                .edition(StorageEdition.MIRROR)
                .monitors(0)
                .oneMachine(true)
                .archives(Archives.LOCAL_AND_REMOTE)
                .asmRestart(Restart.COMMAND)
                .dbRestart(Restart.SERVICE)
                .build()));

        assertProved(certificate);
        assertThat(certificate.faults()).extracting(FaultVerdict::fault).contains(Fault.values());
    }

    @Test
    void a_file_that_no_step_copies_or_reads_is_no_obstacle() {
        FileId dmIni = new FileId("10.1.0.1", "/data/DSC0_conf/dm.ini");
        Planned planned = ExtendedPlans.of(ClusterLayout.builder().build(), files -> {
            ClusterFiles all = files;
            for (String name :
                    List.of("a.log", "aaa.ini.20240301", "bak/a.ini.meta", "dm_service.prikey", "trace/a.trc")) {
                all = all.with(dmIni.sibling(dmIni.directory() + "/" + name), new byte[] {'x'});
            }
            return all;
        });
        RehearsalResult certificate = proof(planned);

        assertProved(certificate);
        assertThat(certificate.faults())
                .filteredOn(verdict ->
                        verdict.fault() == Fault.FILE_CHANGED || verdict.step().equals("copy-config"))
                .filteredOn(verdict -> verdict.fault() != Fault.INSTANCE_FAILS)
                .extracting(FaultVerdict::ending)
                .containsOnly(Ending.RESUMED);
        assertThat(Proof.incident(planned.plan(), planned.files(), "copy-config", Fault.PARTIAL_EFFECT))
                .hasValueSatisfying(half -> assertThat(half.after())
                        .contains("+ 10.1.0.3:/data/DSC2_conf/dm.ini")
                        .doesNotContain("DSC2_conf/a"));
    }

    /** The manual numbers DB endpoints by DCR_EP_SEQNO and does not prescribe an order in the file. */
    @Test
    void the_db_endpoints_may_stand_in_any_order() {
        ClusterLayout layout = ClusterLayout.builder().nodes(3).checkPorts(true).build();
        Planned planned = ExtendedPlans.of(layout, files -> {
            String dcr = new String(files.bytes(layout.dcrFile()), StandardCharsets.ISO_8859_1);
            List<String> parts = new ArrayList<>(List.of(dcr.split("(?=\\[GRP_DB])")));
            assertThat(parts).hasSize(4);
            Collections.reverse(parts.subList(1, parts.size()));
            return files.with(layout.dcrFile(), String.join("", parts).getBytes(StandardCharsets.ISO_8859_1));
        });

        assertProved(proof(planned));
    }

    @Property(tries = 10)
    void the_plan_for_any_cluster_is_proved(@ForAll("plans") Planned planned) {
        assertProved(proof(planned));
    }
}
