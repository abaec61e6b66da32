package io.github.dmdsc.extend.target;

import com.fasterxml.jackson.databind.node.ObjectNode;
import io.github.dmdsc.extend.values.ConfigCopy;
import io.github.dmdsc.extend.values.NewNode;
import io.github.dmdsc.extend.values.RequestOrigin;
import io.github.dmdsc.extend.values.Samples;
import io.github.dmdsc.extend.values.ValueFamily;
import io.github.dmdsc.ini.IniDocument;
import io.github.dmdsc.ini.files.ClusterFiles;
import io.github.dmdsc.ini.lens.Lens;
import io.github.dmdsc.ini.lens.Lenses;
import io.github.dmdsc.model.Cluster;
import io.github.dmdsc.model.ClusterNode;
import io.github.dmdsc.model.ConfigFile;
import io.github.dmdsc.model.CssAddress;
import io.github.dmdsc.model.DcrEndpoint;
import io.github.dmdsc.model.DcrGroup;
import io.github.dmdsc.model.DmArch;
import io.github.dmdsc.model.DmArchive;
import io.github.dmdsc.model.Dmcssm;
import io.github.dmdsc.model.Dmdcr;
import io.github.dmdsc.model.FileId;
import io.github.dmdsc.model.GroupType;
import io.github.dmdsc.model.MalConfig;
import io.github.dmdsc.model.MalInstance;
import io.github.dmdsc.model.Member;
import io.github.dmdsc.model.ParameterSet;
import io.github.dmdsc.model.check.Finding;
import io.github.dmdsc.model.check.Read;
import java.util.ArrayList;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Optional;
import java.util.Set;

/** Writes the files of the extended cluster through the lenses, so that only lines that must change do. */
public final class TargetWriter {
    private final Cluster cluster;
    private final Cluster extended;
    private final NewNode node;
    private final ClusterFiles base;
    private final Target target;
    private final ClusterNode source;
    private final List<Finding> findings = new ArrayList<>();

    public TargetWriter(ClusterFiles base, Cluster cluster, Cluster extended, NewNode node) {
        this.cluster = cluster;
        this.extended = extended;
        this.node = node;
        this.base = base;
        this.target = new Target(base);
        this.source = cluster.nodes().get(0);
    }

    public Target write() {
        dcr();
        mal();
        newHost();
        monitors();
        remoteArchives();
        return target;
    }

    /** The texts that could not be written; the files that were to hold them are not as they should be. */
    public List<Finding> findings() {
        return List.copyOf(findings);
    }

    /** The DCR configuration and every copy of it: a copy of N nodes left behind could be taken for the new one. */
    private void dcr() {
        Set<FileId> files = new LinkedHashSet<>();
        files.add(cluster.dcr().file());
        files.addAll(cluster.dcrCopies());
        List<Cause> why = new ArrayList<>();
        why.add(new Cause(DcrGroup.ENDPOINT_COUNT, "group.size"));
        why.add(new Cause(DcrGroup.ENDPOINT_NUMBERS, "group.size"));
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
        why.addAll(parameters(section, endpoint, ValueFamily.HOST));
    }

    /** Nodes on one machine may share a file. */
    private void mal() {
        for (ClusterNode each : extended.nodes().subList(0, node.seqno())) {
            each.asmMal().ifPresent(mal -> update(mal.file(), Lenses.MAL, mal.value(), malWhy(node.asmMal())));
            each.dbMal().ifPresent(mal -> update(mal.file(), Lenses.MAL, mal.value(), malWhy(node.dbMal())));
        }
    }

    private static List<Cause> malWhy(MalInstance instance) {
        return parameters(instance.section(), instance, ValueFamily.HOST);
    }

    private void newHost() {
        ClusterNode fresh = extended.nodes().get(node.seqno());
        ConfigFile<MalConfig> dbMal = source.dbMal().orElseThrow();
        copyDirectory(dbMal.file().directory());
        FileId dmIni = source.dmIni().orElseThrow().file();
        create(fresh.dmIni().orElseThrow(), dmIni, Lenses.DM_INI, parameters("", node.dmIni(), ValueFamily.HOST));
        create(fresh.dbMal().orElseThrow(), dbMal.file(), Lenses.MAL, ownMalWhy(node.dbMal()));
        fresh.dmArch()
                .ifPresent(arch ->
                        create(arch, source.dmArch().orElseThrow().file(), Lenses.DMARCH, archWhy(arch.value())));
        create(fresh.dmdcr(), source.dmdcr().file(), Lenses.DMDCR, parameters("", node.dmdcr(), ValueFamily.HOST));
        ConfigFile<MalConfig> asmMal = fresh.asmMal().orElseThrow();
        if (!node.sharesAsmMal(cluster)) {
            create(asmMal, source.asmMal().orElseThrow().file(), Lenses.MAL, ownMalWhy(node.asmMal()));
        }
    }

