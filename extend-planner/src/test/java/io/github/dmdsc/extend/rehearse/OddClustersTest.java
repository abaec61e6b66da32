package io.github.dmdsc.extend.rehearse;

import static io.github.dmdsc.extend.rehearse.BadPlans.good;
import static org.assertj.core.api.Assertions.assertThat;

import io.github.dmdsc.extend.ExtendedPlans;
import io.github.dmdsc.extend.ExtendedPlans.Planned;
import io.github.dmdsc.extend.plan.ExtendPlan;
import io.github.dmdsc.extend.plan.ExtendRequest;
import io.github.dmdsc.ini.files.ClusterFiles;
import io.github.dmdsc.model.FileId;
import io.github.dmdsc.model.HostAddress;
import io.github.dmdsc.model.StorageEdition;
import io.github.dmdsc.model.fixtures.ClusterLayout;
import io.github.dmdsc.model.fixtures.ClusterLayout.Archives;
import io.github.dmdsc.model.fixtures.ClusterLayout.Restart;
import java.nio.charset.Charset;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import java.util.function.Supplier;
import java.util.function.UnaryOperator;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.Arguments;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.MethodSource;

/**
 * Clusters as they occur in practice, each with one unusual property. Their plans are good, and none is refused. For
 * files that are not a cluster, the rehearsal ends with a result too.
 */
class OddClustersTest {
    private static final ClusterLayout USUAL = ClusterLayout.builder()
            .archives(Archives.LOCAL)
            .asmRestart(Restart.COMMAND)
            .dbRestart(Restart.COMMAND)
            .build();
    private static final ClusterLayout MIRROR =
            ClusterLayout.builder().edition(StorageEdition.MIRROR).build();
    private static final String PARTNER =
            "\n[EP01]\nMAL_INST_NAME = EP01\nMAL_HOST = 10.9.0.1\nMAL_PORT = 5336\nMAL_INST_PORT = 5236\n";
    private static final Planned GOOD =
            ExtendedPlans.of(ClusterLayout.builder().dbRestart(Restart.COMMAND).build());
    private static final Planned BY_HAND =
            ExtendedPlans.of(ClusterLayout.builder().dbRestart(Restart.NONE).build());
    private static final FileId EXPORT = new FileId("10.1.0.1", "/data/dmdcr_cfg_bak.ini");
    private static final Planned PLAIN =
            ExtendedPlans.of(ClusterLayout.builder().build());

    static Stream<Arguments> layouts() {
        return Stream.of(
                good("a single node", () -> BadPlans.single(UnaryOperator.identity(), Map.of())),
                good(
                        "a single node with an archive of no name",
                        () -> BadPlans.single(
                                BadPlans.each("dmarch.ini", text -> text.replace("= /arch/DSC0", "= /arch")),
                                Map.of("dmarch.ARCHIVE_LOCAL1.ARCH_DEST", "/arch"))),
                good(
                        "directories for archives that are called by who sends them",
                        () -> ExtendedPlans.of(
                                USUAL.withArchives(Archives.LOCAL_AND_REMOTE),
                                BadPlans.each(
                                        "dmarch.ini",
                                        text -> text.replaceAll(
                                                "(ARCH_DEST = (DSC[01])\\s+ARCH_INCOMING_PATH = ).*", "$1/in/$2")))),
                good(
                        "a single node with its address in dm.ini",
                        () -> BadPlans.single(
                                BadPlans.each("dm.ini", text -> text + "LISTEN_IP = 10.1.0.1\n"),
                                Map.of("dm.LISTEN_IP", "10.1.0.2"))),
                layout("IPv6, with a zone of its own on each host", layout -> layout.withIpv6(true)),
                layout("virtual addresses", layout -> layout.withVirtualAddresses(true)),
                layout("the same port everywhere", layout -> layout.withPortStep(0)),
                layout(
                        "check ports on one machine",
                        layout -> layout.withCheckPorts(true).withOneMachine(true)),
                layout(
                        "nothing that dmcss starts",
                        layout -> layout.withAsmRestart(Restart.NONE).withDbRestart(Restart.NONE)),
                layout(
                        "services",
                        layout -> layout.withAsmRestart(Restart.SERVICE).withDbRestart(Restart.SERVICE)),
                good(
                        "one dmasvrmal.ini for the nodes of a machine",
                        () -> ExtendedPlans.of(USUAL.withOneMachine(true), OddClustersTest::sharedMal)),
                layout("remote archives", layout -> layout.withArchives(Archives.LOCAL_AND_REMOTE)),
                good(
                        "an address of IPv6 to check",
                        () -> ExtendedPlans.of(USUAL.withIpv6(true), OddClustersTest::checkedAddress)),
                layout("several monitors", layout -> layout.withMonitors(2)),
                layout("no monitor", layout -> layout.withMonitors(0)));
    }

