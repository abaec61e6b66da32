package io.github.dmdsc.extend.values;

import io.github.dmdsc.model.ClusterNode;
import io.github.dmdsc.model.ConfigFile;
import io.github.dmdsc.model.DmArch;
import io.github.dmdsc.model.DmArchive;
import io.github.dmdsc.model.DmIni;
import io.github.dmdsc.model.MalConfig;
import io.github.dmdsc.model.ParameterTable;
import io.github.dmdsc.model.StoragePath;
import io.github.dmdsc.model.base.HostPaths;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Stream;

/** The local directories in which the processes of a node write, as its configuration files name them. */
public final class OwnDirectories {
    private static final String ENDING = "_PATH";

    /**
     * Parameters of dm.ini that name no directory in which the instance writes: the configuration directory, the
     * database on shared storage, the licence file, and the certificates that belong to the installation.
     */
    private static final Set<String> OTHERS =
            Set.of(DmIni.CONFIG_PATH, DmIni.SYSTEM_PATH, DmIni.CTL_PATH, "LIC_PATH", "SSL_PATH");

    private OwnDirectories() {}

    /** Returns the absolute local directories of archives, backups, traces, audits and temporary files. */
    public static Stream<String> of(ClusterNode node) {
        Stream<String> archives = node.dmArch().map(ConfigFile::value).map(DmArch::archives).stream()
                .flatMap(List::stream)
                .flatMap(DmArchive::paths);
        return of(node.dmIni().map(ConfigFile::value).stream(), archives, node.asmMal(), node.dbMal());
    }

    /** Returns the directories of the new node, which has the globals of an existing node in its MAL files. */
    public static Stream<String> of(NewNode node, ClusterNode first) {
        Stream<String> archives =
                node.dmArch().stream().flatMap(arch -> arch.archives().stream()).flatMap(DmArchive::paths);
        return of(Stream.of(node.dmIni()), archives, first.asmMal(), first.dbMal());
    }

    private static Stream<String> of(
            Stream<DmIni> dmIni,
            Stream<String> archives,
            Optional<ConfigFile<MalConfig>> asmMal,
            Optional<ConfigFile<MalConfig>> dbMal) {
        Stream<String> instance = dmIni.flatMap(file -> ParameterTable.texts(file).entrySet().stream())
                .filter(parameter -> parameter.getKey().endsWith(ENDING) && !OTHERS.contains(parameter.getKey()))
                .map(Map.Entry::getValue)
                .flatMap(List::stream);
        Stream<String> mal = Stream.of(asmMal, dbMal)
                .flatMap(Optional::stream)
                .flatMap(file -> file.value().tempPath().stream())
                .map(StoragePath::text);
        return Stream.of(archives, instance, mal)
                .flatMap(paths -> paths)
                .filter(path -> HostPaths.isAbsolute(HostPaths.normal(path)));
    }
}
