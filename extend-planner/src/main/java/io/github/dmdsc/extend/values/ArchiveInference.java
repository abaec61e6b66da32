package io.github.dmdsc.extend.values;

import io.github.dmdsc.extend.plan.Evidence;
import io.github.dmdsc.extend.plan.RemoteChoice;
import io.github.dmdsc.model.ArchiveType;
import io.github.dmdsc.model.Cluster;
import io.github.dmdsc.model.ClusterNode;
import io.github.dmdsc.model.ConfigFile;
import io.github.dmdsc.model.DmArch;
import io.github.dmdsc.model.DmArchive;
import io.github.dmdsc.model.DmIni;
import io.github.dmdsc.model.FileId;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.TreeMap;

/** Works out dmarch.ini: the new node's, and what the new node means for those of the others. */
final class ArchiveInference {
    private final Inference infer;
    private final Adaptation adaptation;
    private final Substitution substitution;
    private final List<DmArch> files;
    private final List<Pair> pairs;
    private final boolean remote;

    ArchiveInference(Cluster cluster, Inference infer, Adaptation adaptation, Substitution substitution) {
        this.infer = infer;
        this.adaptation = adaptation;
        this.substitution = substitution;
        boolean on = cluster.nodes().stream().allMatch(ArchiveInference::archives);
        this.files = on
                ? cluster.nodes().stream()
                        .map(node -> node.dmArch().orElseThrow().value())
                        .toList()
                : List.of();
        this.pairs = new ArrayList<>();
        for (int node = 0; node < files.size(); node++) {
            for (DmArchive archive : remote(files.get(node))) {
                Map<String, String> names =
                        new LinkedHashMap<>(substitution.known().get(node));
                names.put(DmArchive.DESTINATION, archive.destination().orElse(""));
                pairs.add(new Pair(archive, names));
            }
        }
        this.remote = !pairs.isEmpty() && irregular(cluster).isEmpty();
    }

    /**
     * The files that do not have one REMOTE archive for every other node, where there are such archives: from them it does
     * not follow what a further node needs.
     */
    static List<FileId> irregular(Cluster cluster) {
        List<FileId> irregular = new ArrayList<>();
        boolean any = false;
        if (cluster.nodes().stream().allMatch(ArchiveInference::archives)) {
            for (ClusterNode node : cluster.nodes()) {
                ConfigFile<DmArch> file = node.dmArch().orElseThrow();
                List<DmArchive> remote = remote(file.value());
                List<String> missing = new ArrayList<>();
                cluster.nodes().stream().filter(other -> other != node).forEach(other -> missing.add(instance(other)));
                boolean complete = remote.size() == missing.size();
                remote.forEach(archive -> missing.remove(upper(archive.destination())));
                any |= !remote.isEmpty();
                if (!complete || !missing.isEmpty()) {
                    irregular.add(file.file());
                }
            }
        }
        return any && !isUnread(cluster) ? irregular : List.of();
    }

    /** Whether a name stands in the files, of an instance or in an archive, that cannot be read. */
    private static boolean isUnread(Cluster cluster) {
        return cluster.nodes().stream()
                .anyMatch(node -> node.dmIni()
                                .filter(dmIni -> dmIni.value().origin().unreadable(DmIni.INSTANCE_NAME))
                                .isPresent()
                        || node.dmArch().stream()
                                .flatMap(arch -> arch.value().archives().stream())
                                .map(DmArchive::origin)
                                .anyMatch(archive -> archive.unreadable(DmArchive.TYPE)
                                        || archive.unreadable(DmArchive.DESTINATION)));
    }

    private static String instance(ClusterNode node) {
        return upper(node.dmIni().flatMap(dmIni -> dmIni.value().instanceName()));
    }

    private static String upper(Optional<String> name) {
        return name.orElse("").toUpperCase(Locale.ROOT);
    }

    private static boolean archives(ClusterNode node) {
        return node.dmArch().isPresent()
                && node.dmIni()
                        .flatMap(dmIni -> dmIni.value().archIni())
                        .filter(Integer.valueOf(1)::equals)
                        .isPresent();
    }

    private static List<DmArchive> remote(DmArch file) {
        return file.archives().stream().filter(ArchiveInference::isRemote).toList();
    }

    private static boolean isRemote(DmArchive archive) {
        return archive.type().filter(ArchiveType.REMOTE::equals).isPresent();
    }

    /** The new node's dmarch.ini; empty where archiving is off. */
    Optional<DmArch> newNode() {
        if (files.isEmpty()) {
            return Optional.empty();
        }
        List<DmArchive> archives = new ArrayList<>();
        for (DmArchive first : files.get(0).archives()) {
            if (isRemote(first)) {
                continue;
            }
            List<DmArchive> alike = files.stream()
                    .flatMap(file -> file.archives().stream()
                            .filter(archive -> archive.section().equalsIgnoreCase(first.section()))
                            .limit(1))
                    .toList();
            String prefix = "dmarch." + first.section();
            Samples<DmArchive> samples = new Samples<>(alike);
            List<String> directories = samples.texts(DmArchive.DESTINATION);
            boolean follows = files.size() > 1
                    ? alike.size() == files.size()
                    : directories.stream().allMatch(substitution::holdsName);
            Map<String, Known> known = follows ? Map.of() : destination(prefix, samples);
            archives.add(adaptation.adapt(prefix, samples, known, substitution, DmArchive.class));
        }
        if (remote) {
            for (int node = 0; node < files.size(); node++) {
                archives.add(fromNode(node, archives));
            }
        }
        return Optional.of(
                DmArch.builder().from(files.get(0)).archives(archives).build());
    }

