package io.github.dmdsc.extend.render;

import static org.assertj.core.api.Assertions.assertThat;

import io.github.dmdsc.extend.ExtendedPlans;
import io.github.dmdsc.extend.plan.ExtendPlan;
import io.github.dmdsc.extend.plan.Step;
import io.github.dmdsc.model.StorageEdition;
import io.github.dmdsc.model.fixtures.ClusterLayout;
import io.github.dmdsc.model.fixtures.ClusterLayout.Archives;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.function.Supplier;
import java.util.stream.Stream;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

/**
 * Tests that the sentences of a plan state facts from the manuals and from practice in each language: codes, commands
 * and names.
 */
class StatedFactsTest {
    private static final ExtendPlan MANUAL = ExtendedPlans.manual().plan();
    private static final ExtendPlan MIRROR =
            plan(ClusterLayout.builder().edition(StorageEdition.MIRROR).build());
    private static final ExtendPlan MORE = plan(ClusterLayout.builder()
            .archives(Archives.LOCAL_AND_REMOTE)
            .partners(1)
            .build());

    /** A part of the text of a step. */
    private enum Part {
        DO,
        CHECK,
        GATE,
        RECOVERY,
        NOTE
    }

    private static ExtendPlan plan(ClusterLayout layout) {
        return ExtendedPlans.of(layout).plan();
    }

    private static Stream<Step> steps(ExtendPlan plan) {
        return Stream.concat(plan.steps().stream(), plan.reinitialise().stream());
    }

    private static String said(ExtendPlan plan, String step, Part part, Locale locale) {
        StepTexts texts = new StepTexts(plan, locale);
        Step found = steps(plan)
                .filter(each -> each.id().startsWith(step))
                .findFirst()
                .orElseThrow(() -> new AssertionError("no step " + step));
        Supplier<String> none = () -> "";
        return switch (part) {
            case DO -> String.join("\n", texts.instructions(found));
            case CHECK -> texts.check(found);
            case GATE -> texts.gate(found).orElseGet(none);
            case RECOVERY -> texts.recovery(found);
            case NOTE -> texts.note(found).orElseGet(none);
        };
    }

    private static void says(ExtendPlan plan, String step, Part part, String facts) {
        for (Locale locale : List.of(Locale.ENGLISH, Locale.CHINESE)) {
            assertThat(said(plan, step, part, locale)).contains(facts.split(";"));
        }
    }

    @ParameterizedTest
    @CsvSource({
        "extend-dcr, RECOVERY, -4546",
        "extend-node, RECOVERY, -1105;-11073",
        "extend-node, NOTE, 14.1.3",
        "verify-dmctl, RECOVERY, -11047",
        "verify-log-files, RECOVERY, -11047",
        "start-asm, RECOVERY, -14006;check crash over",
        "start-db, RECOVERY, check crash over",
        "start-css, GATE, MOUNT;auto check = TRUE",
        "disks-known, CHECK, scsi_id;WWID;multipath -ll",
        "disks-visible, CHECK, 10.0.2.101;scsi_id;WWID;/dev/raw",
        "cluster-still-ok, CHECK, auto check = TRUE",
        "export-dcr, CHECK, dmdsc compare-export plan.json base",
        "dcr-still-base, CHECK, dmdsc compare-export plan.json base",
        "dcr-extended.disk1, CHECK, dmdsc compare-export plan.json planned",
        "space-free, CHECK, +DMLOG (512 MB);FREE_MB;LOG_MIRROR;df",
        "log-sizes, CHECK, RLOG_SIZE;256 MB;DMLOG",
        "read-logs, DO, 10.0.2.101;10.0.2.102;/opt/dmdbms/log;dm_CSS0_<yyyymm>.log;dm_ASM1_<yyyymm>.log;"
                + "dm_DSC1_<yyyymm>.log;dm_dmasmcmd_<yyyymm>.log;ERROR;FATAL;[!!!DSC INFO!!!];comm_self_link_check success",
        "look-after, DO, EP_MODE;DmAPService;DEM",
        "clients, DO, dm_svc.conf;EP_SELECTOR",
        "copy-config, CHECK, grep -rn;*bak*;*.log;trace;dminit.ini",
        "reinit.stop.dmcss, DO, systemctl stop;exit;DmCSSService",
        "reinit.init-dcr, RECOVERY, -11034;-802",
        "reinit.init-dcr, NOTE, 17.10;18.1.2;-14006;init votedisk '/dev/raw/raw2'",
        "reinit.start, NOTE, dm_service_uninstaller.sh"
    })
    void the_plan_of_the_manual_states(String step, Part part, String facts) {
        says(MANUAL, step, part, facts);
    }

    @ParameterizedTest
    @CsvSource({
        "cluster-ok, CHECK, auto check = TRUE;DCRV_STATUS",
        "cluster-still-ok, CHECK, auto check = TRUE;DCRV_STATUS",
        "reinit.init-dcr, NOTE, 17.10;18.1.2;-11055",
        "read-logs, DO, dm_dmasmcmdm_<yyyymm>.log"
    })
    void the_plan_of_a_mirror_cluster_states(String step, Part part, String facts) {
        says(MIRROR, step, part, facts);
    }

    @ParameterizedTest
    @CsvSource({
        "archives-later, DO, ALTER DATABASE ADD ARCHIVELOG;TYPE = REMOTE;INCOMING_PATH",
        "partners, DO, dmmal.ini"
    })
    void the_plan_of_a_cluster_with_archives_and_partners_states(String step, Part part, String facts) {
        says(MORE, step, part, facts);
    }

    @ParameterizedTest
    @ValueSource(strings = {"en", "zh"})
    void each_item_of_the_list_for_the_new_host_has_a_command(String language) {
        StepTexts texts = new StepTexts(MANUAL, Locale.forLanguageTag(language));
        Step list = steps(MANUAL)
                .filter(step -> step.id().equals("new-host"))
                .findFirst()
                .orElseThrow();

        assertThat(texts.instructions(list)).hasSizeGreaterThan(9).allMatch(point -> point.contains("`"));
    }

    /**
     * No manual says so: the statement has no inverse, and a second statement would add the log files of yet another
     * node.
     */
    @ParameterizedTest
    @ValueSource(strings = {"en", "zh"})
    void no_text_says_that_remaining_log_files_are_harmless(String language) {
        StepTexts texts = new StepTexts(MANUAL, Locale.forLanguageTag(language));
        List<String> all = new ArrayList<>();
        steps(MANUAL).forEach(step -> {
            all.addAll(texts.instructions(step));
            all.addAll(List.of(texts.title(step), texts.check(step), texts.recovery(step)));
            texts.note(step).ifPresent(all::add);
            texts.gate(step).ifPresent(all::add);
        });

        assertThat(all)
                .filteredOn(text -> text.matches("(?is).*(log file|日志文件).*"))
                .isNotEmpty()
                .noneMatch(text -> text.matches("(?is).*(harm|无害|没有影响|不影响).*"));
        assertThat(said(MANUAL, "add-log-files", Part.RECOVERY, Locale.forLanguageTag(language)))
                .containsAnyOf("No manual says", "手册");
    }
}
