package io.github.dmdsc.extend;

import io.github.dmdsc.ini.IniDocument;
import io.github.dmdsc.ini.IniSection;
import io.github.dmdsc.ini.files.ClusterFiles;
import io.github.dmdsc.ini.lens.ClusterLens;
import io.github.dmdsc.model.Cluster;
import io.github.dmdsc.model.ClusterNode;
import io.github.dmdsc.model.ConfigFile;
import io.github.dmdsc.model.CssAddress;
import io.github.dmdsc.model.DcrGroup;
import io.github.dmdsc.model.Dmcssm;
import io.github.dmdsc.model.Dmdcr;
import io.github.dmdsc.model.EndpointArray;
import io.github.dmdsc.model.FileId;
import io.github.dmdsc.model.GroupType;
import io.github.dmdsc.model.HostAddress;
import io.github.dmdsc.model.LocalPath;
import io.github.dmdsc.model.Port;
import io.github.dmdsc.model.Seconds;
import io.github.dmdsc.model.StorageEdition;
import io.github.dmdsc.model.fixtures.ClusterEdits;
import io.github.dmdsc.model.fixtures.ClusterLayout;
import io.github.dmdsc.model.fixtures.ClusterLayout.Archives;
import io.github.dmdsc.model.fixtures.ClusterLayout.Numbering;
import io.github.dmdsc.model.fixtures.ClusterLayout.Restart;
import io.github.dmdsc.model.fixtures.FileStyle;
import java.nio.charset.Charset;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.TreeMap;

/**
 * The cluster of one row of the table of layouts.
 *
 * @param row the values of the row
 * @param nodes the number of nodes
 */
record NetCluster(NetLayout row, int nodes) {
    /** Returns the part of the layout that the common fixtures can make. */
    ClusterLayout layout() {
        Restart restart = switch (row.at(NetAxis.COMMANDS)) {
            case "service" -> Restart.SERVICE;
            case "program" -> Restart.COMMAND;
            default -> Restart.NONE;
        };
        return ClusterLayout.builder()
                .nodes(nodes)
                .edition(row.is(NetAxis.EDITION, "mirror") ? StorageEdition.MIRROR : StorageEdition.DMASM)
                .oneMachine(row.is(NetAxis.MACHINE, "one"))
                .numbering(
                        switch (row.at(NetAxis.NUMBERING)) {
                            case "zero" -> Numbering.FROM_ZERO;
                            case "one" -> Numbering.FROM_ONE;
                            default -> Numbering.PADDED;
                        })
                .portStep(row.is(NetAxis.PORTS, "same") ? 0 : 1)
                .ipv6(row.is(NetAxis.ADDRESS, "zones"))
                .archives(
                        switch (row.at(NetAxis.ARCHIVES)) {
                            case "none" -> Archives.NONE;
                            case "local" -> Archives.LOCAL;
                            default -> Archives.LOCAL_AND_REMOTE;
                        })
                .monitors(
                        switch (row.at(NetAxis.MONITORS)) {
                            case "none" -> 0;
                            case "two" -> 2;
                            default -> 1;
                        })
                .asmRestart(restart)
                .dbRestart(restart)
                .virtualAddresses(row.is(NetAxis.VIP, "yes"))
                .checkPorts(row.is(NetAxis.CHECK_PORT, "yes"))
                .build();
    }

    private Cluster cluster() {
        ClusterLayout layout = layout();
        Cluster cluster = layout.cluster();
        for (int node = 0; node < nodes; node++) {
            int step = node * layout.portStep();
            cluster = ClusterEdits.dmdcr(cluster, node, file -> dmdcr(file, step));
            if (row.is(NetAxis.MAL, "common")) {
                cluster = ClusterEdits.node(cluster, node, NetCluster::commonMal);
            }
        }
        for (GroupType type : GroupType.values()) {
            cluster = ClusterEdits.group(cluster, type, this::exported);
        }
        for (int monitor = 0; monitor < cluster.monitors().size(); monitor++) {
            cluster = ClusterEdits.monitor(cluster, monitor, file -> monitor(file, layout.portStep()));
        }
        var placed = Cluster.builder().from(cluster).monitors(monitors(cluster));
        if (row.is(NetAxis.COPIES, "each")) {
            cluster.nodes().stream()
                    .map(node -> new FileId(node.host(), layout.dcrFile().path()))
                    .filter(copy -> !copy.equals(layout.dcrFile()))
                    .distinct()
                    .forEach(placed::addDcrCopies);
        }
        return placed.build();
    }

