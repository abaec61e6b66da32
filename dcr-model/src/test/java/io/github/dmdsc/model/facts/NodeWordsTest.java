package io.github.dmdsc.model.facts;

import static org.assertj.core.api.Assertions.assertThat;

import io.github.dmdsc.model.Cluster;
import io.github.dmdsc.model.ConfigFile;
import io.github.dmdsc.model.Dmdcr;
import io.github.dmdsc.model.LocalPath;
import io.github.dmdsc.model.fixtures.ClusterEdits;
import io.github.dmdsc.model.fixtures.ClusterLayout;
import java.util.Optional;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

/** Tests which parts of a value belong to one node. NUL stands for such a part. */
class NodeWordsTest {
    private static final Cluster CLUSTER = ClusterLayout.builder().build().cluster();

    private final NodeWords words = NodeWords.of(CLUSTER, CLUSTER.nodes().get(1));

    @ParameterizedTest
    @ValueSource(
            strings = {
                "CSS1",
                "ASM1",
                "DSC1",
                "10.1.0.2",
                "192.168.1.2",
                "/data/DSC1_conf",
                "/data/DSC1",
                "/data/DSC1/dmdcr.ini",
                "/data/DSC1/dmasvrmal.ini",
                "/data/DSC1_conf/dm.ini"
            })
    void a_name_an_address_a_directory_or_a_file_of_the_node(String word) {
        assertThat(words.neutral(word)).isEqualTo("\0");
    }

    @ParameterizedTest
    @CsvSource({
        "DmServiceDSC1, DmService%",
        "dsc1_arch, %_arch",
        "/data/DSC1_conf/log, %/log",
        "10.1.0.2:9341, %:9341",
        "DSC10, DSC10",
        "DSC0, DSC0",
        "10.1.0.1, 10.1.0.1",
        "10.1.0.21, 10.1.0.21",
        "110.1.0.2, 110.1.0.2",
        "7.10.1.0.2, 7.10.1.0.2",
        "/data, /data",
    })
    void a_word_is_whole_at_its_end(String text, String neutral) {
        assertThat(words.neutral(text)).isEqualTo(neutral.replace('%', '\0'));
    }

    @Test
    void a_file_that_a_parameter_names_may_be_missing() {
        Cluster named = ClusterEdits.node(
                CLUSTER,
                1,
                node -> node.withAsmMal(Optional.empty())
                        .withDmIni(Optional.empty())
                        .withDmdcr(node.dmdcr()
                                .map(dmdcr -> Dmdcr.builder()
                                        .from(dmdcr)
                                        .malPath(LocalPath.of("/elsewhere/mal.ini"))
                                        .dbStartupCommand(
                                                "/opt/dm/bin/dmserver path=/far/dm.ini dcr_ini=/data/DSC1/dmdcr.ini")
                                        .build())));
        NodeWords others = NodeWords.of(named, named.nodes().get(1));

        assertThat(others.neutral("/elsewhere/mal.ini")).isEqualTo("\0");
        assertThat(others.neutral("/far/dm.ini")).isEqualTo("\0");
        assertThat(others.host()).isEqualTo("10.1.0.2");
    }

    @Test
    void the_directory_of_dm_ini_and_the_config_path_may_differ() {
        NodeWords others = withDmIniAt("/far/dm.ini");

        assertThat(others.neutral("/far/trace")).isEqualTo("\0/trace");
        assertThat(others.neutral("/data/DSC1_conf/trace")).isEqualTo("\0/trace");
    }

    @Test
    void a_file_in_the_root_directory_has_no_directory_that_is_a_word() {
        assertThat(withDmIniAt("/dm.ini").neutral("/other")).isEqualTo("/other");
    }

    /** Returns the words of the node if its dm.ini has another path. */
    private static NodeWords withDmIniAt(String path) {
        Cluster cluster = ClusterEdits.node(
                CLUSTER,
                1,
                node -> node.withDmIni(
                        node.dmIni().map(file -> new ConfigFile<>(file.file().sibling(path), file.value()))));
        return NodeWords.of(cluster, cluster.nodes().get(1));
    }
}