    static Stream<Arguments> files() {
        return Stream.of(
                good(
                        "files of Windows",
                        () -> ExtendedPlans.of(
                                USUAL, OddClustersTest::onWindows, ask -> ask.withBinDirectory("D:\\dm\\bin"))),
                edited("a byte order mark", BadPlans.each("", text -> "\uFEFF" + text)),
                edited("Chinese comments in GB18030", OddClustersTest::inGb18030),
                edited(
                        "comments behind everything",
                        BadPlans.each("", text -> text.replace("\n", "  // x = 1\n# [y]\n"))),
                edited("numbers with zeros before them", OddClustersTest::zeros),
                edited("names in small letters in one file", BadPlans.each("DSC1_conf/dmmal.ini", to("DSC", "dsc"))),
                edited(
                        "a parameter without a value in one file",
                        BadPlans.each("DSC1_conf/dmmal.ini", text -> "MAL_BUF_SIZE =\n" + text)),
                edited(
                        "parameters without a value",
                        BadPlans.each("dmdcr.ini", text -> "DMDCR_CSS_PORT = # none\nDMDCR_ASM_PORT =\n" + text)),
                edited("a group's name beyond ASCII", BadPlans.each("cfg_bak.ini", to("GRP_CSS", "GRP_é组"))),
                edited("slashes twice", BadPlans.each(".ini", to("= /data/", "= /data//"))),
                edited("no MAL_INI, which a DSC needs not", BadPlans.each("dm.ini", to("MAL_INI = 1", "MAL_INI = 0"))),
                edited(
                        "no numbers of DB endpoints",
                        BadPlans.each("cfg_bak.ini", text -> text.replaceAll("DCR_EP_SEQNO = .\n", ""))),
                edited("one key on all machines", BadPlans.each("cfg_bak.ini", to("= 70001", "= 70000"))),
                good(
                        "a DBLink partner",
                        () -> ExtendedPlans.of(
                                USUAL,
                                BadPlans.each("dmmal.ini", text -> text + PARTNER),
                                ask -> ask.withValues(Map.of("dmmal.section", "MAL_INST2")))),
                edited("blanks in an array", BadPlans.each("dmdcr_cfg_bak.ini", to("{0,1}", "{0, 1}"))),
                edited(
                        "groups without an error",
                        BadPlans.each(
                                "dmdcr_cfg_bak.ini", to("DCR_GRP_EP_ARR", "DCR_GRP_N_ERR_EP = 0\nDCR_GRP_EP_ARR"))),
                edited("names in small letters", BadPlans.each("dmdcr_cfg_bak.ini", to("[GRP_", "[grp_"))),
                edited(
                        "a slash behind the disks",
                        BadPlans.each("dmdcr_cfg_bak.ini", to("= /dev/asm", "= /dev/asm/,/dev/more"))),
                edited("no address for clients", BadPlans.each("dmmal.ini", to("MAL_INST_HOST = ", "#"))),
                edited(
                        "no address of dmcss's own",
                        BadPlans.each(
                                "dmdcr_cfg_bak.ini",
                                text -> text.replaceAll("(DCR_EP_NAME = CSS.*\n)DCR_EP_HOST = .*\n", "$1"))),
                edited("dmdcr.ini under another name", OddClustersTest::renamedDmdcrs),
                edited("older dmdcr.ini files beside the right ones", OddClustersTest::olderDmdcrs),
                edited(
                        "a monitor in the network of clients",
                        BadPlans.each("dmcssm.ini", text -> text.replace("= 10.1.0.", "= 192.168.1."))),
                edited("backups in a directory below", OddClustersTest::backups),
                edited("a copy of the export with other ends of lines and a comment", OddClustersTest::copyOfExport),
                edited(
                        "double slashes in start commands",
                        BadPlans.each("dmdcr.ini", text -> text.replace("=/data/DSC", "=/data//DSC"))),
                edited(
                        "the installer's scripts as start commands",
                        BadPlans.each(
                                "dmdcr.ini",
                                text -> text.replaceAll(
                                        "DMDCR_DB_STARTUP_CMD = .*(DSC[01])_conf.*",
                                        "DMDCR_DB_STARTUP_CMD = /opt/dmdbms/bin/DmService$1 restart"))),
                edited("no port for clients", BadPlans.each("dmmal.ini", to("MAL_INST_PORT = ", "#"))),
                edited("a CSS port of the host's own", OddClustersTest::ownCssPorts),
                edited("a script that finds its files", BadPlans.each("dmdcr.ini", script("/opt/run/start.sh"))),
                edited("a script with the name of the instance", ownScripts("start_DSC$2.sh")),
                good(
                        "a script with a name and with another number",
                        () -> ExtendedPlans.of(
                                USUAL, ownScripts("start_DSC$2_of_1$2.sh"), ask -> ask.withDbName("B9"))),
                good("a script with the address of the host", OddClustersTest::scriptOfHost),
                good(
                        "a script with a name of the request",
                        () -> ExtendedPlans.of(
                                USUAL,
                                ownScripts("start_DSC$2.sh"),
                                ask -> ask.withAsmName("A9").withDbName("B9"))),
                good("a script with the name of the only instance", OddClustersTest::scriptOfOne),
                edited("a service of systemd", BadPlans.each("dmdcr.ini", OddClustersTest::service)),
                edited("programs in a directory of the node's own", ownPrograms()),
                edited("dm.ini by its place", BadPlans.each("dmdcr.ini", to("path=", ""))),
                edited("capitals in a command", BadPlans.each("dmdcr.ini", to("dcr_ini=", "DCR_INI="))),
                edited("one directory for all archives", BadPlans.each("dmarch.ini", sharedArchive("/arch"))),
                edited(
                        "a parameter that only the first endpoint has",
                        BadPlans.each("cfg_bak.ini", to("= 11000\n", "= 11000\nDCR_EP_NOTE = old\n"))),
                edited("client ports of ASM", BadPlans.each("dmasvrmal.ini", OddClustersTest::clientPorts)),
                good(
                        "the same directories on every host",
                        () -> ExtendedPlans.of(
                                USUAL.withArchives(Archives.LOCAL_AND_REMOTE),
                                OddClustersTest::sameDirectories,
                                ask -> ask.withConfigPath("/data/dsc_conf"))),
                good(
                        "ASM disks of the new node's own",
                        () -> ExtendedPlans.of(
                                USUAL,
                                UnaryOperator.identity(),
                                ask -> ask.withValues(Map.of("asm.DCR_EP_ASM_LOAD_PATH", "/dev/asm2")))),
                good("DCRV disks where only the DCR says", mirror("dmdcr.ini")),
                good("DCRV disks where only the nodes say", mirror("cfg_bak.ini")),
                edited("archives beside the database", BadPlans.each("dmarch.ini", sharedArchive("arch"))));
    }

