package io.github.dmdsc.extend.values;

import io.github.dmdsc.extend.plan.ExtendRequest;
import io.github.dmdsc.model.Cluster;
import io.github.dmdsc.model.DcrEndpoint;
import io.github.dmdsc.model.DmIni;
import io.github.dmdsc.model.GroupType;
import io.github.dmdsc.model.HostAddress;
import io.github.dmdsc.model.MalInstance;
import io.github.dmdsc.model.base.HostPaths;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.TreeSet;
import java.util.stream.Collectors;

/**
 * The names, directories and addresses that stand for a node inside the texts of its files.
 *
 * @param cluster the cluster without the new node
 * @param request the request
 * @param siblings the values of the existing nodes
 */
record NodeTexts(Cluster cluster, ExtendRequest request, SiblingValues siblings) {
    /**
     * Returns the texts of each existing node, and those of the new node.
     *
     * @param servers the names of the new CSS and ASM endpoints, by family
     */
    Substitution of(
            Optional<String> configPath, Optional<String> dbName, MalInstance dbMal, Map<String, Given> servers) {
        List<MalInstance> instances = siblings.inSeqnoOrder(
                cluster.nodes().get(0).dbMal().orElseThrow().value(), GroupType.DB);
        List<DmIni> dmInis = siblings.dmInis();
        boolean addresses =
                areOwn(instances, dmInis.size()) && siblings.internal().size() >= dmInis.size();
        List<Map<String, String>> known = new ArrayList<>();
        for (int i = 0; i < dmInis.size(); i++) {
            DmIni dmIni = dmInis.get(i);
            Map<String, String> ofNode = new LinkedHashMap<>();
            dmIni.configPath().ifPresent(path -> ofNode.put(DmIni.CONFIG_PATH, HostPaths.normal(path.text())));
            dmIni.instanceName().ifPresent(name -> Substitution.name(ofNode, name));
            if (addresses) {
                address(ofNode, MalInstance.HOST, instances.get(i).host());
                address(ofNode, MalInstance.SERVICE_HOST, instances.get(i).serviceHost());
                ofNode.put(ValueFamily.HOST, siblings.internal().get(i));
            }
            cluster.endpoint(GroupType.CSS, i)
                    .flatMap(DcrEndpoint::name)
                    .ifPresent(name -> ofNode.put(ValueFamily.CSS_NAME, name));
            cluster.endpoint(GroupType.ASM, i)
                    .flatMap(DcrEndpoint::name)
                    .ifPresent(name -> ofNode.put(ValueFamily.ASM_NAME, name));
            known.add(ofNode);
        }
        Map<String, String> fresh = new LinkedHashMap<>();
        servers.forEach((family, name) -> name.value().ifPresent(text -> fresh.put(family, text)));
        configPath.ifPresent(path -> fresh.put(DmIni.CONFIG_PATH, path));
        dbName.ifPresent(name -> Substitution.name(fresh, name));
        Set<String> awaited = new TreeSet<>(Set.of(DmIni.CONFIG_PATH));
        awaited.addAll(Substitution.NAMES);
        awaited.addAll(servers.keySet());
        // With a single node it is not known whether an address stands for the node or for something else, so it is
        // asked for.
        if (dmInis.size() > 1) {
            address(fresh, MalInstance.HOST, dbMal.host());
            address(fresh, MalInstance.SERVICE_HOST, dbMal.serviceHost());
            address(fresh, ValueFamily.HOST, Optional.of(request.host()));
            awaited.addAll(Set.of(MalInstance.HOST, MalInstance.SERVICE_HOST));
        }
        awaited.removeAll(fresh.keySet());
        return new Substitution(known, fresh, awaited);
    }

    /**
     * Whether each node has an address of its own. Nodes on one machine share their addresses, which then do not
     * identify a node.
     */
    private static boolean areOwn(List<MalInstance> instances, int nodes) {
        Set<Optional<HostAddress>> hosts =
                instances.stream().map(MalInstance::host).collect(Collectors.toSet());
        return hosts.size() == nodes;
    }

    private static void address(Map<String, String> names, String key, Optional<HostAddress> address) {
        address.ifPresent(host -> names.put(key, host.withoutZone().text()));
    }
}
