package io.github.dmdsc.extend.cli;

import static org.assertj.core.api.Assertions.assertThat;

import io.github.dmdsc.extend.Example;
import io.github.dmdsc.ini.files.ClusterDirectory;
import io.github.dmdsc.ini.files.ClusterFiles;
import io.github.dmdsc.ini.files.ReadLimits;
import io.github.dmdsc.model.FileId;
import java.io.ByteArrayInputStream;
import java.io.IOException;
import java.io.RandomAccessFile;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.stream.Stream;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.condition.DisabledOnOs;
import org.junit.jupiter.api.condition.OS;

/** {@code dmdsc collect} with real shells, in which each host is a directory. */
@DisabledOnOs(OS.WINDOWS)
class CollectCommandTest extends RealRun {
    private static final FileId EXPORT = Example.DCR_1.sibling("/home/data/dmdcr_cfg_bak2.ini");
    private static final List<String> BOTH = List.of(
            "--host=10.0.2.101",
            "--host=10.0.2.102",
            "--dmdcr=/home/data/dmdcr.ini",
            "--monitor=monitor:/home/data/cssm/dmcssm.ini");

    private static final List<String> ONE = List.of("--host=10.0.2.101", "--dmdcr=/home/data/dmdcr.ini");

    Hosts hosts;

    @BeforeEach
    void hosts() throws IOException {
        hosts = new Hosts(root, Example.files(), Example.files().bytes(Example.DCR_1));
    }

    private int collect(List<String> arguments, String... more) throws Exception {
        stdout.getBuffer().setLength(0);
        List<String> all = new ArrayList<>(List.of("collect", "--out=" + out, "--ssh=" + ssh(hosts)));
        all.addAll(arguments);
        all.addAll(List.of(more));
        return run(all.toArray(String[]::new));
    }

    private ClusterFiles collected() {
        var read = ClusterDirectory.read(out);
        assertThat(read.findings()).isEmpty();
        return read.value();
    }

    /** Returns the files of the example, with one new export instead of the old ones. */
    private static ClusterFiles expected() {
        return Example.files()
                .without(Example.DCR_1)
                .without(Example.DCR_2)
                .with(EXPORT, Example.files().bytes(Example.DCR_1));
    }

    private static ClusterFiles expectedOfOne() {
        ClusterFiles files = expected();
        for (FileId file : expected().ids()) {
            files = file.host().equals("10.0.2.101") ? files : files.without(file);
        }
        return files;
    }

    /** Logs beside the configuration need no further calls. */
    @Test
    void collect_gets_the_files_for_check_and_plan_and_changes_no_host() throws Exception {
        Path configuration = hosts.at(Example.DM_INI_1).resolveSibling("");
        Process logs = new ProcessBuilder("bash", "-c", "touch dm_{1..3000}.log")
                .directory(configuration.toFile())
                .start();
        assertThat(logs.waitFor()).isZero();
        Map<Path, String> before = hosts.all();

        assertThat(collect(BOTH)).as(stdout.toString()).isZero();

        assertThat(collected()).isEqualTo(expected());
        assertThat(stdout.toString())
                .contains("[SSH-0106]", "/home/data/dsc0_config: 3000 other files")
                .contains("[SSH-0107]", EXPORT.toString(), "dmdsc check " + out);
        assertThat(hosts.sshCalls())
                .containsOnly("10.0.2.101", "10.0.2.102", "monitor")
                .hasSize(3 + 3 + 1 + 3);
        Map<Path, String> after = hosts.all();
        assertThat(after.remove(hosts.at(EXPORT))).isNotNull();
        assertThat(after).isEqualTo(before);
        assertThat(hosts.calls("")).hasSize(1).first().asString().contains("export dcrdisk '/dev/raw/raw1'");
        assertThat(run("check", out.toString())).isZero();
        Example.planned(collected(), Example.manualRequest().build());
    }

    @Test
    void directories_have_the_names_of_the_inventory() throws Exception {
        assertThat(collect(
                        List.of("--host=db1=10.0.2.101", "--host=db2=10.0.2.102", "--dmdcr=/home/data/dmdcr.ini"),
                        "--also=watch=monitor:/home/data/cssm/dmcssm.ini"))
                .as(stdout.toString())
                .isZero();

        assertThat(collected().hosts()).containsExactly("db1", "db2", "watch");
        assertThat(run("check", out.toString())).isZero();
    }

