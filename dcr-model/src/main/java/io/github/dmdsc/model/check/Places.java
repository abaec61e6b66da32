package io.github.dmdsc.model.check;

import io.github.dmdsc.model.Cluster;
import io.github.dmdsc.model.ClusterNode;
import io.github.dmdsc.model.ConfigFile;
import io.github.dmdsc.model.DcrEndpoint;
import io.github.dmdsc.model.DcrGroup;
import io.github.dmdsc.model.DmArch;
import io.github.dmdsc.model.DmdcrCfg;
import io.github.dmdsc.model.FileId;
import io.github.dmdsc.model.Location;
import io.github.dmdsc.model.MalConfig;
import io.github.dmdsc.model.Origin;
import io.github.dmdsc.model.ParameterSet;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.function.BiFunction;

/**
 * Gives each value of a cluster that was built in Java a place, made of its file, its section and its name, so that
 * findings about different values differ. A value that was read from a file keeps its place.
 */
final class Places {
    private Places() {}

    /** Returns a copy of the cluster in which every value has a place. */
    static Cluster named(Cluster cluster) {
        return cluster.withDcr(named(cluster.dcr(), Places::dcr))
                .withNodes(cluster.nodes().stream().map(Places::node).toList())
                .withMonitors(cluster.monitors().stream()
                        .map(file -> named(file, Places::plain))
                        .toList());
    }

    private static ClusterNode node(ClusterNode node) {
        return node.withDmdcr(named(node.dmdcr(), Places::plain))
                .withAsmMal(node.asmMal().map(file -> named(file, Places::mal)))
                .withDmIni(node.dmIni().map(file -> named(file, Places::plain)))
                .withDbMal(node.dbMal().map(file -> named(file, Places::mal)))
                .withDmArch(node.dmArch().map(file -> named(file, Places::archives)));
    }

    private static <T extends ParameterSet<T>> ConfigFile<T> named(ConfigFile<T> file, BiFunction<T, FileId, T> name) {
        return file.map(value -> name.apply(value, file.file()));
    }

    private static <T extends ParameterSet<T>> T plain(T value, FileId file) {
        return named(value, file.toString());
    }

    private static DmdcrCfg dcr(DmdcrCfg dcr, FileId file) {
        List<DcrGroup> groups = new ArrayList<>();
        for (DcrGroup group : dcr.groups()) {
            String place = file + " [GRP] " + group.name().orElse("#" + (groups.size() + 1));
            List<DcrEndpoint> endpoints = new ArrayList<>();
            for (DcrEndpoint endpoint : group.endpoints()) {
                endpoints.add(named(endpoint, section(file, group.name(), endpoints.size() + 1)));
            }
            groups.add(named(group.withEndpoints(endpoints), place));
        }
        return named(dcr.withGroups(groups), file.toString());
    }

    private static MalConfig mal(MalConfig mal, FileId file) {
        return named(
                mal.withInstances(mal.instances().stream()
                        .map(instance -> named(instance, file + " [" + instance.section() + "]"))
                        .toList()),
                file.toString());
    }

    private static DmArch archives(DmArch arch, FileId file) {
        return named(
                arch.withArchives(arch.archives().stream()
                        .map(archive -> named(archive, file + " [" + archive.section() + "]"))
                        .toList()),
                file.toString());
    }

    private static String section(FileId file, Optional<String> name, int number) {
        return file + " [" + name.orElse("?") + "] #" + number;
    }

    private static <T extends ParameterSet<T>> T named(T value, String place) {
        return value.origin().known() ? value : value.withOrigin(new Named(place));
    }

    private record Named(String place) implements Origin {
        @Override
        public Location self() {
            return Location.outside(place);
        }

        @Override
        public Location at(String key) {
            return Location.outside(place + " " + key);
        }

        @Override
        public Location at(String key, int number) {
            return Location.outside(place + " " + key + " #" + (number + 1));
        }

        @Override
        public boolean known() {
            return false;
        }
    }
}
