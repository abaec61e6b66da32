package io.github.dmdsc.model.check.rules;

import static io.github.dmdsc.model.fixtures.ClusterEdits.dmIni;
import static io.github.dmdsc.model.fixtures.ClusterEdits.dmdcr;
import static io.github.dmdsc.model.fixtures.ClusterEdits.node;
import static org.assertj.core.api.Assertions.assertThat;

import io.github.dmdsc.model.AsmPath;
import io.github.dmdsc.model.ClusterNode;
import io.github.dmdsc.model.ConfigFile;
import io.github.dmdsc.model.DmIni;
import io.github.dmdsc.model.Dmdcr;
import io.github.dmdsc.model.FileId;
import io.github.dmdsc.model.Location;
import io.github.dmdsc.model.Origin;
import java.util.Optional;
import org.junit.jupiter.api.Test;

class NodeFilesTest extends RuleLaws {
    NodeFilesTest() {
        super(new NodeFiles());
    }

    @Test
    void every_file_missing() {
        assertThat(found(node(
                        cluster(),
                        1,
                        x -> ClusterNode.builder()
                                .from(x)
                                .asmMal(Optional.empty())
                                .dmIni(Optional.empty())
                                .dbMal(Optional.empty())
                                .build())))
                .containsExactly(
                        "ERROR at 10.1.0.2:/data/DSC1/dmdcr.ini: This node has no dm.ini, but its parameters lead to …/dm.ini.",
                        "ERROR at 10.1.0.2:/data/DSC1/dmdcr.ini: This node has no dmasvrmal.ini, but its parameters lead to /data/DSC1/dmasvrmal.ini.",
                        "ERROR at 10.1.0.2:/data/DSC1/dmdcr.ini: This node has no dmmal.ini, but its parameters lead to …/dmmal.ini.");
    }

    @Test
    void files_in_other_places() {
        assertThat(found(node(
                        archived(),
                        1,
                        x -> ClusterNode.builder()
                                .from(x)
                                .asmMal(moved(x.asmMal()))
                                .dbMal(moved(x.dbMal()))
                                .dmArch(moved(x.dmArch()))
                                .build())))
                .containsExactly(
                        "ERROR at 10.1.0.2:/data/DSC1/dmdcr.ini: The dmarch.ini of this node is 10.1.0.2:/elsewhere/dmarch.ini, but its parameters lead to /data/DSC1_conf/dmarch.ini.",
                        "ERROR at 10.1.0.2:/data/DSC1/dmdcr.ini: The dmasvrmal.ini of this node is 10.1.0.2:/elsewhere/dmasvrmal.ini, but its parameters lead to /data/DSC1/dmasvrmal.ini.",
                        "ERROR at 10.1.0.2:/data/DSC1/dmdcr.ini: The dmmal.ini of this node is 10.1.0.2:/elsewhere/dmmal.ini, but its parameters lead to /data/DSC1_conf/dmmal.ini.");
    }

    @Test
    void a_file_on_another_host() {
        assertThat(found(node(
                        cluster(),
                        1,
                        x -> ClusterNode.builder()
                                .from(x)
                                .asmMal(x.asmMal()
                                        .map(file -> new ConfigFile<>(
                                                new FileId(
                                                        "10.1.0.1", file.file().path()),
                                                file.value())))
                                .build())))
                .containsExactly(
                        "ERROR at 10.1.0.2:/data/DSC1/dmdcr.ini: The dmasvrmal.ini of this node is 10.1.0.1:/data/DSC1/dmasvrmal.ini, but its parameters lead to /data/DSC1/dmasvrmal.ini.");
    }

    @Test
    void nothing_says_where_they_are() {
        assertThat(found(dmdcr(
                        dmIni(
                                cluster(),
                                1,
                                x -> DmIni.builder()
                                        .from(x)
                                        .configPath(Optional.empty())
                                        .build()),
                        1,
                        x -> Dmdcr.builder().from(x).malPath(Optional.empty()).build())))
                .isEmpty();
    }

    @Test
    void a_config_path_on_asm_is_another_rules_affair() {
        assertThat(found(dmIni(
                        cluster(),
                        1,
                        x -> DmIni.builder()
                                .from(x)
                                .configPath(AsmPath.of("+DATA/c"))
                                .build())))
                .isEmpty();
    }

    @Test
    void a_node_that_was_read_from_files() {
        assertThat(found(dmdcr(
                        node(
                                cluster(),
                                1,
                                x -> ClusterNode.builder()
                                        .from(x)
                                        .dbMal(Optional.empty())
                                        .build()),
                        1,
                        x -> x.withOrigin(read()))))
                .isEmpty();
    }

    private static <T> Optional<ConfigFile<T>> moved(Optional<ConfigFile<T>> file) {
        return file.map(found -> new ConfigFile<>(
                found.file().sibling("/elsewhere/" + found.file().name()), found.value()));
    }

    private static Origin read() {
        return new Origin() {
            @Override
            public Location self() {
                return Location.of(new FileId("10.1.0.2", "/data/DSC1/dmdcr.ini"), 1, 1);
            }

            @Override
            public Location at(String key) {
                return self();
            }
        };
    }
}
