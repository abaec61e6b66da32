package io.github.dmdsc.model;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.ObjectMapper;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class ModelJsonTest {
    private final ObjectMapper mapper = ModelJson.mapper();

    @Test
    void a_configuration_survives_json_with_its_unknown_parameters() throws Exception {
        DmdcrCfg configuration = DmdcrCfg.builder()
                .groupCount(1)
                .oguid(Oguid.of(63635))
                .addGroups(DcrGroup.builder()
                        .type(GroupType.CSS)
                        .name("GRP_CSS")
                        .endpointNumbers(EndpointArray.upTo(1))
                        .diskCheckTolerance(Seconds.of(60))
                        .addEndpoints(DcrEndpoint.builder()
                                .name("CSS0")
                                .host(HostAddress.of("fe80::1%ens01"))
                                .port(Port.of(9341))
                                .putOther("DCR_EP_MOOD", List.of("good"))
                                .putOther("DCR_EP_TWICE", List.of("1", "2"))
                                .build())
                        .build())
                .putOther("DCR_CHECKSUM", List.of("00ff"))
                .build();

        String json = mapper.writeValueAsString(configuration);

        assertThat(mapper.readValue(json, DmdcrCfg.class)).isEqualTo(configuration);
        assertThat(json)
                .contains("\"DCR_EP_PORT\":9341", "\"DCR_GRP_EP_ARR\":\"{0}\"", "\"DCR_EP_MOOD\":[\"good\"]")
                .doesNotContain("origin");
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "{\"dcr\":{\"value\":{\"groups\":[{\"DCR_GRP_TYPE\":0}]},\"file\":{\"host\":\"h\",\"path\":\"/a\"}}}",
                "{\"dcr\":{\"value\":{}}}",
                "{\"dcr\":{\"file\":{\"host\":\"h\",\"path\":\"/a\"}}}"
            })
    void what_is_no_cluster_is_refused(String json) {
        assertThatThrownBy(() -> mapper.readValue(json, Cluster.class)).isInstanceOf(JsonProcessingException.class);
    }
}
