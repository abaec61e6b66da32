package io.github.dmdsc.extend;

import static org.assertj.core.api.Assertions.assertThat;

import io.github.dmdsc.extend.plan.Change;
import io.github.dmdsc.extend.plan.Decision;
import io.github.dmdsc.extend.plan.ExtendRequest;
import io.github.dmdsc.extend.plan.Step;
import io.github.dmdsc.ini.diff.ClusterDiff;
import io.github.dmdsc.ini.files.ClusterFiles;
import io.github.dmdsc.model.FileId;
import io.github.dmdsc.model.HostAddress;
import io.github.dmdsc.model.fixtures.ClusterArbitraries;
import io.github.dmdsc.model.fixtures.FileStyle;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.function.UnaryOperator;
import net.jqwik.api.Arbitrary;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import net.jqwik.api.Provide;

/** Changes in the files that have no meaning for the plan, or that change the plan in the same way. */
class MetamorphicTest {
    @Provide
    Arbitrary<GeneratedCluster> clusters() {
        return GeneratedCluster.any();
    }

    @Provide
    Arbitrary<FileStyle> styles() {
        return ClusterArbitraries.fileStyles();
    }

    @Property(tries = 10)
    void style_and_order_of_keys_do_not_change_the_steps_and_the_cluster(
            @ForAll("clusters") GeneratedCluster generated, @ForAll("styles") FileStyle style) {
        ExtendRequest request = generated.next(generated.nodes());
        ClusterFiles base = generated.files();
        ClusterFiles other = mapped(base, MetamorphicTest::sorted);
        for (FileId file : base.ids()) {
            other = other.with(file, style.apply(other.bytes(file)));
        }
        PlanResult.Planned plain = Example.planned(base, request);
        PlanResult.Planned styled = Example.planned(other, request);

        assertThat(steps(styled)).isEqualTo(steps(plain));
        assertThat(ClusterDiff.of(plain.target(), styled.target()).changes()).isEmpty();
    }

    @Property(tries = 10)
    void windows_line_ends_stay_and_change_nothing_else(@ForAll("clusters") GeneratedCluster generated) {
        ExtendRequest request = generated.next(generated.nodes());
        ClusterFiles base = generated.files();
        PlanResult.Planned plain = Example.planned(base, request);
        PlanResult.Planned windows = Example.planned(mapped(base, text -> text.replace("\n", "\r\n")), request);

        assertThat(steps(windows)).isEqualTo(steps(plain));
        assertThat(mapped(windows.target(), text -> text.replace("\r\n", "\n"))).isEqualTo(plain.target());
        for (FileId file : base.ids()) {
            assertThat(text(windows.target(), file)).doesNotContainPattern("[^\r]\n");
        }
    }

    @Property(tries = 10)
    void a_comment_above_a_file_stays_there_and_changes_nothing_else(@ForAll("clusters") GeneratedCluster generated) {
        ExtendRequest request = generated.next(generated.nodes());
        ClusterFiles base = generated.files();
        PlanResult.Planned plain = Example.planned(base, request);
        PlanResult.Planned commented = Example.planned(mapped(base, text -> "# of ours\n\n" + text), request);

        assertThat(steps(commented)).isEqualTo(steps(plain));
        for (FileId file : base.ids()) {
            assertThat(text(commented.target(), file)).isEqualTo("# of ours\n\n" + text(plain.target(), file));
        }
    }

    @Property(tries = 10)
    void renaming_the_hosts_commutes_with_planning(@ForAll("clusters") GeneratedCluster generated) {
        ExtendRequest request = generated.next(generated.nodes());
        PlanResult.Planned plain = Example.planned(generated.files(), request);
        ExtendRequest other = ExtendRequest.builder()
                .from(request)
                .host(HostAddress.of(renamed(request.host().text())))
                .build();
        PlanResult.Planned renamed = Example.planned(renamed(generated.files()), other);

        assertThat(renamed.target()).isEqualTo(renamed(plain.target()));
        assertThat(steps(renamed))
                .isEqualTo(steps(plain).stream().map(MetamorphicTest::renamed).toList());
    }

    @Property(tries = 10)
    void giving_the_inferred_values_leads_to_the_same_plan(@ForAll("clusters") GeneratedCluster generated) {
        ExtendRequest request = generated.next(generated.nodes());
        PlanResult.Planned inferred = Example.planned(generated.files(), request);
        var given = ExtendRequest.builder().from(request).strict(true);
        inferred.plan().decisions().stream()
                .filter(decision -> decision.how() != Decision.How.EXPLICIT)
                .forEach(decision -> given.putValues(decision.name(), decision.value()));
        PlanResult.Planned explicit = Example.planned(generated.files(), given.build());

        assertThat(inferred.plan().decisions()).anyMatch(decision -> decision.how() != Decision.How.EXPLICIT);
        assertThat(explicit.plan().decisions()).allMatch(decision -> decision.how() == Decision.How.EXPLICIT);
        assertThat(explicit.target()).isEqualTo(inferred.target());
        assertThat(explicit.plan().steps()).isEqualTo(inferred.plan().steps());
        assertThat(explicit.plan().reinitialise()).isEqualTo(inferred.plan().reinitialise());
    }

    /** Returns the steps without the bytes that they write. */
    private static List<String> steps(PlanResult.Planned planned) {
        return planned.plan().steps().stream()
                .map(step -> step.id() + " on " + step.host() + " behind " + step.dependsOn() + ": " + command(step))
                .toList();
    }

    private static String command(Step step) {
        return step.action() instanceof Change.WriteFile write
                ? "write " + write.file()
                : step.action() + " " + step.command();
    }

    private static String text(ClusterFiles files, FileId file) {
        return new String(files.bytes(file), StandardCharsets.UTF_8);
    }

    private static ClusterFiles mapped(ClusterFiles files, UnaryOperator<String> change) {
        ClusterFiles result = files;
        for (FileId file : files.ids()) {
            result = result.with(file, change.apply(text(files, file)).getBytes(StandardCharsets.UTF_8));
        }
        return result;
    }

    /**
     * Returns the file with the keys of each section sorted. Lines with the same key keep their order, because it has a
     * meaning.
     */
    private static String sorted(String file) {
        List<String> lines = new ArrayList<>(file.lines().toList());
        int from = 0;
        for (int i = 0; i <= lines.size(); i++) {
            if (i == lines.size() || lines.get(i).indexOf('=') < 0) {
                lines.subList(from, i).sort(Comparator.comparing(line -> line.substring(0, line.indexOf('='))));
                from = i + 1;
            }
        }
        return String.join("\n", lines) + "\n";
    }

    private static String renamed(String text) {
        return text.replace("10.1.0.", "10.7.0.").replace("fe80::1:", "fe80::7:");
    }

    private static ClusterFiles renamed(ClusterFiles files) {
        ClusterFiles result = ClusterFiles.empty();
        for (FileId file : files.ids()) {
            result = result.with(
                    new FileId(renamed(file.host()), file.path()),
                    renamed(text(files, file)).getBytes(StandardCharsets.UTF_8));
        }
        return result;
    }
}
