package io.github.dmdsc.ini.diff;

import io.github.dmdsc.ini.files.ClusterFiles;
import io.github.dmdsc.model.Cluster;
import io.github.dmdsc.model.ClusterNode;
import io.github.dmdsc.model.ConfigFile;
import io.github.dmdsc.model.DmArchive;
import io.github.dmdsc.model.DmIni;
import io.github.dmdsc.model.FileId;
import io.github.dmdsc.model.FileKind;
import io.github.dmdsc.model.GroupType;
import io.github.dmdsc.model.HostAddress;
import io.github.dmdsc.model.LocalPath;
import io.github.dmdsc.model.Location;
import io.github.dmdsc.model.ParameterInfo;
import io.github.dmdsc.model.ParameterTable;
import io.github.dmdsc.model.Scope;
import io.github.dmdsc.model.StartupCommand;
import io.github.dmdsc.model.base.HostPaths;
import io.github.dmdsc.model.facts.NodeWords;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.SortedMap;
import java.util.SortedSet;
import java.util.TreeMap;
import java.util.TreeSet;
import java.util.function.Function;
import java.util.function.Predicate;
import java.util.regex.Pattern;
import java.util.stream.Collectors;

/**
 * Compares the files of the nodes of a cluster, each kind of file over all nodes that have it. A file that some nodes
 * have and others lack is a difference.
 */
final class DriftFinder {
    /** Parameters of dmdcr.ini and dm.ini of which each node has its own value. */
    private static final Set<String> NODE_KEYS = ParameterTable.all().stream()
            .filter(parameter -> Set.of(FileKind.DMDCR, FileKind.DM_INI).contains(parameter.file()))
            .filter(parameter -> parameter.scope() == Scope.NODE)
            .map(ParameterInfo::key)
            .collect(Collectors.toUnmodifiableSet());

    /** Parameters of a remote archive whose values depend on the other instance. */
    private static final Set<String> REMOTE_ARCHIVE_KEYS = Set.of(DmArchive.DESTINATION, DmArchive.INCOMING_PATH);

    /** The ends of the keys of ports in dm.ini. */
    private static final List<String> PORT_ENDINGS = List.of(DmIni.PORT, "_PORT");

    private static final String DMDCR = "dmdcr.ini";
    private static final String DM_INI = "dm.ini";
    private static final String DB_MAL = "dmmal.ini";
    private static final String ASM_MAL = "dmasvrmal.ini";
    private static final String DMARCH = "dmarch.ini";

    /**
     * Files that have the same text on every node. They list all nodes, so none of their values belongs to the node
     * that has the file.
     */
    private static final Set<String> EQUAL_FILES = Set.of(DB_MAL, ASM_MAL);

    /** The end of an IPv6 address with its zone, as in {@code [fe80::1%ens01]:5236}. */
    private static final Pattern ZONE = Pattern.compile("(:[0-9A-Fa-f]{0,4}:[0-9A-Fa-f:.]{0,41})%[^\\s,;/\\]]+");

    private final Cluster cluster;
    private final ClusterFiles files;
    private final Predicate<FileId> ignored;
    private final List<Drift.Difference> differences = new ArrayList<>();

    /**
     * Makes a finder.
     *
     * @param cluster the cluster without the ignored files
     * @param files the files of the cluster, and the ignored files
     * @param ignored returns whether a file is ignored
     */
    DriftFinder(Cluster cluster, ClusterFiles files, Predicate<FileId> ignored) {
        this.cluster = cluster;
        this.files = files;
        this.ignored = ignored;
    }

    /**
     * A part on one node.
     *
     * @param words the names, addresses and directories of the node
     * @param image the part; empty if the node lacks it
     * @param whole the whole file
     */
    private record Side(NodeWords words, Optional<Image> image, Image whole) {}

    List<Drift.Difference> find() {
        nodes();
        compare(DMDCR, node -> Optional.of(node.dmdcr().file()), node -> Optional.empty());
        compare(DM_INI, node -> node.dmIni().map(ConfigFile::file), this::dmIni);
        compare(DB_MAL, node -> node.dbMal().map(ConfigFile::file), node -> inConfigPath(node, DB_MAL));
        compare(ASM_MAL, node -> node.asmMal().map(ConfigFile::file), DriftFinder::asmMal);
        compare(DMARCH, node -> node.dmArch().map(ConfigFile::file), node -> inConfigPath(node, DMARCH));
        return differences;
    }