    @Test
    void files_are_collected_from_every_named_place() throws Exception {
        edit(Example.DM_INI_1, "/home/data/dsc0_config ", "/home/data/other/config ");
        List<FileId> more = Stream.of(
                        "other/config/dmmal.ini", "other/config/dmarch.ini", "other/dminit.ini", "dminit.ini")
                .map(path -> Example.DMDCR_1.sibling("/home/data/" + path))
                .toList();
        for (FileId file : more) {
            hosts.put(file, Example.files().bytes(Example.ARCH_1));
        }

        assertThat(collect(ONE)).as(stdout.toString()).isZero();

        assertThat(collected().ids()).containsAll(more).hasSize(expectedOfOne().size() + more.size());
    }

    @Test
    void dm_ini_and_programs_are_given_if_a_service_hides_them() throws Exception {
        edit(Example.DMDCR_1, "/opt/dmdbms/bin/dmserver path=/home/data/dsc0_config/dm.ini", "DmServiceDSC0 start");
        edit(Example.DMDCR_1, "/opt/dmdbms/bin/dmasmsvr", "DmASMSvrServiceASM0 start");

        assertThat(collect(ONE)).isEqualTo(Main.FINDINGS);
        assertThat(stdout.toString()).contains("[SSH-0105]", "[SSH-0104]", "nothing names the directory", "--bin");
        out = root.resolve("named");
        assertThat(collect(ONE, "--also=" + Example.DM_INI_1, "--bin=/opt/dmdbms/bin"))
                .as(stdout.toString())
                .isZero();

        assertThat(collected().ids()).isEqualTo(expectedOfOne().ids());
    }

    @Test
    void a_host_that_answers_wrongly_leads_to_no_files() throws Exception {
        for (String fault : List.of("hang", "lost", "flood")) {
            hosts.fault(fault, "dmasvrmal.ini");
            assertRefused(collect(ONE, "--timeout=" + patience()), Main.UNREADABLE, "SSH-0101");
            assertThat(hosts.isFaultLeft()).isFalse();
        }
        for (String fault : List.of("lie", "less")) {
            hosts.fault(fault, "dmasvrmal.ini");
            assertRefused(collect(ONE), Main.UNREADABLE, "SSH-0102");
            assertThat(hosts.isFaultLeft()).isFalse();
        }
    }

    @Test
    void the_output_of_a_login_script_is_not_collected() throws Exception {
        hosts.fault("chatty", "dmasvrmal.ini");

        assertThat(collect(ONE)).isZero();

        assertThat(collected()).isEqualTo(expectedOfOne());
    }

    @Test
    void missing_files_are_reported_and_the_others_are_collected() throws Exception {
        Files.delete(hosts.at(Example.DM_INI_1));
        Files.delete(hosts.at(Example.MONITOR));
        hosts.fault("lie", "dmasmcmd");

        assertThat(collect(BOTH)).isEqualTo(Main.FINDINGS);

        assertThat(stdout.toString())
                .contains("[SSH-0103]", Example.DM_INI_1 + " is not there", Example.DMDCR_1 + ":13")
                .contains(Example.MONITOR + " is not there; --also names it")
                .contains("[SSH-0104]", "Its last line of output: done");
        assertThat(collected().contains(Example.DM_INI_2)).isTrue();
    }

    /** No file names these, so the findings must not call the path wrong, nor count them as other files. */
    @Test
    void ini_files_of_a_directory_that_cannot_be_collected_are_reported_one_by_one() throws Exception {
        Path configuration = hosts.at(Example.DM_INI_1).resolveSibling("");
        try (RandomAccessFile big =
                new RandomAccessFile(configuration.resolve("big.ini").toFile(), "rw")) {
            big.setLength(ReadLimits.defaults().maxFileBytes() + 1);
        }
        Files.createSymbolicLink(configuration.resolve("dead.ini"), Path.of("nowhere"));
        Files.createDirectory(configuration.resolve("directory.ini"));
        assertThat(new ProcessBuilder(
                                "mkfifo", configuration.resolve("pipe.ini").toString())
                        .start()
                        .waitFor())
                .isZero();

        assertThat(collect(ONE)).isEqualTo(Main.FINDINGS);

        String directory = "10.0.2.101:/home/data/dsc0_config";
        assertThat(stdout.toString())
                .contains(directory + "/big.ini is larger than any configuration file. [SSH-0103]")
                .contains(directory + "/dead.ini is a link to a missing file, a pipe, a socket or a device. [SSH-0103]")
                .contains(directory + "/pipe.ini is a link to a missing file, a pipe, a socket or a device. [SSH-0103]")
                .contains(directory + ": 1 other files and directories were not collected. [SSH-0106]")
                .doesNotContain("Correct the path");
        assertThat(collected()).isEqualTo(expectedOfOne());
    }

