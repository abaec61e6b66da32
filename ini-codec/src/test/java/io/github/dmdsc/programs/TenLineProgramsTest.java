package io.github.dmdsc.programs;

import static org.assertj.core.api.Assertions.assertThat;

import io.github.dmdsc.ini.diff.Change;
import io.github.dmdsc.ini.diff.ClusterDiff;
import io.github.dmdsc.ini.diff.UnifiedDiff;
import io.github.dmdsc.ini.files.ClusterDirectory;
import io.github.dmdsc.ini.files.ClusterFiles;
import io.github.dmdsc.ini.lens.ClusterEdit;
import io.github.dmdsc.ini.lens.ClusterLens;
import io.github.dmdsc.ini.lens.ClusterReading;
import io.github.dmdsc.ini.lens.Touched;
import io.github.dmdsc.model.Cluster;
import io.github.dmdsc.model.FileId;
import io.github.dmdsc.model.check.Finding;
import io.github.dmdsc.model.check.Read;
import io.github.dmdsc.model.check.rules.StandardRules;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** Tests that the most common uses of this module need at most ten lines, in a package outside the module's. */
class TenLineProgramsTest {
    private static final Path CLUSTER = Path.of("..", "docs", "examples", "two-node");
    private static final FileId DM_INI = new FileId("10.0.2.101", "/home/data/dsc0_config/dm.ini");

    @Test
    void check_a_directory_and_print_the_findings() {
        Read<ClusterFiles> files = ClusterDirectory.read(CLUSTER);
        List<Finding> findings = new ArrayList<>(files.findings());
        if (findings.stream().noneMatch(Finding::isBlocking)) {
            ClusterReading reading = ClusterLens.get(files.value());
            findings.addAll(reading.findings());
            reading.cluster().map(StandardRules.book()::check).ifPresent(findings::addAll);
        }
        findings.forEach(finding -> System.out.println(finding.primary() + ": " + finding.message()));

        assertThat(findings).noneMatch(Finding::isBlocking);
    }

    @Test
    void set_one_parameter_of_one_file() {
        ClusterFiles files = read(CLUSTER);

        ClusterFiles edited = files.edit(DM_INI, document -> document.set("PORT_NUM", "5237"));

        assertThat(edited.document(DM_INI).global().first("PORT_NUM"))
                .hasValueSatisfying(entry -> assertThat(entry.value()).isEqualTo("5237"));
    }

    @Test
    void compare_the_meaning_of_two_directories(@TempDir Path other) {
        write(edited(), other.resolve("cluster"));

        ClusterDiff diff = ClusterDiff.of(read(CLUSTER), read(other.resolve("cluster")));

        assertThat(diff.changes()).singleElement().isInstanceOf(Change.ParameterChanged.class);
    }

    @Test
    void make_a_patch_of_two_file_sets() {
        byte[] patch = UnifiedDiff.of(read(CLUSTER), edited());

        assertThat(new String(patch, StandardCharsets.UTF_8)).containsPattern("(?m)^[+].*PORT_NUM.*5237");
    }

    @Test
    void change_a_port_of_a_member_everywhere_it_stands() {
        ClusterFiles files = read(CLUSTER);
        Cluster cluster = ClusterLens.get(files).cluster().orElseThrow();

        ClusterEdit edit = ClusterLens.put(cluster.withMember(1, member -> member.withCssPort(17_000)), files);

        assertThat(edit.findings()).isEmpty();
        assertThat(edit.touched()).extracting(Touched::key).contains("DCR_EP_PORT", "CSSM_CSS_IP");
    }

    /** Refuses files that were not read completely. */
    private static ClusterFiles read(Path directory) {
        Read<ClusterFiles> read = ClusterDirectory.read(directory);
        assertThat(read.findings()).noneMatch(Finding::isBlocking);
        return read.value();
    }

    private static ClusterFiles edited() {
        return read(CLUSTER).edit(DM_INI, document -> document.set("PORT_NUM", "5237"));
    }

    private static void write(ClusterFiles files, Path target) {
        assertThat(ClusterDirectory.write(files, target)).noneMatch(Finding::isBlocking);
    }
}
