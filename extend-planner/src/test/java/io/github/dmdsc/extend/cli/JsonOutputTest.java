package io.github.dmdsc.extend.cli;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import com.fasterxml.jackson.databind.node.ArrayNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import com.networknt.schema.InputFormat;
import com.networknt.schema.SchemaRegistry;
import com.networknt.schema.SpecificationVersion;
import io.github.dmdsc.extend.Example;
import io.github.dmdsc.extend.render.PlanJson;
import io.github.dmdsc.ini.diff.ClusterDiff;
import io.github.dmdsc.ini.diff.Drift;
import io.github.dmdsc.ini.files.ClusterDirectory;
import io.github.dmdsc.model.fixtures.TypeSchema;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardOpenOption;
import java.util.ArrayList;
import java.util.List;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.Arguments;
import org.junit.jupiter.params.provider.MethodSource;

/**
 * Every command prints JSON that fits its schema. With {@code -Ddmdsc.schema=write} the test rewrites the schemas.
 */
class JsonOutputTest extends CommandLineRun {
    private static final ObjectMapper MAPPER = new ObjectMapper();
    private static final SchemaRegistry REGISTRY =
            SchemaRegistry.withDefaultDialect(SpecificationVersion.DRAFT_2020_12);

    static Path published(String name) {
        return Path.of("src/main/resources/io/github/dmdsc/extend/render", name + "-1.schema.json");
    }

    static Stream<Arguments> types() {
        return Stream.of(
                Arguments.of(
                        "findings",
                        "Findings, of check and of any command that cannot read its input",
                        Reports.Findings.class),
                Arguments.of("planning", "What came of planning, of plan", Reports.Planning.class),
                Arguments.of(
                        "diff", "What differs between two states of a cluster's files, of diff", ClusterDiff.class),
                Arguments.of("drift", "What differs between the nodes of a cluster, of diff --drift", Drift.class),
                Arguments.of(
                        "exports",
                        "Exports of the DCR disks held against a plan, of compare-export",
                        Reports.Exports.class),
                Arguments.of("status", "How far a plan is, of status", Reports.PlanStatus.class),
                Arguments.of("rehearsed", "The rehearsal of a plan, of rehearse", Reports.Rehearsed.class));
    }

    @ParameterizedTest
    @MethodSource("types")
    void a_published_schema_matches_the_types(String name, String title, Class<?> type) throws Exception {
        ObjectNode schema =
                (ObjectNode) MAPPER.readTree(TypeSchema.text("urn:dmdsc:" + name + ":1", title, type, false));
        if (!((ObjectNode) definition(schema)).at("/properties").has("formatVersion")) {
            ((ObjectNode) definition(schema).get("properties"))
                    .putObject("formatVersion")
                    .put("const", "1.0");
            ((ArrayNode) definition(schema).get("required")).add("formatVersion");
        }
        String text = schema.toPrettyString().replace("\r\n", "\n") + "\n";
        if ("write".equals(System.getProperty("dmdsc.schema"))) {
            Files.writeString(published(name), text);
        }

        assertThat(published(name)).content().isEqualTo(text);
    }

    /** Returns the definition of the root. */
    private static JsonNode definition(ObjectNode schema) {
        return schema.at(schema.get("$ref").asText().substring(1));
    }

    private JsonNode fits(String name, int code, int expected) throws Exception {
        String json = stdout.toString();
        stdout.getBuffer().setLength(0);
        assertThat(code).as(json).isEqualTo(expected);
        assertThat(stderr.toString()).isEmpty();
        assertThat(REGISTRY.getSchema(Files.readString(published(name))).validate(json, InputFormat.JSON))
                .as(json)
                .isEmpty();
        return MAPPER.readTree(json);
    }

    private int json(String... arguments) {
        List<String> all = new ArrayList<>(List.of(arguments));
        all.add("--format=json");
        return run(all.toArray(String[]::new));
    }

    @Test
    void check_counts_nodes_and_shows_findings_of_the_files_and_of_the_monitor() throws Exception {
        input(Example.set(Example.files(), Example.DMDCR_2, "DMDCR_SEQNO", "0"));
        Path show = Files.writeString(input.resolveSibling("show.txt"), """
                =================== group[name = GRP_CSS, seq = 0, type = CSS, Control Node = 0] ===================
                ep:     css_time               inst_name     seqno     port    mode         inst_status        vtd_status   is_ok        active       guid              ts
                        2026-03-02 21:10:04    CSS0          0         9341    Control Node OPEN               WORKING      ERROR        TRUE         40100             40800
                        2026-03-02 21:10:04    CSS1          1         9343    Normal Node  OPEN               WORKING      OK           TRUE         51200             51900
                ====================================================================================================
                """);

        JsonNode report = fits("findings", json("check", input.toString(), "--shown=" + show), Main.FINDINGS);

        assertThat(report.at("/nodes").asInt()).isEqualTo(2);
        assertThat(report.get("findings").findValuesAsText("ruleId")).contains("DSC-0206", "STA-0201");
    }

