package io.github.dmdsc.extend.rehearse;

import static org.assertj.core.api.Assertions.assertThat;

import io.github.dmdsc.extend.ExtendedPlans;
import io.github.dmdsc.extend.ExtendedPlans.Planned;
import io.github.dmdsc.model.fixtures.ClusterLayout;
import io.github.dmdsc.model.fixtures.ClusterLayout.Archives;
import java.util.Map;
import java.util.function.UnaryOperator;
import org.junit.jupiter.api.Test;

/** Where the new node's archives may go. */
class ArchiveDirectoriesTest {
    private static final ClusterLayout LOCAL =
            ClusterLayout.builder().archives(Archives.LOCAL).build();
    private static final ClusterLayout REMOTE =
            ClusterLayout.builder().archives(Archives.LOCAL_AND_REMOTE).build();
    private static final ClusterLayout ONE_MACHINE = ClusterLayout.builder()
            .archives(Archives.LOCAL_AND_REMOTE)
            .oneMachine(true)
            .build();

    /** The plan with another dmarch.ini for the new node. */
    private static Planned otherwise(Planned planned, UnaryOperator<String> change) {
        return BadPlans.rewritten(planned, file -> file.file().path().endsWith("DSC2_conf/dmarch.ini"), change);
    }

    private static void assertRefused(Planned planned) {
        assertThat(BadPlans.refusal(planned)).hasValueSatisfying(failure -> {
            assertThat(failure.rule()).isEqualTo(Requirement.CONFIG_DIRECTORY);
            assertThat(failure.why().where()).contains("dmarch.ini ARCH_DEST");
        });
    }

    @Test
    void where_each_old_node_has_a_directory_of_its_own_the_new_one_does_not_take_it() {
        assertRefused(otherwise(ExtendedPlans.of(LOCAL), text -> text.replace("/arch/DSC2", "/arch/DSC1")));
    }

    @Test
    void where_the_old_nodes_have_one_directory_the_new_one_has_it_too() {
        Planned shared = ExtendedPlans.of(
                LOCAL, OddClusters.each("dmarch.ini", text -> text.replaceAll("/arch/DSC[01]", "/arch")));

        assertThat(BadPlans.refusal(shared)).isEmpty();
    }

    /** What others send comes to a directory of the host: on another host the same path is another one. */
    @Test
    void on_its_own_host_and_on_asm_no_directory_of_another_node_is_taken() {
        UnaryOperator<String> taking = text -> text.replaceFirst("(ARCH_INCOMING_PATH = ).*", "$1/arch/DSC0_from_DSC1");
        UnaryOperator<String> onAsm = text -> text.replace("INCOMING_PATH = ", "INCOMING_PATH = +ARCH");

        assertThat(BadPlans.refusal(otherwise(ExtendedPlans.of(REMOTE), taking)))
                .isEmpty();
        assertRefused(otherwise(ExtendedPlans.of(ONE_MACHINE), taking));
        Planned asm = ExtendedPlans.of(REMOTE, OddClusters.each("dmarch.ini", onAsm));
        assertThat(BadPlans.refusal(asm)).isEmpty();
        assertRefused(otherwise(asm, text -> taking.apply(text).replace("= /arch/DSC0_", "= +ARCH/arch/DSC0_")));
    }

    /** A copy beside the only node's is the same directory on its host only. */
    @Test
    void the_directory_of_the_only_node_may_be_that_of_the_new_one_on_another_host() {
        Planned single = OddClusters.single(
                OddClusters.each("dmarch.ini", text -> text.replace("= /arch/DSC0", "= /arch")),
                Map.of("dmarch.ARCHIVE_LOCAL1.ARCH_DEST", "/arch"));

        assertThat(BadPlans.refusal(single)).isEmpty();
    }
}
