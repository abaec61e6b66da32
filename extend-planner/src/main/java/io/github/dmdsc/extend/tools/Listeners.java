package io.github.dmdsc.extend.tools;

import io.github.dmdsc.model.Cluster;
import io.github.dmdsc.model.DmIni;
import io.github.dmdsc.model.HostAddress;
import java.util.HashMap;
import java.util.Map;

/** The addresses at which the instances listen, for a tool that runs on the host of an instance. */
public final class Listeners {
    private final Map<String, HostAddress> addresses = new HashMap<>();

    /**
     * The instances of a cluster and of a node that is added to it.
     *
     * @param host the host of the new node
     * @param dmIni the dm.ini of the new node
     */
    public Listeners(Cluster cluster, String host, DmIni dmIni) {
        cluster.nodes().forEach(node -> node.dmIni().ifPresent(file -> add(node.host(), file.value())));
        add(host, dmIni);
    }

    private void add(String host, DmIni dmIni) {
        dmIni.listenAddress()
                .ifPresent(
                        address -> addresses.put(key(host, dmIni.portInForce().number()), address));
    }

    /** Returns the address and the port at which a tool on a host reaches the instance with a port on that host. */
    String service(String host, int port) {
        HostAddress address = addresses.get(key(host, port));
        if (address == null) {
            return "localhost:" + port;
        }
        return (address.isIpv6() ? "[" + address.text() + "]" : address.text()) + ":" + port;
    }

    private static String key(String host, int port) {
        return host + " " + port;
    }
}
