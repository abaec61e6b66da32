package io.github.dmdsc.model.check.rules;

import static io.github.dmdsc.model.fixtures.ClusterEdits.malInstance;
import static io.github.dmdsc.model.fixtures.ClusterEdits.node;
import static org.assertj.core.api.Assertions.assertThat;

import io.github.dmdsc.model.Cluster;
import io.github.dmdsc.model.ClusterNode;
import io.github.dmdsc.model.GroupType;
import io.github.dmdsc.model.MalInstance;
import io.github.dmdsc.model.check.RuleBook;
import java.util.List;
import java.util.Optional;
import org.junit.jupiter.api.Test;

class MalNamesUniqueTest extends RuleLaws {
    MalNamesUniqueTest() {
        super(new MalNamesUnique());
    }

    @Test
    void the_same_name_in_another_case() {
        assertThat(found(malInstance(
                        cluster(),
                        GroupType.DB,
                        1,
                        x -> MalInstance.builder().from(x).name("dsc0").build())))
                .containsExactly(
                        "ERROR at 10.1.0.1:/data/DSC0_conf/dmmal.ini [MAL_INST1] MAL_INST_NAME and 10.1.0.1:/data/DSC0_conf/dmmal.ini [MAL_INST0] MAL_INST_NAME: MAL_INST_NAME dsc0 is in 10.1.0.1:/data/DSC0_conf/dmmal.ini twice.",
                        "ERROR at 10.1.0.2:/data/DSC1_conf/dmmal.ini [MAL_INST1] MAL_INST_NAME and 10.1.0.2:/data/DSC1_conf/dmmal.ini [MAL_INST0] MAL_INST_NAME: MAL_INST_NAME dsc0 is in 10.1.0.2:/data/DSC1_conf/dmmal.ini twice.");
    }

    @Test
    void the_same_section_in_another_case() {
        assertThat(found(malInstance(
                        cluster(),
                        GroupType.ASM,
                        1,
                        x -> MalInstance.builder().from(x).section("mal_inst0").build())))
                .containsExactly(
                        "ERROR at 10.1.0.1:/data/DSC0/dmasvrmal.ini [mal_inst0] and 10.1.0.1:/data/DSC0/dmasvrmal.ini [MAL_INST0]: Section [mal_inst0] is in 10.1.0.1:/data/DSC0/dmasvrmal.ini twice.",
                        "ERROR at 10.1.0.2:/data/DSC1/dmasvrmal.ini [mal_inst0] and 10.1.0.2:/data/DSC1/dmasvrmal.ini [MAL_INST0]: Section [mal_inst0] is in 10.1.0.2:/data/DSC1/dmasvrmal.ini twice.");
    }

    @Test
    void a_section_in_chinese() {
        Cluster cluster = malInstance(cluster(), GroupType.DB, 1, x -> x.withSection("mal_inst0"));

        assertThat(RuleBook.of(List.of(new MalNamesUnique())).check(cluster))
                .isNotEmpty()
                .allSatisfy(finding -> assertThat(finding.message().zh()).endsWith(" 中配置节 [mal_inst0] 出现两次。"));
    }

    @Test
    void without_names() {
        assertThat(found(malInstance(
                        malInstance(
                                cluster(),
                                GroupType.DB,
                                0,
                                x -> MalInstance.builder()
                                        .from(x)
                                        .name(Optional.empty())
                                        .build()),
                        GroupType.DB,
                        1,
                        x -> MalInstance.builder()
                                .from(x)
                                .name(Optional.empty())
                                .build())))
                .isEmpty();
    }

    @Test
    void no_files() {
        assertThat(found(node(
                        cluster(),
                        1,
                        x -> ClusterNode.builder()
                                .from(x)
                                .dbMal(Optional.empty())
                                .asmMal(Optional.empty())
                                .build())))
                .isEmpty();
    }
}