    /** On the new host the other instances have its own zone in their addresses. */
    private static List<Cause> ownMalWhy(MalInstance own) {
        List<Cause> why = new ArrayList<>(malWhy(own));
        why.add(new Cause(MalInstance.HOST, "host.zone"));
        return why;
    }

    private static List<Cause> archWhy(DmArch arch) {
        List<Cause> why = new ArrayList<>();
        for (DmArchive archive : arch.archives()) {
            why.addAll(parameters(archive.section(), archive, ValueFamily.REMOTE_ARCHIVES));
        }
        return why;
    }

    /** Whatever lies in the configuration directory goes along as it is; what the plan writes there comes over it. */
    private void copyDirectory(String directory) {
        List<String> except = ConfigCopy.except(cluster, node);
        for (FileId file : base.ids()) {
            boolean inside = file.host().equals(source.host()) && file.path().startsWith(directory + "/");
            if (inside && !except.contains(file.path().substring(directory.length() + 1))) {
                FileId copy =
                        new FileId(node.host(), node.configPath() + file.path().substring(directory.length()));
                target.create(copy, file, base.bytes(file), List.of());
            }
        }
    }

    private <T> void create(ConfigFile<T> fresh, FileId from, Lens<T> lens, List<Cause> why) {
        target.create(fresh.file(), from, written(from, lens, fresh.value()), why);
    }

    private void monitors() {
        List<Cause> gained = List.of(new Cause(Dmcssm.CSS_ADDRESSES, monitoredPort()));
        for (ConfigFile<Dmcssm> monitor : extended.monitors()) {
            update(monitor.file(), Lenses.DMCSSM, monitor.value(), gained);
        }
        List<Cause> fresh = List.of(
                new Cause(Dmcssm.CSS_ADDRESSES, ValueFamily.MONITOR), new Cause(Dmcssm.OGUID, ValueFamily.MONITOR));
        node.newMonitor()
                .ifPresent(file ->
                        target.create(file, Lenses.DMCSSM.create(monitor(true)).toBytes(), fresh));
    }

    /** What decided the port in a monitor's line: a node's own dmdcr.ini goes before the DCR. */
    private String monitoredPort() {
        return node.dmdcr().cssPort().isPresent()
                ? family(node.dmdcr(), Dmdcr.CSS_PORT, ValueFamily.HOST)
                : ValueFamily.CSS_PORT;
    }

    private void remoteArchives() {
        node.remoteArchives().forEach((seqno, archive) -> {
            ConfigFile<DmArch> file = extended.nodes().get(seqno).dmArch().orElseThrow();
            update(
                    file.file(),
                    Lenses.DMARCH,
                    file.value(),
                    parameters(archive.section(), archive, ValueFamily.REMOTE_ARCHIVES));
        });
    }

    /** A new monitor's file: first it knows the nodes that are there, in the end the new one too. */
    Dmcssm monitor(boolean withNewNode) {
        List<CssAddress> addresses = new ArrayList<>();
        for (Member member : withNewNode ? extended.members() : cluster.members()) {
            member.cssAddress().ifPresent(addresses::add);
        }
        return Dmcssm.builder()
                .oguid(cluster.dcr().value().oguid())
                .cssAddresses(addresses)
                .build();
    }

    private <T> void update(FileId file, Lens<T> lens, T value, List<Cause> why) {
        target.update(file, written(file, lens, value), why);
    }

    private <T> byte[] written(FileId into, Lens<T> lens, T value) {
        Read<IniDocument> written = lens.write(value, target.files().document(into), into);
        findings.addAll(written.findings());
        return written.value().toBytes();
    }

    /** The parameters of a value, each in the sections of that name; a cause for a line that stays does no harm. */
    private static List<Cause> parameters(String section, ParameterSet<?> value, String otherwise) {
        List<Cause> why = new ArrayList<>();
        ObjectNode tree = Samples.MAPPER.valueToTree(value);
        tree.fieldNames().forEachRemaining(key -> why.add(new Cause(section, key, family(value, key, otherwise))));
        return why;
    }

    /** What decided a parameter of the new node; of one that is only kept, what its line is there for. */
    private static String family(ParameterSet<?> value, String key, String otherwise) {
        return ((RequestOrigin) value.origin()).family(key).orElse(otherwise);
    }

    /** Where a new monitor's file is put first, before it knows the new node. */
    public Optional<byte[]> stagedMonitor() {
        return node.newMonitor()
                .map(file -> Lenses.DMCSSM.create(monitor(false)).toBytes());
    }
}
