package io.github.dmdsc.extend.rehearse;

import io.github.dmdsc.extend.plan.ExtendPlan;
import io.github.dmdsc.extend.plan.Step;
import io.github.dmdsc.ini.files.ClusterFiles;
import io.github.dmdsc.model.FileId;
import java.util.ArrayList;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Stream;

/**
 * What stays the same while a plan is carried out: where it began, and what it is called.
 *
 * @param plan the plan
 * @param base the files before
 * @param dcrFile the DCR configuration that the DCR disks held before
 * @param old what that says
 * @param nodes the nodes before
 * @param disks the DCR disks, as the plan's commands name them: no file does
 */
record Setting(ExtendPlan plan, HostFiles base, FileId dcrFile, Dcr old, List<Node> nodes, List<String> disks) {
    /**
     * A node by its own files.
     *
     * @param dmdcr its dmdcr.ini
     * @param dmIni its dm.ini
     */
    record Node(FileId dmdcr, FileId dmIni) {
        String host() {
            return dmdcr.host();
        }
    }

    /** What the files and the commands tell; empty if the files are no cluster. */
    static Optional<Setting> of(ExtendPlan plan, ClusterFiles files) {
        HostFiles base = HostFiles.of(files);
        Set<String> disks = new LinkedHashSet<>();
        List<FileId> named = new ArrayList<>();
        for (Step step : Stream.concat(plan.steps().stream(), plan.reinitialise().stream())
                .toList()) {
            for (Act act : Grammar.acts(step, plan.files())) {
                if (act instanceof Act.Export export) {
                    disks.add(export.disk());
                    named.add(new FileId(step.host(), export.path()));
                } else if (act instanceof Act.ExtendDcr extend) {
                    disks.addAll(extend.disks());
                    named.add(new FileId(step.host(), extend.path()));
                } else if (act instanceof Act.CheckDcr check) {
                    disks.add(check.disk());
                } else if (act instanceof Act.InitDcr init) {
                    disks.addAll(init.disks());
                }
            }
        }
        return named.stream().filter(base::contains).findFirst().map(dcrFile -> {
            Dcr old = base.get(dcrFile).dcr();
            return new Setting(plan, base, dcrFile, old, nodes(base, old), List.copyOf(disks));
        });
    }

    private static List<Node> nodes(HostFiles files, Dcr dcr) {
        List<Node> nodes = new ArrayList<>();
        for (int i = 0; i < dcr.endpoints(Kind.DB).size(); i++) {
            String seqno = String.valueOf(i);
            Optional<String> name = dcr.endpoints(Kind.DB).stream()
                    .filter(part -> part.get("DCR_EP_SEQNO").equals(seqno))
                    .map(part -> part.get("DCR_EP_NAME"))
                    .findFirst();
            for (FileId file : files.ids()) {
                if (files.get(file).ini().global("DMDCR_SEQNO").equals(seqno)) {
                    name.flatMap(db -> instance(files, file.host(), db))
                            .ifPresent(dmIni -> nodes.add(new Node(file, dmIni)));
                }
            }
        }
        return List.copyOf(nodes);
    }

    private static Optional<FileId> instance(HostFiles files, String host, String name) {
        return files.ids().stream()
                .filter(file -> file.host().equals(host) && file.name().equals("dm.ini"))
                .filter(file -> files.get(file).ini().global("INSTANCE_NAME").equalsIgnoreCase(name))
                .findFirst();
    }

    /** The mirror edition has a directory of DCRV disks, the other a vote disk. */
    boolean mirror() {
        return old.globals().find("DCR_DISK_LOAD_PATH").isPresent();
    }

    String newHost() {
        return plan.newNode().host();
    }

    String newName(Kind kind) {
        return switch (kind) {
            case CSS -> plan.newNode().css();
            case ASM -> plan.newNode().asm();
            case DB -> plan.newNode().db();
        };
    }

    /** How many nodes there were. */
    int before() {
        return old.endpoints(Kind.CSS).size();
    }

    StoredFile oldDcr() {
        return base.get(dcrFile);
    }
}
