package io.github.dmdsc.extend.target;

import io.github.dmdsc.extend.plan.Provenance;
import io.github.dmdsc.extend.values.NewNode;
import io.github.dmdsc.extend.values.RequestOrigin;
import io.github.dmdsc.extend.values.ValueFamily;
import io.github.dmdsc.ini.IniDialect;
import io.github.dmdsc.ini.lens.Touched;
import io.github.dmdsc.model.Cluster;
import io.github.dmdsc.model.ClusterNode;
import io.github.dmdsc.model.DcrEndpoint;
import io.github.dmdsc.model.DcrGroup;
import io.github.dmdsc.model.DmArchive;
import io.github.dmdsc.model.Dmcssm;
import io.github.dmdsc.model.Dmdcr;
import io.github.dmdsc.model.FileId;
import io.github.dmdsc.model.GroupType;
import io.github.dmdsc.model.MalInstance;
import io.github.dmdsc.model.ParameterSet;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/**
 * Gives the reasons for new and changed lines in the files of the extended cluster: the decisions on the values in
 * these lines.
 */
final class Reasons {
    private final NewNode node;

    /** The values of the new node, by their file and section. */
    private final Map<FileId, Map<String, ParameterSet<?>>> values = new HashMap<>();

    Reasons(Cluster extended, NewNode node) {
        this.node = node;
        put(extended.dcr().file(), extended, node);
        extended.dcrCopies().forEach(copy -> put(copy, extended, node));
        for (ClusterNode each : extended.nodes()) {
            each.asmMal().ifPresent(mal -> put(mal.file(), node.asmMal().section(), node.asmMal()));
            each.dbMal().ifPresent(mal -> put(mal.file(), node.dbMal().section(), node.dbMal()));
        }
        put(node.dmdcrFile(), "", node.dmdcr());
        put(node.dmIniFile(), "", node.dmIni());
        node.dmArch().ifPresent(arch -> arch.archives().forEach(each -> put(node.archFile(), each.section(), each)));
        node.remoteArchives()
                .forEach((seqno, archive) -> extended.nodes()
                        .get(seqno)
                        .dmArch()
                        .ifPresent(arch -> put(arch.file(), archive.section(), archive)));
    }

    /** Enters the endpoints of the new node. The section of an endpoint has the name of its group. */
    private void put(FileId dcr, Cluster extended, NewNode node) {
        Map<GroupType, DcrEndpoint> endpoints =
                Map.of(GroupType.CSS, node.css(), GroupType.ASM, node.asm(), GroupType.DB, node.db());
        endpoints.forEach((type, endpoint) ->
                extended.dcr().value().group(type).flatMap(DcrGroup::name).ifPresent(name -> put(dcr, name, endpoint)));
    }

    private void put(FileId file, String section, ParameterSet<?> value) {
        values.computeIfAbsent(file, id -> new HashMap<>()).put(IniDialect.canonical(section), value);
    }

    /** Returns the reason for each touched line that exists after the edit. */
    List<Provenance> of(List<Touched> touched) {
        return touched.stream().flatMap(line -> of(line).stream()).toList();
    }

    private Optional<Provenance> of(Touched line) {
        String what = line.key().isEmpty() ? "[" + line.section() + "]" : line.key();
        return line.after().map(after -> new Provenance(after.number(), what, decision(line)));
    }

    private String decision(Touched line) {
        ParameterSet<?> value = values.getOrDefault(line.file(), Map.of()).get(IniDialect.canonical(line.section()));
        if (value != null) {
            String otherwise = value instanceof DmArchive ? ValueFamily.REMOTE_ARCHIVES : ValueFamily.HOST;
            return line.key().isEmpty()
                    ? family(value, "section").orElseGet(() -> family(value, DcrEndpoint.NAME, otherwise))
                    : family(value, line.key(), otherwise);
        }
        return switch (line.key()) {
            case Dmcssm.CSS_ADDRESSES, Dmcssm.OGUID ->
                node.newMonitor().isPresent() ? ValueFamily.MONITOR : monitoredPort();
            // In the new node's MAL file, the addresses of the other instances have the IPv6 zone of the new host.
            case MalInstance.HOST -> "host.zone";
            default -> "group.size";
        };
    }

    /**
     * Returns the decision on the port in a monitor's line. A port in the new node's dmdcr.ini takes precedence over
     * the DCR.
     */
    private String monitoredPort() {
        return node.dmdcr().cssPort().isPresent()
                ? family(node.dmdcr(), Dmdcr.CSS_PORT, ValueFamily.HOST)
                : ValueFamily.CSS_PORT;
    }

    /** Returns the decision on a parameter of the new node, or {@code otherwise} if no decision was made on it. */
    private static String family(ParameterSet<?> value, String key, String otherwise) {
        return family(value, key).orElse(otherwise);
    }

    private static Optional<String> family(ParameterSet<?> value, String key) {
        return ((RequestOrigin) value.origin()).family(key);
    }
}