    private Dmdcr dmdcr(Dmdcr file, int portStep) {
        var changed = Dmdcr.builder()
                .from(file)
                .asmRestartInterval(Seconds.of(row.is(NetAxis.ASM, "automatic") ? 30 : 0))
                .dbRestartInterval(Seconds.of(row.is(NetAxis.DB, "automatic") ? 40 : 0));
        if (cssOverride()) {
            changed.cssPort(Port.of(17_000 + portStep));
        }
        if (row.is(NetAxis.OVERRIDE, "asm") || row.is(NetAxis.OVERRIDE, "both")) {
            changed.asmPort(Port.of(18_000 + portStep));
        }
        if (row.is(NetAxis.LINK_CHECK, "yes")) {
            changed.linkCheckIp(HostAddress.of("10.1.0.254"));
        }
        return changed.build();
    }

    private boolean cssOverride() {
        return row.is(NetAxis.OVERRIDE, "css") || row.is(NetAxis.OVERRIDE, "both");
    }

    private static ClusterNode commonMal(ClusterNode node) {
        var mal = node.asmMal().orElseThrow();
        FileId common = mal.file().sibling("/data/dmasvrmal.ini");
        Dmdcr dmdcr = Dmdcr.builder()
                .from(node.dmdcr().value())
                .malPath(LocalPath.of(common.path()))
                .build();
        return ClusterNode.builder()
                .from(node)
                .dmdcr(new ConfigFile<>(node.dmdcr().file(), dmdcr))
                .asmMal(new ConfigFile<>(common, mal.value()))
                .build();
    }

    private DcrGroup exported(DcrGroup group) {
        var changed = DcrGroup.builder().from(group);
        if (row.is(NetAxis.EXPORT, "one-array")
                && group.type().filter(GroupType.CSS::equals).isEmpty()) {
            changed.endpointNumbers(Optional.empty());
        }
        if (row.is(NetAxis.EXPORT, "counters")) {
            changed.errorEndpointCount(0).errorEndpointNumbers(EndpointArray.upTo(0));
        }
        return changed.build();
    }

    /** Returns the monitor with the ports on which dmcss listens. */
    private Dmcssm monitor(Dmcssm file, int portStep) {
        List<CssAddress> addresses = new ArrayList<>();
        for (CssAddress address : file.cssAddresses()) {
            Port port = cssOverride() ? Port.of(17_000 + addresses.size() * portStep) : address.port();
            addresses.add(new CssAddress(address.host(), port));
        }
        return Dmcssm.builder().from(file).cssAddresses(addresses).build();
    }

    /** Returns the monitors. The last one is on the first node's host, unless the row says that it has its own host. */
    private List<ConfigFile<Dmcssm>> monitors(Cluster cluster) {
        List<ConfigFile<Dmcssm>> monitors = new ArrayList<>(cluster.monitors());
        if (row.is(NetAxis.MONITORS, "cluster") || row.is(NetAxis.MONITORS, "two")) {
            ConfigFile<Dmcssm> last = monitors.remove(monitors.size() - 1);
            FileId onNode = new FileId(layout().host(0), last.file().path());
            monitors.add(new ConfigFile<>(onNode, last.value()));
        }
        return monitors;
    }

