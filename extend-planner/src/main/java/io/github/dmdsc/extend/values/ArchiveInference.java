package io.github.dmdsc.extend.values;

import io.github.dmdsc.extend.plan.Evidence;
import io.github.dmdsc.extend.plan.RemoteArchiveChoice;
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
import java.util.Set;
import java.util.TreeMap;
import java.util.TreeSet;
import java.util.stream.IntStream;

/** Infers the dmarch.ini of the new node, and the archives that the other nodes gain for it. */
final class ArchiveInference {
    private final Inference infer;
    private final Adaptation adaptation;
    private final Substitution substitution;
    private final List<DmArch> files;
    private final List<Pair> pairs;
    private final boolean remote;
    private final List<FileId> incomplete;
    private final IncomingPaths paths;
    private final Set<String> passedOver = new TreeSet<>();
    private List<DmArchive> locals = List.of();

    /**
     * @param on whether the new node archives, or may archive
     * @param all the names of all nodes
     */
    ArchiveInference(Cluster cluster, Inference infer, Adaptation adaptation, boolean on, Substitution all) {
        this.infer = infer;
        this.adaptation = adaptation;
        List<ClusterNode> nodes = cluster.nodes();
        boolean collected = nodes.stream().allMatch(node -> node.dmArch().isPresent() || !isOn(node));
        List<Integer> having = IntStream.range(0, nodes.size())
                .filter(node -> on && collected && nodes.get(node).dmArch().isPresent())
                .boxed()
                .toList();
        this.substitution = all.of(having);
        this.files = having.stream()
                .map(node -> nodes.get(node).dmArch().orElseThrow().value())
                .toList();
        this.pairs = new ArrayList<>();
        for (int node = 0; node < files.size(); node++) {
            for (DmArchive archive : remote(files.get(node))) {
                Map<String, String> names =
                        new LinkedHashMap<>(substitution.known().get(node));
                Substitution.name(
                        names, DmArchive.DESTINATION, archive.destination().orElse(""));
                pairs.add(new Pair(node, archive, names));
            }
        }
        this.incomplete = pairs.isEmpty() ? List.of() : incomplete(cluster);
        this.remote = !pairs.isEmpty() && incomplete.isEmpty();
        this.paths = new IncomingPaths(infer, files, pairs, substitution);
    }

    /**
     * Returns the files that do not have exactly one REMOTE archive for every other node; empty if no node has a REMOTE
     * archive. The archives of a further node do not follow from such files.
     */
    static List<FileId> irregular(Cluster cluster) {
        boolean any = cluster.nodes().stream()
                .flatMap(node -> node.dmArch().stream())
                .anyMatch(file -> !remote(file.value()).isEmpty());
        return any && cluster.nodes().stream().allMatch(ArchiveInference::archives) ? incomplete(cluster) : List.of();
    }

    /** Returns the files that do not have exactly one REMOTE archive for every other node. */
    private static List<FileId> incomplete(Cluster cluster) {
        List<FileId> incomplete = new ArrayList<>();
        for (ClusterNode node : cluster.nodes()) {
            List<DmArchive> remote = node.dmArch().map(ConfigFile::value).stream()
                    .flatMap(file -> remote(file).stream())
                    .toList();
            List<String> missing = new ArrayList<>();
            cluster.nodes().stream().filter(other -> other != node).forEach(other -> missing.add(instance(other)));
            boolean complete = remote.size() == missing.size();
            remote.forEach(archive -> missing.remove(upper(archive.destination())));
            if (!complete || !missing.isEmpty()) {
                incomplete.add(node.dmArch().map(ConfigFile::file).orElseGet(() -> beside(node)));
            }
        }
        return isUnread(cluster) ? List.of() : incomplete;
    }

    /** Returns the dmarch.ini that a node would have. */
    private static FileId beside(ClusterNode node) {
        FileId dbMal = node.dbMal().orElseThrow().file();
        return dbMal.sibling(dbMal.directory() + "/dmarch.ini");
    }

    /**
     * Returns the files in which REMOTE archives are missing, if any node has some. The archives of a further node do
     * not follow from such files.
     */
    List<FileId> incomplete() {
        return incomplete;
    }

    /** Whether the name of an instance, or the type or the instance of an archive, cannot be read in a file. */
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

    static String upper(Optional<String> name) {
        return name.orElse("").toUpperCase(Locale.ROOT);
    }

    private static boolean archives(ClusterNode node) {
        return node.dmArch().isPresent() && isOn(node);
    }

    private static boolean isOn(ClusterNode node) {
        return node.dmIni()
                .flatMap(dmIni -> dmIni.value().archIni())
                .filter(Integer.valueOf(1)::equals)
                .isPresent();
    }

    private static List<DmArchive> remote(DmArch file) {
        return file.archives().stream()
                .filter(archive -> archive.isOfType(ArchiveType.REMOTE))
                .toList();
    }

