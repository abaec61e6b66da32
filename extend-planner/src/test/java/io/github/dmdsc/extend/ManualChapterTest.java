package io.github.dmdsc.extend;

import static org.assertj.core.api.Assertions.assertThat;

import io.github.dmdsc.extend.plan.Change;
import io.github.dmdsc.extend.plan.Phase;
import io.github.dmdsc.extend.plan.RollbackClass;
import io.github.dmdsc.extend.plan.Step;
import io.github.dmdsc.extend.plan.ToolCommand;
import io.github.dmdsc.ini.IniDocument;
import io.github.dmdsc.ini.files.ClusterFiles;
import io.github.dmdsc.ini.lens.Lenses;
import io.github.dmdsc.model.DcrGroup;
import io.github.dmdsc.model.DmdcrCfg;
import io.github.dmdsc.model.FileId;
import io.github.dmdsc.model.LoadPaths;
import java.util.ArrayList;
import java.util.Collections;
import java.util.EnumSet;
import java.util.HashSet;
import java.util.List;
import java.util.Set;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** The worked example in the manual's chapter, part by part. */
class ManualChapterTest {
    private final PlanResult.Planned planned = Example.manual();
    private final ClusterFiles base = Example.files();
    private final ClusterFiles target = planned.target();

    @Test
    void the_asm_mal_file_has_the_new_instance_and_is_the_same_on_all_three_hosts() {
        byte[] first = target.bytes(new FileId("10.0.2.101", "/home/data/dmasvrmal.ini"));

        assertThat(stripped(first))
                .containsSequence("[MAL_INST3]", "MAL_INST_NAME=ASM2", "MAL_HOST=10.0.2.103", "MAL_PORT=7238");
        assertThat(target.bytes(new FileId("10.0.2.102", "/home/data/dmasvrmal.ini")))
                .isEqualTo(first);
        assertThat(target.bytes(new FileId("10.0.2.103", "/home/data/dmasvrmal.ini")))
                .isEqualTo(first);
    }

    @Test
    void the_instance_mal_file_has_the_new_instance_and_is_the_same_in_all_three_directories() {
        byte[] first = target.bytes(new FileId("10.0.2.101", "/home/data/dsc0_config/dmmal.ini"));

        assertThat(stripped(first))
                .containsSequence(
                        "[mal_inst2]",
                        "mal_inst_name=DSC2",
                        "mal_host=10.0.2.103",
                        "mal_port=9342",
                        "mal_inst_host=192.168.56.103",
                        "mal_inst_port=5236");
        assertThat(target.bytes(new FileId("10.0.2.102", "/home/data/dsc1_config/dmmal.ini")))
                .isEqualTo(first);
        assertThat(target.bytes(new FileId("10.0.2.103", "/home/data/dsc2_config/dmmal.ini")))
                .isEqualTo(first);
    }

    @Test
    void each_group_of_the_export_counts_three_and_ends_with_its_new_endpoint() {
        DmdcrCfg dcr = Lenses.DMDCR_CFG
                .get(IniDocument.parse(target.bytes(Example.DCR_1)), Example.DCR_1)
                .value();

        assertThat(dcr.groups())
                .extracting(group -> group.endpointCount().orElseThrow())
                .containsOnly(3);
        assertThat(dcr.groups())
                .extracting(group -> group.endpointNumbers().orElseThrow().toString())
                .containsOnly("{0,1,2}");
        assertThat(dcr.groups())
                .extracting(ManualChapterTest::lastEndpoint)
                .containsExactly(
                        "CSS2 10.0.2.103 9500 - - - -",
                        "ASM2 10.0.2.103 9501 - 93362 20 /dev/raw",
                        "DSC2 - 5236 2 - - -");
        assertThat(target.bytes(Example.DCR_2)).isEqualTo(target.bytes(Example.DCR_1));
    }

    private static String lastEndpoint(DcrGroup group) {
        var endpoint = group.endpoints().get(group.endpoints().size() - 1);
        return String.join(
                " ",
                endpoint.name().orElse("-"),
                endpoint.host().map(Object::toString).orElse("-"),
                endpoint.port().map(Object::toString).orElse("-"),
                endpoint.seqno().map(Object::toString).orElse("-"),
                endpoint.shmKey().map(Object::toString).orElse("-"),
                endpoint.shmSize().map(Object::toString).orElse("-"),
                endpoint.asmLoadPath().map(LoadPaths::text).orElse("-"));
    }