    private static Arguments layout(String what, UnaryOperator<ClusterLayout> change) {
        ClusterLayout layout = change.apply(USUAL);
        return good(what, () -> ExtendedPlans.of(layout));
    }

    private static Arguments edited(String what, UnaryOperator<ClusterFiles> edit) {
        return good(what, () -> ExtendedPlans.of(USUAL, edit));
    }

    @ParameterizedTest(name = "{0}")
    @MethodSource({"layouts", "files"})
    void the_plan_passes(String what, Supplier<Planned> odd) {
        assertThat(BadPlans.refusal(odd.get())).isEmpty();
    }

    /**
     * Adds leading zeros to numbers, also to ports in the addresses of monitors, but not inside addresses and zones.
     */
    private static ClusterFiles zeros(ClusterFiles files) {
        return BadPlans.each("", text -> text.replaceAll("(?m) = (\\d+)$", " = 0$1"))
                .apply(files);
    }

    private static UnaryOperator<String> to(String from, String to) {
        return text -> text.replace(from, to);
    }

    private static ClusterFiles checkedAddress(ClusterFiles files) {
        ClusterFiles next = files;
        for (FileId file : files.ids()) {
            String text = new String(files.bytes(file), StandardCharsets.UTF_8);
            String zone = text.replaceAll("(?s).*?(%\\w+).*|.*", "$1");
            if (file.name().equals("dmasvrmal.ini")) {
                next = next.with(
                        file, ("MAL_CHECK_IP = fe80::9" + zone + "\n" + text).getBytes(StandardCharsets.UTF_8));
            }
        }
        return next;
    }

