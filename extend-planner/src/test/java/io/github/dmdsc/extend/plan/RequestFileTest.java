package io.github.dmdsc.extend.plan;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.assertj.core.api.Assertions.tuple;

import io.github.dmdsc.extend.Example;
import io.github.dmdsc.extend.ExtendPlanner;
import io.github.dmdsc.extend.GeneratedCluster;
import io.github.dmdsc.extend.PlanResult;
import io.github.dmdsc.model.FileId;
import io.github.dmdsc.model.HostAddress;
import io.github.dmdsc.model.Location;
import io.github.dmdsc.model.Megabytes;
import io.github.dmdsc.model.ModelJson;
import io.github.dmdsc.model.Port;
import io.github.dmdsc.model.ShmKey;
import io.github.dmdsc.model.check.Finding;
import io.github.dmdsc.model.check.ManualLimits;
import io.github.dmdsc.model.check.Read;
import io.github.dmdsc.model.check.Waiver;
import io.github.dmdsc.model.fixtures.ClusterLayout;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.stream.Collectors;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

class RequestFileTest {
    /** A request in which every attribute differs from its default. */
    private static final ExtendRequest WHOLE = ExtendRequest.forHost("fd00::3")
            .serviceHost(HostAddress.of("192.168.56.103"))
            .cssPort(Port.of(9500))
            .asmPort(Port.of(9501))
            .shmKey(ShmKey.of(93362))
            .shmSize(Megabytes.of(20))
            .dbPort(Port.of(5236))
            .malPort(Port.of(9342))
            .asmMalPort(Port.of(7238))
            .cssName("CSS2")
            .asmName("ASM2")
            .dbName("DSC2")
            .configPath("/home/data/dsc2_config")
            .addLogFiles("+DMLOG/log/DSC2_log01.log", "+DMLOG/log/DSC2_log02.log")
            .logSize(Megabytes.of(256))
            .addDcrvDisks("/dev/asm/d0", "/dev/asm/d1")
            .binDirectory("/opt/dmdbms/bin")
            .monitor(new FileId("monitor", "/home/data/cssm/dmcssm.ini"))
            .addMonitorServices(new ExtendRequest.MonitorService(
                    new FileId("monitor", "/home/data/cssm/dmcssm.ini"), "DmCSSMonitorServiceMonitor"))
            .remoteArchives(RemoteArchiveChoice.KEEP)
            .dcrConfig(new FileId("fd00::1", "/home/data/dmdcr_cfg_bak.ini"))
            .values(Map.of("dmmal.MAL_DW_PORT", "5250"))
            .sameMachine(true)
            .services(true)
            .strict(true)
            .addWaivers(new Waiver("DSC-0210", "monitor:/home/data/cssm/dmcssm.ini:4", "gone on Friday"))
            .limits(ManualLimits.OLDER)
            .build();

    private static Read<Optional<RequestFile>> read(String text) {
        return RequestFile.read(text.getBytes(StandardCharsets.UTF_8), "request.ini");
    }

    @ParameterizedTest
    @ValueSource(strings = {"host = 10.0.2.103\0\n", "{\"host\": \"10.0.2.103\"}\0", "\0\0\0"})
    void a_file_that_is_no_text_is_one_finding(String text) {
        assertThat(read(text).findings()).singleElement().satisfies(finding -> {
            assertThat(finding.ruleId()).isEqualTo("EXT-0401");
            assertThat(finding.variant()).isEqualTo("binary");
            assertThat(finding.primary()).isEqualTo(Location.outside("request.ini"));
        });
        assertThat(read(text).value()).isEmpty();
    }

    @Test
    void a_long_line_is_shortened_in_the_finding() {
        String x = "x".repeat(5000);

        assertThat(read("host = h\n" + x + "\n" + x + " = 1\ncssPort = " + x).findings())
                .hasSize(3)
                .allSatisfy(finding -> assertThat(finding.message().en()).hasSizeLessThan(250));
    }

    @Test
    void a_request_reads_back_from_its_text() {
        Read<Optional<RequestFile>> read = read(RequestFile.text(WHOLE, List.of(), Locale.ENGLISH));

        assertThat(read.findings()).isEmpty();
        assertThat(read.value().orElseThrow().request()).isEqualTo(WHOLE);
    }

    @Test
    void a_request_reads_back_from_its_json() throws Exception {
        String json = ModelJson.mapper().writerWithDefaultPrettyPrinter().writeValueAsString(WHOLE);

        for (String text : List.of(json, "\ufeff \n" + json)) {
            Read<Optional<RequestFile>> read = read(text);

            assertThat(read.findings()).isEmpty();
            assertThat(read.value().orElseThrow().request()).isEqualTo(WHOLE);
        }
    }

