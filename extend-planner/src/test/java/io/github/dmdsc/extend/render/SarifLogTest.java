package io.github.dmdsc.extend.render;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import com.networknt.schema.InputFormat;
import com.networknt.schema.Schema;
import com.networknt.schema.SchemaRegistry;
import com.networknt.schema.SpecificationVersion;
import io.github.dmdsc.extend.Example;
import io.github.dmdsc.ini.files.ClusterFiles;
import io.github.dmdsc.ini.lens.ClusterLens;
import io.github.dmdsc.model.Cluster;
import io.github.dmdsc.model.Location;
import io.github.dmdsc.model.Port;
import io.github.dmdsc.model.check.Finding;
import io.github.dmdsc.model.check.FindingKind;
import io.github.dmdsc.model.check.ManualLimits;
import io.github.dmdsc.model.check.Messages;
import io.github.dmdsc.model.check.Severity;
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
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.TreeSet;
import net.jqwik.api.Arbitraries;
import net.jqwik.api.Arbitrary;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import net.jqwik.api.Provide;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class SarifLogTest {
    private static final ObjectMapper MAPPER = new ObjectMapper();
    private static final Schema SCHEMA = schema();
    private static final Messages MESSAGES = Messages.beside(SarifLogTest.class);

    private static Schema schema() {
        try (InputStream published = SarifLogTest.class.getResourceAsStream("/schema/sarif-schema-2.1.0.json")) {
            return SchemaRegistry.withDefaultDialect(SpecificationVersion.DRAFT_7)
                    .getSchema(new String(published.readAllBytes(), StandardCharsets.UTF_8));
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    private static JsonNode log(List<Finding> findings) throws IOException {
        String text = SarifLog.in(Locale.ENGLISH).of(findings);
        assertThat(SCHEMA.validate(text, InputFormat.JSON)).isEmpty();
        return MAPPER.readTree(text);
    }

    private static List<Finding> findings(ClusterFiles files, Waiver... waivers) {
        Cluster cluster = ClusterLens.get(files).cluster().orElseThrow();
        return StandardRules.book().check(cluster, ManualLimits.CURRENT, List.of(waivers));
    }

    private static ClusterFiles otherOguid() {
        return Example.set(Example.files(), Example.MONITOR, "CSSM_OGUID", "7");
    }

    @ParameterizedTest
    @CsvSource({
        "true, SRCROOT, ops/cluster/monitor/home/data/cssm/dmcssm.ini",
        "false, CLUSTER, monitor/home/data/cssm/dmcssm.ini"
    })
    void paths_are_relative_to_the_checkout_or_the_cluster(boolean inCheckout, String base, String uri)
            throws IOException {
        List<Finding> found = findings(otherOguid());
        SarifLog log = SarifLog.in(Locale.ENGLISH);
        String text = inCheckout
                ? log.below(List.of("ops", "cluster")).of(found)
                : log.at("file:///srv/cluster").of(found);

        assertThat(SCHEMA.validate(text, InputFormat.JSON)).isEmpty();
        JsonNode run = MAPPER.readTree(text).at("/runs/0");
        JsonNode artifact = run.at("/results/0/locations/0/physicalLocation/artifactLocation");
        assertThat(artifact.get("uri").asText()).isEqualTo(uri);
        assertThat(artifact.get("uriBaseId").asText()).isEqualTo(base);
        assertThat(run.get("originalUriBaseIds").has(base)).isTrue();
        assertThat(run.at("/tool/driver/rules/0/helpUri").asText()).endsWith(".md");
    }

    @Test
    void a_result_has_the_rule_the_level_the_message_and_the_location() throws IOException {
        JsonNode result = log(findings(otherOguid())).at("/runs/0/results/0");

        assertThat(result.at("/ruleId").asText()).isEqualTo("DSC-0209");
        assertThat(result.at("/level").asText()).isEqualTo("error");
        assertThat(result.at("/message/text").asText())
                .isEqualTo("CSSM_OGUID is 7, but DCR_OGUID is 63635. Set CSSM_OGUID in dmcssm.ini to 63635.");
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
    void the_rule_index_points_to_the_rule() throws IOException {
        JsonNode run = log(findings(otherOguid())).at("/runs/0");
        int index = run.at("/results/0/ruleIndex").asInt();

        assertThat(run.at("/tool/driver/rules").get(index).get("id").asText()).isEqualTo("DSC-0209");
        assertThat(run.at("/tool/driver/rules").get(index).get("name").asText()).isEqualTo("MonitorOguid");
        assertThat(run.at("/tool/driver/rules"))
                .hasSizeGreaterThanOrEqualTo(StandardRules.book().rules().size());
    }

    @Test
    void a_waived_finding_is_a_suppressed_result() throws IOException {
        Waiver waiver = new Waiver("DSC-0209", "monitor:/home/data/cssm/dmcssm.ini", "gone on Friday");
        JsonNode result = log(findings(otherOguid(), waiver)).at("/runs/0/results/0");

        assertThat(result.at("/suppressions/0/justification").asText()).isEqualTo("gone on Friday");
        assertThat(result.at("/suppressions/0/kind").asText()).isEqualTo("external");
    }

    @Test
    void a_line_inserted_above_does_not_change_the_fingerprint() throws IOException {
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

    private static Finding finding(Severity severity, Location at) {
        return FindingKind.of(MESSAGES, "EXT-0303", severity)
                .manual("chapter 14")
                .at(at)
                .build();
    }

    @ParameterizedTest
    @CsvSource({"ERROR, error", "WARNING, warning", "INFO, note"})
    void each_severity_has_a_level(Severity severity, String level) throws IOException {
        List<Finding> findings = List.of(finding(severity, Location.outside("request.cssPort")));

        assertThat(log(findings).at("/runs/0/results/0/level").asText()).isEqualTo(level);
    }

    @ParameterizedTest
    @CsvSource({
        "3, 7, '{\"startLine\":3,\"startColumn\":7}'",
        "3, 0, '{\"startLine\":3}'",
        "1, 1, '{\"startLine\":1,\"startColumn\":1}'",
        "0, 0, ''",
        "0, 5, ''"
    })
    void a_region_has_the_known_line_and_column(int line, int column, String region) throws IOException {
        Location at = Location.of(Example.MONITOR, line, column);

        assertThat(log(List.of(finding(Severity.ERROR, at)))
                        .at("/runs/0/results/0/locations/0/physicalLocation/region")
                        .toString())
                .isEqualTo(region);
    }

    @ParameterizedTest
    @CsvSource({
        "1, 2, '{\"startLine\":1,\"startColumn\":2,\"endColumn\":5}'",
        "1, 8, '{\"startLine\":1,\"startColumn\":8,\"endColumn\":11}'",
        "1, 9, '{\"startLine\":1,\"startColumn\":9,\"endColumn\":11}'",
        "1, 12, '{\"startLine\":1,\"startColumn\":12}'",
        "2, 1, '{\"startLine\":2,\"startColumn\":1}'",
        "3, 4, '{\"startLine\":3,\"startColumn\":4}'",
        "9, 1, '{\"startLine\":9,\"startColumn\":1}'"
    })
    void a_region_ends_at_the_end_of_the_key_or_value(int line, int column, String region) throws IOException {
        byte[] text = " KEY = \ud83d\ude00节x # why\n[SECTION]\nK =\n".getBytes(StandardCharsets.UTF_8);
        Location at = Location.of(Example.MONITOR, line, column);

        JsonNode log = MAPPER.readTree(SarifLog.in(Locale.ENGLISH)
                .over(ClusterFiles.of(Map.of(Example.MONITOR, text)))
                .of(List.of(finding(Severity.ERROR, at))));

        assertThat(log.at("/runs/0/results/0/locations/0/physicalLocation/region")
                        .toString())
                .isEqualTo(region);
    }

    @ParameterizedTest
    @CsvSource({
        "outs/show 1.txt, outs/show%201.txt",
        "/tmp/show.txt, file:///tmp/show.txt",
    })
    void a_line_of_a_file_outside_the_cluster_is_a_physical_location(String path, String uri) throws IOException {
        JsonNode location = log(List.of(finding(Severity.ERROR, new Location("", path, 7, 0))))
                .at("/runs/0/results/0/locations/0");

        assertThat(location.toString())
                .isEqualTo("{\"physicalLocation\":{\"artifactLocation\":{\"uri\":\"" + uri
                        + "\"},\"region\":{\"startLine\":7}}}");
    }

    @Test
    void a_location_outside_of_files_is_a_logical_location() throws IOException {
        JsonNode location = log(List.of(finding(Severity.ERROR, Location.outside("request.cssPort"))))
                .at("/runs/0/results/0/locations/0");

        assertThat(location.toString())
                .isEqualTo("{\"logicalLocations\":[{\"fullyQualifiedName\":\"request.cssPort\"}]}");
    }

    @ParameterizedTest
    @CsvSource(
            quoteCharacter = '^',
            value = {
                "10.0.2.101, /home/data/dm.ini, 10.0.2.101/home/data/dm.ini",
                "h, relative, h/relative",
                "h, /azAZ09-._~/, h/azAZ09-._~/",
                "h, C:/dm.ini, h/C%3A/dm.ini",
                "fe80::1%ens01, /a b#c?d+e, fe80%3A%3A1%25ens01/a%20b%23c%3Fd%2Be",
                "h, /`{@[, h/%60%7B%40%5B",
                "h, /节, h/%E8%8A%82"
            })
    void a_path_is_a_relative_reference(String host, String path, String uri) throws IOException {
        assertThat(log(List.of(finding(Severity.ERROR, new Location(host, path, 0, 0))))
                        .at("/runs/0/results/0/locations/0/physicalLocation/artifactLocation")
                        .toString())
                .isEqualTo("{\"uri\":\"" + uri + "\",\"uriBaseId\":\"CLUSTER\"}");
    }

    @Test
    void related_locations_are_numbered_and_parameters_are_properties() throws IOException {
        Finding conflict = finding(Severity.ERROR, Location.of(Example.MONITOR, 3, 1))
                .withRelated(Location.of(Example.DCR_1, 4, 1), Location.outside("request.oguid"))
                .withParameters(Map.of("port", Port.of(9341), "at", List.of(Example.DCR_1), "none", Optional.empty()));
        JsonNode result = log(List.of(conflict)).at("/runs/0/results/0");

        assertThat(result.at("/relatedLocations").findValuesAsText("id")).containsExactly("1", "2");
        assertThat(result.at("/properties").toString())
                .isEqualTo(
                        "{\"parameters\":{\"at\":[{\"host\":\"10.0.2.101\",\"path\":\"/home/data/dmdcr_cfg_bak.ini\"}],"
                                + "\"none\":null,\"port\":9341},"
                                + "\"fix\":\"Give the plan.json that dmdsc wrote.\",\"manual\":\"chapter 14\"}");
        JsonNode alone = log(List.of(finding(Severity.ERROR, Location.outside("request.oguid"))))
                .at("/runs/0/results/0");
        assertThat(alone.has("relatedLocations")).isFalse();
    }

    @Test
    void the_log_names_its_language() throws IOException {
        Finding finding = finding(Severity.ERROR, Location.outside("x"));
        JsonNode chinese = MAPPER.readTree(SarifLog.in(Locale.CHINESE).of(List.of(finding)))
                .at("/runs/0");
        JsonNode english = log(List.of(finding)).at("/runs/0");

        assertThat(chinese.at("/language").asText()).isEqualTo("zh-CN");
        assertThat(chinese.at("/results/0/message/text").asText()).isEqualTo("文本不是 JSON。 请给出规划时写出的 plan.json。");
        assertThat(english.at("/language").asText()).isEqualTo("en-US");
        assertThat(english.at("/columnKind").asText()).isEqualTo("unicodeCodePoints");
        assertThat(english.at("/tool/driver/name").asText()).isEqualTo("dmdsc");
    }

    @Test
    void a_rule_has_the_description_of_its_kind() throws IOException {
        JsonNode rules = log(List.of()).at("/runs/0/tool/driver/rules");
        JsonNode chinese =
                MAPPER.readTree(SarifLog.in(Locale.CHINESE).of(List.of())).at("/runs/0/tool/driver/rules");

        assertThat(rules).hasSameSizeAs(StandardRules.book().rules());
        assertThat(rules.findValuesAsText("name")).doesNotHaveDuplicates().allMatch(name -> name.matches("[A-Z]\\w+"));
        assertThat(rules.get(0).toString())
                .isEqualTo(
                        "{\"id\":\"DSC-0101\",\"name\":\"GroupCount\",\"shortDescription\":{\"text\":\"Group count\"},"
                                + "\"helpUri\":\"https://github.com/dmdsc/dmdsc/blob/main/docs/rules/DSC-0101.md\","
                                + "\"help\":{\"text\":\"Group count: docs/rules/DSC-0101.md\","
                                + "\"markdown\":\"[Group count](docs/rules/DSC-0101.md)\"},"
                                + "\"defaultConfiguration\":{\"level\":\"error\"},"
                                + "\"properties\":{\"waivable\":false,\"manual\":\"DM8 DMDSC, dmdcr_cfg.ini\"}}");
        assertThat(chinese.get(0).at("/name").asText()).isEqualTo("GroupCount");
        assertThat(chinese.get(0).at("/shortDescription/text").asText()).isEqualTo("组的个数");
    }

    @Test
    void a_kind_outside_the_rule_book_becomes_a_rule_if_it_is_found() throws IOException {
        Finding reader = finding(Severity.WARNING, Location.outside("x"));
        JsonNode run = log(List.of(reader)).at("/runs/0");
        JsonNode rules = run.at("/tool/driver/rules");
        JsonNode rule = rules.get(run.at("/results/0/ruleIndex").asInt());

        assertThat(rule.at("/id").asText()).isEqualTo("EXT-0303");
        assertThat(rule.at("/defaultConfiguration/level").asText()).isEqualTo("warning");
        assertThat(rule.at("/help/text").asText()).endsWith(": docs/reference/findings.md");
        assertThat(rules).hasSize(StandardRules.book().rules().size() + 1);
        assertThat(rules.findValuesAsText("id")).isSorted().doesNotHaveDuplicates();
    }

    @Test
    void another_parameter_or_message_changes_the_fingerprint() throws IOException {
        Finding one = finding(Severity.ERROR, Location.outside("x"));
        JsonNode results = log(List.of(
                        one.withParameters(Map.of("port", Port.of(9341))),
                        one.withParameters(Map.of("port", "9341")),
                        one.withParameters(Map.of("port", Port.of(9341))).withPrimary(Location.of(Example.MONITOR)),
                        one.withParameters(Map.of("port", Port.of(9341)))
                                .withPrimary(Location.of(Example.MONITOR, 7, 1)),
                        one.withParameters(Map.of("port", Port.of(9341))).withRelated(Location.outside("y"))))
                .at("/runs/0/results");

        List<String> prints = results.findValuesAsText("dmdscFinding/v2");
        assertThat(prints).hasSize(5);
        assertThat(prints.get(1)).isNotEqualTo(prints.get(0));
        assertThat(prints.get(2)).isNotEqualTo(prints.get(0)).isEqualTo(prints.get(3));
        assertThat(prints.get(4)).isEqualTo(prints.get(0));
    }

    @Property(tries = 20)
    void any_findings_make_a_valid_log_with_one_result_each(@ForAll("spoilt") Cluster cluster) throws IOException {
        List<Finding> findings = StandardRules.book().check(cluster, ManualLimits.OLDER);
        JsonNode results = log(findings).at("/runs/0/results");

        Set<String> prints = new TreeSet<>();
        results.forEach(result -> prints.add(result.get("partialFingerprints").toString()));
        assertThat(results).hasSameSizeAs(findings);
        assertThat(prints)
                .hasSameSizeAs(findings.stream()
                        .map(finding -> List.of(
                                finding.ruleId(),
                                finding.primary().host(),
                                finding.primary().path(),
                                finding.variant(),
                                finding.parameters()))
                        .distinct()
                        .toList());
        assertThat(SarifLog.in(Locale.CHINESE).of(findings))
                .isEqualTo(SarifLog.in(Locale.CHINESE).of(findings));
    }

    @Provide
    Arbitrary<Cluster> spoilt() {
        return Arbitraries.of(Defects.all()).flatMap(ClusterArbitraries::clustersWith);
    }
}
