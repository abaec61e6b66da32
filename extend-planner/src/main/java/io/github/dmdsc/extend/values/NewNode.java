package io.github.dmdsc.extend.values;

import io.github.dmdsc.model.Cluster;
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

/** Everything that the new node is, once every value of it is known. */
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

    /** Its dmmal.ini, which must bear that name and lie in CONFIG_PATH. */
    default FileId dbMalFile() {
        return new FileId(host(), configPath() + "/dmmal.ini");
    }

    /** Whether a node on the same machine has that dmasvrmal.ini too. */
    default boolean sharesAsmMal(Cluster cluster) {
        return cluster.nodes().stream()
                .flatMap(node -> node.asmMal().stream())
                .anyMatch(mal -> mal.file().equals(asmMalFile()));
    }

    /** The files that are written for it alone, each through its lens. */
    default Set<FileId> files() {
        return Set.of(dmdcrFile(), dmIniFile(), dbMalFile(), asmMalFile(), archFile());
    }

    /** Its dmarch.ini, where archiving is on. */
    default FileId archFile() {
        return new FileId(host(), configPath() + "/dmarch.ini");
    }

    Optional<DmArch> dmArch();

    /** What each node that is there gains in its dmarch.ini, by seqno; empty where these files are kept. */
    Map<Integer, DmArchive> remoteArchives();

    List<String> logFiles();

    int logSize();

    String binDirectory();

    /** Whether its processes are started as services. */
    boolean services();

    List<String> dcrvDisks();

    Optional<FileId> newMonitor();

    /** The service of each monitor that runs as one, by its dmcssm.ini. */
    Map<FileId, String> monitorServices();

    /** Its dmcss's address for each monitor that reaches the others at addresses that the DCR does not give. */
    Map<FileId, HostAddress> monitorHosts();
}
