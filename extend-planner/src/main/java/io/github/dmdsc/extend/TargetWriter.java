package io.github.dmdsc.extend;

import com.fasterxml.jackson.databind.node.ObjectNode;
import io.github.dmdsc.extend.plan.Provenance;
import io.github.dmdsc.ini.IniDocument;
import io.github.dmdsc.ini.bind.Lens;
import io.github.dmdsc.ini.bind.Lenses;
import io.github.dmdsc.ini.files.ClusterFiles;
import io.github.dmdsc.model.Cluster;
import io.github.dmdsc.model.ClusterNode;
import io.github.dmdsc.model.CssAddress;
import io.github.dmdsc.model.DmArch;
import io.github.dmdsc.model.Dmcssm;
import io.github.dmdsc.model.FileId;
import io.github.dmdsc.model.Located;
import io.github.dmdsc.model.MalConfig;
import io.github.dmdsc.model.MalInstance;
import java.util.ArrayList;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Optional;
import java.util.Set;

/** Writes the files of the extended cluster through the lenses, so that only lines that must change do. */
final class TargetWriter {
    private final Cluster cluster;
    private final Cluster extended;
    private final NewNode node;
    private final Target target;
    private final ClusterNode source;

    TargetWriter(ClusterFiles base, Cluster cluster, Cluster extended, NewNode node) {
        this.cluster = cluster;
        this.extended = extended;
        this.node = node;
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
        List<Provenance> why = new ArrayList<>();
        why.add(why("DCR_GRP_N_EP", "group.size", 6));
        why.add(why("DCR_GRP_EP_ARR", "group.size", 6));
        parameters(why, node.css(), "css", 6);
        parameters(why, node.asm(), "asm", 6);
        parameters(why, node.db(), "db", 6);
        for (FileId file : files) {
            update(file, Lenses.DMDCR_CFG, extended.dcr().value(), why);
        }
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

    private static List<Provenance> malWhy(MalInstance instance, String prefix) {
        List<Provenance> why = new ArrayList<>();
        why.add(why("[" + instance.section() + "]", prefix + ".section", 5));
        parameters(why, instance, prefix, 5);
        return why;
    }

    private void append(FileId file, MalInstance instance, List<Provenance> why) {
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
        copyMal(newDbMal(), dbMal, node.dbMal(), malWhy(node.dbMal(), "dmmal"));
        node.dmArch()
                .ifPresent(
                        arch -> create(newArch(), source.dmArch().orElseThrow().file(), Lenses.DMARCH, arch, 3));
        create(node.dmdcrFile(), source.dmdcr().file(), Lenses.DMDCR, node.dmdcr(), 4);
        if (!target.files().contains(node.asmMalFile())) {
            copyMal(node.asmMalFile(), asmMal, node.asmMal(), malWhy(node.asmMal(), "dmasvrmal"));
        }
    }

    FileId newDbMal() {
        return new FileId(node.host(), node.configPath() + "/dmmal.ini");
    }

    FileId newArch() {
        return new FileId(node.host(), node.configPath() + "/dmarch.ini");
    }

    /** Whatever else lies in the configuration directory goes along; the planner changes nothing in it. */
    private void copyDirectory(String directory) {
        FileId dmIni = source.dmIni().orElseThrow().file();
        for (FileId file : target.files().ids()) {
            boolean inside = file.host().equals(source.host()) && file.path().startsWith(directory + "/");
            boolean planned = file.equals(dmIni)
                    || file.path().equals(directory + "/dmmal.ini")
                    || file.path().equals(directory + "/dmarch.ini");
            if (inside && !planned) {
                FileId copy =
                        new FileId(node.host(), node.configPath() + file.path().substring(directory.length()));
                copy(copy, file, List.of(why(file.name(), "copy", 3)));
            }
        }
    }

    private void copy(FileId file, FileId from, List<Provenance> why) {
        target.create(file, from, target.bytes(from), why);
    }

    /** The same file, with the new host's own zone in its addresses. */
    private void copyMal(FileId file, FileId from, MalInstance own, List<Provenance> why) {
        IniDocument document = IniDocument.parse(target.bytes(from));
        MalConfig value = Lenses.MAL.get(document, from).value();
        Optional<String> zone = own.host().flatMap(Zones::of);
        target.create(
                file, from, Lenses.MAL.put(Zones.in(zone, value), document).toBytes(), why);
    }

    private <T> void create(FileId file, FileId from, Lens<T> lens, T value, int manualStep) {
        IniDocument document = IniDocument.parse(target.bytes(from));
        List<Provenance> why = new ArrayList<>();
        ObjectNode before = Samples.MAPPER.valueToTree(lens.get(document, from).value());
        ObjectNode after = Samples.MAPPER.valueToTree(value);
        after.properties().forEach(property -> {
            if (!property.getValue().equals(before.get(property.getKey()))) {
                why.add(why(property.getKey(), property.getKey(), manualStep));
            }
        });
        target.create(file, from, lens.put(value, document).toBytes(), why);
    }

    private void monitors() {
        CssAddress address = newCssAddress();
        List<Provenance> why = List.of(why("CSSM_CSS_IP", Options.CSS_PORT, 11));
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
            List<Provenance> why = new ArrayList<>();
            why.add(why("[" + archive.section() + "]", Options.REMOTE_ARCHIVES, 3));
            parameters(why, archive, "dmarch" + seqno + "." + archive.section(), 3);
            DmArch value =
                    DmArch.builder().from(file.value()).addArchives(archive).build();
            update(file.file(), Lenses.DMARCH, value, why);
        });
    }

    private CssAddress newCssAddress() {
        return new CssAddress(
                node.css().host().orElseGet(() -> node.asm().host().orElseThrow()),
                node.css().port().orElseThrow());
    }

    /** A new monitor's file: first it knows the nodes that are there, in the end the new one too. */
    Dmcssm monitor(boolean withNewNode) {
        List<CssAddress> addresses = new ArrayList<>();
        for (int i = 0; i < node.seqno(); i++) {
            CssAddresses.of(cluster, i).ifPresent(addresses::add);
        }
        if (withNewNode) {
            addresses.add(newCssAddress());
        }
        return Dmcssm.builder()
                .oguid(cluster.dcr().value().oguid())
                .cssAddresses(addresses)
                .build();
    }

    private <T> void update(FileId file, Lens<T> lens, T value, List<Provenance> why) {
        IniDocument document = IniDocument.parse(target.bytes(file));
        target.update(file, lens.put(value, document).toBytes(), why);
    }

    private static void parameters(List<Provenance> why, Object value, String prefix, int manualStep) {
        ObjectNode node = Samples.MAPPER.valueToTree(value);
        node.fieldNames().forEachRemaining(key -> {
            if (!key.equals("section")) {
                why.add(why(key, prefix + "." + key, manualStep));
            }
        });
    }

    private static Provenance why(String what, String decision, int manualStep) {
        return new Provenance(what, decision, ExtendFindings.CHAPTER + ", step " + manualStep);
    }

    /** Where a new monitor's file is put first, before it knows the new node. */
    Optional<byte[]> stagedMonitor() {
        return node.newMonitor()
                .map(file -> Lenses.DMCSSM.create(monitor(false)).toBytes());
    }
}