    @Test
    void every_unusable_member_is_reported_with_its_place() {
        Read<Optional<RequestFile>> read = read("""
                {
                  "cssPort": "80",
                  "cssport": 9500,
                  "logSize": 256,
                  "logSize": 512,
                  "logFiles": [["+L/a"]],
                  "values": [1],
                  "strict": 1
                }
                """);

        assertThat(read.value()).isEmpty();
        assertThat(read.findings())
                .extracting(Finding::ruleId, finding -> finding.primary().line())
                .containsExactlyInAnyOrder(
                        tuple("EXT-0403", 2),
                        tuple("EXT-0402", 3),
                        tuple("EXT-0404", 5),
                        tuple("EXT-0403", 6),
                        tuple("EXT-0403", 7),
                        tuple("EXT-0403", 8));
        assertThat(read("{}").findings()).extracting(Finding::ruleId).containsExactly("EXT-0405");
    }

    /** A person who follows the fix of a finding writes a text in the form that the fix names. */
    @Test
    void an_attribute_in_json_takes_the_texts_of_an_ini_file() {
        ExtendRequest bare = ExtendRequest.forHost("10.0.2.103").build();
        for (RequestAttribute attribute : RequestAttribute.ALL) {
            List<String> texts = attribute.get().apply(WHOLE);
            String list = texts.stream().collect(Collectors.joining("\", \"", "\"", "\""));
            String value = attribute.several() ? "[" + list + "]" : list;
            String host = attribute.name().equals("host") ? "" : "\"host\": \"10.0.2.103\", ";
            ExtendRequest.Builder expected = ExtendRequest.builder().from(bare);
            attribute.put().accept(expected, texts);

            Read<Optional<RequestFile>> read = read("{" + host + "\"" + attribute.name() + "\": " + value + "}");

            assertThat(read.findings()).as(attribute.name()).isEmpty();
            assertThat(read.value().orElseThrow().request()).isEqualTo(expected.build());
        }
        assertThat(read("{\"host\": \"10.0.2.103\", \"logFiles\": \"+L/a\"}")
                        .value()
                        .orElseThrow()
                        .request()
                        .logFiles())
                .containsExactly("+L/a");
    }