    @Test
    void each_new_endpoint_follows_the_last_one_of_its_group() {
        List<String> sections = IniDocument.parse(target.bytes(Example.DCR_1)).sections().stream()
                .skip(1)
                .map(section -> section.name() + " "
                        + section.first("DCR_EP_NAME")
                                .map(entry -> entry.value())
                                .orElse(""))
                .map(String::strip)
                .toList();

        assertThat(sections)
                .containsExactly(
                        "GRP",
                        "GRP_CSS CSS0",
                        "GRP_CSS CSS1",
                        "GRP_CSS CSS2",
                        "GRP",
                        "GRP_ASM ASM0",
                        "GRP_ASM ASM1",
                        "GRP_ASM ASM2",
                        "GRP",
                        "GRP_DSC DSC0",
                        "GRP_DSC DSC1",
                        "GRP_DSC DSC2");
    }

    @Test
    void the_new_hosts_dm_ini_differs_from_the_first_nodes_in_two_lines_only() {
        List<String> before = lines(base.bytes(Example.DM_INI_1));
        List<String> after = lines(target.bytes(new FileId("10.0.2.103", "/home/data/dsc2_config/dm.ini")));

        assertThat(after).hasSameSizeAs(before);
        List<String> changed = new ArrayList<>();
        for (int i = 0; i < before.size(); i++) {
            if (!before.get(i).equals(after.get(i))) {
                changed.add(after.get(i).strip().replaceAll("\\s*=\\s*", "="));
            }
        }
        assertThat(changed).hasSize(2);
        assertThat(changed.get(0)).startsWith("CONFIG_PATH=/home/data/dsc2_config");
        assertThat(changed.get(1)).startsWith("INSTANCE_NAME=DSC2");
    }

    @Test
    void the_new_hosts_dmdcr_ini_has_its_number_and_its_start_command() {
        assertThat(stripped(target.bytes(new FileId("10.0.2.103", "/home/data/dmdcr.ini"))))
                .anyMatch(line -> line.startsWith("DMDCR_SEQNO=2"))
                .anyMatch(line -> line.startsWith("DMDCR_DB_STARTUP_CMD=")
                        && line.contains("path=/home/data/dsc2_config/dm.ini dcr_ini=/home/data/dmdcr.ini"));
    }

    @Test
    void the_monitor_lists_the_third_css() {
        assertThat(Lenses.DMCSSM
                        .get(IniDocument.parse(target.bytes(Example.MONITOR)), Example.MONITOR)
                        .value()
                        .cssAddresses())
                .extracting(Object::toString)
                .containsExactly("10.0.2.101:9341", "10.0.2.102:9343", "10.0.2.103:9500");
    }

    @Test
    void the_new_host_has_an_archive_file_if_archiving_is_on() {
        FileId arch = new FileId("10.0.2.103", "/home/data/dsc2_config/dmarch.ini");
        assertThat(stripped(target.bytes(arch))).contains("ARCH_DEST=/home/data/dsc2_arch");

        ClusterFiles off =
                Example.set(Example.set(base, Example.DM_INI_1, "ARCH_INI", "0"), Example.DM_INI_2, "ARCH_INI", "0");
        PlanResult.Planned withoutArchive =
                Example.planned(off, Example.manualRequest().build());

        assertThat(withoutArchive.target().contains(arch)).isFalse();
        assertThat(withoutArchive.plan().steps())
                .filteredOn(step -> step.action() instanceof Change.CopyDirectory)
                .allSatisfy(step -> assertThat(((Change.CopyDirectory) step.action()).except())
                        .contains("dmarch.ini"));
    }

    @Test
    void every_old_line_stays_except_counts_and_arrays() {
        Set<FileId> updated = new HashSet<>();
        planned.plan().files().forEach(change -> {
            if (base.contains(change.file())) {
                updated.add(change.file());
                List<String> kept = new ArrayList<>(lines(base.bytes(change.file())));
                kept.removeAll(lines(change.content().bytes()));
                assertThat(kept)
                        .allMatch(line -> line.contains("DCR_GRP_N_EP")
                                || line.contains("DCR_GRP_EP_ARR")
                                || line.equals(lastLine(base.bytes(change.file()))));
            }
        });
        assertThat(updated).hasSize(7);
        base.ids().stream()
                .filter(id -> !updated.contains(id))
                .forEach(id -> assertThat(target.bytes(id)).isEqualTo(base.bytes(id)));
    }