    /** Adds a difference if the cluster has fewer dmdcr.ini files than CSS endpoints. */
    private void nodes() {
        int expected = cluster.dcr()
                .value()
                .group(GroupType.CSS)
                .map(group -> group.endpoints().size())
                .orElse(0);
        long leftOut = files.ids().stream()
                .filter(file -> file.name().equalsIgnoreCase(DMDCR) && ignored.test(file))
                .count();
        List<Drift.OnNode> missing = cluster.members().stream()
                .filter(member -> member.files().isEmpty())
                .flatMap(member -> member.css().stream())
                .map(css -> new Drift.OnNode(
                        css.host().map(HostAddress::text).orElse(""),
                        Optional.empty(),
                        css.origin().self()))
                .toList();
        if (cluster.nodes().size() + leftOut < expected && !missing.isEmpty()) {
            List<Drift.OnNode> nodes = new ArrayList<>();
            cluster.nodes().forEach(node -> nodes.add(present(node.dmdcr().file())));
            nodes.addAll(missing);
            missing(DMDCR, nodes);
        }
    }

    /** Returns the place of the dm.ini that a node lacks; empty if the DCR shows that the node has no instance. */
    private Optional<Location> dmIni(ClusterNode node) {
        boolean noInstance = cluster.dcr().value().group(GroupType.DB).isPresent()
                && cluster.members().stream()
                        .filter(member -> member.files().equals(Optional.of(node)))
                        .anyMatch(
                                member -> member.db().isEmpty() && member.css().isPresent());
        FileId dmdcr = node.dmdcr().file();
        return noInstance
                ? Optional.empty()
                : node.dmdcr()
                        .value()
                        .dbStartupCommand()
                        .map(StartupCommand::parse)
                        .flatMap(StartupCommand::dmIni)
                        .map(path -> Location.of(dmdcr.sibling(HostPaths.normal(path))))
                        .or(() -> Optional.of(Location.of(dmdcr)));
    }

    private static Optional<Location> asmMal(ClusterNode node) {
        FileId dmdcr = node.dmdcr().file();
        return Optional.of(Location.of(node.dmdcr()
                .value()
                .malPath()
                .map(path -> dmdcr.sibling(HostPaths.normal(path.text())))
                .orElse(dmdcr)));
    }

    /** Returns the place of a file in CONFIG_PATH; empty if the node has no dm.ini, because that is the difference. */
    private static Optional<Location> inConfigPath(ClusterNode node, String name) {
        return node.dmIni()
                .map(dmIni -> Location.of(dmIni.value()
                        .configPath()
                        .filter(LocalPath.class::isInstance)
                        .map(path -> dmIni.file().sibling(HostPaths.normal(path.text()) + "/" + name))
                        .orElse(dmIni.file())));
    }

    /**
     * Compares a kind of file.
     *
     * @param file returns the file of a node; empty if the node lacks it
     * @param expected returns the place of a file that a node lacks; empty if the node needs no such file
     */
    private void compare(
            String name,
            Function<ClusterNode, Optional<FileId>> file,
            Function<ClusterNode, Optional<Location>> expected) {
        List<Side> sides = new ArrayList<>();
        List<Drift.OnNode> nodes = new ArrayList<>();
        for (ClusterNode node : cluster.nodes()) {
            file.apply(node)
                    .ifPresentOrElse(
                            id -> {
                                Image image =
                                        ImageReader.read(id, files.document(id)).image();
                                sides.add(new Side(NodeWords.of(cluster, node), Optional.of(image), image));
                                nodes.add(present(id));
                            },
                            () -> expected.apply(node)
                                    .filter(place -> !isIgnoredOrUnread(place, name))
                                    .map(place -> new Drift.OnNode(node.host(), Optional.empty(), place))
                                    .ifPresent(nodes::add));
        }
        if (!sides.isEmpty() && nodes.size() > sides.size()) {
            missing(name, nodes);
        }
        compare(name, sides);
    }

    /** Returns whether the file at a place is ignored, or is among the files although no lens can read it. */
    private boolean isIgnoredOrUnread(Location place, String name) {
        FileId file = new FileId(place.host(), place.path());
        return ignored.test(file) || (file.name().equals(name) && files.contains(file));
    }

    private static Drift.OnNode present(FileId file) {
        return new Drift.OnNode(file.host(), Optional.of(List.of(file.name())), Location.of(file));
    }

    private void missing(String name, List<Drift.OnNode> nodes) {
        differences.add(new Drift.Difference(name, PartKind.GLOBALS, "", "", false, nodes));
    }

