package io.github.dmdsc.extend;

import io.github.dmdsc.ini.bind.ClusterWriter;
import io.github.dmdsc.ini.files.ClusterFiles;
import io.github.dmdsc.model.AsmPath;
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
import io.github.dmdsc.model.EndpointArray;
import io.github.dmdsc.model.FileId;
import io.github.dmdsc.model.GroupType;
import io.github.dmdsc.model.HostAddress;
import io.github.dmdsc.model.ImmutableClusterNode;
import io.github.dmdsc.model.ImmutableDcrEndpoint;
import io.github.dmdsc.model.LoadPaths;
import io.github.dmdsc.model.LocalPath;
import io.github.dmdsc.model.Located;
import io.github.dmdsc.model.MalConfig;
import io.github.dmdsc.model.MalInstance;
import io.github.dmdsc.model.Megabytes;
import io.github.dmdsc.model.Oguid;
import io.github.dmdsc.model.Port;
import io.github.dmdsc.model.Seconds;
import io.github.dmdsc.model.Seqno;
import io.github.dmdsc.model.ShmKey;
import java.util.ArrayList;
import java.util.List;

/**
 * A valid cluster designed in Java.
 *
 * @param nodes 2 or more
 * @param oneMachine whether all nodes share one host
 * @param mirror the storage edition
 * @param firstNumber 0 or 1: where names begin to count
 * @param padded whether numbers in names have two digits
 * @param portStep by how much ports rise from node to node
 * @param archive whether archiving is on
 * @param monitors how many monitors there are
 */