    /** One file gives the directory of the DCRV disks; the other file gives another directory. */
    private static Supplier<Planned> mirror(String other) {
        UnaryOperator<String> elsewhere = to("= /dev/dcrv", "= /dev/disks");
        Planned planned = ExtendedPlans.of(MIRROR);
        return () -> BadPlans.madeFrom(
                BadPlans.rewritten(planned, change -> change.file().path().endsWith(other), elsewhere),
                BadPlans.each(other, elsewhere).apply(planned.files()));
    }

    private static String clientPorts(String text) {
        return text.replaceAll("MAL_PORT = 1600(.)\n", "MAL_PORT = 1600$1\nMAL_INST_PORT = 1700$1\n");
    }

    private static ClusterFiles sameDirectories(ClusterFiles files) {
        Map<FileId, byte[]> moved = new TreeMap<>();
        for (FileId file : files.ids()) {
            String text = new String(files.bytes(file), StandardCharsets.UTF_8).replaceAll("/data/DSC\\d", "/data/dsc");
            moved.put(
                    new FileId(file.host(), file.path().replaceAll("/data/DSC\\d", "/data/dsc")),
                    text.getBytes(StandardCharsets.UTF_8));
        }
        return ClusterFiles.of(moved);
    }

    private static UnaryOperator<String> script(String command) {
        return text -> text.replaceAll("(DMDCR_DB_STARTUP_CMD =).*", "$1 " + command);
    }

    /**
     * Returns an edit that gives each node a start script.
     *
     * @param name the name of the script; {@code $2} stands for the number of the node
     */
    private static UnaryOperator<ClusterFiles> ownScripts(String name) {
        return BadPlans.each(
                "dmdcr.ini", text -> text.replaceAll("(DMDCR_DB_STARTUP_CMD =).*DSC(.)/.*", "$1 /opt/run/" + name));
    }

    /** Returns a plan whose request does not give the startup command of the new node. */
    private static Planned scriptOfOne() {
        String key = "dmdcr.DMDCR_DB_STARTUP_CMD";
        Planned planned = BadPlans.single(ownScripts("start_DSC$2.sh"), Map.of(key, "/opt/run/start_DSC1.sh"));
        ExtendRequest request = planned.plan().request();
        Map<String, String> values = new TreeMap<>(request.values());
        values.remove(key);
        return new Planned(
                ExtendPlan.builder()
                        .from(planned.plan())
                        .request(request.withValues(values))
                        .build(),
                planned.files());
    }

    private static Planned scriptOfHost() {
        UnaryOperator<ClusterFiles> hosts =
                BadPlans.each("", text -> text.replace("10.1.0.1", "alpha").replace("10.1.0.2", "beta"));
        UnaryOperator<ClusterFiles> first = BadPlans.each("DSC0/dmdcr.ini", script("/opt/run/start-alpha.sh"));
        UnaryOperator<ClusterFiles> second = BadPlans.each("DSC1/dmdcr.ini", script("/opt/run/start-beta.sh"));
        return ExtendedPlans.of(
                USUAL,
                files -> second.apply(first.apply(hosts.apply(files))),
                ask -> ask.withHost(HostAddress.of("gamma")));
    }

    private static String service(String text) {
        return text.replaceAll("(DMDCR_DB_STARTUP_CMD =).*DSC(.)/.*", "$1 systemctl restart DmServiceDSC$2.service");
    }

    private static UnaryOperator<String> sharedArchive(String directory) {
        return text -> text.replaceAll("/arch/DSC.", directory);
    }

