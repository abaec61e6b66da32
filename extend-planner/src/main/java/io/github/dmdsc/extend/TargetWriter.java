package io.github.dmdsc.extend;

import com.fasterxml.jackson.databind.node.ObjectNode;
import io.github.dmdsc.ini.IniDocument;
import io.github.dmdsc.ini.bind.Lens;
import io.github.dmdsc.ini.bind.Lenses;
import io.github.dmdsc.ini.files.ClusterFiles;
import io.github.dmdsc.model.Cluster;
import io.github.dmdsc.model.ClusterNode;
import io.github.dmdsc.model.CssAddress;
import io.github.dmdsc.model.DcrEndpoint;
import io.github.dmdsc.model.DcrGroup;
import io.github.dmdsc.model.DmArch;
import io.github.dmdsc.model.DmArchive;
import io.github.dmdsc.model.Dmcssm;
import io.github.dmdsc.model.FileId;
import io.github.dmdsc.model.GroupType;
import io.github.dmdsc.model.Located;
import io.github.dmdsc.model.MalConfig;
import io.github.dmdsc.model.MalInstance;
import java.util.ArrayList;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.Set;

/** Writes the files of the extended cluster through the lenses, so that only lines that must change do. */
final class TargetWriter {
    private final Cluster cluster;
    private final Cluster extended;
    private final NewNode node;
    private final ClusterFiles base;
    private final Target target;
    private final ClusterNode source;

    TargetWriter(ClusterFiles base, Cluster cluster, Cluster extended, NewNode node) {
        this.cluster = cluster;
        this.extended = extended;
        this.node = node;
        this.base = base;
        this.target = new Target(base);
        this.source = cluster.nodes().get(0);
    }

    Target write() {
        dcr();
        mal();
        newHost();
        monitors();
        remoteArchives();
        return target;
    }

    /** The DCR configuration and every copy of it: a copy of N nodes left behind could be taken for the new one. */
    private void dcr() {
        Set<FileId> files = new LinkedHashSet<>();
        files.add(cluster.dcr().file());
        files.addAll(cluster.dcrCopies());
        List<Cause> why = new ArrayList<>();
        why.add(new Cause("DCR_GRP_N_EP", "group.size", 6));
        why.add(new Cause("DCR_GRP_EP_ARR", "group.size", 6));
        endpoint(why, GroupType.CSS, node.css());
        endpoint(why, GroupType.ASM, node.asm());
        endpoint(why, GroupType.DB, node.db());
        for (FileId file : files) {
            update(file, Lenses.DMDCR_CFG, extended.dcr().value(), why);
        }
    }

    /** An endpoint's section is called as its group is. */
    private void endpoint(List<Cause> why, GroupType type, DcrEndpoint endpoint) {
        String section =
                cluster.dcr().value().group(type).flatMap(DcrGroup::name).orElse("");
        parameters(why, section, endpoint, type.name().toLowerCase(Locale.ROOT), 6);
    }

    private void mal() {
        Set<FileId> asmFiles = new LinkedHashSet<>();
        Set<FileId> dbFiles = new LinkedHashSet<>();
        for (ClusterNode each : cluster.nodes()) {
            each.asmMal().map(Located::file).ifPresent(asmFiles::add);
            each.dbMal().map(Located::file).ifPresent(dbFiles::add);
        }
        asmFiles.forEach(file -> append(file, node.asmMal(), malWhy(node.asmMal(), "dmasvrmal")));
        dbFiles.forEach(file -> append(file, node.dbMal(), malWhy(node.dbMal(), "dmmal")));
    }

    private static List<Cause> malWhy(MalInstance instance, String prefix) {
        List<Cause> why = new ArrayList<>();
        why.add(new Cause("[" + instance.section() + "]", prefix + ".section", 5));
        parameters(why, instance.section(), instance, prefix, 5);
        return why;
    }

    private void append(FileId file, MalInstance instance, List<Cause> why) {
        IniDocument document = IniDocument.parse(target.bytes(file));
        MalConfig old = Lenses.MAL.get(document, file).value();
        MalConfig value = MalConfig.builder()
                .from(old)
                .addInstances(Zones.in(Zones.of(old), instance))
                .build();
        target.update(file, Lenses.MAL.put(value, document).toBytes(), why);
    }

    private void newHost() {
        FileId dmIni = source.dmIni().orElseThrow().file();
        FileId dbMal = source.dbMal().orElseThrow().file();
        FileId asmMal = source.asmMal().orElseThrow().file();
        copyDirectory(dbMal.directory());
        create(node.dmIniFile(), dmIni, Lenses.DM_INI, node.dmIni(), 3);
        copyMal(node.dbMalFile(), dbMal, node.dbMal(), malWhy(node.dbMal(), "dmmal"));
        node.dmArch().ifPresent(this::createArch);
        create(node.dmdcrFile(), source.dmdcr().file(), Lenses.DMDCR, node.dmdcr(), 4);
        if (!base.contains(node.asmMalFile())) {
            copyMal(node.asmMalFile(), asmMal, node.asmMal(), malWhy(node.asmMal(), "dmasvrmal"));
        }
    }

