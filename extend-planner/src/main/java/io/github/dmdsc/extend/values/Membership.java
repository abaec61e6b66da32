package io.github.dmdsc.extend.values;

import io.github.dmdsc.extend.plan.ExtendRequest;
import io.github.dmdsc.model.Cluster;
import io.github.dmdsc.model.ClusterNode;
import io.github.dmdsc.model.ConfigFile;
import io.github.dmdsc.model.DcrEndpoint;
import io.github.dmdsc.model.DmIni;
import io.github.dmdsc.model.GroupType;
import io.github.dmdsc.model.MalConfig;
import io.github.dmdsc.model.MalInstance;
import io.github.dmdsc.model.Names;
import io.github.dmdsc.model.check.Finding;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/** Whether the node that is asked for is there already, and as it is asked for. */
public final class Membership {
    private Membership() {}

    /** Where the request differs from the node that is there: one finding per value. */
    public static List<Finding> differences(Cluster cluster, ExtendRequest request, Owner owner) {
        Map<String, String> has = values(cluster, owner);
        List<Finding> findings = new ArrayList<>();
        ValueFamily.given(request).forEach((family, asked) -> {
            String present = has.get(family);
            if (present != null && !present.equals(asked)) {
                findings.add(ExtendFindings.alreadyNode(
                        request.host().text(), owner.node(), owner.where(), family, present, asked));
            }
        });
        return findings;
    }

    private static Map<String, String> values(Cluster cluster, Owner owner) {
        Map<String, String> has = new LinkedHashMap<>();
        Optional<DcrEndpoint> css = cluster.endpoint(GroupType.CSS, owner.seqno());
        Optional<DcrEndpoint> asm = cluster.endpoint(GroupType.ASM, owner.seqno());
        put(has, ValueFamily.CSS_NAME, css.flatMap(DcrEndpoint::name));
        put(has, ValueFamily.CSS_PORT, css.flatMap(DcrEndpoint::port));
        put(has, ValueFamily.ASM_NAME, asm.flatMap(DcrEndpoint::name));
        put(has, ValueFamily.ASM_PORT, asm.flatMap(DcrEndpoint::port));
        put(has, ValueFamily.SHM_KEY, asm.flatMap(DcrEndpoint::shmKey));
        put(has, ValueFamily.SHM_SIZE, asm.flatMap(DcrEndpoint::shmSize));
        ClusterNode node = owner.node();
        Optional<DmIni> dmIni = node.dmIni().map(ConfigFile::value);
        Optional<String> dbName = dmIni.flatMap(DmIni::instanceName);
        put(has, ValueFamily.DB_NAME, dbName);
        put(has, ValueFamily.DB_PORT, dmIni.flatMap(DmIni::port));
        put(has, ValueFamily.CONFIG_PATH, dmIni.flatMap(DmIni::configPath));
        Optional<MalInstance> dbMal = instance(node.dbMal(), dbName);
        put(has, ValueFamily.MAL_PORT, dbMal.flatMap(MalInstance::port));
        put(has, ValueFamily.SERVICE_HOST, dbMal.flatMap(MalInstance::serviceHost));
        Optional<MalInstance> asmMal = instance(node.asmMal(), asm.flatMap(DcrEndpoint::name));
        put(has, ValueFamily.ASM_MAL_PORT, asmMal.flatMap(MalInstance::port));
        return has;
    }

    /** The instance of that name, if the file is there and has it. */
    static Optional<MalInstance> instance(Optional<ConfigFile<MalConfig>> mal, Optional<String> name) {
        return mal.stream()
                .flatMap(found -> found.value().instances().stream())
                .filter(instance -> Names.same(instance.name(), name))
                .findFirst();
    }

    private static void put(Map<String, String> has, String family, Optional<?> value) {
        value.ifPresent(present -> has.put(family, present.toString()));
    }
}
