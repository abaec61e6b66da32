package io.github.dmdsc.extend.render;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatIllegalArgumentException;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import com.fasterxml.jackson.databind.node.ArrayNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import com.fasterxml.jackson.databind.node.TextNode;
import com.networknt.schema.InputFormat;
import com.networknt.schema.Schema;
import com.networknt.schema.SchemaLocation;
import com.networknt.schema.SchemaRegistry;
import com.networknt.schema.SpecificationVersion;
import com.networknt.schema.dialect.Dialects;
import io.github.dmdsc.extend.Example;
import io.github.dmdsc.extend.ExtendedPlans;
import io.github.dmdsc.extend.ids.PlanIds;
import io.github.dmdsc.extend.plan.ExtendPlan;
import io.github.dmdsc.model.Location;
import io.github.dmdsc.model.check.Finding;
import io.github.dmdsc.model.check.Read;
import io.github.dmdsc.model.fixtures.TypeSchema;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.TreeMap;
import net.jqwik.api.Arbitrary;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import net.jqwik.api.Provide;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/**
 * Tests plan.json and its schema. {@code mvn test -pl extend-planner -am -Dtest=PlanJsonTest -Ddmdsc.schema=write}
 * rewrites the schema.
 */
class PlanJsonTest {
    private static final Path PUBLISHED =
            Path.of("src", "main", "resources", "io", "github", "dmdsc", "extend", "plan", "plan-3.schema.json");
    private static final ObjectMapper MAPPER = new ObjectMapper();
    private static final SchemaRegistry REGISTRY =
            SchemaRegistry.withDefaultDialect(SpecificationVersion.DRAFT_2020_12);

    private final ExtendPlan plan = Example.manual().plan();

    @Provide
    Arbitrary<ExtendPlan> plans() {
        return ExtendedPlans.any();
    }

    private static List<String> refused(String json) {
        Read<Optional<ExtendPlan>> reading = PlanJson.read(json, "plan.json");
        assertThat(reading.value()).isEmpty();
        return reading.findings().stream().map(Finding::ruleId).toList();
    }

    private static List<?> problems(String json) throws IOException {
        return REGISTRY.getSchema(Files.readString(PUBLISHED)).validate(json, InputFormat.JSON);
    }

    @Property(tries = 20)
    void a_plan_reads_back_equal_and_is_valid_by_the_schema(@ForAll("plans") ExtendPlan any) throws IOException {
        String json = PlanJson.write(any);

        assertThat(PlanJson.read(json, "plan.json").value()).contains(any);
        assertThat(problems(json)).isEmpty();
    }

    @Test
    void the_published_schema_is_that_of_the_types() throws IOException {
        String schema = TypeSchema.text(
                "urn:dmdsc:plan:2",
                "The extension of a DMDSC cluster by one node: what changes in which file, and the steps in their order",
                ExtendPlan.class,
                false);
        if ("write".equals(System.getProperty("dmdsc.schema"))) {
            Files.writeString(PUBLISHED, schema);
        }

        assertThat(PUBLISHED).content().isEqualTo(schema);
        Schema meta =
                REGISTRY.getSchema(SchemaLocation.of(Dialects.getDraft202012().getId()));
        assertThat(meta.validate(schema, InputFormat.JSON)).isEmpty();
    }

    @Test
    void the_schema_refuses_a_plan_without_a_required_member() throws IOException {
        for (String member : List.of("planId", "identity", "edition", "request", "newNode", "formatVersion")) {
            ObjectNode without = tree();
            without.remove(member);
            assertThat(problems(without.toString())).as(member).isNotEmpty();
        }
        ObjectNode odd = tree();
        ((ObjectNode) odd.at("/steps/0/command")).put("kind", "prayer");
        assertThat(problems(odd.toString())).isNotEmpty();
        ObjectNode backwards = tree();
        ((ObjectNode) backwards.at("/steps/0")).put("rollbackClass", "NEVER");
        assertThat(problems(backwards.toString())).isNotEmpty();
    }

    private ObjectNode tree() throws IOException {
        return (ObjectNode) MAPPER.readTree(PlanJson.write(plan));
    }

    @Test
    void members_of_a_later_minor_version_are_ignored() throws IOException {
        ObjectNode later = tree();
        later.put("formatVersion", "3.7").putObject("mood").put("good", true);
        ((ObjectNode) later.at("/steps/0")).put("colour", "green");
        later.put("planId", PlanIds.of(later));

        assertThat(PlanJson.read(later.toString(), "plan.json").value())
                .hasValueSatisfying(read -> assertThat(read.steps()).isEqualTo(plan.steps()));
        assertThat(problems(later.toString())).isEmpty();
    }

    @Test
    void another_major_version_is_refused() {
        String other = PlanJson.write(plan).replace("\"formatVersion\" : \"3.0\"", "\"formatVersion\" : \"2.0\"");

        assertThat(refused(other)).containsExactly("EXT-0304");
        assertThat(refused("{}")).containsExactly("EXT-0304");
    }

