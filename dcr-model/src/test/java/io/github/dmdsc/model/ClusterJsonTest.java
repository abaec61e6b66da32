package io.github.dmdsc.model;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import com.fasterxml.jackson.databind.node.ObjectNode;
import com.networknt.schema.InputFormat;
import com.networknt.schema.Schema;
import com.networknt.schema.SchemaLocation;
import com.networknt.schema.SchemaRegistry;
import com.networknt.schema.SpecificationVersion;
import com.networknt.schema.dialect.Dialects;
import io.github.dmdsc.model.fixtures.ClusterArbitraries;
import io.github.dmdsc.model.fixtures.ClusterLayout;
import io.github.dmdsc.model.fixtures.TypeSchema;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.stream.Stream;
import net.jqwik.api.Arbitrary;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import net.jqwik.api.Provide;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.Arguments;
import org.junit.jupiter.params.provider.MethodSource;

/**
 * Tests the JSON of a cluster. {@code mvn test -pl dcr-model -Dtest=ClusterJsonTest -Ddmdsc.schema=write} rewrites the
 * published schema.
 */
class ClusterJsonTest {
    private static final Path PUBLISHED =
            Path.of("src", "main", "resources", "io", "github", "dmdsc", "model", "cluster-1.schema.json");

    private static final ObjectMapper MAPPER = ModelJson.mapper();
    private static final SchemaRegistry REGISTRY =
            SchemaRegistry.withDefaultDialect(SpecificationVersion.DRAFT_2020_12);

    private static List<?> problems(String json) throws IOException {
        Schema schema = REGISTRY.getSchema(Files.readString(PUBLISHED));
        return schema.validate(json, InputFormat.JSON);
    }

    private static String schema() {
        return TypeSchema.text(
                "urn:dmdsc:cluster:1",
                "A DMDSC cluster: its DCR configuration, its nodes with their files, and its monitors",
                Cluster.class,
                true);
    }

    @Test
    void the_published_schema_is_what_the_types_say() throws IOException {
        if ("write".equals(System.getProperty("dmdsc.schema"))) {
            Files.writeString(PUBLISHED, schema());
        }

        assertThat(PUBLISHED).content().isEqualTo(schema());
    }

    @Test
    void the_schema_is_a_schema_of_2020_12() throws IOException {
        Schema meta =
                REGISTRY.getSchema(SchemaLocation.of(Dialects.getDraft202012().getId()));

        assertThat(meta.validate(Files.readString(PUBLISHED), InputFormat.JSON)).isEmpty();
    }

    @Property(tries = 100)
    void a_cluster_survives_json_and_fits_the_schema(@ForAll("clusters") Cluster cluster) throws IOException {
        String json = MAPPER.writeValueAsString(cluster);

        assertThat(MAPPER.readValue(json, Cluster.class)).isEqualTo(cluster);
        assertThat(problems(json)).isEmpty();
    }

    @Provide
    Arbitrary<Cluster> clusters() {
        return ClusterArbitraries.clusters();
    }

    static Stream<Arguments> spoilt() {
        return Stream.of(
                Arguments.of("/dcr/value", "DCR_OGUID", "0"),
                Arguments.of("/dcr/value", "DCR_OGUID", "\"63635\""),
                Arguments.of("/dcr/value", "DCR_VTD_PATH", "\"+ASM/x\""),
                Arguments.of("/dcr/value/groups/0", "DCR_GRP_TYPE", "\"FOO\""),
                Arguments.of("/dcr/value/groups/0", "DCR_GRP_NAME", "\"12345678901234567\""),
                Arguments.of("/dcr/value/groups/0", "DCR_GRP_DSKCHK_CNT", "4"),
                Arguments.of("/dcr/value/groups/0/endpoints/0", "DCR_EP_PORT", "1023"),
                Arguments.of("/dcr/value/groups/0/endpoints/0", "DCR_EP_HOST", "\"a b\""),
                Arguments.of("/dcr/value/groups/0/endpoints/0", "UNKNOWN", "\"no list\""),
                Arguments.of("/nodes/0", "dmdcr", "{}"),
                Arguments.of("/nodes/0/dmIni/file", "host", "7"),
                Arguments.of("/nodes/0/dmIni/value", "CTL_PATH", "\"+/x\""),
                Arguments.of("/monitors/0/value", "CSSM_LOG_SPACE_LIMIT", "255"),
                Arguments.of("/monitors/0/value", "CSSM_CSS_IP", "[\"10.0.0.1\"]"),
                Arguments.of("", "unknown", "1"));
    }

    @ParameterizedTest(name = "{0}/{1} = {2}")
    @MethodSource("spoilt")
    void what_no_cluster_can_hold_does_not_fit_the_schema(String at, String key, String value) throws IOException {
        JsonNode json = MAPPER.valueToTree(ClusterLayout.builder().build().cluster());
        ((ObjectNode) json.at(at)).set(key, MAPPER.readTree(value));

        assertThat(problems(json.toString())).isNotEmpty();
    }
}