    /** From an archive that some nodes have, or the only one under a name of no node, nothing follows for the new one. */
    private Map<String, Known> destination(String prefix, Samples<DmArchive> samples) {
        String family = prefix + ".ARCH_DEST";
        Optional<String> asked =
                infer.request(family, Options.flag(family), samples.of(DmArchive.DESTINATION), Optional.empty());
        return Map.of(DmArchive.DESTINATION, new Known(family, asked));
    }

    /** The new node's archive on a node that is there. */
    private DmArchive fromNode(int node, List<DmArchive> beside) {
        String section = freeSection(remote(files.get(0)), 0, beside);
        return archive("dmarch", section, substitution.fresh(), Known.of(Options.REMOTE_ARCHIVES, name(node)));
    }

    /** What the nodes that are there gain, by seqno, if they shall. */
    Map<Integer, DmArchive> onTheOthers(Optional<String> newName) {
        Map<Integer, DmArchive> gained = new TreeMap<>();
        if (remote && adds() && newName.isPresent()) {
            for (int node = 0; node < files.size(); node++) {
                List<DmArchive> models = remote(files.get(node));
                String section =
                        freeSection(models, models.size(), files.get(node).archives());
                gained.put(
                        node,
                        archive(
                                "dmarch" + node,
                                section,
                                substitution.known().get(node),
                                Known.of(Options.DB_NAME, newName.get())));
            }
        }
        return gained;
    }

    private boolean adds() {
        List<Evidence> seen = pairs.stream()
                .map(pair -> new Evidence(
                        pair.archive().origin().at(DmArchive.DESTINATION),
                        pair.archive().destination().orElse("")))
                .toList();
        return infer.choice(
                        Options.REMOTE_ARCHIVES,
                        Options.flag(Options.REMOTE_ARCHIVES),
                        seen,
                        RemoteChoice.ADD.name().toLowerCase(Locale.ROOT))
                .filter(RemoteChoice.ADD.name()::equalsIgnoreCase)
                .isPresent();
    }

    /** The name of a further section, numbered on from those that are alike; sections of other kinds may lie between. */
    private static String freeSection(List<DmArchive> alike, int further, List<DmArchive> taken) {
        String first = alike.get(0).section();
        String digits = digits(first);
        String prefix = first.substring(0, first.length() - digits.length());
        int number = number(digits) + further;
        while (isTaken(prefix + number, taken)) {
            number++;
        }
        return prefix + number;
    }

    private static boolean isTaken(String section, List<DmArchive> by) {
        return by.stream().anyMatch(archive -> archive.section().equalsIgnoreCase(section));
    }

    private DmArchive archive(String prefix, String section, Map<String, String> own, Known destination) {
        Map<String, String> fresh = new LinkedHashMap<>(own);
        fresh.put(DmArchive.DESTINATION, destination.value().orElseThrow());
        Map<String, Known> known = new LinkedHashMap<>();
        known.put("section", Known.of(Options.REMOTE_ARCHIVES, section));
        known.put(DmArchive.DESTINATION, destination);
        String family = prefix + "." + section + ".ARCH_INCOMING_PATH";
        incoming(family, fresh).ifPresent(path -> known.put(DmArchive.INCOMING_PATH, Known.of(family, path)));
        List<DmArchive> all = pairs.stream().map(Pair::archive).toList();
        return adaptation.adapt(
                prefix + "." + section,
                new Samples<>(all),
                known,
                new Substitution(List.of(), Map.of()),
                DmArchive.class);
    }

    /** The digits at the end of a text, which may hold any character before them. */
    private static String digits(String text) {
        int from = text.length();
        while (from > 0 && text.charAt(from - 1) >= '0' && text.charAt(from - 1) <= '9') {
            from--;
        }
        return text.substring(from);
    }

    /** The number of the first section: 1 where it has none, and its last four digits where it has more. */
    private static int number(String digits) {
        return digits.isEmpty() ? 1 : Integer.parseInt(digits.substring(Math.max(0, digits.length() - 4)));
    }

    /** A directory that holds the names of both ends has the new ones; one that all share stays; others are asked for. */
    private Optional<String> incoming(String family, Map<String, String> fresh) {
        List<Evidence> seen = new ArrayList<>();
        List<Map<String, String>> known = new ArrayList<>();
        for (Pair pair : pairs) {
            pair.archive().incomingPath().ifPresent(path -> {
                seen.add(new Evidence(pair.archive().origin().at(DmArchive.INCOMING_PATH), path.text()));
                known.add(pair.names());
            });
        }
        if (seen.isEmpty()) {
            return Optional.empty();
        }
        Substitution ends = new Substitution(known, fresh);
        return ends.apply(infer, family, seen)
                .or(() -> ends.keeps(seen.stream().map(Evidence::value).toList())
                        ? infer.text(family, Options.flag(family), seen)
                        : infer.request(family, Options.flag(family), seen, Optional.empty()));
    }

    private String name(int node) {
        return substitution.known().get(node).getOrDefault(DmIni.INSTANCE_NAME, "");
    }

    /** A REMOTE archive, and the names of its two ends. */
    private record Pair(DmArchive archive, Map<String, String> names) {}
}
