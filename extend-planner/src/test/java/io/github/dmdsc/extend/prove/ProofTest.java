package io.github.dmdsc.extend.prove;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.core.JsonProcessingException;
import io.github.dmdsc.extend.ExtendedPlans;
import io.github.dmdsc.extend.ExtendedPlans.Planned;
import io.github.dmdsc.extend.plan.Step;
import io.github.dmdsc.extend.rehearse.Certificate;
import io.github.dmdsc.extend.rehearse.Certificate.FaultVerdict;
import io.github.dmdsc.extend.rehearse.Ending;
import io.github.dmdsc.extend.rehearse.Fault;
import io.github.dmdsc.model.ModelJson;
import io.github.dmdsc.model.StorageEdition;
import io.github.dmdsc.model.fixtures.ClusterLayout;
import io.github.dmdsc.model.fixtures.ClusterLayout.Archives;
import io.github.dmdsc.model.fixtures.ClusterLayout.Restart;
import java.util.List;
import net.jqwik.api.Arbitrary;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import net.jqwik.api.Provide;
import org.junit.jupiter.api.Test;

/** Whatever goes wrong at whatever step, there is a way to a good end. */
class ProofTest {
    private static final Certificate MANUAL = proof(ExtendedPlans.manual());

    @Provide
    Arbitrary<Planned> plans() {
        return ExtendedPlans.withFiles();
    }

    private static Certificate proof(Planned planned) {
        return Proof.of(planned.plan(), planned.files());
    }

    private static void assertProved(Certificate certificate) {
        assertThat(certificate.failure()).isEmpty();
        assertThat(certificate.faults())
                .filteredOn(each -> each.ending() == Ending.STRANDED)
                .isEmpty();
        assertThat(certificate.passed()).isTrue();
    }

    @Test
    void thePlanOfTheManualsChapterIsProved() {
        assertProved(MANUAL);
    }

    @Test
    void whereAFaultEndsDependsOnThePointOfNoReturn() {
        List<String> steps =
                ExtendedPlans.manual().plan().steps().stream().map(Step::id).toList();
        for (FaultVerdict verdict : MANUAL.faults()) {
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
        assertThat(MANUAL.faults()).hasSizeGreaterThan(4 * steps.size());
    }

    @Test
    void aCertificateReadsBackFromItsJson() throws JsonProcessingException {
        String json = ModelJson.mapper().writeValueAsString(MANUAL);

        assertThat(json).contains("\"rules\":[\"R1\"", "\"passed\":true");
        assertThat(ModelJson.mapper().readValue(json, Certificate.class)).isEqualTo(MANUAL);
    }

    @Test
    void aMirrorClusterWithoutAMonitorIsProved() {
        Certificate certificate = proof(ExtendedPlans.of(ClusterLayout.builder()
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

    @Property(tries = 10)
    void thePlanForAnyClusterIsProved(@ForAll("plans") Planned planned) {
        assertProved(proof(planned));
    }
}
