package io.github.dmdsc.extend;

import io.github.dmdsc.extend.ExtendedPlans.Planned;
import io.github.dmdsc.extend.plan.ExtendRequest;
import io.github.dmdsc.ini.files.ClusterFiles;
import io.github.dmdsc.ini.lens.ClusterWriter;
import io.github.dmdsc.model.FileId;
import io.github.dmdsc.model.Port;
import io.github.dmdsc.model.StorageEdition;
import io.github.dmdsc.model.fixtures.ClusterLayout;
import io.github.dmdsc.model.fixtures.ClusterLayout.Archives;
import io.github.dmdsc.model.fixtures.ClusterLayout.Numbering;
import io.github.dmdsc.model.fixtures.ClusterLayout.Restart;
import java.nio.charset.StandardCharsets;
import java.util.List;
import java.util.stream.IntStream;

/**
 * Every cluster of a small scope: what clusters differ in, in every combination. A number names each of them, so that a
 * failure is found again.
 *
 * @param layout what the files are like
 * @param disks how many DCRV disks there are; 0 for DMASM
 * @param irregular whether the last node's ports fit no pattern, and the new node's are named by the request
 */
public record SmallScope(ClusterLayout layout, int disks, boolean irregular) {
    private static final List<Archives> ARCHIVES = List.of(Archives.NONE, Archives.LOCAL, Archives.LOCAL_AND_REMOTE);
    private static final List<Restart> RESTARTS = List.of(Restart.BY_HAND, Restart.COMMAND);
    /** How many values each axis has, in the order in which a number is taken apart. */
    private static final List<Integer> AXES = List.of(6, 4, 2, 3, 2, 2, 4, 2, 2);

    /** How many there are. */
    public static final int SIZE = AXES.stream().reduce(1, (a, b) -> a * b);

    /** The cluster of a number from 0. */
    public static SmallScope of(int number) {
        int[] at = new int[AXES.size()];
        int rest = number;
        for (int axis = 0; axis < at.length; axis++) {
            at[axis] = rest % AXES.get(axis);
            rest /= AXES.get(axis);
        }
        boolean irregular = at[6] == 3;
        ClusterLayout layout = ClusterLayout.builder()
                .nodes(2 + at[0])
                .edition(at[1] == 0 ? StorageEdition.DMASM : StorageEdition.MIRROR)
                .monitors(at[2])
                .archives(ARCHIVES.get(at[3]))
                .asmRestart(RESTARTS.get(at[4]))
                .dbRestart(RESTARTS.get(at[5]))
                .portStep(irregular ? 1 : at[6])
                .numbering(at[7] == 0 ? Numbering.FROM_ZERO : Numbering.PADDED)
                .virtualAddresses(at[8] == 1)
                .build();
        return new SmallScope(layout, at[1], irregular);
    }

    /** A plan for one node more. */
    public Planned planned() {
        ClusterFiles files = ClusterWriter.create(layout.cluster());
        var request = ExtendRequest.builder()
                .from(new GeneratedCluster(layout).next(layout.nodes()))
                .dcrvDisks(IntStream.range(0, disks)
                        .mapToObj(disk -> "/dev/dcrv/d" + disk)
                        .toList());
        if (irregular) {
            files = irregular(files);
            request.cssPort(Port.of(11_500))
                    .asmPort(Port.of(12_500))
                    .dbPort(Port.of(13_500))
                    .malPort(Port.of(15_500))
                    .asmMalPort(Port.of(16_500));
        }
        return new Planned(Example.planned(files, request.build()).plan(), files);
    }

    /** Every port of the last node is ten higher than the others let expect, in every file that names it. */
    private ClusterFiles irregular(ClusterFiles files) {
        ClusterFiles result = files;
        for (FileId file : files.ids()) {
            String text = new String(files.bytes(file), StandardCharsets.UTF_8)
                    .replaceAll("\\b(1[1-6]0)0(" + (layout.nodes() - 1) + ")\\b", "$11$2");
            result = result.with(file, text.getBytes(StandardCharsets.UTF_8));
        }
        return result;
    }
}