    private static UnaryOperator<ClusterFiles> ownPrograms() {
        return BadPlans.each(
                "dmdcr.ini", text -> text.replaceAll("/opt/dmdbms/bin/dmserver(.*/DSC(.)/)", "/opt/DSC$2/dmserver$1"));
    }

    private static ClusterFiles renamedDmdcrs(ClusterFiles files) {
        ClusterFiles renamed =
                BadPlans.each("dmdcr.ini", to("dmdcr.ini", "node.ini")).apply(files);
        for (FileId file : files.ids()) {
            if (file.name().equals("dmdcr.ini")) {
                renamed = renamed.with(file.sibling(file.directory() + "/node.ini"), renamed.bytes(file))
                        .without(file);
            }
        }
        return renamed;
    }

    private static ClusterFiles olderDmdcrs(ClusterFiles files) {
        ClusterFiles more = files;
        for (FileId file : files.ids()) {
            if (file.name().equals("dmdcr.ini")) {
                String text = new String(files.bytes(file), StandardCharsets.UTF_8)
                        .replaceAll("DMDCR_MAL_PATH = .*", "DMDCR_MAL_PATH = /old/dmasvrmal.ini");
                more = more.with(
                        file.sibling(file.directory() + "/dmdcr.bak.ini"), text.getBytes(StandardCharsets.UTF_8));
            }
        }
        return more;
    }

    private static ClusterFiles backups(ClusterFiles files) {
        ClusterFiles more = files;
        for (FileId file : files.ids()) {
            if (file.name().endsWith(".ini")) {
                more = more.with(file.sibling(file.directory() + "/bak/" + file.name()), files.bytes(file));
            }
        }
        return more;
    }

    private static ClusterFiles copyOfExport(ClusterFiles files) {
        FileId export = files.ids().stream()
                .filter(file -> file.path().endsWith("cfg_bak.ini"))
                .findFirst()
                .orElseThrow();
        String text = new String(files.bytes(export), StandardCharsets.UTF_8).replace("\n", "  # copied\r\n");
        return files.with(new FileId("10.1.0.2", export.path()), text.getBytes(StandardCharsets.UTF_8));
    }

    private static ClusterFiles sharedMal(ClusterFiles files) {
        ClusterFiles shared = files;
        for (FileId file : files.ids()) {
            if (file.name().equals("dmasvrmal.ini")) {
                shared = shared.with(file.sibling("/data/dmasvrmal.ini"), files.bytes(file))
                        .without(file);
            }
        }
        return BadPlans.each("dmdcr.ini", text -> text.replaceAll("/data/DSC[01]/dmasvrmal", "/data/dmasvrmal"))
                .apply(shared);
    }

    /** The CSS on the second host listens on another port than the DCR says, and the monitor has that port. */
    private static ClusterFiles ownCssPorts(ClusterFiles files) {
        return BadPlans.each("dmdcr.ini", text -> text.contains("SEQNO = 1") ? text + "DMDCR_CSS_PORT = 11501\n" : text)
                .andThen(BadPlans.each("dmcssm.ini", to(":11001", ":11501")))
                .apply(files);
    }

    private static ClusterFiles onWindows(ClusterFiles files) {
        Map<FileId, byte[]> moved = new TreeMap<>();
        for (FileId file : files.ids()) {
            StringBuilder text = new StringBuilder();
            new String(files.bytes(file), StandardCharsets.UTF_8)
                    .lines()
                    .map(line -> line.contains("/data/")
                            ? line.replace("/data/", "D:/data/")
                                    .replace("/opt/dmdbms/bin/dmserver", "D:/dm/bin/dmserver.exe")
                                    .replace("/opt/dmdbms", "D:/dm")
                                    .replace('/', '\\')
                            : line)
                    .forEach(line -> text.append(line).append("\r\n"));
            moved.put(
                    new FileId(file.host(), file.path().replace("/data/", "D:/data/")),
                    text.toString().getBytes(StandardCharsets.UTF_8));
        }
        return ClusterFiles.of(moved);
    }

    private static ClusterFiles inGb18030(ClusterFiles files) {
        ClusterFiles next = files;
        for (FileId file : files.ids()) {
            String text = "#中文注释\n" + new String(files.bytes(file), StandardCharsets.UTF_8);
            next = next.with(file, text.getBytes(Charset.forName("GB18030")));
        }
        return next;
    }

