package io.github.dmdsc.model.facts;

import io.github.dmdsc.model.Cluster;
import io.github.dmdsc.model.HostAddress;
import io.github.dmdsc.model.Member;
import java.util.HashMap;
import java.util.Map;

/**
 * Groups addresses by machine. All {@linkplain Member#addresses addresses of a member} are one machine. If two members
 * share an address, the addresses of both are one machine.
 */
public final class Machines {
    private final Map<String, String> parent = new HashMap<>();

    private Machines() {}

    /** Returns the machines of a cluster. */
    public static Machines of(Cluster cluster) {
        Machines machines = new Machines();
        for (Member member : cluster.members()) {
            member.host().ifPresent(host -> member.addresses().forEach(address -> machines.join(host, address.text())));
        }
        return machines;
    }

    /** Returns the name of the machine of an address. The name is the same for all addresses of one machine. */
    public String machine(String address) {
        String at = HostAddress.normalForm(address);
        String up = parent.getOrDefault(at, at);
        while (!up.equals(at)) {
            at = up;
            up = parent.getOrDefault(at, at);
        }
        return at;
    }

    private void join(String one, String other) {
        String first = machine(one);
        String second = machine(other);
        if (!first.equals(second)) {
            parent.put(second, first);
        }
    }
}
