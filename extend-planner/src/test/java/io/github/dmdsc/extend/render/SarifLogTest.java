package io.github.dmdsc.extend.render;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import com.networknt.schema.InputFormat;
import com.networknt.schema.Schema;
import com.networknt.schema.SchemaRegistry;
import com.networknt.schema.SpecificationVersion;
import io.github.dmdsc.extend.Example;
import io.github.dmdsc.ini.bind.ClusterReader;
import io.github.dmdsc.ini.files.ClusterFiles;
import io.github.dmdsc.model.Cluster;
import io.github.dmdsc.model.check.Diagnostic;
import io.github.dmdsc.model.check.Limits;
import io.github.dmdsc.model.check.Waiver;
import io.github.dmdsc.model.check.rules.StandardRules;
import io.github.dmdsc.model.fixtures.ClusterArbitraries;
import io.github.dmdsc.model.fixtures.Defects;
import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.util.List;
import java.util.Locale;
import java.util.Set;
import java.util.TreeSet;
import net.jqwik.api.Arbitraries;
import net.jqwik.api.Arbitrary;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import net.jqwik.api.Provide;
import org.junit.jupiter.api.Test;

class SarifLogTest {
    private static final ObjectMapper MAPPER = new ObjectMapper();
    private static final Schema SCHEMA = schema();

    private static Schema schema() {
        try (InputStream published = SarifLogTest.class.getResourceAsStream("/schema/sarif-schema-2.1.0.json")) {
            return SchemaRegistry.withDefaultDialect(SpecificationVersion.DRAFT_7)
                    .getSchema(new String(published.readAllBytes(), StandardCharsets.UTF_8));
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    private static JsonNode log(List<Diagnostic> findings) throws IOException {
        String text = SarifLog.of(findings, Locale.ENGLISH);
        assertThat(SCHEMA.validate(text, InputFormat.JSON)).isEmpty();
        return MAPPER.readTree(text);
    }

    private static List<Diagnostic> findings(ClusterFiles files, Waiver... waivers) {
        Cluster cluster = ClusterReader.read(files).cluster().orElseThrow();
        return StandardRules.book().check(cluster, Limits.CURRENT, List.of(waivers));
    }

    private static ClusterFiles otherOguid() {
        return Example.set(Example.files(), Example.MONITOR, "CSSM_OGUID", "7");
    }

    @Test
    void a_finding_names_its_lines_and_what_to_do() throws IOException {
        JsonNode result = log(findings(otherOguid())).at("/runs/0/results/0");

        assertThat(result.at("/ruleId").asText()).isEqualTo("DSC-0209");
        assertThat(result.at("/level").asText()).isEqualTo("error");
        assertThat(result.at("/message/text").asText())
                .isEqualTo("CSSM_OGUID is 7, DCR_OGUID 63635. Let both be the same.");
        assertThat(result.at("/locations/0/physicalLocation/artifactLocation/uri")
                        .asText())
                .isEqualTo("monitor/home/data/cssm/dmcssm.ini");
        assertThat(result.at("/locations/0/physicalLocation/region/startLine").asInt())
                .isPositive();
        assertThat(result.at("/relatedLocations/0/physicalLocation/artifactLocation/uri")
                        .asText())
                .isEqualTo("10.0.2.101/home/data/dmdcr_cfg_bak.ini");
        assertThat(result.has("suppressions")).isFalse();
    }

    @Test
    void the_index_of_a_rule_leads_to_the_rule() throws IOException {
        JsonNode run = log(findings(otherOguid())).at("/runs/0");
        int index = run.at("/results/0/ruleIndex").asInt();

        assertThat(run.at("/tool/driver/rules").get(index).get("id").asText()).isEqualTo("DSC-0209");
        assertThat(run.at("/tool/driver/rules").get(index).get("name").asText()).isEqualTo("MonitorOguid");
        assertThat(run.at("/tool/driver/rules"))
                .hasSizeGreaterThanOrEqualTo(StandardRules.all().size());
    }

    @Test
    void a_waived_finding_is_there_and_suppressed() throws IOException {
        Waiver waiver = new Waiver("DSC-0209", "monitor:/home/data/cssm/dmcssm.ini", "gone on Friday");
        JsonNode result = log(findings(otherOguid(), waiver)).at("/runs/0/results/0");

        assertThat(result.at("/suppressions/0/justification").asText()).isEqualTo("gone on Friday");
    }

    @Test
    void a_line_more_above_does_not_make_it_another_finding() throws IOException {
        byte[] old = otherOguid().bytes(Example.MONITOR);
        byte[] moved = ("# a line more\n" + new String(old, StandardCharsets.UTF_8)).getBytes(StandardCharsets.UTF_8);
        String path = "/runs/0/results/0/partialFingerprints";

        assertThat(log(findings(otherOguid().with(Example.MONITOR, moved))).at(path))
                .isEqualTo(log(findings(otherOguid())).at(path));
    }

    @Test
    void no_finding_is_an_empty_log() throws IOException {
        assertThat(log(List.of()).at("/runs/0/results")).isEmpty();
    }

    @Property(tries = 60)
    void any_findings_make_a_valid_log_with_each_of_them_once(@ForAll("spoilt") Cluster cluster) throws IOException {
        List<Diagnostic> findings = StandardRules.book().check(cluster, Limits.OLDER);
        JsonNode results = log(findings).at("/runs/0/results");

        Set<String> prints = new TreeSet<>();
        results.forEach(result -> prints.add(result.get("partialFingerprints").toString()));
        assertThat(results).hasSameSizeAs(findings);
        assertThat(prints)
                .hasSameSizeAs(findings.stream()
                        .map(finding -> finding.ruleId()
                                + finding.primary().path()
                                + finding.message().en())
                        .distinct()
                        .toList());
        assertThat(SarifLog.of(findings, Locale.CHINESE)).isEqualTo(SarifLog.of(findings, Locale.CHINESE));
    }

    @Provide
    Arbitrary<Cluster> spoilt() {
        return Arbitraries.of(Defects.all()).flatMap(ClusterArbitraries::clustersWith);
    }
}