    @Test
    void the_mirror_edition_needs_a_named_disk_and_a_lost_export_is_reported() throws Exception {
        edit(Example.DMDCR_1, "/dev/raw/raw1", "/home/data/asm disks");
        Files.createDirectories(hosts.at(Example.DMDCR_1.sibling("/home/data/asm disks")));

        assertThat(collect(ONE)).isEqualTo(Main.FINDINGS);

        assertThat(stdout.toString()).contains("[SSH-0104]", "/home/data/asm disks is a directory", "--dcrv-disk");
        assertThat(hosts.calls("")).isEmpty();
    }

    @Test
    void a_named_export_is_collected_without_running_a_tool() throws Exception {
        assertThat(collect(ONE, "--no-export", "--also=" + Example.DCR_1)).isZero();

        assertThat(collected())
                .isEqualTo(expectedOfOne()
                        .without(EXPORT)
                        .with(Example.DCR_1, Example.files().bytes(Example.DCR_1)));
        assertThat(hosts.calls("")).isEmpty();
    }

    @Test
    void an_older_export_under_the_name_of_a_build_file_is_left_out() throws Exception {
        FileId old = Example.DCR_1.sibling("/home/data/dmdcr_cfg.ini");
        hosts.put(old, Example.files().bytes(Example.DCR_1));

        assertThat(collect(ONE)).as(stdout.toString() + stderr).isZero();

        assertThat(stdout.toString()).contains("[SSH-0108]", old.toString());
        assertThat(collected()).isEqualTo(expectedOfOne());
    }

    @Test
    void hostile_and_chinese_names_in_the_files_run_nothing() throws Exception {
        String name = "/home/data/节点 $(touch canary)'\"`touch canary`;touch canary";
        edit(Example.DMDCR_1, "/home/data/dmasvrmal.ini", name + "/dmasvrmal.ini");
        hosts.put(
                Example.DMDCR_1.sibling(name + "/dmasvrmal.ini"),
                Example.files().bytes(Example.DMDCR_1));

        assertThat(collect(ONE)).as(stdout.toString()).isZero();

        assertThat(collected().ids()).contains(Example.DMDCR_1.sibling(name + "/dmasvrmal.ini"));
        try (var all = Files.walk(root)) {
            assertThat(all.filter(path -> path.endsWith("canary"))).isEmpty();
        }
    }

    @Test
    void invalid_arguments_are_refused_before_any_call() throws Exception {
        for (String wrong : List.of(
                "--host=-oProxyCommand",
                "--host=x=-oProxyCommand=touch",
                "--host=a;touch",
                "--host=a=b c",
                "--host=10.0.2.101=10.0.2.102",
                "--host=../x=10.0.2.101",
                "--dmdcr=10.0.2.109:/home/data/dmdcr.ini",
                "--dmdcr=dmdcr.ini",
                "--timeout=0")) {
            assertRefused(collect(BOTH, wrong), Main.UNREADABLE, "dmdsc collect --help");
            assertThat(stderr.toString()).contains(wrong.substring(0, wrong.indexOf('=')));
        }
        assertThat(hosts.sshCalls()).isEmpty();
    }

    @Test
    void an_existing_directory_is_refused_before_any_call() throws Exception {
        Files.createDirectories(out.resolve("mine"));

        assertThat(collect(ONE)).isEqualTo(Main.UNREADABLE);

        assertThat(stderr.toString()).contains(out.toString());
        assertThat(hosts.sshCalls()).isEmpty();
    }

    @Test
    void a_missing_program_is_a_finding() {
        List<String> arguments = new ArrayList<>(List.of("collect", "--out=" + out, "--ssh=" + root.resolve("none")));
        arguments.addAll(ONE);

        assertRefused(run(arguments.toArray(String[]::new)), Main.UNREADABLE, "SSH-0101", "cannot be started");
    }

    @Test
    void a_pasted_output_of_the_monitor_is_saved() throws Exception {
        Path show = root.resolve("show.txt");
        stdin = new ByteArrayInputStream("group\n.\n".getBytes(StandardCharsets.UTF_8));

        assertThat(collect(ONE, "--show=" + show)).isZero();

        assertThat(show).hasContent("group\n");
        out = root.resolve("again");
        assertThat(collect(ONE, "--show=" + show)).isEqualTo(Main.UNREADABLE);
        assertThat(out).doesNotExist();
    }

    private void edit(FileId file, String from, String to) throws IOException {
        String text = Files.readString(hosts.at(file));
        assertThat(text).contains(from);
        hosts.put(file, text.replace(from, to).getBytes(StandardCharsets.UTF_8));
    }
}
