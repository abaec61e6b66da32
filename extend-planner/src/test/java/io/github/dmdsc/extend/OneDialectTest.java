package io.github.dmdsc.extend;

import static org.assertj.core.api.Assertions.assertThat;

import io.github.dmdsc.extend.plan.ExtendRequest;
import io.github.dmdsc.extend.plan.Question;
import io.github.dmdsc.ini.files.ClusterFiles;
import io.github.dmdsc.model.FileId;
import io.github.dmdsc.model.check.Finding;
import io.github.dmdsc.model.check.ManualLimits;
import io.github.dmdsc.model.fixtures.ClusterArbitraries;
import io.github.dmdsc.model.fixtures.ClusterLayout;
import io.github.dmdsc.model.fixtures.ClusterLayout.Archives;
import io.github.dmdsc.model.fixtures.ClusterLayout.Restart;
import io.github.dmdsc.model.fixtures.FileStyle;
import java.nio.charset.Charset;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Random;
import java.util.TreeMap;
import net.jqwik.api.Arbitrary;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import net.jqwik.api.Provide;
import net.jqwik.api.statistics.Statistics;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/**
 * The rehearsal reads the files as the check and the planner do. For any files, the result is a plan or a finding about
 * the files or the request. It is never EXT-0112, which reports that planner and rehearsal disagree.
 */
class OneDialectTest {
    /** The number of times that answers may lead to new questions. */
    private static final int ROUNDS = 5;

    @Provide
    Arbitrary<GeneratedCluster> clusters() {
        return GeneratedCluster.any();
    }

    @Provide
    Arbitrary<GeneratedCluster> layouts() {
        return ClusterArbitraries.layouts(1, ManualLimits.OLDER.maxEndpoints() - 1)
                .map(GeneratedCluster::new);
    }

    @Provide
    Arbitrary<FileStyle> styles() {
        return ClusterArbitraries.fileStyles();
    }

    @Property(tries = 30)
    void a_cluster_is_planned_in_every_form_of_its_lines(
            @ForAll("clusters") GeneratedCluster cluster, @ForAll long seed) {
        Random random = new Random(seed);
        ClusterFiles files = new LineForms(random).of(withCopy(cluster, random));

        assertThat(answered(files, cluster)).isInstanceOf(PlanResult.Planned.class);
    }

    @Property(tries = 20)
    void no_value_makes_planner_and_rehearsal_disagree(
            @ForAll("clusters") GeneratedCluster cluster, @ForAll long seed) {
        PlanResult result = answered(odd(cluster, seed), cluster);

        Statistics.collect(result instanceof PlanResult.Planned);
        Statistics.coverage(coverage -> coverage.check(true).count(count -> count > 0));
        assertThat(errors(result)).doesNotContain("EXT-0112", "CLU-0121");
    }

    @Test
    void no_mark_in_a_name_or_a_path_makes_planner_and_rehearsal_disagree() {
        GeneratedCluster cluster = new GeneratedCluster(ClusterLayout.builder()
                .archives(Archives.LOCAL_AND_REMOTE)
                .asmRestart(Restart.COMMAND)
                .dbRestart(Restart.COMMAND)
                .build());
        List<String> wrong = new ArrayList<>();
        for (String place : OddValues.PLACES) {
            for (String mark : OddValues.MARKS) {
                List<String> errors = errors(answered(OddValues.marked(cluster.files(), place, mark), cluster));
                if (errors.contains("EXT-0112") || errors.contains("CLU-0121")) {
                    wrong.add(place + " with " + mark + ": " + errors);
                }
            }
        }

        assertThat(wrong).isEmpty();
    }

