package io.github.dmdsc.extend;

import static org.assertj.core.api.Assertions.assertThat;

import io.github.dmdsc.extend.plan.ExtendRequest;
import io.github.dmdsc.extend.plan.Step;
import io.github.dmdsc.ini.files.ClusterFiles;
import io.github.dmdsc.ini.lens.ClusterLens;
import io.github.dmdsc.model.Cluster;
import io.github.dmdsc.model.ClusterNode;
import io.github.dmdsc.model.DcrEndpoint;
import io.github.dmdsc.model.DcrGroup;
import io.github.dmdsc.model.FileId;
import io.github.dmdsc.model.GroupType;
import io.github.dmdsc.model.MalInstance;
import io.github.dmdsc.model.Port;
import io.github.dmdsc.model.Seqno;
import io.github.dmdsc.model.check.Finding;
import io.github.dmdsc.model.check.ManualLimits;
import io.github.dmdsc.model.check.rules.StandardRules;
import io.github.dmdsc.model.fixtures.ClusterArbitraries;
import io.github.dmdsc.model.fixtures.ClusterLayout;
import io.github.dmdsc.model.fixtures.ClusterLayout.Archives;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.stream.IntStream;
import net.jqwik.api.Arbitrary;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import net.jqwik.api.Provide;
import net.jqwik.api.constraints.IntRange;

/** After any chain of extensions, no name, address, port, key or path is used twice. */
class UniquenessPropertyTest {
    @Provide
    Arbitrary<GeneratedCluster> clusters() {
        return GeneratedCluster.any();
    }

    @Property(tries = 16)
    void no_value_is_used_twice_after_any_chain_of_extensions(
            @ForAll("clusters") GeneratedCluster generated, @ForAll @IntRange(min = 1, max = 2) int times) {
        ClusterFiles files = generated.files();
        for (int i = 0; i < times; i++) {
            int nodes = generated.nodes() + i;
            GeneratedCluster now = i == 0 ? generated : generated.withMonitor();
            PlanResult.Planned planned = Example.planned(files, now.next(nodes));
            everyStepWaitsOnlyForEarlierOnes(planned.plan().steps());
            files = planned.target();
            Cluster cluster = ClusterLens.get(files).cluster().orElseThrow();
            nothingIsUsedTwice(cluster, nodes + 1, generated.layout());
            is_clean(StandardRules.book().check(cluster), generated);
        }
    }

    @Provide
    Arbitrary<GeneratedCluster> large() {
        return ClusterArbitraries.fieldLayouts(7, 13).map(GeneratedCluster::new);
    }

    @Property(tries = 8)
    void no_value_is_used_twice_with_up_to_sixteen_nodes(@ForAll("large") GeneratedCluster generated) {
        ClusterFiles files = generated.files();
        for (int nodes = generated.nodes(); nodes < generated.nodes() + 3; nodes++) {
            GeneratedCluster now = nodes == generated.nodes() ? generated : generated.withMonitor();
            ExtendRequest request = now.next(nodes).withLimits(ManualLimits.OLDER);
            files = Example.planned(files, request).target();
            Cluster cluster = ClusterLens.get(files).cluster().orElseThrow();
            nothingIsUsedTwice(cluster, nodes + 1, generated.layout());
            is_clean(StandardRules.book().check(cluster, ManualLimits.OLDER, request.waivers()), generated);
        }
    }

    @Property(tries = 8)
    void other_files_and_other_lines_stay_unchanged(@ForAll("clusters") GeneratedCluster generated) {
        ClusterFiles base =
                generated.files().with(new FileId(generated.layout().host(0), "/data/readme.txt"), new byte[] {1, 2});
        PlanResult.Planned planned = Example.planned(base, generated.next(generated.nodes()));

        Set<FileId> changed = new HashSet<>();
        planned.plan().files().forEach(change -> changed.add(change.file()));
        for (FileId file : base.ids()) {
            if (changed.contains(file)) {
                List<String> gone = new ArrayList<>(ManualChapterTest.lines(base.bytes(file)));
                gone.removeAll(ManualChapterTest.lines(planned.target().bytes(file)));
                assertThat(gone).allMatch(line -> line.contains("DCR_GRP_N_EP") || line.contains("DCR_GRP_EP_ARR"));
            } else {
                assertThat(planned.target().bytes(file)).isEqualTo(base.bytes(file));
            }
        }
    }

