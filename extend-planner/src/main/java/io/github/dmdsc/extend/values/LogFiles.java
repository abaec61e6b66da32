package io.github.dmdsc.extend.values;

import io.github.dmdsc.extend.plan.Evidence;
import io.github.dmdsc.ini.files.ClusterFiles;
import io.github.dmdsc.model.AsmPath;
import io.github.dmdsc.model.Cluster;
import io.github.dmdsc.model.ConfigFile;
import io.github.dmdsc.model.DmInit;
import io.github.dmdsc.model.DmInitInstance;
import io.github.dmdsc.model.FileId;
import io.github.dmdsc.model.Location;
import io.github.dmdsc.model.Megabytes;
import io.github.dmdsc.model.StoragePath;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/**
 * The redo log files of the existing nodes, as far as a file of the cluster lists them: a dminit.ini, from which the
 * database was made, or dm.ctl as text, which dmctlcvt made.
 */
public final class LogFiles {
    /** A redo log file in the text of dm.ctl. */
    private static final Pattern IN_CONTROL_FILE =
            Pattern.compile("(?mi)^[ \\t]*fil_path[ \\t]*=[ \\t]*(\\+\\S+\\.log)[ \\t]*\\r?$");

    private final Cluster cluster;
    private final List<List<Evidence>> perNode = new ArrayList<>();
    /**
     * The redo log files if they are known for some nodes only, because the others joined after the database was made.
     */
    private final List<Evidence> ofSome = new ArrayList<>();

    /** The places of all redo log files that any dminit.ini lists, by path in capitals. */
    private final Map<String, Location> listed = new HashMap<>();

    private final List<Evidence> sizes = new ArrayList<>();

    /**
     * Reads the redo log files from the first dminit.ini that lists those of every node, or else from a text file.
     *
     * @param builds all dminit.ini files
     */
    public LogFiles(Cluster cluster, List<ConfigFile<DmInit>> builds, ClusterFiles files) {
        this.cluster = cluster;
        for (ConfigFile<DmInit> build : builds) {
            build.value()
                    .instances()
                    .forEach(instance -> instance.logPaths()
                            .forEach(path -> listed.putIfAbsent(
                                    upper(path.text()), instance.origin().at(DmInitInstance.LOG_PATHS))));
            if (perNode.isEmpty()) {
                build(build.value());
            }
        }
        files.ids().stream().filter(file -> file.name().endsWith(".txt")).forEach(file -> controlFile(file, files));
    }

    private void build(DmInit build) {
        List<List<Evidence>> found = new ArrayList<>();
        for (int node = 0; node < cluster.nodes().size(); node++) {
            Optional<String> name = cluster.nodes()
                    .get(node)
                    .dmIni()
                    .flatMap(dmIni -> dmIni.value().instanceName());
            List<Evidence> own = new ArrayList<>();
            for (DmInitInstance instance : build.instances()) {
                if (name.filter(instance.section()::equalsIgnoreCase).isPresent()) {
                    instance.logPaths().stream()
                            .map(StoragePath::text)
                            .forEach(path ->
                                    own.add(new Evidence(instance.origin().at(DmInitInstance.LOG_PATHS), path)));
                    instance.logSize()
                            .or(build::logSize)
                            .map(Megabytes::toString)
                            .ifPresent(size ->
                                    sizes.add(new Evidence(build.origin().at(DmInit.LOG_SIZE), size)));
                }
            }
            found.add(own);
        }
        if (found.stream().noneMatch(List::isEmpty)) {
            perNode.addAll(found);
        } else {
            found.forEach(ofSome::addAll);
        }
    }

    /** Reads the text of a control file. It lists the redo log files node by node. */
    private void controlFile(FileId file, ClusterFiles files) {
        List<Evidence> all = new ArrayList<>();
        Matcher found = IN_CONTROL_FILE.matcher(new String(files.bytes(file), StandardCharsets.ISO_8859_1));
        while (found.find()) {
            all.add(new Evidence(Location.of(file), found.group(1)));
        }
        int nodes = cluster.nodes().size();
        int each = all.size() / nodes;
        if (perNode.isEmpty() && each > 0 && all.size() % nodes == 0) {
            for (int node = 0; node < nodes; node++) {
                perNode.add(all.subList(node * each, (node + 1) * each));
            }
        }
    }

    /** Returns the place that lists a redo log file; empty if no dminit.ini lists it. */
    Optional<Location> place(String path) {
        return Optional.ofNullable(listed.get(upper(path)));
    }

    private static String upper(String path) {
        return path.toUpperCase(Locale.ROOT);
    }

    /** Returns the redo log files that are known. */
    List<Evidence> seen() {
        return perNode.isEmpty()
                ? List.copyOf(ofSome)
                : perNode.stream().flatMap(List::stream).toList();
    }

    /** Returns the sizes of the redo log files in MB, if they are known. */
    List<Evidence> sizes() {
        return List.copyOf(sizes);
    }

    /** Returns the new node's redo log files, if each of them continues those of all existing nodes. */
    Optional<List<String>> next(Substitution names) {
        int each = perNode.isEmpty() ? 0 : perNode.get(0).size();
        List<String> next = new ArrayList<>();
        for (int i = 0; i < each; i++) {
            List<String> written = new ArrayList<>();
            for (List<Evidence> own : perNode) {
                if (own.size() == each) {
                    written.add(own.get(i).value());
                }
            }
            List<String> column = Spelling.unified(written);
            (column.size() == perNode.size()
                            ? names.follow(column).or(() -> Inference.next(column))
                            : Optional.<String>empty())
                    .ifPresent(next::add);
        }
        Set<String> distinct = new HashSet<>(next);
        seen().forEach(old -> distinct.remove(old.value()));
        distinct.removeIf(path -> place(path).isPresent());
        return each >= 2 && distinct.size() == each ? Optional.of(next) : Optional.empty();
    }

    /**
     * Suggests two files that are named after the instance, in the directory of the known redo log files, or else in
     * that of dm.ctl.
     */
    Optional<String> suggestion(String dbName) {
        Optional<String> directory = seen().stream()
                .map(Evidence::value)
                .findFirst()
                .or(() -> cluster.nodes().stream()
                        .flatMap(node -> node.dmIni().stream())
                        .flatMap(dmIni -> dmIni.value().ctlPath().stream())
                        .filter(AsmPath.class::isInstance)
                        .map(StoragePath::text)
                        .findFirst())
                .filter(path -> path.lastIndexOf('/') > 0)
                .map(path -> path.substring(0, path.lastIndexOf('/')));
        return directory.map(path -> path + "/" + dbName + "_log01.log," + path + "/" + dbName + "_log02.log");
    }
}