    @ParameterizedTest
    @CsvSource({
        "monitor0, /data/dmcssm.ini, /data/dmcssm.ini.bak",
        "10.1.0.1, /data/dmdcr_cfg_bak.ini, /data/dmdcr_cfg_bak.ini.20240101",
        "10.1.0.1, /data/DSC0_conf/dm.ini, /backup/dm.ini",
        "10.1.0.1, /data/DSC0_conf/dm.ini, /data/DSC0_conf/dm.ini.old",
        "10.1.0.1, /data/DSC0_conf/dmmal.ini, /data/DSC0_conf/dmmal.ini.old",
        "10.1.0.2, /data/DSC1/dmdcr.ini, /data/DSC1/dmdcr.ini.1",
        "10.1.0.2, /data/DSC1/dmdcr.ini, /data/DSC1/a_dmdcr.txt",
    })
    void a_backup_of_a_file_does_not_count(String host, String file, String backup) {
        for (Planned planned : new Planned[] {GOOD, BY_HAND}) {
            byte[] bytes = planned.files().bytes(new FileId(host, file));

            assert_passes(planned, planned.files().with(new FileId(host, backup), bytes));
        }
    }

    @Test
    void an_export_with_other_values_is_no_copy() {
        String text = new String(GOOD.files().bytes(EXPORT), StandardCharsets.UTF_8);
        FileId first = EXPORT.sibling("/data/dmdcr_cfg.ini");
        byte[] other =
                text.replace("DCR_EP_SHM_SIZE = 20", "DCR_EP_SHM_SIZE = 10").getBytes(StandardCharsets.UTF_8);

        assert_passes(GOOD, GOOD.files().with(first, other));
    }

    @Test
    void an_export_with_the_same_values_is_a_copy_that_must_be_written() {
        ClusterFiles files = GOOD.files()
                .with(EXPORT.sibling("/data/dmdcr_cfg.ini"), GOOD.files().bytes(EXPORT));

        assertThat(Rehearsal.rehearse(GOOD.plan(), files).failure())
                .hasValueSatisfying(failure -> assertThat(failure.requirement()).isEqualTo(Requirement.DCR_COPIES));
    }

    private static void assert_passes(Planned planned, ClusterFiles files) {
        assertThat(Rehearsal.rehearse(planned.plan(), files).failure()).isEmpty();
    }

    private static RehearsalResult rehearsed(ClusterFiles files) {
        ExtendPlan plan = BadPlans.madeFrom(PLAIN, files).plan();
        return Rehearsal.rehearse(plan, files);
    }

    private static List<String> sections(String text) {
        return Stream.of(text.split("(?=\\n\\[)", -1)).toList();
    }

    private static Stream<ClusterFiles> broken() {
        List<ClusterFiles> all = new ArrayList<>();
        for (FileId file : PLAIN.files().ids()) {
            all.add(PLAIN.files().without(file));
            all.add(PLAIN.files().with(file, new byte[0]));
            List<String> sections = sections(new String(PLAIN.files().bytes(file), StandardCharsets.UTF_8));
            for (int i = 0; i < sections.size(); i++) {
                List<String> left = new ArrayList<>(sections);
                left.remove(i);
                all.add(PLAIN.files().with(file, String.join("", left).getBytes(StandardCharsets.UTF_8)));
            }
        }
        return all.stream();
    }

    @Test
    void the_plan_is_refused_if_a_file_is_missing_or_empty() {
        assertThat(broken()).hasSizeGreaterThan(40).allSatisfy(files -> {
            RehearsalResult certificate = rehearsed(files);

            assertThat(certificate.passed()).isFalse();
            assertThat(certificate.failure()).isPresent();
        });
    }

    @Test
    void without_an_export_there_is_nothing_to_rehearse() {
        RehearsalResult certificate = rehearsed(ClusterFiles.empty());

        assertThat(certificate.failure())
                .hasValueSatisfying(failure -> assertThat(failure.requirement()).isEqualTo(Requirement.EXPORTED));
        assertThat(certificate.stepsExecuted()).isZero();
        assertThat(certificate.statesVisited()).isZero();
    }
}