    @Test
    void plan_reports_each_outcome() throws Exception {
        input(Example.files());
        String to = "--out=" + out;

        JsonNode asked = fits("planning", json("plan", input.toString(), to, "--host=10.0.2.103"), Main.FINDINGS);
        assertThat(asked.at("/outcome").asText()).isEqualTo("NEEDS_INPUT");
        assertThat(asked.at("/questions/0/input").asText()).isEqualTo("--service-host=");
        assertThat(asked.at("/questions").findValuesAsText("topic")).contains("LOG_FILES");
        JsonNode there = fits(
                "planning",
                json("plan", input.toString(), to, "--host=10.0.2.102", "--css-port=9343"),
                Main.NOTHING_TO_DO);
        assertThat(there.at("/outcome").asText()).isEqualTo("ALREADY_EXTENDED");
        assertThat(plan("--format=json")).isZero();
        JsonNode planned = fits("planning", 0, 0);
        assertThat(planned.at("/plan/directory").asText()).isEqualTo(out.toString());
        assertThat(planned.at("/plan/pointsOfNoReturn")).hasSize(2);
        List<String> unwritten = new ArrayList<>(List.of("plan", input.toString()));
        unwritten.addAll(NODE);
        JsonNode summary =
                fits("planning", json(unwritten.toArray(String[]::new)), 0).get("plan");
        assertThat(summary.get("planId")).isEqualTo(planned.at("/plan/planId"));
        assertThat(summary.has("directory")).isFalse();
    }

    @Test
    void the_outputs_about_a_plan_fit_their_schemas() throws Exception {
        input(Example.files());
        Path plan = Files.writeString(
                input.resolveSibling("plan.json"),
                PlanJson.write(Example.manual().plan()));
        Path base = input.resolve("10.0.2.101/home/data/dmdcr_cfg_bak.ini");
        Path odd = Files.writeString(input.resolveSibling("odd.ini"), "DCR_N_GRP = 3\n");

        JsonNode exports = fits(
                "exports",
                json("compare-export", plan.toString(), "base", base.toString(), odd.toString()),
                Main.FINDINGS);
        assertThat(exports.findValuesAsText("holds")).containsExactly("base", "neither");
        JsonNode incident = fits(
                "rehearsed",
                json(
                        "rehearse",
                        plan.toString(),
                        input.toString(),
                        "--fail-at=extend-dcr",
                        "--fault=LOST_ACKNOWLEDGEMENT"),
                0);
        assertThat(incident.at("/incidents/0/verdict/step").asText()).isEqualTo("extend-dcr");
        fits("drift", json("diff", input.toString(), "--drift"), 0);
        fits("status", json("status", plan.toString(), input.toString()), 0);
        JsonNode failed = fits("status", json("status", plan.toString(), input.toString(), "--failed=extend-dcr"), 0);
        assertThat(failed.at("/progress/ways")).isNotEmpty();
        Files.writeString(
                input.resolve("10.0.2.101/home/data/dsc0_config/dmmal.ini"), "x = 1\n", StandardOpenOption.APPEND);
        JsonNode stale = fits("status", json("status", plan.toString(), input.toString()), Main.FINDINGS);
        assertThat(stale.at("/changed/0/lines").toString()).contains("+x = 1");
    }

    @Test
    void differences_fit_their_schema() throws Exception {
        input(Example.files());
        Path after = input.resolveSibling("after");
        assertThat(ClusterDirectory.write(Example.manual().target(), after)).isEmpty();

        JsonNode diff = fits("diff", json("diff", input.toString(), after.toString()), Main.FINDINGS);
        assertThat(diff.at("/changes").findValuesAsText("change")).contains("host-added");
        assertThat(json("diff", input.toString(), after.toString(), "--ignore=**:/**"))
                .isZero();
    }

    @ParameterizedTest
    @MethodSource("unreadable")
    void an_unreadable_input_gives_findings_on_the_same_stream(List<String> arguments) throws Exception {
        JsonNode report = fits("findings", json(arguments.toArray(String[]::new)), Main.UNREADABLE);

        assertThat(report.at("/findings")).isNotEmpty();
    }

    static Stream<List<String>> unreadable() {
        return Stream.of(
                List.of("check", "missing"),
                List.of("plan", "missing", "--out=out", "--host=10.0.2.103"),
                List.of("plan", "missing", "--out=out", "--request=missing"),
                List.of("diff", "missing", "missing"),
                List.of("rehearse", "missing", "missing"),
                List.of("status", "missing"),
                List.of("compare-export", "missing", "base", "missing"));
    }
}