    /** Returns the new node's dmarch.ini; empty if archiving is off. */
    Optional<DmArch> newNode() {
        if (files.isEmpty()) {
            return Optional.empty();
        }
        List<DmArchive> archives = new ArrayList<>();
        for (DmArchive first : files.get(0).archives()) {
            if (first.isOfType(ArchiveType.REMOTE)) {
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
            if (!follows) {
                // Ask for the directory. It does not follow for the new node if only some nodes have the archive, or if
                // there is only one node and its directory does not hold the node's name.
                infer.request(
                        prefix + "." + DmArchive.DESTINATION, samples.of(DmArchive.DESTINATION), Optional.empty());
            }
            archives.add(adaptation.adapt(prefix, samples, Map.of(), substitution, DmArchive.class));
        }
        locals = List.copyOf(archives);
        if (remote) {
            for (int node = 0; node < files.size(); node++) {
                archives.add(fromNode(node, archives));
            }
        }
        return Optional.of(files.get(0).withArchives(archives));
    }

    /** Returns the REMOTE archive in which the new node keeps the archives of an existing node. */
    private DmArchive fromNode(int node, List<DmArchive> beside) {
        String section = namedAfter(Optional.of(name(node)), beside)
                .orElseGet(() -> freeSection(remote(files.get(0)), 0, beside));
        String family = "dmarch." + section + ".ARCH_INCOMING_PATH";
        Given path = new Given(family, paths.ofTheNewNode(family, node));
        return archive("dmarch", section, path, Given.of(ValueFamily.REMOTE_ARCHIVES, name(node)));
    }

    /**
     * Returns the archive that each existing node gains, by seqno; empty if they gain none. While the choice is open,
     * the directories are asked for together with it.
     */
    Map<Integer, DmArchive> onTheOthers(Optional<String> newName) {
        Map<Integer, DmArchive> gained = new TreeMap<>();
        if (!remote) {
            return gained;
        }
        Optional<String> choice = choice();
        boolean keep =
                choice.filter(RemoteArchiveChoice.KEEP.name()::equalsIgnoreCase).isPresent();
        for (int node = 0; node < files.size(); node++) {
            List<DmArchive> models = remote(files.get(node));
            List<DmArchive> beside = files.get(node).archives();
            String section = namedAfter(infer.likely(ValueFamily.DB_NAME), beside)
                    .orElseGet(() -> freeSection(models, models.size(), beside));
            String family = "dmarch" + node + "." + section + ".ARCH_INCOMING_PATH";
            if (keep) {
                passedOver.add(family);
                continue;
            }
            Given path = new Given(family, paths.onANode(family, node, newName, locals));
            if (newName.isPresent() && choice.isPresent()) {
                gained.put(node, archive("dmarch" + node, section, path, Given.of(ValueFamily.DB_NAME, newName.get())));
            }
        }
        return gained;
    }

    /** Returns the names of the values that the request may give, although they are not used after the choice. */
    Set<String> passedOver() {
        return Set.copyOf(passedOver);
    }

    private Optional<String> choice() {
        List<Evidence> seen = pairs.stream()
                .map(pair -> new Evidence(
                        pair.archive().origin().at(DmArchive.DESTINATION),
                        pair.archive().destination().orElse("")))
                .toList();
        if (paths.areShared()) {
            // Archives in one direction only are invalid: the instances check this when they start.
            return Optional.of(infer.sameChoice(
                    ValueFamily.REMOTE_ARCHIVES, RemoteArchiveChoice.ADD.name().toLowerCase(Locale.ROOT), seen));
        }
        return infer.choice(
                ValueFamily.REMOTE_ARCHIVES,
                seen,
                RemoteArchiveChoice.ADD.name().toLowerCase(Locale.ROOT));
    }

    /**
     * Returns the name of a section for the archives of an instance, if every REMOTE section is named after its
     * instance; empty otherwise, or if the name is taken.
     */
    private Optional<String> namedAfter(Optional<String> instance, List<DmArchive> taken) {
        List<Map<String, String>> known = new ArrayList<>();
        for (Pair pair : pairs) {
            Map<String, String> names = new LinkedHashMap<>();
            Substitution.name(
                    names, DmArchive.DESTINATION, pair.archive().destination().orElse(""));
            known.add(names);
        }
        Map<String, String> fresh = new LinkedHashMap<>();
        instance.ifPresent(name -> Substitution.name(fresh, DmArchive.DESTINATION, name));
        List<String> sections =
                pairs.stream().map(pair -> pair.archive().section()).toList();
        return new Substitution(known, fresh).asGlued().follow(sections).filter(section -> !isTaken(section, taken));
    }

    /**
     * Returns a free name for a further section. The number continues that of the similar sections; sections of other
     * kinds may lie between them.
     */
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

    private DmArchive archive(String prefix, String section, Given path, Given destination) {
        Map<String, Given> known = new LinkedHashMap<>();
        known.put(Samples.SECTION, Given.of(ValueFamily.REMOTE_ARCHIVES, section));
        known.put(DmArchive.DESTINATION, destination);
        known.put(DmArchive.INCOMING_PATH, path);
        List<DmArchive> all = pairs.stream().map(Pair::archive).toList();
        return adaptation.adapt(
                prefix + "." + section,
                new Samples<>(all),
                known,
                new Substitution(List.of(), Map.of()),
                DmArchive.class);
    }

    /** Returns the digits at the end of a text. */
    private static String digits(String text) {
        int from = text.length();
        while (from > 0 && text.charAt(from - 1) >= '0' && text.charAt(from - 1) <= '9') {
            from--;
        }
        return text.substring(from);
    }

    /** Returns the number of the first section: 1 if it has none, and its last four digits if it has more. */
    private static int number(String digits) {
        return digits.isEmpty() ? 1 : Integer.parseInt(digits.substring(Math.max(0, digits.length() - 4)));
    }

    private String name(int node) {
        return substitution.known().get(node).getOrDefault(DmIni.INSTANCE_NAME, "");
    }

    /**
     * A REMOTE archive of an existing node.
     *
     * @param receiver the position of the node that has the archive
     * @param archive the archive
     * @param names the names of the receiver and of the instance whose archives it holds
     */
    record Pair(int receiver, DmArchive archive, Map<String, String> names) {
        /** Returns the name of the instance whose archives it holds, in capitals. */
        String sender() {
            return upper(archive.destination());
        }
    }
}