    @Property(tries = 8)
    void extending_twice_is_already_extended(@ForAll("clusters") GeneratedCluster generated) {
        if (generated.oneMachine()) {
            return;
        }
        ExtendRequest request = generated.next(generated.nodes());
        ClusterFiles extended = Example.planned(generated.files(), request).target();

        assertThat(ExtendPlanner.plan(extended, request)).isInstanceOf(PlanResult.AlreadyExtended.class);
    }

    @Property(tries = 8)
    void one_port_for_two_servers_is_always_refused(@ForAll("clusters") GeneratedCluster generated) {
        Port port = Port.of(17_000);
        ExtendRequest request = ExtendRequest.builder()
                .from(generated.next(generated.nodes()))
                .cssPort(port)
                .asmPort(port)
                .build();

        assertThat(ExtendPlanner.plan(generated.files(), request))
                .isInstanceOfSatisfying(
                        PlanResult.Rejected.class,
                        rejected -> assertThat(rejected.findings())
                                .anyMatch(finding -> finding.ruleId().equals("DSC-0301")));
    }

    /** Directories of the receivers give a warning, because current editions do not accept them. */
    private static void is_clean(List<Finding> findings, GeneratedCluster generated) {
        boolean older = generated.layout().archives() == Archives.LOCAL_AND_REMOTE;
        assertThat(findings)
                .filteredOn(finding -> !older || !finding.ruleId().equals("DSC-0236"))
                .isEmpty();
    }

    private static void everyStepWaitsOnlyForEarlierOnes(List<Step> steps) {
        Set<String> earlier = new HashSet<>();
        for (Step step : steps) {
            assertThat(earlier).containsAll(step.dependsOn());
            assertThat(earlier.add(step.id())).isTrue();
        }
    }

    /** Counts the values in the models only. This method does not use the rules or {@code Listeners}. */
    private static void nothingIsUsedTwice(Cluster cluster, int nodes, ClusterLayout layout) {
        assertThat(cluster.nodes()).hasSize(nodes);
        List<String> listeners = new ArrayList<>();
        List<Object> keys = new ArrayList<>();
        List<String> names = new ArrayList<>();
        for (DcrGroup group : cluster.dcr().value().groups()) {
            assertThat(group.endpoints()).hasSize(nodes);
            assertThat(group.endpointCount()).contains(nodes);
            for (int i = 0; i < nodes; i++) {
                DcrEndpoint endpoint = group.endpoints().get(i);
                String host = layout.host(i);

                endpoint.port().ifPresent(port -> listeners.add(host + ":" + port));
                endpoint.checkPort().ifPresent(port -> listeners.add(host + ":" + port));
                endpoint.shmKey().ifPresent(keys::add);
                names.add(group.type() + endpoint.name().orElseThrow());
            }
        }
        ClusterNode any = cluster.nodes().get(0);
        List<List<MalInstance>> mals = List.of(
                any.asmMal().orElseThrow().value().instances(),
                any.dbMal().orElseThrow().value().instances());
        for (List<MalInstance> mal : mals) {
            int partners = mal.equals(mals.get(1)) ? layout.partners() : 0;
            assertThat(mal)
                    .hasSize(nodes + partners)
                    .extracting(MalInstance::section)
                    .doesNotHaveDuplicates();
            mal.forEach(instance -> listeners.add(instance.host().orElseThrow().withoutZone() + ":"
                    + instance.port().orElseThrow()));
        }
        assertThat(listeners)
                .hasSize((layout.checkPorts() ? 6 : 5) * nodes + layout.partners())
                .doesNotHaveDuplicates();
        // ASM servers on different machines may have equal keys, but the key of a new node is unique in the cluster.
        assertThat(keys).hasSize(nodes);
        assertThat(keys.subList(layout.shmKeyStep() == 0 ? layout.nodes() - 1 : 0, nodes))
                .doesNotHaveDuplicates();
        assertThat(names).hasSize(3 * nodes).doesNotHaveDuplicates();
        assertThat(cluster.dcr().value().group(GroupType.DB).orElseThrow().endpoints())
                .extracting(DcrEndpoint::seqno)
                .isEqualTo(IntStream.range(0, nodes)
                        .mapToObj(seqno -> layout.seqnos() ? Optional.of(Seqno.of(seqno)) : Optional.<Seqno>empty())
                        .toList());
        assertThat(cluster.nodes())
                .extracting(node -> node.seqno().orElseThrow().number())
                .isEqualTo(IntStream.range(0, nodes).boxed().toList());
    }
}
