package io.github.dmdsc.extend.values;

import io.github.dmdsc.extend.plan.Evidence;
import io.github.dmdsc.extend.plan.ExtendRequest;
import io.github.dmdsc.model.Cluster;
import io.github.dmdsc.model.DmIni;
import io.github.dmdsc.model.Location;
import io.github.dmdsc.model.base.HostPaths;
import java.util.List;
import java.util.Locale;
import java.util.Optional;

/**
 * Infers where the files of the new node are.
 *
 * @param cluster the cluster without the new node
 * @param request the request
 * @param infer decides on values or asks for them
 * @param assignment collects refused values
 */
record NodePlaces(Cluster cluster, ExtendRequest request, Inference infer, Assignment assignment) {
    static final String DMDCR_PATH = "dmdcr.path";

    /**
     * Returns the host name under which the new node's files are kept. On a machine that already has a node, it is that
     * node's host name.
     */
    String host() {
        return Optional.of(request)
                .filter(ExtendRequest::sameMachine)
                .flatMap(asked -> Owner.of(cluster, asked.host()))
                .map(owner -> owner.node().host())
                .orElseGet(() -> request.host().withoutZone().text());
    }

    /** Whether a path is absolute on the hosts of this cluster, which all run Linux or all run Windows. */
    boolean isAbsolute(String path) {
        return onWindows() ? path.matches("[A-Za-z]:[/\\\\].*") : path.startsWith("/");
    }

    /** Whether a path is absolute and is not the root, in which no file of Dameng lies. */
    boolean isDirectory(String path) {
        return isAbsolute(path) && !HostPaths.normal(path).equals("/");
    }

    String absolute() {
        return onWindows() ? "X:\\…" : "/…";
    }

    private boolean onWindows() {
        return Preconditions.onWindows(cluster);
    }

    /**
     * Infers CONFIG_PATH. If every node has its own host, all may have the same directory, and then the new node has it
     * too.
     *
     * @param names the names and addresses of the nodes
     */
    Optional<String> configPath(List<Evidence> seen, Given dbName, Substitution names) {
        List<String> texts = Spelling.of(seen);
        boolean equal = texts.size() > 1 && texts.stream().distinct().count() == 1;
        Substitution own = names.without(DmIni.CONFIG_PATH);
        Optional<String> named = own.follow(texts);
        boolean infers = texts.size() > 1 && !request.strict() && !infer.isExplicit(ValueFamily.CONFIG_PATH);
        if (infers && own.waits(texts)) {
            return Optional.empty();
        }
        boolean follows = infers && !Inference.next(texts).equals(named);
        if (follows && named.isPresent()) {
            return dbName.value().map(name -> infer.derived(ValueFamily.CONFIG_PATH, named.get(), seen));
        }
        return equal && !request.sameMachine()
                ? infer.text(ValueFamily.CONFIG_PATH, seen)
                : infer.ownText(ValueFamily.CONFIG_PATH, seen, named);
    }

    /**
     * Infers the path of dm.ini: in CONFIG_PATH if every node has its dm.ini there; otherwise the path that follows
     * from those of the others.
     */
    Optional<String> dmIni(Optional<String> configPath, Substitution substitution) {
        boolean usual = cluster.nodes().stream()
                .flatMap(node -> node.dmIni().stream())
                .allMatch(dmIni -> dmIni.value()
                        .configPath()
                        .filter(path -> HostPaths.same(
                                HostPaths.normal(path.text()) + "/dm.ini",
                                dmIni.file().path()))
                        .isPresent());
        Optional<String> place = configPath.map(directory -> HostPaths.normal(directory + "/dm.ini"));
        Optional<String> path = usual
                ? place.map(expected -> infer.derived(StartCommands.DM_INI, expected, dmIniPaths()))
                : path(StartCommands.DM_INI, substitution, dmIniPaths(), false);
        path.filter(given -> usual
                        ? place.filter(expected -> !HostPaths.same(HostPaths.normal(given), expected))
                                .isPresent()
                        : !isAbsolute(given))
                .ifPresent(given -> assignment.refuse(
                        StartCommands.DM_INI, "path", given, usual ? place.orElseThrow() : absolute()));
        return path;
    }

    private Optional<String> path(String family, Substitution substitution, List<Evidence> seen, boolean own) {
        List<String> texts = seen.stream().map(Evidence::value).toList();
        boolean kept = !own && substitution.keeps(texts);
        if (substitution.waits(texts)) {
            return Optional.empty();
        }
        return substitution
                .apply(infer, family, seen)
                .or(() -> kept ? infer.text(family, seen) : infer.ownText(family, seen));
    }

    /** Infers the path of dmdcr.ini. On a machine with another node, it must be a path of its own. */
    Optional<String> dmdcr(Substitution substitution) {
        boolean beside =
                request.sameMachine() && Owner.of(cluster, request.host()).isPresent();
        Optional<String> found = path(DMDCR_PATH, substitution, dmdcrs(), beside);
        found.filter(path -> !isAbsolute(path))
                .ifPresent(path -> assignment.refuse(DMDCR_PATH, "path", path, absolute()));
        found.filter(path -> !path.toLowerCase(Locale.ROOT).endsWith(".ini"))
                .ifPresent(path -> assignment.refuse(DMDCR_PATH, "path", path, "….ini"));
        return found;
    }

    private List<Evidence> dmdcrs() {
        return cluster.nodes().stream()
                .map(node -> new Evidence(
                        Location.of(node.dmdcr().file()), node.dmdcr().file().path()))
                .toList();
    }

    private List<Evidence> dmIniPaths() {
        return cluster.nodes().stream()
                .flatMap(node -> node.dmIni().stream())
                .map(found ->
                        new Evidence(Location.of(found.file()), found.file().path()))
                .toList();
    }
}
