package io.github.dmdsc.extend.rehearse;

import java.util.List;

/**
 * One fault at one step, with the state of the cluster before and after it.
 *
 * @param before the cluster before the fault, as text: the output of a monitor, the DCR disks, and the changed files
 * @param after the cluster after the fault, in the same form
 * @param ways the ways out that were offered, the mildest first
 * @param verdict the result
 */
public record Incident(String before, String after, List<Rescue.Way> ways, RehearsalResult.FaultVerdict verdict) {
    public Incident {
        ways = List.copyOf(ways);
    }
}
