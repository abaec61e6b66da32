package io.github.dmdsc.extend;

import static org.assertj.core.api.Assertions.assertThat;

import io.github.dmdsc.extend.plan.ExtendRequest;
import io.github.dmdsc.extend.plan.Question;
import io.github.dmdsc.ini.files.ClusterFiles;
import io.github.dmdsc.model.StorageEdition;
import io.github.dmdsc.model.check.Finding;
import io.github.dmdsc.model.fixtures.ClusterArbitraries;
import io.github.dmdsc.model.fixtures.ClusterLayout;
import io.github.dmdsc.model.fixtures.ClusterLayout.Archives;
import io.github.dmdsc.model.fixtures.ClusterLayout.Numbering;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import net.jqwik.api.Arbitrary;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import net.jqwik.api.Provide;

/**
 * The planner's questions: it asks all at once, none twice, and none about a value that follows from others. Its
 * suggestions are accepted.
 */
class AskedTest {
    @Provide
    Arbitrary<GeneratedCluster> clusters() {
        return ClusterArbitraries.askedLayouts(1, 5).map(GeneratedCluster::new);
    }

    @Property(tries = 40)
    void an_extension_with_every_question_answered_is_planned(
            @ForAll("clusters") GeneratedCluster cluster, @ForAll boolean strict) {
        ClusterFiles files = cluster.files();
        ExtendRequest bare = onlyTheAddress(cluster).withStrict(strict);
        List<Question> questions = Example.questions(files, bare);

        assertThat(questions).extracting(Question::name).doesNotHaveDuplicates();
        PlanResult result = ExtendPlanner.plan(files, answered(bare, questions, cluster));

        assertThat(result)
                .as(() -> cluster.layout() + "\n" + questions + "\n" + blocking(result))
                .isInstanceOf(PlanResult.Planned.class);
    }

    @Property(tries = 20)
    void a_cluster_of_several_nodes_leaves_only_questions_that_no_file_answers(
            @ForAll("clusters") GeneratedCluster cluster) {
        ClusterLayout layout = cluster.layout();
        if (layout.nodes() == 1) {
            return;
        }
        List<String> open = new ArrayList<>(List.of("log.files", "log.size", "dmmal.MAL_INST_HOST"));
        if (layout.edition() == StorageEdition.MIRROR) {
            open.add("dcrv.disks");
        }
        if (layout.monitors() == 0) {
            open.add("monitor");
        }
        if (layout.archives() == Archives.LOCAL_AND_REMOTE) {
            open.add("archives.remote");
        }
        if (layout.virtualAddresses()) {
            open.add("db.DCR_VIP");
        }
        if (!layout.oneMachine() && layout.ipv6()) {
            assertThat(onlyTheAddress(cluster).host().text()).contains("%");
        }
        if (layout.malNetwork()) {
            open.add("dmmal.MAL_HOST");
        }
        if (layout.monitorNetwork()) {
            open.add("dmcssm0.CSSM_CSS_IP");
        }
        if (layout.partnersOnNextHost()) {
            open.addAll(List.of("dmmal.MAL_PORT", "dm.PORT_NUM"));
        }
        boolean named = layout.numbering() == Numbering.LETTERS || layout.numbering() == Numbering.REVERSED;
        if (named) {
            open.addAll(List.of("css.DCR_EP_NAME", "asm.DCR_EP_NAME", "dm.INSTANCE_NAME"));
        }
        // If no startup command names a program, the directory of the programs is unknown.
        open.add("bin");

        assertThat(Example.questions(cluster.files(), onlyTheAddress(cluster)))
                .extracting(Question::name)
                .isSubsetOf(open)
                .contains("log.files", "log.size");
    }

    private static ExtendRequest onlyTheAddress(GeneratedCluster cluster) {
        ExtendRequest known = cluster.next(cluster.nodes());
        return ExtendRequest.builder()
                .host(known.host())
                .sameMachine(known.sameMachine())
                .build();
    }

    /**
     * Answers each question with its suggestion; if there is none, with the answer of a person who knows the cluster.
     */
    private static ExtendRequest answered(ExtendRequest bare, List<Question> questions, GeneratedCluster cluster) {
        ClusterLayout layout = cluster.layout();
        String number = Integer.toString(layout.nodes());
        ExtendRequest known = cluster.next(layout.nodes());
        Map<String, String> own = new TreeMap<>(known.values());
        own.put("log.files", "+LOG/a.log,+LOG/b.log");
        own.put("log.size", "256");
        own.put("bin", "/opt/dm/bin");
        own.put("dcrv.disks", "/dev/dcrv/d0,/dev/dcrv/d1,/dev/dcrv/d2");
        own.put("dmmal.MAL_INST_HOST", known.serviceHost().orElseThrow().text());
        own.put("monitor", "watch:/data/dmcssm.ini");
        own.put("dmmal.MAL_HOST", layout.ipv6() ? "fd00::8:99" : "172.16.8.99");
        own.put("dmcssm0.CSSM_CSS_IP", layout.ipv6() ? "fd00::16:99" : "172.16.16.99");
        own.put("css.DCR_EP_NAME", "CSSX" + number);
        own.put("asm.DCR_EP_NAME", "ASMX" + number);
        own.put("dm.INSTANCE_NAME", "DSCX" + number);
        own.put("dm.CONFIG_PATH", "/data/X_conf");
        own.put("dmdcr.path", "/data/X/dmdcr.ini");
        own.put("dmdcr.DMDCR_MAL_PATH", "/data/X/dmasvrmal.ini");
        own.put("dmarch.ARCHIVE_LOCAL1.ARCH_DEST", "/arch/X");
        Map<String, String> values = new TreeMap<>();
        for (Question question : questions) {
            values.put(
                    question.name(),
                    question.suggestion().orElseGet(() -> own.getOrDefault(question.name(), "no answer")));
        }
        return bare.withValues(values);
    }

    private static String blocking(PlanResult result) {
        if (result instanceof PlanResult.Rejected rejected) {
            return words(rejected.findings());
        }
        return result instanceof PlanResult.NeedsInput open ? open.questions().toString() : "";
    }

    private static String words(List<Finding> findings) {
        StringBuilder words = new StringBuilder();
        findings.stream()
                .filter(Finding::isBlocking)
                .forEach(finding ->
                        words.append(finding.ruleId() + " " + finding.message().en() + "\n"));
        return words.toString();
    }
}