record GeneratedCluster(
        int nodes,
        boolean oneMachine,
        boolean mirror,
        int firstNumber,
        boolean padded,
        int portStep,
        boolean archive,
        int monitors) {
    static String host(int node, boolean oneMachine) {
        return "10.1.0." + (oneMachine ? 1 : node + 1);
    }

    private String number(int node) {
        int number = node + firstNumber;
        return padded && number < 10 ? "0" + number : Integer.toString(number);
    }

    private String configPath(int node) {
        return "/data/DSC" + number(node) + "_conf";
    }

    private static Port port(int base, int node, int step) {
        return Port.of(base + node * step);
    }

    ClusterFiles files() {
        return ClusterWriter.create(cluster());
    }

    Cluster cluster() {
        MalConfig asmMal = mal(GroupType.ASM);
        MalConfig dbMal = mal(GroupType.DB);
        List<ClusterNode> all = new ArrayList<>();
        for (int i = 0; i < nodes; i++) {
            all.add(node(i, asmMal, dbMal));
        }
        List<Located<Dmcssm>> console = new ArrayList<>();
        for (int i = 0; i < monitors; i++) {
            console.add(new Located<>(new FileId("monitor" + i, "/data/dmcssm.ini"), monitor()));
        }
        return Cluster.builder()
                .dcr(new Located<>(new FileId(host(0, oneMachine), "/data/export.ini"), dcr()))
                .nodes(all)
                .monitors(console)
                .build();
    }

    private DmdcrCfg dcr() {
        var dcr = DmdcrCfg.builder().groupCount(3).oguid(Oguid.of(45331));
        if (mirror) {
            dcr.diskLoadPath(LoadPaths.of("/dev/dcrv"));
        } else {
            dcr.voteDiskPath(LocalPath.of("/dev/vote"));
        }
        for (GroupType type : List.of(GroupType.CSS, GroupType.ASM, GroupType.DB)) {
            List<DcrEndpoint> endpoints = new ArrayList<>();
            for (int i = 0; i < nodes; i++) {
                endpoints.add(endpoint(type, i));
            }
            dcr.addGroups(DcrGroup.builder()
                    .type(type)
                    .name("GRP_" + type)
                    .endpointCount(nodes)
                    .endpointNumbers(EndpointArray.upTo(nodes))
                    .endpoints(endpoints)
                    .build());
        }
        return dcr.build();
    }

    private DcrEndpoint endpoint(GroupType type, int node) {
        HostAddress host = HostAddress.of(host(node, oneMachine));
        ImmutableDcrEndpoint.Builder endpoint = DcrEndpoint.builder().name(name(type, node));
        switch (type) {
            case CSS -> endpoint.host(host).port(port(11_000, node, portStep));
            case ASM -> {
                endpoint.host(host)
                        .port(port(12_000, node, portStep))
                        .shmKey(ShmKey.of(70_000 + node))
                        .shmSize(Megabytes.of(20));
                if (!mirror) {
                    endpoint.asmLoadPath(LoadPaths.of("/dev/asm"));
                }
            }
            case DB ->
                endpoint.seqno(Seqno.of(node))
                        .port(port(13_000, node, portStep))
                        .checkPort(port(14_000, node, portStep));
        }
        return endpoint.build();
    }

    private String name(GroupType type, int node) {
        return (type == GroupType.DB ? "DSC" : type.name()) + number(node);
    }

    private MalConfig mal(GroupType type) {
        var mal = MalConfig.builder().checkInterval(Seconds.of(60));
        for (int i = 0; i < nodes; i++) {
            boolean db = type == GroupType.DB;
            var instance = MalInstance.builder()
                    .section("MAL_INST" + number(i))
                    .name(name(type, i))
                    .host(HostAddress.of(host(i, oneMachine)))
                    .port(port(db ? 15_000 : 16_000, i, portStep));
            if (db) {
                instance.serviceHost(HostAddress.of(host(i, oneMachine))).servicePort(port(13_000, i, portStep));
            }
            mal.addInstances(instance.build());
        }
        return mal.build();
    }

    private ClusterNode node(int node, MalConfig asmMal, MalConfig dbMal) {
        String host = host(node, oneMachine);
        String own = "/data/DSC" + number(node);
        String dmdcrPath = own + "/dmdcr.ini";
        String dmIniPath = configPath(node) + "/dm.ini";
        Dmdcr dmdcr = Dmdcr.builder()
                .dcrPath(LocalPath.of(mirror ? "/dev/dcrv" : "/dev/dcr"))
                .seqno(Seqno.of(node))
                .malPath(LocalPath.of(own + "/dmasvrmal.ini"))
                .asmRestartInterval(Seconds.of(0))
                .dbRestartInterval(Seconds.of(30))
                .dbStartupCommand("/opt/dm/bin/dmserver path=" + dmIniPath + " dcr_ini=" + dmdcrPath)
                .build();
        DmIni dmIni = DmIni.builder()
                .instanceName(name(GroupType.DB, node))
                .configPath(LocalPath.of(configPath(node)))
                .tracePath(LocalPath.of(configPath(node) + "/trace"))
                .port(port(13_000, node, portStep))
                .malIni(1)
                .archIni(archive ? 1 : 0)
                .ctlPath(AsmPath.of("+DATA/dsc/dm.ctl"))
                .systemPath(AsmPath.of("+DATA/dsc"))
                .build();
        ImmutableClusterNode.Builder built = ClusterNode.builder()
                .dmdcr(new Located<>(new FileId(host, dmdcrPath), dmdcr))
                .asmMal(new Located<>(new FileId(host, own + "/dmasvrmal.ini"), asmMal))
                .dmIni(new Located<>(new FileId(host, dmIniPath), dmIni))
                .dbMal(new Located<>(new FileId(host, configPath(node) + "/dmmal.ini"), dbMal));
        if (archive) {
            DmArch arch = DmArch.builder()
                    .addArchives(DmArchive.builder()
                            .section("ARCHIVE_LOCAL1")
                            .type("LOCAL")
                            .destination("/arch/" + name(GroupType.DB, node))
                            .build())
                    .build();
            built.dmArch(new Located<>(new FileId(host, configPath(node) + "/dmarch.ini"), arch));
        }
        return built.build();
    }

    private Dmcssm monitor() {
        var monitor = Dmcssm.builder().oguid(Oguid.of(45331));
        for (int i = 0; i < nodes; i++) {
            monitor.addCssAddresses(new CssAddress(HostAddress.of(host(i, oneMachine)), port(11_000, i, portStep)));
        }
        return monitor.build();
    }

    /** The request for the node after {@code count} nodes. */
    ExtendRequest next(int count) {
        var request = ExtendRequest.forHost(host(count, oneMachine))
                .addLogFiles("+LOG/n" + count + "_1.log", "+LOG/n" + count + "_2.log")
                .logSize(Megabytes.of(128))
                .sameMachine(oneMachine);
        if (mirror) {
            request.addDcrvDisks("/dev/dcrv/d0", "/dev/dcrv/d1", "/dev/dcrv/d2");
        }
        if (monitors == 0) {
            request.monitor(new FileId("watch", "/data/dmcssm" + count + ".ini"));
        }
        return request.build();
    }
}