    private void createArch(DmArch arch) {
        FileId from = source.dmArch().orElseThrow().file();
        List<Cause> why = new ArrayList<>();
        for (DmArchive archive : arch.archives()) {
            parameters(why, archive.section(), archive, "dmarch." + archive.section(), 3);
        }
        IniDocument document = IniDocument.parse(target.bytes(from));
        target.create(node.archFile(), from, Lenses.DMARCH.put(arch, document).toBytes(), why);
    }

    /** Whatever lies in the configuration directory goes along as it is; what the plan writes there comes over it. */
    private void copyDirectory(String directory) {
        List<String> except = ConfigCopy.except(cluster, node);
        for (FileId file : base.ids()) {
            boolean inside = file.host().equals(source.host()) && file.path().startsWith(directory + "/");
            if (inside && !except.contains(file.path().substring(directory.length() + 1))) {
                FileId copy =
                        new FileId(node.host(), node.configPath() + file.path().substring(directory.length()));
                target.create(copy, file, base.bytes(file), List.of(new Cause(file.name(), "copy", 3)));
            }
        }
    }

    /** The same file, with the new host's own zone in its addresses. */
    private void copyMal(FileId file, FileId from, MalInstance own, List<Cause> why) {
        IniDocument document = IniDocument.parse(target.bytes(from));
        MalConfig value = Lenses.MAL.get(document, from).value();
        Optional<String> zone = own.host().flatMap(Zones::of);
        List<Cause> all = new ArrayList<>(why);
        all.add(new Cause("MAL_HOST", "host.zone", 3));
        target.create(
                file, from, Lenses.MAL.put(Zones.in(zone, value), document).toBytes(), all);
    }

    private <T> void create(FileId file, FileId from, Lens<T> lens, T value, int manualStep) {
        IniDocument document = IniDocument.parse(target.bytes(from));
        List<Cause> why = new ArrayList<>();
        ObjectNode before = Samples.MAPPER.valueToTree(lens.get(document, from).value());
        ObjectNode after = Samples.MAPPER.valueToTree(value);
        after.properties().forEach(property -> {
            if (!property.getValue().equals(before.get(property.getKey()))) {
                why.add(new Cause(property.getKey(), property.getKey(), manualStep));
            }
        });
        target.create(file, from, lens.put(value, document).toBytes(), why);
    }

    private void monitors() {
        CssAddress address = CssAddresses.of(node).orElseThrow();
        List<Cause> why =
                List.of(new Cause("CSSM_CSS_IP", Options.CSS_PORT, 11), new Cause("CSSM_OGUID", Options.MONITOR, 11));
        for (Located<Dmcssm> monitor : cluster.monitors()) {
            Dmcssm value = Dmcssm.builder()
                    .from(monitor.value())
                    .addCssAddresses(Zones.among(monitor.value().cssAddresses(), address))
                    .build();
            update(monitor.file(), Lenses.DMCSSM, value, why);
        }
        node.newMonitor()
                .ifPresent(file ->
                        target.create(file, Lenses.DMCSSM.create(monitor(true)).toBytes(), why));
    }

    private void remoteArchives() {
        node.remoteArchives().forEach((seqno, archive) -> {
            Located<DmArch> file = cluster.nodes().get(seqno).dmArch().orElseThrow();
            List<Cause> why = new ArrayList<>();
            why.add(new Cause("[" + archive.section() + "]", Options.REMOTE_ARCHIVES, 3));
            parameters(why, archive.section(), archive, "dmarch" + seqno + "." + archive.section(), 3);
            DmArch value =
                    DmArch.builder().from(file.value()).addArchives(archive).build();
            update(file.file(), Lenses.DMARCH, value, why);
        });
    }

    /** A new monitor's file: first it knows the nodes that are there, in the end the new one too. */
    Dmcssm monitor(boolean withNewNode) {
        List<CssAddress> addresses = new ArrayList<>();
        for (int i = 0; i < node.seqno(); i++) {
            CssAddresses.of(cluster, i).ifPresent(addresses::add);
        }
        if (withNewNode) {
            addresses.add(CssAddresses.of(node).orElseThrow());
        }
        return Dmcssm.builder()
                .oguid(cluster.dcr().value().oguid())
                .cssAddresses(addresses)
                .build();
    }

    private <T> void update(FileId file, Lens<T> lens, T value, List<Cause> why) {
        IniDocument document = IniDocument.parse(target.bytes(file));
        target.update(file, lens.put(value, document).toBytes(), why);
    }

    private static void parameters(List<Cause> why, String section, Object value, String prefix, int manualStep) {
        ObjectNode node = Samples.MAPPER.valueToTree(value);
        node.fieldNames().forEachRemaining(key -> {
            if (!key.equals("section")) {
                why.add(new Cause(section, key, prefix + "." + key, manualStep));
            }
        });
    }

    /** Where a new monitor's file is put first, before it knows the new node. */
    Optional<byte[]> stagedMonitor() {
        return node.newMonitor()
                .map(file -> Lenses.DMCSSM.create(monitor(false)).toBytes());
    }
}
