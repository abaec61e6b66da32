package io.github.dmdsc.extend.values;

import io.github.dmdsc.extend.plan.ExtendRequest;
import io.github.dmdsc.model.Cluster;
import io.github.dmdsc.model.ConfigFile;
import io.github.dmdsc.model.DcrEndpoint;
import io.github.dmdsc.model.DmIni;
import io.github.dmdsc.model.MalInstance;
import io.github.dmdsc.model.Member;
import io.github.dmdsc.model.StoragePath;
import io.github.dmdsc.model.check.Finding;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/** Compares the request with a node that the cluster already has. */
public final class Membership {
    private Membership() {}

    /** Returns one finding for each value in which the request differs from the existing node. */
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
        Member member = cluster.member(owner.seqno());
        Optional<DcrEndpoint> css = member.css();
        Optional<DcrEndpoint> asm = member.asm();
        put(has, ValueFamily.CSS_NAME, css.flatMap(DcrEndpoint::name));
        put(has, ValueFamily.CSS_PORT, css.flatMap(DcrEndpoint::port));
        put(has, ValueFamily.ASM_NAME, asm.flatMap(DcrEndpoint::name));
        put(has, ValueFamily.ASM_PORT, asm.flatMap(DcrEndpoint::port));
        put(has, ValueFamily.SHM_KEY, asm.flatMap(DcrEndpoint::shmKey));
        put(has, ValueFamily.SHM_SIZE, asm.flatMap(DcrEndpoint::shmSize));
        Optional<DmIni> dmIni = owner.node().dmIni().map(ConfigFile::value);
        put(has, ValueFamily.DB_NAME, dmIni.flatMap(DmIni::instanceName));
        put(has, ValueFamily.DB_PORT, dmIni.map(DmIni::portInForce));
        put(
                has,
                ValueFamily.CONFIG_PATH,
                dmIni.flatMap(DmIni::configPath).map(StoragePath::text).map(GivenPaths::normal));
        put(has, ValueFamily.MAL_PORT, member.dbMal().flatMap(MalInstance::port));
        put(has, ValueFamily.SERVICE_HOST, member.dbMal().flatMap(MalInstance::serviceHost));
        put(has, ValueFamily.ASM_MAL_PORT, member.asmMal().flatMap(MalInstance::port));
        return has;
    }

    private static void put(Map<String, String> has, String family, Optional<?> value) {
        value.ifPresent(present -> has.put(family, present.toString()));
    }
}