    @Property(tries = 20)
    void no_layout_makes_planner_and_rehearsal_disagree(
            @ForAll("layouts") GeneratedCluster cluster, @ForAll("styles") FileStyle style) {
        ClusterFiles files = cluster.files();
        for (FileId file : files.ids()) {
            files = files.with(file, style.apply(files.bytes(file)));
        }
        PlanResult result = answered(files, cluster);

        Statistics.collect(result instanceof PlanResult.Planned);
        Statistics.coverage(coverage -> coverage.check(true).count(count -> count > 0));
        assertThat(errors(result)).doesNotContain("EXT-0112", "CLU-0121");
    }

    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            quoteCharacter = '`',
            value = {
                "cfg_bak.ini | [GRP_CSS]  | [GRP_CSS] ; first node",
                "cfg_bak.ini | [GRP_CSS]  | [GRP_CSS];c",
                "cfg_bak.ini | [GRP_CSS]  | ; c = d¶[GRP_CSS]",
                "dmdcr.ini   | = /dev/dcr | = /dev/raw/raw#1",
                "dmdcr.ini   | = /dev/dcr | = //server/share",
                "dmdcr.ini   | = /dev/dcr | = /dev/dcr]//c",
                "dm.ini      | ARCH_INI   | X = \"a // b\" # c¶ARCH_INI",
                "dm.ini      | ARCH_INI   | X = 'x # y'¶ARCH_INI",
                "dm.ini      | ARCH_INI   | X = a#b¶ARCH_INI",
                "dm.ini      | ARCH_INI   | X = 1]//c¶ARCH_INI",
            })
    void a_line_that_is_easy_to_misread_is_planned(String file, String from, String to) {
        GeneratedCluster cluster = new GeneratedCluster(ClusterLayout.builder().build());
        ClusterFiles files = cluster.files();
        for (FileId id : files.ids()) {
            if (id.path().endsWith(file)) {
                String text = OddValues.text(files, id).replace(from, to.replace('¶', '\n'));
                files = files.with(id, text.getBytes(StandardCharsets.UTF_8));
            }
        }

        assertThat(ExtendPlanner.plan(files, cluster.next(2))).isInstanceOf(PlanResult.Planned.class);
    }

    @Test
    void the_rehearsal_uses_a_named_charset() {
        GeneratedCluster cluster = new GeneratedCluster(ClusterLayout.builder().build());
        Charset gbk = Charset.forName("GBK");
        ClusterFiles files = cluster.files();
        for (FileId id : files.ids()) {
            if (id.path().endsWith("/dmmal.ini")) {
                // The GBK bytes of the two words happen to be valid UTF-8. With the third word, the file is no longer
                // valid UTF-8.
                String text =
                        OddValues.text(files, id).replace("MAL_INST0", "系统").replace("MAL_INST1", "目录");
                files = files.with(id, text.getBytes(gbk)).withCharset(id, gbk);
            }
        }
        ExtendRequest request = cluster.next(2).withValues(Map.of("dmmal.section", "节点"));

        assertThat(ExtendPlanner.plan(files, request)).isInstanceOf(PlanResult.Planned.class);
    }

    /** Returns files with unusual values, in any form of their lines. */
    static ClusterFiles odd(GeneratedCluster cluster, long seed) {
        Random random = new Random(seed);
        ClusterFiles files = withCopy(cluster, random);
        for (int i = 1 + random.nextInt(2); i > 0; i--) {
            files = new OddValues(random).in(files);
        }
        return new LineForms(random).of(files);
    }

    /** Returns the files with the export on one host or on two. */
    private static ClusterFiles withCopy(GeneratedCluster cluster, Random random) {
        ClusterFiles files = cluster.files();
        FileId dcr = cluster.layout().dcrFile();
        FileId copy = new FileId(cluster.layout().host(1), dcr.path());
        return random.nextBoolean() ? files.with(copy, files.bytes(dcr)) : files;
    }

    static PlanResult answered(ClusterFiles files, GeneratedCluster cluster) {
        return answered(files, cluster.next(cluster.nodes()));
    }

    /** Returns the result of planning after every question is answered, with good or bad answers. */
    static PlanResult answered(ClusterFiles files, ExtendRequest asked) {
        ExtendRequest request = asked.withLimits(ManualLimits.OLDER);
        Map<String, String> values = new TreeMap<>(request.values());
        PlanResult result = ExtendPlanner.plan(files, request);
        for (int i = 0; i < ROUNDS && result instanceof PlanResult.NeedsInput needs; i++) {
            needs.questions().forEach(question -> values.putIfAbsent(question.name(), answer(question)));
            result = ExtendPlanner.plan(files, request.withValues(values));
        }
        return result;
    }

    /** Returns the suggestion, or a value that no other node has. */
    private static String answer(Question question) {
        String last = question.evidence().isEmpty()
                ? "/x"
                : question.evidence().get(question.evidence().size() - 1).value();
        String next = last.matches("\\d{1,8}")
                ? String.valueOf(Integer.parseInt(last) + 1)
                : last.replaceFirst("(\\.\\w+)?$", "9$1");
        return question.suggestion().orElse(next);
    }

    private static List<String> errors(PlanResult result) {
        return result instanceof PlanResult.Rejected rejected
                ? rejected.findings().stream()
                        .filter(Finding::isBlocking)
                        .map(Finding::ruleId)
                        .toList()
                : List.of();
    }
}