    @Test
    void the_steps_follow_the_order_of_the_chapter() {
        List<Phase> phases = planned.plan().steps().stream().map(Step::phase).toList();
        List<Phase> sorted = new ArrayList<>(phases);
        Collections.sort(sorted);

        assertThat(phases).isEqualTo(sorted);
        assertThat(EnumSet.copyOf(phases))
                .isEqualTo(EnumSet.complementOf(
                        EnumSet.of(Phase.SET_UP_MONITOR, Phase.UPDATE_ARCHIVES, Phase.REINITIALISE)));
    }

    @Test
    void the_two_extending_steps_and_the_first_start_have_gates() {
        assertThat(planned.plan().steps())
                .filteredOn(step -> step.rollbackClass() == RollbackClass.POINT_OF_NO_RETURN)
                .extracting(Step::id)
                .containsExactly("extend-dcr", "extend-node");
        assertThat(planned.plan().steps())
                .filteredOn(Step::gate)
                .extracting(Step::id)
                .containsExactly("extend-dcr", "extend-node", "start-css");
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "export dcrdisk '/dev/raw/raw1' to '/home/data/dcr_node2_before.txt'",
                "extend dcrdisk '/dev/raw/raw1' from '/home/data/dmdcr_cfg_bak.ini'",
                "check dcrdisk '/dev/raw/raw1'",
                "alter database add node logfile '+DMLOG/log/DSC2_log01.log' size 256,"
                        + " '+DMLOG/log/DSC2_log02.log' size 256;",
                "ls +DMLOG/log",
                "extend node",
                "./dmctlcvt TYPE=1 SRC=+DMDATA/data/dsc/dm.ctl"
                        + " DEST=/home/data/dmctl_with_node2.txt DCR_INI=/home/data/dmdcr.ini",
                "./dmcss DCR_INI=/home/data/dmdcr.ini -noconsole",
                "./dmasmsvr DCR_INI=/home/data/dmdcr.ini -noconsole",
                "./dmserver path=/home/data/dsc2_config/dm.ini dcr_ini=/home/data/dmdcr.ini -noconsole",
            })
    void the_plan_has_the_commands_of_the_chapter(String command) {
        assertThat(planned.plan().steps().stream()
                        .flatMap(step -> step.command().stream())
                        .flatMap(words -> words.accept(new Typed()).stream()))
                .contains(command);
    }

    private record Typed() implements ToolCommand.Visitor<List<String>> {
        @Override
        public List<String> argv(ToolCommand.Argv program) {
            return List.of(String.join(" ", program.argv()));
        }

        @Override
        public List<String> toolScript(ToolCommand.ToolScript script) {
            return script.lines();
        }

        @Override
        public List<String> sql(ToolCommand.Sql sql) {
            return List.of(sql.statement());
        }

        @Override
        public List<String> console(ToolCommand.Console console) {
            return console.lines();
        }
    }

    @Test
    void every_step_depends_only_on_steps_before_it() {
        Set<String> before = new HashSet<>();
        for (Step step : planned.plan().steps()) {
            assertThat(before).containsAll(step.dependsOn());
            assertThat(before.add(step.id())).isTrue();
            assertThat(step.dependsOn().isEmpty()).isEqualTo(before.size() == 1);
        }
    }

    static List<String> lines(byte[] bytes) {
        IniDocument document = IniDocument.parse(bytes);
        List<String> lines = new ArrayList<>();
        for (int i = 1; i <= document.lineCount(); i++) {
            lines.add(document.line(i));
        }
        return lines;
    }

    private static List<String> stripped(byte[] bytes) {
        return lines(bytes).stream()
                .map(line -> line.strip().replaceAll("\\s*=\\s*", "="))
                .toList();
    }

    private static String lastLine(byte[] bytes) {
        List<String> lines = lines(bytes);
        return lines.get(lines.size() - 1);
    }
}
