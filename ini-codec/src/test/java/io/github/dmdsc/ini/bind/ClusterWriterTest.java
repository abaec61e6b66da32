package io.github.dmdsc.ini.bind;

import static org.assertj.core.api.Assertions.assertThat;

import io.github.dmdsc.ini.files.ClusterFiles;
import io.github.dmdsc.model.Cluster;
import io.github.dmdsc.model.ClusterNode;
import io.github.dmdsc.model.CssAddress;
import io.github.dmdsc.model.DcrEndpoint;
import io.github.dmdsc.model.DcrGroup;
import io.github.dmdsc.model.DmArch;
import io.github.dmdsc.model.DmArchive;
import io.github.dmdsc.model.DmIni;
import io.github.dmdsc.model.Dmcssm;
import io.github.dmdsc.model.Dmdcr;
import io.github.dmdsc.model.DmdcrCfg;
import io.github.dmdsc.model.FileId;
import io.github.dmdsc.model.GroupType;
import io.github.dmdsc.model.HostAddress;
import io.github.dmdsc.model.ImmutableCluster;
import io.github.dmdsc.model.ImmutableClusterNode;
import io.github.dmdsc.model.LoadPaths;
import io.github.dmdsc.model.LocalPath;
import io.github.dmdsc.model.Located;
import io.github.dmdsc.model.MalConfig;
import io.github.dmdsc.model.MalInstance;
import io.github.dmdsc.model.Oguid;
import io.github.dmdsc.model.Port;
import io.github.dmdsc.model.Seqno;
import java.nio.charset.StandardCharsets;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.TreeSet;
import net.jqwik.api.Example;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import net.jqwik.api.constraints.IntRange;

class ClusterWriterTest {
    @Property(tries = 60)
    void a_cluster_that_is_written_is_read_as_the_same(
            @ForAll @IntRange(min = 1, max = 3) int count,
            @ForAll boolean oneHost,
            @ForAll boolean mirror,
            @ForAll boolean services,
            @ForAll boolean archives,
            @ForAll @IntRange(max = 2) int monitors) {
        Cluster cluster = new Shape(count, oneHost, mirror, services, archives, monitors).cluster();

        ClusterReading reading = ClusterReader.read(ClusterWriter.create(cluster));

        assertThat(reading.findings()).isEmpty();
        assertThat(reading.cluster()).contains(cluster);
    }

    @Example
    void each_file_is_written_once_and_as_its_lens_creates_it() {
        Cluster cluster = new Shape(2, false, false, false, true, 1).cluster();

        ClusterFiles files = ClusterWriter.create(cluster);

        // Two copies of the DCR, five files per node, a monitor.
        assertThat(files.ids()).hasSize(13);
        FileId dmIni = cluster.nodes().get(0).dmIni().orElseThrow().file();
        assertThat(new String(files.bytes(dmIni), StandardCharsets.UTF_8))
                .isEqualTo("INSTANCE_NAME = DSC0\nCONFIG_PATH = /home/data/dsc0\nPORT_NUM = 5236\nBUFFER = 8000\n");
        assertThat(files.bytes(cluster.dcrCopies().get(0)))
                .isEqualTo(files.bytes(cluster.dcr().file()))
                .isEqualTo(Lenses.DMDCR_CFG.create(cluster.dcr().value()).toBytes());
    }

    private record Shape(int count, boolean oneHost, boolean mirror, boolean services, boolean archives, int monitors) {
        Cluster cluster() {
            Located<DmdcrCfg> dcr = new Located<>(new FileId(host(0), "/home/data/export.ini"), dcr());
            ImmutableCluster.Builder cluster = Cluster.builder().dcr(dcr);
            TreeSet<FileId> copies = new TreeSet<>();
            for (int i = 0; i < count; i++) {
                cluster.addNodes(node(i));
                copies.add(new FileId(host(i), "/home/data/export.ini"));
            }
            copies.remove(dcr.file());
            cluster.dcrCopies(copies);
            for (int i = 0; i < monitors; i++) {
                cluster.addMonitors(new Located<>(new FileId("10.0.3." + i, "/home/data/dmcssm.ini"), monitor()));
            }
            return cluster.build();
        }

