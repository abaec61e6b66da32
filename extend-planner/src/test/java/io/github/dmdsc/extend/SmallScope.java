package io.github.dmdsc.extend;

import io.github.dmdsc.extend.ExtendedPlans.Planned;
import io.github.dmdsc.extend.plan.ExtendRequest;
import io.github.dmdsc.extend.plan.RemoteArchiveChoice;
import io.github.dmdsc.ini.files.ClusterFiles;
import io.github.dmdsc.ini.lens.ClusterLens;
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
 * Every cluster of a small scope: every combination of the properties in which clusters differ. Each cluster has a
 * number, so that a failure can be reproduced.
 *
 * @param layout the layout of the files
 * @param disks the number of DCRV disks; 0 in the DMASM edition
 * @param irregular whether the last node's ports fit no pattern, and the new node's are named by the request
 * @param services whether the request asks for services
 * @param remote how the REMOTE archives of the existing nodes change
 * @param linkCheck whether each node checks its link to a third party
 */
public record SmallScope(
        ClusterLayout layout,
        int disks,
        boolean irregular,
        boolean services,
        RemoteArchiveChoice remote,
        boolean linkCheck) {
    private static final List<Archives> ARCHIVES = List.of(Archives.NONE, Archives.LOCAL, Archives.LOCAL_AND_REMOTE);
    private static final List<Restart> RESTARTS = List.of(Restart.BY_HAND, Restart.COMMAND);
    /** The number of values of each axis, in the order in which a number is split into them. */
    private static final List<Integer> AXES = List.of(6, 4, 2, 3, 2, 2, 4, 2, 2);

    private static final List<Archives> WAYS_TO_ARCHIVE = List.of(
            Archives.NONE, Archives.LOCAL, Archives.LOCAL_AND_REMOTE, Archives.LOCAL_AND_REMOTE, Archives.SHARED);
    private static final List<Restart> WAYS_TO_START = List.of(Restart.BY_HAND, Restart.COMMAND, Restart.SERVICE);
    /**
     * The same for the axes of services and partners. It has fewer nodes, because each further axis would double the
     * time.
     */
    private static final List<Integer> AXES_OF_SERVICES = List.of(2, 2, 2, 5, 3, 3, 2, 2, 2);

    /** The number of clusters. */
    public static final int SIZE = product(AXES);

    /** The number of clusters that differ in services, archives, partners and link checks. */
    public static final int SIZE_OF_SERVICES = product(AXES_OF_SERVICES);

    private static int product(List<Integer> axes) {
        return axes.stream().reduce(1, (a, b) -> a * b);
    }

    private static int[] values(int number, List<Integer> axes) {
        int[] at = new int[axes.size()];
        int rest = number;
        for (int axis = 0; axis < at.length; axis++) {
            at[axis] = rest % axes.get(axis);
            rest /= axes.get(axis);
        }
        return at;
    }

    /** Returns the cluster with a number, from 0. */
    public static SmallScope of(int number) {
        int[] at = values(number, AXES);
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
        return new SmallScope(layout, at[1], irregular, false, RemoteArchiveChoice.ADD, false);
    }

    /**
     * Returns the cluster with a number, from 0, among those that differ in services, archives, partners and link
     * checks.
     */
    public static SmallScope ofServices(int number) {
        int[] at = values(number, AXES_OF_SERVICES);
        ClusterLayout layout = ClusterLayout.builder()
                .nodes(2 + at[0])
                .edition(at[1] == 0 ? StorageEdition.DMASM : StorageEdition.MIRROR)
                .monitors(at[2])
                .archives(WAYS_TO_ARCHIVE.get(at[3]))
                .asmRestart(WAYS_TO_START.get(at[4]))
                .dbRestart(WAYS_TO_START.get(at[5]))
                .partners(at[7])
                .build();
        RemoteArchiveChoice remote = at[3] == 3 ? RemoteArchiveChoice.KEEP : RemoteArchiveChoice.ADD;
        return new SmallScope(layout, at[1] * 3, false, at[6] == 1, remote, at[8] == 1);
    }

    /** Returns a plan for one more node. */
    public Planned planned() {
        ClusterFiles files = ClusterLens.create(layout.cluster());
        if (linkCheck) {
            files = linkChecked(files);
        }
        var request = ExtendRequest.builder()
                .from(new GeneratedCluster(layout).next(layout.nodes()))
                .services(services)
                .remoteArchives(remote)
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

    private static ClusterFiles linkChecked(ClusterFiles files) {
        ClusterFiles result = files;
        for (FileId file : files.ids()) {
            if (file.name().equals("dmdcr.ini")) {
                String text =
                        new String(files.bytes(file), StandardCharsets.UTF_8) + "DMDCR_LINK_CHECK_IP = 10.1.0.254\n";
                result = result.with(file, text.getBytes(StandardCharsets.UTF_8));
            }
        }
        return result;
    }

    /** Makes every port of the last node ten higher than the pattern of the others, in every file that has it. */
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
