package io.github.dmdsc.extend;

import static org.assertj.core.api.Assertions.assertThat;

import io.github.dmdsc.extend.ids.PlanIds;
import io.github.dmdsc.extend.plan.ExtendPlan;
import io.github.dmdsc.extend.plan.ExtendRequest;
import io.github.dmdsc.extend.plan.Question;
import io.github.dmdsc.extend.render.PlanJson;
import io.github.dmdsc.ini.files.ClusterFiles;
import io.github.dmdsc.ini.lens.ClusterLens;
import io.github.dmdsc.ini.lens.ClusterReading;
import io.github.dmdsc.model.Cluster;
import io.github.dmdsc.model.FileId;
import io.github.dmdsc.model.GroupType;
import io.github.dmdsc.model.HostAddress;
import io.github.dmdsc.model.Megabytes;
import io.github.dmdsc.model.Port;
import io.github.dmdsc.model.ShmKey;
import io.github.dmdsc.model.check.Finding;
import io.github.dmdsc.model.check.Severity;
import io.github.dmdsc.model.check.rules.StandardRules;
import java.nio.charset.StandardCharsets;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.TimeZone;
import org.junit.jupiter.api.Test;

class PlannerTest {
    private final ClusterFiles base = Example.files();

    @Test
    void the_files_of_the_plan_are_a_cluster_that_the_rule_book_accepts() {
        ClusterReading reading = ClusterLens.get(Example.manual().target());

        assertThat(reading.findings()).isEmpty();
        Cluster cluster = reading.cluster().orElseThrow();
        assertThat(cluster.nodes()).hasSize(3);
        assertThat(StandardRules.book().check(cluster)).noneMatch(finding -> finding.severity() == Severity.ERROR);
    }

    @Test
    void giving_the_inferred_ports_leads_to_the_same_plan() {
        PlanResult.Planned inferred = Example.planned(base, Example.request().build());
        PlanResult.Planned explicit = Example.planned(
                base,
                Example.request().cssPort(Port.of(9345)).asmPort(Port.of(9353)).build());

        assertThat(explicit.target()).isEqualTo(inferred.target());
        assertThat(explicit.plan().steps()).isEqualTo(inferred.plan().steps());
    }

    @Test
    void the_key_of_another_machines_asm_server_is_planned_with_a_warning() {
        PlanResult.Planned planned =
                Example.planned(base, Example.request().shmKey(ShmKey.of(93361)).build());

        assertThat(planned.notes())
                .filteredOn(note -> note.ruleId().equals("EXT-0206"))
                .singleElement()
                .satisfies(note -> {
                    assertThat(note.severity()).isEqualTo(Severity.WARNING);
                    assertThat(note.parameters()).containsEntry("key", "93361").containsEntry("name", "ASM1");
                });
    }

    @Test
    void each_extension_starts_from_the_files_of_the_one_before() {
        ClusterFiles three = Example.planned(base, Example.request().build()).target();
        PlanResult.Planned fourth = Example.planned(
                three,
                ExtendRequest.forHost("10.0.2.104")
                        .serviceHost(HostAddress.of("192.168.56.104"))
                        .addLogFiles("+DMLOG/log/DSC3_log01.log", "+DMLOG/log/DSC3_log02.log")
                        .logSize(Megabytes.of(256))
                        .build());

        Cluster cluster = ClusterLens.get(fourth.target()).cluster().orElseThrow();
        assertThat(cluster.nodes()).hasSize(4);
        assertThat(fourth.plan().newNode())
                .isEqualTo(new ExtendPlan.NodeSummary(
                        3,
                        "10.0.2.104",
                        "CSS3",
                        "ASM3",
                        "DSC3",
                        Map.of(
                                GroupType.CSS, Port.of(9347),
                                GroupType.ASM, Port.of(9355),
                                GroupType.DB, Port.of(5236))));
    }

    @Test
    void extending_twice_is_already_extended() {
        ExtendRequest request = Example.manualRequest().build();
        ClusterFiles extended = Example.planned(base, request).target();

        assertThat(ExtendPlanner.plan(extended, request)).isInstanceOf(PlanResult.AlreadyExtended.class);
    }

    @Test
    void the_same_input_gives_the_same_bytes_in_any_locale_and_time_zone() {
        Locale locale = Locale.getDefault();
        TimeZone zone = TimeZone.getDefault();
        String first = PlanJson.write(Example.manual().plan());
        try {
            // In Turkish, the lower-case form of I is a letter of its own; in Hindi, numbers may have other digits.
            for (Locale other : List.of(Locale.forLanguageTag("tr-TR"), Locale.forLanguageTag("hi-IN-u-nu-deva"))) {
                Locale.setDefault(other);
                TimeZone.setDefault(TimeZone.getTimeZone("Pacific/Kiritimati"));
                assertThat(PlanJson.write(Example.manual().plan())).isEqualTo(first);
            }
        } finally {
            Locale.setDefault(locale);
            TimeZone.setDefault(zone);
        }
    }

