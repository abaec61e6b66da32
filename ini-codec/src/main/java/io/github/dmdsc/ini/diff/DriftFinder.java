package io.github.dmdsc.ini.diff;

import io.github.dmdsc.ini.files.ClusterFiles;
import io.github.dmdsc.model.Cluster;
import io.github.dmdsc.model.ClusterNode;
import io.github.dmdsc.model.ConfigFile;
import io.github.dmdsc.model.DmArchive;
import io.github.dmdsc.model.DmIni;
import io.github.dmdsc.model.FileId;
import io.github.dmdsc.model.FileKind;
import io.github.dmdsc.model.ParameterInfo;
import io.github.dmdsc.model.ParameterTable;
import io.github.dmdsc.model.Scope;
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
import java.util.regex.Pattern;
import java.util.stream.Collectors;

/** Compares the files of the nodes of a cluster, each kind of file over all nodes that have it. */
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

    private static final String DM_INI = "dm.ini";
    private static final String DB_MAL = "dmmal.ini";
    private static final String ASM_MAL = "dmasvrmal.ini";

    /**
     * Files that have the same text on every node. They list all nodes, so none of their values belongs to the node
     * that has the file.
     */
    private static final Set<String> EQUAL_FILES = Set.of(DB_MAL, ASM_MAL);

    /** The end of an IPv6 address with its zone, as in {@code [fe80::1%ens01]:5236}. */
    private static final Pattern ZONE = Pattern.compile("(:[0-9A-Fa-f]{0,4}:[0-9A-Fa-f:.]{0,41})%[^\\s,;/\\]]+");

    private final Cluster cluster;
    private final ClusterFiles files;
    private final List<Drift.Difference> differences = new ArrayList<>();

    DriftFinder(Cluster cluster, ClusterFiles files) {
        this.cluster = cluster;
        this.files = files;
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
        compare("dmdcr.ini", node -> Optional.of(node.dmdcr().file()));
        compare(DM_INI, node -> node.dmIni().map(ConfigFile::file));
        compare(DB_MAL, node -> node.dbMal().map(ConfigFile::file));
        compare(ASM_MAL, node -> node.asmMal().map(ConfigFile::file));
        compare("dmarch.ini", node -> node.dmArch().map(ConfigFile::file));
        return differences;
    }

    private void compare(String name, Function<ClusterNode, Optional<FileId>> file) {
        List<Side> sides = new ArrayList<>();
        for (ClusterNode node : cluster.nodes()) {
            file.apply(node).ifPresent(id -> {
                Image image = ImageReader.read(id, files.document(id)).image();
                sides.add(new Side(NodeWords.of(cluster, node), Optional.of(image), image));
            });
        }
        compare(name, sides);
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
