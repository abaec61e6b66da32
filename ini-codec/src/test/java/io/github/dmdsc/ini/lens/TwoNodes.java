package io.github.dmdsc.ini.lens;

import io.github.dmdsc.ini.files.ClusterFiles;
import io.github.dmdsc.model.FileId;
import java.nio.charset.StandardCharsets;
import java.util.Map;
import java.util.TreeMap;
import org.jspecify.annotations.Nullable;

/** The files of a cluster of two nodes and one monitor. Each test changes them as it needs. */
final class TwoNodes {
    static final String HOST0 = "10.0.2.101";
    static final String HOST1 = "10.0.2.102";
    static final String MONITOR_HOST = "10.0.2.110";
    static final FileId DCR = new FileId(HOST0, "/home/data/dmdcr_cfg_bak.ini");
    static final FileId MONITOR = new FileId(MONITOR_HOST, "/home/data/cssm/dmcssm.ini");

    static final String ASM_GROUP = """
            [GRP]
            DCR_GRP_TYPE = ASM
            DCR_GRP_NAME = GRP_ASM
            DCR_GRP_N_EP = 2
            [GRP_ASM]
            DCR_EP_NAME = ASM0
            [GRP_ASM]
            DCR_EP_NAME = ASM1
            """;

    private final Map<FileId, String> texts = new TreeMap<>();

    TwoNodes() {
        texts.put(DCR, """
                DCR_N_GRP = 3
                DCR_VTD_PATH = /dev/raw/raw2
                DCR_OGUID = 63635
                [GRP]
                DCR_GRP_TYPE = CSS
                DCR_GRP_NAME = GRP_CSS
                DCR_GRP_N_EP = 2
                [GRP_CSS]
                DCR_EP_NAME = CSS0
                DCR_EP_HOST = 10.0.2.101
                DCR_EP_PORT = 9341
                [GRP_CSS]
                DCR_EP_NAME = CSS1
                DCR_EP_HOST = 10.0.2.102
                DCR_EP_PORT = 9343
                [GRP]
                DCR_GRP_TYPE = DB
                DCR_GRP_NAME = GRP_DSC
                DCR_GRP_N_EP = 2
                [GRP_DSC]
                DCR_EP_NAME = DSC0
                DCR_EP_SEQNO = 0
                [GRP_DSC]
                DCR_EP_NAME = DSC1
                DCR_EP_SEQNO = 1
                """ + ASM_GROUP);
        texts.put(MONITOR, """
                CSSM_OGUID = 63635
                CSSM_CSS_IP = 10.0.2.101:9341
                CSSM_CSS_IP = 10.0.2.102:9343
                """);
        node(HOST0, 0, "/home/data");
        node(HOST1, 1, "/home/data");
    }

    private void node(String host, int seqno, String home) {
        String config = home + "/dsc" + seqno + "_config";
        texts.put(new FileId(host, home + "/dmdcr.ini"), """
                DMDCR_PATH = /dev/raw/raw1
                DMDCR_MAL_PATH = %1$s/dmasvrmal.ini # ASM
                DMDCR_SEQNO = %3$d
                DMDCR_DB_STARTUP_CMD = /opt/dmdbms/bin/dmserver path=%2$s/dm.ini dcr_ini=%1$s/dmdcr.ini
                """.formatted(home, config, seqno));
        texts.put(new FileId(host, home + "/dmasvrmal.ini"), """
                [MAL_INST1]
                MAL_INST_NAME = ASM0
                """);
        texts.put(new FileId(host, config + "/dm.ini"), """
                INSTANCE_NAME = DSC%d
                CONFIG_PATH = %s
                ARCH_INI = 1
                """.formatted(seqno, config));
        texts.put(new FileId(host, config + "/dmmal.ini"), """
                [mal_inst0]
                mal_inst_name = DSC0
                """);
        texts.put(new FileId(host, config + "/dmarch.ini"), """
                [ARCHIVE_LOCAL1]
                ARCH_TYPE = LOCAL
                """);
    }

    /** Returns a cluster with both nodes on one host, each in a directory of its own. */
    static TwoNodes onOneHost() {
        TwoNodes cluster = new TwoNodes();
        cluster.texts.keySet().removeIf(id -> !id.equals(DCR));
        cluster.node(HOST0, 0, "/home/data/node0");
        cluster.node(HOST0, 1, "/home/data/node1");
        return cluster.edit(DCR, HOST1, HOST0);
    }

    static FileId file(String host, String path) {
        return new FileId(host, path);
    }

    TwoNodes put(FileId id, String text) {
        texts.put(id, text);
        return this;
    }

    TwoNodes without(FileId id) {
        if (texts.remove(id) == null) {
            throw new IllegalArgumentException("no " + id);
        }
        return this;
    }

    TwoNodes copy(FileId from, FileId to) {
        return put(to, text(from));
    }

    TwoNodes edit(FileId id, String from, String to) {
        if (!text(id).contains(from)) {
            throw new IllegalArgumentException("no '" + from + "' in " + id);
        }
        return put(id, text(id).replace(from, to));
    }

    /** Replaces the startup commands that name a dm.ini by commands that restart services. */
    TwoNodes startedAsServices() {
        texts.replaceAll((id, text) -> text.replaceAll("(DB_STARTUP_CMD = ).*", "$1service DmServiceDSC restart"));
        return this;
    }

    private String text(FileId id) {
        @Nullable String text = texts.get(id);
        if (text == null) {
            throw new IllegalArgumentException("no " + id);
        }
        return text;
    }

    ClusterFiles files() {
        Map<FileId, byte[]> files = new TreeMap<>();
        texts.forEach((id, text) -> files.put(id, text.getBytes(StandardCharsets.UTF_8)));
        return ClusterFiles.of(files);
    }

    ClusterReading read() {
        return ClusterLens.get(files());
    }
}