        private String host(int node) {
            return "10.0.2.10" + (oneHost ? 1 : node + 1);
        }

        private Dmcssm monitor() {
            return Dmcssm.builder()
                    .oguid(Oguid.of(63635))
                    .addCssAddresses(CssAddress.parse("10.0.2.101:9341"), CssAddress.parse("[fe80::1%3]:9343"))
                    .build();
        }

        private DmdcrCfg dcr() {
            return DmdcrCfg.builder()
                    .groupCount(3)
                    .voteDiskPath(mirror ? Optional.empty() : Optional.of(LocalPath.of("/dev/raw/raw2")))
                    .diskLoadPath(mirror ? Optional.of(LoadPaths.of("/dev/dcrv")) : Optional.empty())
                    .oguid(Oguid.of(63635))
                    .addGroups(group(GroupType.CSS), group(GroupType.ASM), group(GroupType.DB))
                    .putOther("DCR_CHECKSUM", List.of("a=b", "实例"))
                    .build();
        }

        private DcrGroup group(GroupType type) {
            var group = DcrGroup.builder().type(type).name("GRP_" + type).endpointCount(count);
            for (int i = 0; i < count; i++) {
                var endpoint = DcrEndpoint.builder().port(Port.of(9341 + i));
                group.addEndpoints(
                        type == GroupType.DB
                                ? endpoint.name("DSC" + i).seqno(Seqno.of(i)).build()
                                : endpoint.name(type.name() + i)
                                        .host(HostAddress.of(host(i)))
                                        .build());
            }
            return group.build();
        }

        private ClusterNode node(int i) {
            FileId dmdcr = new FileId(host(i), "/home/data/node" + i + "/dmdcr.ini");
            String config = "/home/data/dsc" + i;
            FileId asmMal = dmdcr.sibling("/home/data/dmasvrmal.ini");
            String command = "/opt/bin/dmserver " + config + "/dm.ini dcr_ini=" + dmdcr.path();
            ImmutableClusterNode.Builder node = ClusterNode.builder()
                    .dmdcr(new Located<>(
                            dmdcr,
                            Dmdcr.builder()
                                    .seqno(Seqno.of(i))
                                    .malPath(LocalPath.of(asmMal.path()))
                                    .dbStartupCommand(services ? "service DmServiceDSC" + i + " restart" : command)
                                    .build()))
                    .asmMal(new Located<>(asmMal, mal("ASM")))
                    .dmIni(new Located<>(
                            dmdcr.sibling(config + "/dm.ini"),
                            DmIni.builder()
                                    .instanceName("DSC" + i)
                                    .configPath(LocalPath.of(config))
                                    .port(Port.of(5236))
                                    .other(Map.of("BUFFER", List.of("8000")))
                                    .build()))
                    .dbMal(new Located<>(dmdcr.sibling(config + "/dmmal.ini"), mal("DSC")));
            if (archives) {
                node.dmArch(new Located<>(
                        dmdcr.sibling(config + "/dmarch.ini"),
                        DmArch.builder()
                                .addArchives(DmArchive.builder()
                                        .section("ARCHIVE_LOCAL1")
                                        .type("LOCAL")
                                        .destination("/home/arch" + i)
                                        .build())
                                .build()));
            }
            return node.build();
        }

        private MalConfig mal(String family) {
            var mal = MalConfig.builder();
            for (int i = 0; i < count; i++) {
                mal.addInstances(MalInstance.builder()
                        .section("MAL_INST" + i)
                        .name(family + i)
                        .port(Port.of(7236 + i))
                        .build());
            }
            return mal.build();
        }
    }
}