    private void compare(String file, List<Side> sides) {
        SortedSet<String> keys = new TreeSet<>();
        sides.forEach(side ->
                side.image().ifPresent(image -> keys.addAll(image.parameters().keySet())));
        keys.forEach(key -> parameter(file, key, sides));
        SortedMap<String, Part> children = new TreeMap<>();
        sides.forEach(side -> byKey(side).forEach((key, image) -> children.putIfAbsent(key, image.part())));
        children.forEach((key, part) -> {
            List<Side> below = sides.stream()
                    .map(side -> new Side(
                            side.words(), Optional.ofNullable(byKey(side).get(key)), side.whole()))
                    .toList();
            if (below.stream().allMatch(side -> side.image().isPresent())) {
                compare(file, below);
            } else {
                differences.add(new Drift.Difference(
                        file,
                        part.kind(),
                        part.name(),
                        "",
                        false,
                        below.stream().map(DriftFinder::present).toList()));
            }
        });
    }

    private static Map<String, Image> byKey(Side side) {
        Map<String, Image> byKey = new TreeMap<>();
        side.image()
                .ifPresent(image -> image.children()
                        .forEach(child -> byKey.putIfAbsent(child.part().kind() + " " + child.key(), child)));
        return byKey;
    }

    private static Drift.OnNode present(Side side) {
        return new Drift.OnNode(
                side.words().host(),
                side.image().map(image -> List.of(image.part().name())),
                side.image().orElse(side.whole()).at());
    }

    private void parameter(String file, String key, List<Side> sides) {
        Set<Optional<String>> meanings = new HashSet<>();
        Set<Optional<String>> neutral = new HashSet<>();
        List<Drift.OnNode> nodes = new ArrayList<>();
        Optional<Part> part = Optional.empty();
        for (Side side : sides) {
            Image image = side.image().orElse(side.whole());
            Optional<Image.Meaning> found =
                    Optional.ofNullable(image.parameters().get(key));
            meanings.add(found.map(Image.Meaning::meaning));
            neutral.add(found.map(meaning -> side.words().neutral(meaning.meaning())));
            nodes.add(new Drift.OnNode(
                    side.words().host(),
                    found.map(meaning -> meaning.value().texts()),
                    found.map(meaning -> meaning.value().at()).orElse(image.at())));
            part = part.or(() -> Optional.of(image.part()));
        }
        if (meanings.size() > 1) {
            boolean own = (isOfNode(file, key)
                            || (REMOTE_ARCHIVE_KEYS.contains(key)
                                    && sides.stream().allMatch(DriftFinder::remote))
                            || isOwnAddress(key, meanings)
                            || isOwnArchive(key, sides))
                    && !meanings.contains(Optional.empty());
            boolean zones = meanings.stream()
                            .map(meaning -> meaning.map(DriftFinder::withoutZone))
                            .distinct()
                            .count()
                    == 1;
            boolean ofTheNode = zones || (!EQUAL_FILES.contains(file) && (own || neutral.size() == 1));
            Part known = part.orElseThrow();
            differences.add(new Drift.Difference(file, known.kind(), known.name(), key, ofTheNode, nodes));
        }
    }

    private static boolean isOfNode(String file, String key) {
        return NODE_KEYS.contains(key)
                || (file.equals(DM_INI) && PORT_ENDINGS.stream().anyMatch(key::endsWith));
    }

    /** Whether the key is the address at which each instance listens, and no instance listens at every address. */
    private static boolean isOwnAddress(String key, Set<Optional<String>> meanings) {
        return key.equals(DmIni.LISTEN_ADDRESS) && !meanings.contains(Optional.of("*"));
    }

    /**
     * Whether a key is the directory of a local archive that no two nodes may share: no two nodes have the same, and
     * the directories are on shared storage or the nodes on one machine.
     */
    private static boolean isOwnArchive(String key, List<Side> sides) {
        if (!key.equals(DmArchive.DESTINATION) || !sides.stream().allMatch(side -> isOfType("LOCAL", side))) {
            return false;
        }
        List<String> directories = sides.stream()
                .flatMap(side -> parameter(side, key).stream())
                .map(Image.Meaning::meaning)
                .toList();
        boolean shared = directories.stream().allMatch(path -> path.startsWith("+"))
                || sides.stream().map(side -> side.words().host()).distinct().count() == 1;
        return shared && Set.copyOf(directories).size() == sides.size();
    }

    private static boolean remote(Side side) {
        return isOfType("REMOTE", side);
    }

    private static boolean isOfType(String expected, Side side) {
        return parameter(side, DmArchive.TYPE)
                .filter(type -> type.meaning().equalsIgnoreCase(expected))
                .isPresent();
    }

    private static Optional<Image.Meaning> parameter(Side side, String key) {
        return side.image()
                .flatMap(image -> Optional.ofNullable(image.parameters().get(key)));
    }

    /** Removes the zones of IPv6 addresses from a text, because a zone is local to the host that writes it. */
    private static String withoutZone(String text) {
        return ZONE.matcher(text).replaceAll("$1");
    }
}
