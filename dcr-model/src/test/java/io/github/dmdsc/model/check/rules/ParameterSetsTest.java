package io.github.dmdsc.model.check.rules;

import static org.assertj.core.api.Assertions.assertThat;

import io.github.dmdsc.model.Cluster;
import io.github.dmdsc.model.ClusterNode;
import io.github.dmdsc.model.ConfigFile;
import io.github.dmdsc.model.DmArch;
import io.github.dmdsc.model.MalConfig;
import io.github.dmdsc.model.fixtures.ClusterLayout;
import io.github.dmdsc.model.fixtures.ClusterLayout.Archives;
import org.junit.jupiter.api.Test;

class ParameterSetsTest {
    private final Cluster cluster = ClusterLayout.builder()
            .archives(Archives.LOCAL_AND_REMOTE)
            .monitors(2)
            .build()
            .cluster();

    @Test
    void the_values_of_each_file() {
        assertThat(ParameterSets.of(cluster))
                .contains(cluster.dcr().value())
                .containsAll(cluster.monitors().stream().map(ConfigFile::value).toList());
        assertThat(cluster.nodes())
                .allSatisfy(node -> assertThat(ParameterSets.of(cluster))
                        .contains(
                                node.dmdcr().value(),
                                asmMal(node),
                                node.dmIni().orElseThrow().value(),
                                dbMal(node),
                                dmArch(node)));
    }

    @Test
    void the_values_of_each_section() {
        assertThat(cluster.dcr().value().groups())
                .allSatisfy(group ->
                        assertThat(ParameterSets.of(cluster)).contains(group).containsAll(group.endpoints()));
        assertThat(cluster.nodes())
                .allSatisfy(node -> assertThat(ParameterSets.of(cluster))
                        .containsAll(asmMal(node).instances())
                        .containsAll(dbMal(node).instances())
                        .containsAll(dmArch(node).archives()));
    }

    private static MalConfig asmMal(ClusterNode node) {
        return node.asmMal().orElseThrow().value();
    }

    private static MalConfig dbMal(ClusterNode node) {
        return node.dbMal().orElseThrow().value();
    }

    private static DmArch dmArch(ClusterNode node) {
        return node.dmArch().orElseThrow().value();
    }
}
