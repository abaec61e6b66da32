package io.github.dmdsc.extend.rehearse;

import java.util.List;

/**
 * One fault at one step, as somebody on the cluster would see it.
 *
 * @param before the cluster before the fault: what a monitor shows, the DCR disks, the files that are not as they were
 * @param after the same after it
 * @param ways the ways out that were offered, the mildest first
 * @param verdict how it ended
 */
public record Incident(String before, String after, List<Rescue.Way> ways, Certificate.FaultVerdict verdict) {
    public Incident {
        ways = List.copyOf(ways);
    }
}