    @ParameterizedTest
    @CsvSource(
            delimiter = ';',
            value = {
                "\"limits\": \"newest\"; \"limits\": \"current | older\"",
                "\"monitor\": \"mon2\"; \"monitor\": \"<host>:</path>\"",
                "\"remoteArchives\": true; \"remoteArchives\": \"add | keep\"",
                "\"dbPort\": \"a\"; \"dbPort\": \"1024-65534\"",
                "\"monitorServices\": [\"x\"]; \"monitorServices\": [\"<host>:</path>=<service>\"]",
                "\"values\": 1; \"values\": {\"<name>\": \"<value>\"}",
            })
    void the_fix_of_a_member_is_json(String member, String right) {
        assertThat(read("{\"host\": \"10.0.2.103\", " + member + "}").findings())
                .singleElement()
                .satisfies(finding -> {
                    assertThat(finding.ruleId()).isEqualTo("EXT-0403");
                    assertThat(finding.fix().en()).isEqualTo("Write " + right + ".");
                });
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "{",
                "{\"host\"",
                "{\"host\": 10.0}",
                "{\"host\": \"10.0.2.103\"",
                "{\"host\": \"10.0.2.103\"} {}",
                "{\"host\": \"10.0.2.103\"}x",
                "{host = 10.0.2.103"
            })
    void a_text_that_is_not_json_is_reported(String text) {
        Read<Optional<RequestFile>> read = read(text);

        assertThat(read.value()).isEmpty();
        assertThat(read.findings()).extracting(Finding::ruleId).containsAnyOf("EXT-0401", "EXT-0403");
    }

    @Test
    void a_json_request_has_the_places_of_its_attributes() {
        RequestFile file = read("{\"host\": \"10.0.2.103\",\n \"values\": {\"a\": \"b\"}}")
                .value()
                .orElseThrow();

        assertThat(file.places())
                .containsEntry("host", new Location("", "request.ini", 1, 10))
                .containsEntry("values a", new Location("", "request.ini", 2, 12));
    }

    @Test
    void every_attribute_of_the_request_has_a_text() {
        List<String> names = new ArrayList<>();
        ModelJson.mapper().valueToTree(WHOLE).fieldNames().forEachRemaining(names::add);
        names.remove("values");

        assertThat(RequestAttribute.ALL).extracting(RequestAttribute::name).containsExactlyInAnyOrderElementsOf(names);
        assertThat(RequestAttribute.ALL)
                .allSatisfy(
                        attribute -> assertThat(attribute.get().apply(WHOLE)).isNotEmpty());
    }

    @Test
    void every_unusable_line_is_reported_with_its_place() {
        Read<Optional<RequestFile>> read = read("""
                cssPort = 80
                cssport = 9500
                logSize = 256
                logSize = 512
                nonsense
                services = yes
                [others]
                a = b
                """);

        assertThat(read.value()).isEmpty();
        assertThat(read.findings())
                .extracting(Finding::ruleId, finding -> finding.primary().line())
                .containsExactlyInAnyOrder(
                        tuple("EXT-0403", 1),
                        tuple("EXT-0402", 2),
                        tuple("EXT-0404", 4),
                        tuple("EXT-0401", 5),
                        tuple("EXT-0403", 6),
                        tuple("EXT-0402", 7),
                        tuple("EXT-0405", 0));
    }

    /** A request file with open questions has a form where it suggests no value. */
    @ParameterizedTest
    @CsvSource({"host, <address>", "logSize, <MB>", "cssName, <name>", "cssPort, 1024-65534"})
    void a_form_that_was_left_in_place_of_a_value_is_no_value(String key, String form) {
        String host = key.equals("host") ? "" : "host = 10.0.2.103\n";
        String member = host.isEmpty() ? "" : "\"host\": \"10.0.2.103\", ";
        for (String text :
                List.of(host + key + " = " + form + "\n", "{" + member + "\"" + key + "\": \"" + form + "\"}")) {
            assertThat(read(text).findings())
                    .filteredOn(finding -> finding.ruleId().equals("EXT-0403"))
                    .singleElement()
                    .satisfies(finding -> {
                        assertThat(finding.message().en())
                                .isEqualTo(key + " has no value: " + form + " is the form of the value.");
                        assertThat(finding.fix().en())
                                .isEqualTo("Replace " + form + " with the value of the new node.");
                    });
        }
    }

    @Test
    void an_ini_request_has_the_places_of_its_attributes() {
        RequestFile file =
                read("host = 10.0.2.103\n# a comment\nlogSize = 256\n").value().orElseThrow();

        assertThat(file.places())
                .containsEntry("host", new Location("", "request.ini", 1, 8))
                .containsEntry("logSize", new Location("", "request.ini", 3, 11));
    }

    @Test
    void open_questions_are_comments_with_lines_for_the_answers() {
        ExtendRequest bare = ExtendRequest.forHost("10.0.2.103").build();
        List<Question> questions = ((PlanResult.NeedsInput) ExtendPlanner.plan(Example.files(), bare)).questions();
        String text = RequestFile.text(bare, questions, Locale.ENGLISH);
        assertThat(read(text).value().orElseThrow().request()).isEqualTo(bare);

        String filled = text.replace("#serviceHost = <address>", "serviceHost = 192.168.56.103")
                .replace("#logSize = <MB>", "logSize = 256")
                .replaceAll("(?m)^#(?=[a-z])", "");

        assertThat(ExtendPlanner.plan(
                        Example.files(), read(filled).value().orElseThrow().request()))
                .as(filled)
                .isInstanceOf(PlanResult.Planned.class);
    }

    @Test
    void a_value_with_an_open_question_has_one_line() {
        GeneratedCluster cluster =
                new GeneratedCluster(ClusterLayout.builder().ipv6(true).build());
        ExtendRequest zoned = cluster.next(2);
        ExtendRequest bare = zoned.withHost(HostAddress.of("fe80::1:3"));
        List<Question> questions = ((PlanResult.NeedsInput) ExtendPlanner.plan(cluster.files(), bare)).questions();
        String text = RequestFile.text(bare, questions, Locale.ENGLISH);

        assertThat(questions).extracting(Question::attribute).containsOnly("host");
        assertThat(read(text.replaceAll("#host = .*", "host = " + zoned.host())).value())
                .hasValueSatisfying(file -> assertThat(file.request()).isEqualTo(zoned));
    }

    @Test
    void a_question_can_be_answered_with_its_suggestion() {
        ExtendRequest request = ExtendRequest.forHost("10.0.2.103").build();
        List<Question> questions = ((PlanResult.NeedsInput) ExtendPlanner.plan(Example.files(), request)).questions();
        for (Question question : questions) {
            request = request.answer(
                    question,
                    question.suggestion().orElse(question.attribute().equals("logSize") ? "256" : "192.168.56.103"));
        }

        assertThat(ExtendPlanner.plan(Example.files(), request)).isInstanceOf(PlanResult.Planned.class);
        assertThat(request.toBuilder().build()).isEqualTo(request);
    }

    @Test
    void a_text_that_an_attribute_does_not_take_is_refused() {
        ExtendRequest request = ExtendRequest.forHost("10.0.2.103").build();

        assertThatThrownBy(() -> request.toBuilder().attribute("cssPort", List.of("80")))
                .isInstanceOf(IllegalArgumentException.class);
        assertThatThrownBy(() -> request.toBuilder().attribute("cssport", List.of("9500")))
                .isInstanceOf(IllegalArgumentException.class);
    }
}