    /** Returns the files of the cluster, in the style of the row. */
    ClusterFiles files() {
        Map<FileId, byte[]> styled = new TreeMap<>();
        ClusterFiles files = ClusterLens.create(cluster());
        for (FileId file : files.ids()) {
            styled.put(file, styled(file, files.bytes(file)));
        }
        return ClusterFiles.of(styled);
    }

    private byte[] styled(FileId file, byte[] bytes) {
        String ordered = new String(bytes, StandardCharsets.UTF_8);
        if (row.is(NetAxis.ORDER, "groups-first") && file.path().endsWith("dmdcr_cfg_bak.ini")) {
            ordered = groupsFirst(ordered);
        }
        boolean tabs = row.is(NetAxis.LINES, "tabs");
        FileStyle style = new FileStyle(
                tabs,
                row.is(NetAxis.LINES, "comments"),
                tabs ? "\t= " : " = ",
                tabs ? "\t" : "",
                row.is(NetAxis.LINES, "crlf"),
                !row.is(NetAxis.LINES, "comments"));
        String text = new String(style.apply(ordered.getBytes(StandardCharsets.UTF_8)), StandardCharsets.UTF_8);
        return switch (row.at(NetAxis.ENCODING)) {
            case "bom" -> ("\uFEFF" + text).getBytes(StandardCharsets.UTF_8);
            case "gb18030" ->
                ("#中文注释" + (text.contains("\r") ? "\r\n" : "\n") + text).getBytes(Charset.forName("GB18030"));
            default -> text.getBytes(StandardCharsets.UTF_8);
        };
    }

    private static String groupsFirst(String text) {
        StringBuilder groups = new StringBuilder();
        StringBuilder endpoints = new StringBuilder();
        for (String section : text.split("(?m)^(?=\\[)", -1)) {
            (section.startsWith("[GRP_") ? endpoints : groups).append(section);
        }
        return groups.append(endpoints).toString();
    }

    /** Returns the values of the last node, by family. */
    Map<String, String> ofLastNode() {
        ClusterFiles files = ClusterLens.create(cluster());
        Map<String, String> values = new TreeMap<>();
        ClusterNode node = cluster().nodes().get(nodes - 1);
        IniDocument dcr = IniDocument.parse(files.bytes(layout().dcrFile()));
        List.of("css", "asm", "db")
                .forEach(group ->
                        values.putAll(values(group, last(dcr.sections("GRP_" + group.toUpperCase(Locale.ROOT))))));
        values.putAll(values(
                "dmdcr", IniDocument.parse(files.bytes(node.dmdcr().file())).global()));
        values.putAll(values(
                "dm",
                IniDocument.parse(files.bytes(node.dmIni().orElseThrow().file()))
                        .global()));
        IniSection asmMal =
                last(IniDocument.parse(files.bytes(node.asmMal().orElseThrow().file()))
                        .sections());
        IniSection dbMal =
                last(IniDocument.parse(files.bytes(node.dbMal().orElseThrow().file()))
                        .sections());
        values.putAll(values("dmasvrmal", asmMal));
        values.putAll(values("dmmal", dbMal));
        values.put("dmasvrmal.section", asmMal.name());
        values.put("dmmal.section", dbMal.name());
        values.put("dmdcr.path", node.dmdcr().file().path());
        values.put("dm.path", node.dmIni().orElseThrow().file().path());
        for (int each = 0; each < nodes; each++) {
            String family = each == nodes - 1 ? "dmarch" : "dmarch" + each;
            cluster()
                    .nodes()
                    .get(each)
                    .dmArch()
                    .ifPresent(file -> IniDocument.parse(files.bytes(file.file()))
                            .sections()
                            .forEach(section -> values.putAll(values(family + "." + section.name(), section))));
        }
        return values;
    }

    private static IniSection last(List<IniSection> sections) {
        return sections.get(sections.size() - 1);
    }

    private static Map<String, String> values(String family, IniSection section) {
        Map<String, String> values = new TreeMap<>();
        section.entries().forEach(entry -> values.put(family + "." + entry.key(), entry.value()));
        return values;
    }
}