    @Test
    void the_major_version_is_the_text_before_the_first_dot() throws IOException {
        for (String same : List.of("3", "3.10.3")) {
            ObjectNode other = tree();
            other.put("formatVersion", same);
            other.put("planId", PlanIds.of(other));

            assertThat(PlanJson.read(other.toString(), "plan.json").value())
                    .as(same)
                    .isPresent();
        }
        for (String another : List.of("2.0", "30.1", "0.3", "03.0")) {
            Read<Optional<ExtendPlan>> reading =
                    PlanJson.read(tree().put("formatVersion", another).toString(), "plan.json");

            assertThat(reading.findings())
                    .singleElement()
                    .extracting(finding -> finding.message().en())
                    .isEqualTo("The plan has format version \"" + another + "\", but this version of dmdsc reads 3.0.");
        }
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "\"\"",
                "\"1.\"",
                "\".1\"",
                "\"3.x\"",
                "\"x\"",
                "\"3.0 \"",
                "\"3..0\"",
                "\"٢.0\"",
                "3.0",
                "3",
                "null",
                "[]"
            })
    void an_invalid_format_version_is_refused(String version) {
        String json = PlanJson.write(plan).replace("\"formatVersion\" : \"3.0\"", "\"formatVersion\" : " + version);

        assertThat(said(json)).singleElement().asString().contains("is no format version of a plan");
        assertThat(refused(json)).containsExactly("EXT-0304");
    }

    /**
     * The id alone does not show it: the id is computed from the parsed tree, which keeps only the last of two members.
     */
    @Test
    void duplicate_members_are_refused_each_with_its_location() {
        String json = PlanJson.write(plan)
                .replace("{\n  \"formatVersion\"", "{\n  \"formatVersion\" : \"3.0\",\n  \"formatVersion\"")
                .replaceFirst("\"oguid\" : ", "\"oguid\" : 1, \"o\\\\u0067uid\" : ");

        Read<Optional<ExtendPlan>> reading = PlanJson.read(json, "plan.json");

        assertThat(reading.value()).isEmpty();
        assertThat(reading.findings()).extracting(Finding::ruleId).containsExactly("EXT-0311", "EXT-0311");
        assertThat(reading.findings().get(0).primary()).isEqualTo(new Location("", "plan.json", 3, 3));
        assertThat(reading.findings())
                .extracting(finding -> finding.parameters().get("member"))
                .containsExactly("/formatVersion", "/identity/oguid");
    }

    @Test
    void at_most_a_hundred_duplicate_members_are_reported() {
        assertThat(refused("{" + "\"a\":1,".repeat(1000) + "\"a\":1}")).hasSize(100);
        assertThat(refused("{\"a\":1,\"a\":1")).containsExactly("EXT-0303");
    }

    @Test
    void each_error_is_named() throws IOException {
        String json = PlanJson.write(plan);
        String id = plan.planId();
        ObjectNode twice = tree();
        ((ObjectNode) twice.at("/reinitialise/1")).set("id", twice.at("/reinitialise/0/id"));
        twice.put("planId", PlanIds.of(twice));

        assertThat(said("{\n  \"a\": ]\n}")).containsExactly("plan.json:2:8 The text is not JSON.");
        assertThat(said("[]")).containsExactly("plan.json The text is not a valid plan: $ is missing or invalid.");
        assertThat(said(json.replace(id, "0")))
                .singleElement()
                .asString()
                .matches("plan\\.json The plan was changed: its id is 0, but its content gives [0-9a-f]{64}\\.");
        assertThat(said(json.replaceFirst("\\{", "{\"x\" : 1.5,")))
                .containsExactly("plan.json The plan was changed: its id is " + id + ", but its content gives -.");
        assertThat(said(twice.toString()))
                .contains("plan.json The plan has two steps with the id "
                        + plan.reinitialise().get(0).id() + ".");
        assertThat(said(waitingFor("dance").toString()))
                .containsExactly("plan.json Step new-host waits for dance, but no earlier step has this id.");
    }

    private ObjectNode waitingFor(String other) throws IOException {
        ObjectNode waiting = tree();
        ((ObjectNode) waiting.at("/steps/1")).putArray("dependsOn").add(other);
        waiting.put("planId", PlanIds.of(waiting));
        return waiting;
    }

    private static List<String> said(String json) {
        Read<Optional<ExtendPlan>> reading = PlanJson.read(json, "plan.json");
        assertThat(reading.value()).isEmpty();
        return reading.findings().stream()
                .map(finding -> finding.primary() + " " + finding.message().en())
                .toList();
    }

    @Test
    void the_json_is_indented_by_two_spaces_and_ends_with_a_line_feed() {
        assertThat(PlanJson.write(plan))
                .startsWith("{\n  \"formatVersion\" : \"3.0\",\n  \"planId\" : ")
                .endsWith("}\n");
        assertThat(PlanJson.text(List.of())).isEqualTo("[ ]");
        assertThatIllegalArgumentException().isThrownBy(() -> PlanJson.text(new Object()));
    }

    @Test
    void other_text_than_a_plan_is_refused_with_its_location() {
        assertThat(refused("[")).containsExactly("EXT-0303");
        assertThat(refused("")).containsExactly("EXT-0305");
        assertThat(refused("[]")).containsExactly("EXT-0305");
        assertThat(refused("{\"formatVersion\": \"3.0\"}")).containsExactly("EXT-0305");
        Read<Optional<ExtendPlan>> reading = PlanJson.read(
                PlanJson.write(plan).replace("\"kind\" : \"console\"", "\"kind\" : \"prayer\""), "here/plan.json");
        assertThat(reading.findings()).singleElement().satisfies(finding -> {
            assertThat(finding.primary().toString()).matches("here/plan\\.json:[0-9]+:[0-9]+");
            assertThat(finding.message().en()).contains("$.steps[0].command");
        });
    }

    @Test
    void a_number_outside_the_range_of_a_plan_counts_as_a_change() throws IOException {
        for (String number : List.of("1.5", "9007199254740993", "-9223372036854775808", "1e400")) {
            String json = PlanJson.write(plan).replaceFirst("\\{", "{\"x\" : " + number + ",");

            assertThat(refused(json)).as(number).containsExactly("EXT-0306");
        }
    }

    @Test
    void text_after_the_plan_is_refused_with_its_location() {
        for (String behind : List.of("{}", "x", "]", "\"more\"")) {
            Read<Optional<ExtendPlan>> reading = PlanJson.read(PlanJson.write(plan) + behind, "plan.json");

            assertThat(reading.value()).isEmpty();
            assertThat(reading.findings()).singleElement().satisfies(finding -> {
                assertThat(finding.ruleId()).isEqualTo("EXT-0303");
                assertThat(finding.primary().line()).isPositive();
            });
        }
    }

    @Test
    void steps_with_equal_ids_or_without_an_order_are_refused() throws IOException {
        ObjectNode twice = tree();
        ((ObjectNode) twice.at("/steps/1")).set("id", twice.at("/steps/0/id"));
        twice.put("planId", PlanIds.of(twice));
        assertThat(refused(twice.toString())).contains("EXT-0307");

        for (String other : List.of("dance", "extend-node", "new-host")) {
            assertThat(refused(waitingFor(other).toString())).as(other).containsExactly("EXT-0308");
        }
    }

    /** Edits every eleventh member of the plan, one at a time: the edited plan no longer matches its id. */
    @Test
    void an_edited_plan_is_refused_whichever_member_changed() throws IOException {
        int count = 0;
        for (String pointer : pointers(tree(), "")) {
            if (count++ % 11 != 0 || pointer.equals("/planId")) {
                continue;
            }
            ObjectNode edited = tree();
            JsonNode parent = edited.at(pointer.substring(0, pointer.lastIndexOf('/')));
            String last = pointer.substring(pointer.lastIndexOf('/') + 1)
                    .replace("~1", "/")
                    .replace("~0", "~");
            if (parent instanceof ArrayNode array) {
                array.set(Integer.parseInt(last), TextNode.valueOf("touched"));
            } else {
                ((ObjectNode) parent).set(last, TextNode.valueOf("touched"));
            }
            assertThat(refused(edited.toString())).as(pointer).hasSize(1);
        }
        assertThat(count).isGreaterThan(500);
    }

    /** Sets one member of each kind to null, which is a value of none of them, not even in a list. */
    @Test
    void a_null_in_a_plan_is_refused_wherever_it_is() throws IOException {
        Map<String, String> kinds = new TreeMap<>();
        pointers(tree(), "").forEach(pointer -> kinds.putIfAbsent(pointer.replaceAll("/[0-9]+", "/n"), pointer));
        for (String pointer : kinds.values()) {
            ObjectNode edited = tree();
            JsonNode parent = edited.at(pointer.substring(0, pointer.lastIndexOf('/')));
            String last = pointer.substring(pointer.lastIndexOf('/') + 1);
            if (parent instanceof ArrayNode array) {
                array.setNull(Integer.parseInt(last));
            } else {
                ((ObjectNode) parent).putNull(last);
            }

            assertThat(said(edited.toString()))
                    .as(pointer)
                    .singleElement()
                    .asString()
                    .startsWith("plan.json");
        }
        assertThat(kinds).hasSizeGreaterThan(50);
    }

    private static List<String> pointers(JsonNode node, String at) {
        if (node.isValueNode()) {
            return List.of(at);
        }
        List<String> pointers = new ArrayList<>();
        for (int i = 0; i < (node.isArray() ? node.size() : 0); i++) {
            pointers.addAll(pointers(node.get(i), at + "/" + i));
        }
        node.properties()
                .forEach(member -> pointers.addAll(pointers(
                        member.getValue(),
                        at + "/" + member.getKey().replace("~", "~0").replace("/", "~1"))));
        return pointers;
    }
}