    @Test
    void the_plan_id_depends_on_the_plan_only() {
        ExtendPlan plan = Example.manual().plan();
        ExtendPlan other = Example.planned(
                        base, Example.manualRequest().cssPort(Port.of(9600)).build())
                .plan();

        assertThat(plan.planId()).matches("[0-9a-f]{64}").isEqualTo(PlanIds.of(plan));
        assertThat(other.planId()).isNotEqualTo(plan.planId());
    }

    @Test
    void strict_mode_asks_for_everything_that_would_be_inferred() {
        PlanResult result = ExtendPlanner.plan(
                base, ExtendRequest.forHost("10.0.2.103").strict(true).build());

        assertThat(result)
                .isInstanceOfSatisfying(
                        PlanResult.NeedsInput.class,
                        needs -> assertThat(needs.questions())
                                .extracting(Question::attribute)
                                .contains(
                                        "cssPort",
                                        "asmPort",
                                        "shmKey",
                                        "dbPort",
                                        "malPort",
                                        "asmMalPort",
                                        "cssName",
                                        "asmName",
                                        "dbName",
                                        "configPath",
                                        "logFiles",
                                        "logSize",
                                        "serviceHost"));
    }

    @Test
    void a_value_without_an_attribute_is_asked_for_and_answered_by_name() {
        ClusterFiles files = base;
        for (FileId file : List.of(
                new FileId("10.0.2.101", "/home/data/dsc0_config/dmmal.ini"),
                new FileId("10.0.2.102", "/home/data/dsc1_config/dmmal.ini"))) {
            files = Example.set(files, file, 1, "mal_dw_port", "7000");
            files = Example.set(files, file, 2, "mal_dw_port", "7100");
        }
        assertThat(Example.planned(files, Example.request().build()).plan().decisions())
                .anySatisfy(decision -> {
                    assertThat(decision.name()).isEqualTo("dmmal.MAL_DW_PORT");
                    assertThat(decision.value()).isEqualTo("7200");
                });
        PlanResult.Planned answered = Example.planned(
                files, Example.request().putValues("dmmal.MAL_DW_PORT", "7999").build());
        assertThat(new String(
                        answered.target().bytes(new FileId("10.0.2.103", "/home/data/dsc2_config/dmmal.ini")),
                        StandardCharsets.UTF_8))
                .contains("mal_dw_port", "7999");
    }

    @Test
    void a_value_that_the_model_refuses_is_a_finding_with_its_attribute() {
        PlanResult result = ExtendPlanner.plan(
                base, Example.request().putValues("asm.DCR_EP_SHM_SIZE", "5").build());

        assertThat(result)
                .isInstanceOfSatisfying(
                        PlanResult.Rejected.class,
                        rejected -> assertThat(rejected.findings()).anySatisfy(finding -> {
                            assertThat(finding.ruleId()).isEqualTo("EXT-0103");
                            assertThat(finding.message().en()).contains("10…40000");
                            assertThat(finding.primary()).hasToString("request.shmSize");
                        }));
    }

    @Test
    void an_unknown_value_is_refused_and_an_unneeded_attribute_gives_a_warning() {
        assertThat(ExtendPlanner.plan(
                        base,
                        Example.request().putValues("dmmal.MAL_DW_PROT", "1").build()))
                .isInstanceOfSatisfying(
                        PlanResult.Rejected.class,
                        rejected -> assertThat(rejected.findings())
                                .extracting(Finding::ruleId)
                                .containsExactly("EXT-0111"));
        assertThat(Example.planned(
                                base, Example.request().addDcrvDisks("/dev/d0").build())
                        .notes())
                .extracting(Finding::ruleId)
                .containsExactly("EXT-0202");
    }

    @Test
    void a_log_size_that_is_not_a_positive_number_is_refused() {
        for (String size : List.of("0", "many", "-1")) {
            ExtendRequest request = Example.request()
                    .logSize(Optional.empty())
                    .putValues("log.size", size)
                    .build();
            assertThat(ExtendPlanner.plan(base, request))
                    .isInstanceOfSatisfying(
                            PlanResult.Rejected.class,
                            rejected -> assertThat(rejected.findings())
                                    .extracting(Finding::ruleId)
                                    .contains("EXT-0103"));
        }
    }

    @Test
    void a_rejection_always_has_an_error() {
        for (String key : List.of("DMDCR_MAL_PATH", "DMDCR_PATH", "DMDCR_SEQNO", "DMDCR_DB_STARTUP_CMD")) {
            ClusterFiles files = Example.remove(base, Example.DMDCR_1, key);
            PlanResult result = ExtendPlanner.plan(files, Example.request().build());
            if (result instanceof PlanResult.Rejected rejected) {
                assertThat(rejected.findings()).as(key).anyMatch(finding -> finding.severity() == Severity.ERROR);
            }
        }
        for (String key : List.of("INSTANCE_NAME", "CONFIG_PATH", "PORT_NUM", "CTL_PATH", "ARCH_INI")) {
            ClusterFiles files = Example.remove(base, Example.DM_INI_1, key);
            PlanResult result = ExtendPlanner.plan(files, Example.request().build());
            if (result instanceof PlanResult.Rejected rejected) {
                assertThat(rejected.findings()).as(key).anyMatch(finding -> finding.severity() == Severity.ERROR);
            }
        }
    }
}
