package io.github.dmdsc.extend.values;

import io.github.dmdsc.model.Cluster;
import io.github.dmdsc.model.ConfigFile;
import io.github.dmdsc.model.DcrEndpoint;
import io.github.dmdsc.model.DmArch;
import io.github.dmdsc.model.DmArchive;
import io.github.dmdsc.model.DmIni;
import io.github.dmdsc.model.Dmdcr;
import io.github.dmdsc.model.FileId;
import io.github.dmdsc.model.HostAddress;
import io.github.dmdsc.model.MalInstance;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import org.immutables.value.Value;

/** The new node, with all its values. */
@Value.Immutable
public interface NewNode extends WithNewNode {
    int seqno();

    String host();

    DcrEndpoint css();

    DcrEndpoint asm();

    DcrEndpoint db();

    MalInstance asmMal();

    MalInstance dbMal();

    FileId dmdcrFile();

    Dmdcr dmdcr();

    FileId asmMalFile();

    FileId dmIniFile();

    DmIni dmIni();

    String configPath();

    /** The dmmal.ini of the new node. It must have this name and lie in CONFIG_PATH. */
    default FileId dbMalFile() {
        return new FileId(host(), configPath() + "/dmmal.ini");
    }

    /** Whether all nodes on the same machine use the same dmasvrmal.ini. */
    default boolean sharesAsmMal(Cluster cluster) {
        List<FileId> beside = cluster.nodes().stream()
                .flatMap(node -> node.asmMal().stream())
                .map(ConfigFile::file)
                .filter(file -> file.host().equals(host()))
                .distinct()
                .toList();
        return beside.equals(List.of(asmMalFile()));
    }

    /** The files that are written for the new node only, each through its lens. */
    default Set<FileId> files() {
        return Set.of(dmdcrFile(), dmIniFile(), dbMalFile(), asmMalFile(), archFile());
    }

    /** The dmarch.ini of the new node. It is written only if archiving is on. */
    default FileId archFile() {
        return new FileId(host(), configPath() + "/dmarch.ini");
    }

    Optional<DmArch> dmArch();

    /** The archive that each existing node gains in its dmarch.ini, by seqno; empty if these files do not change. */
    Map<Integer, DmArchive> remoteArchives();

    List<String> logFiles();

    int logSize();

    String binDirectory();

    /** Whether the processes of the new node are started as services. */
    boolean services();

    List<String> dcrvDisks();

    Optional<FileId> newMonitor();

    /** The service of each monitor that runs as a service, by the dmcssm.ini of the monitor. */
    Map<FileId, String> monitorServices();

    /**
     * The address of the new dmcss for each monitor that reaches the other nodes at addresses that are not in the DCR.
     */
    Map<FileId, HostAddress> monitorHosts();
}
