package io.github.dmdsc.extend.rehearse;

import static org.assertj.core.api.Assertions.assertThat;

import io.github.dmdsc.extend.ExtendedPlans;
import io.github.dmdsc.extend.ExtendedPlans.Planned;
import io.github.dmdsc.extend.plan.ExtendPlan;
import io.github.dmdsc.extend.plan.ExtendPlan.NodeSummary;
import io.github.dmdsc.model.HostAddress;
import io.github.dmdsc.model.StorageEdition;
import io.github.dmdsc.model.fixtures.ClusterLayout;
import io.github.dmdsc.model.fixtures.ClusterLayout.Archives;
import io.github.dmdsc.model.fixtures.ClusterLayout.Restart;
import java.util.Map;
import java.util.function.Supplier;
import java.util.function.UnaryOperator;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.Arguments;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.MethodSource;
import org.junit.jupiter.params.provider.ValueSource;

/**
 * Plans that write a wrong file, in clusters in which only one condition of a requirement is not met. The reason names
 * the place.
 */
class BadFilesTest {
    private static final ClusterLayout USUAL = ClusterLayout.builder().build();
    private static final ClusterLayout LOCAL = USUAL.withArchives(Archives.LOCAL);
    private static final ClusterLayout REMOTE = USUAL.withArchives(Archives.LOCAL_AND_REMOTE);
    private static final Planned ONE_MACHINE = ExtendedPlans.of(USUAL.withOneMachine(true));
    private static final Planned GOOD = ExtendedPlans.of(USUAL);
    private static final Planned ARCHIVED = ExtendedPlans.of(REMOTE);
    private static final Planned BY_HAND =
            ExtendedPlans.of(USUAL.withAsmRestart(Restart.NONE).withDbRestart(Restart.NONE));
    private static final Planned ONE_BY_HAND = ExtendedPlans.of(
            USUAL,
            BadPlans.each("DSC1/dmdcr.ini", text -> text.replaceAll("DMDCR_DB_STARTUP_CMD.*", "")),
            ask -> ask.withValues(Map.of(
                    "dmdcr.DMDCR_DB_STARTUP_CMD",
                    "/opt/dmdbms/bin/dmserver path=/data/DSC2_conf/dm.ini dcr_ini=/data/DSC2/dmdcr.ini")));
    /** A cluster in which each node has a start script of its own. */
    private static final Planned SCRIPTS = ExtendedPlans.of(
            USUAL,
            BadPlans.each(
                    "dmdcr.ini",
                    text -> text.replaceAll("(DMDCR_DB_STARTUP_CMD =).*DSC(.)/.*", "$1 /opt/run/start_DSC$2.sh")));
    /** A cluster with one more parameter at the end of dm.ini. */
    private static final Planned BUFFERED =
            ExtendedPlans.of(USUAL, BadPlans.each("dm.ini", text -> text.stripTrailing() + "\nBUFFER = 8000\n"));
    /** The same cluster, and a request that gives the new node another value of this parameter. */
    private static final Planned GIVEN_BUFFER = ExtendedPlans.of(
            USUAL,
            BadPlans.each("dm.ini", text -> text.stripTrailing() + "\nBUFFER = 8000\n"),
            ask -> ask.withValues(Map.of("dm.BUFFER", "9000")));
    /** A cluster in which dmasvrmal.ini has another address for the second host. */
    private static final Planned TWO_NETWORKS =
            ExtendedPlans.of(USUAL, BadPlans.each("dmasvrmal.ini", text -> text.replace("= 10.1.0.2", "= 10.9.0.2")));
    /** A plan for a new node on the first node's host. */
    private static final Planned ON_THE_FIRST_HOST = ExtendedPlans.of(
            USUAL,
            UnaryOperator.identity(),
            ask -> ask.withHost(HostAddress.of("10.1.0.1"))
                    .withServiceHost(HostAddress.of("192.168.1.1"))
                    .withSameMachine(true));

    private static final Planned SINGLE = BadPlans.single(
            BadPlans.each("dm.ini", text -> text.replace("SYSTEM_PATH = +DATA/dsc", "SYSTEM_PATH = +DATA/DSC0")),
            Map.of("dm.SYSTEM_PATH", "+DATA/DSC0"));
    private static final Planned SINGLE_BUFFERED =
            BadPlans.single(BadPlans.each("dm.ini", text -> text + "BUFFER = 8000\n"), Map.of());

    static Stream<Arguments> dcr() {
        return Stream.of(
                bad("another OGUID", Requirement.DCR_CONFIGURATION, "DCR_OGUID", GOOD, "cfg_bak.ini", "45331", "45332"),
                bad(
                        "an old port that is another",
                        Requirement.DCR_CONFIGURATION,
                        "DB [GRP_DB]",
                        GOOD,
                        "cfg_bak.ini",
                        "PORT = 13001",
                        "PORT = 13007"),
                BadPlans.bad(
                        "endpoints that are gone",
                        Requirement.ONE_NODE,
                        "CSS",
                        () -> rewritten(
                                GOOD,
                                "cfg_bak.ini",
                                text -> text.replaceAll("(?s)\\[GRP_CSS\\]\\nDCR_EP_NAME = CSS[01].*?\\n\\n", ""))),
                BadPlans.bad(
                        "a count in a section of no group",
                        Requirement.DCR_CONFIGURATION,
                        "/data/dmdcr_cfg_bak.ini",
                        BadFilesTest::countedElsewhere),
                bad(
                        "another host's address, known from a MAL file only",
                        Requirement.DCR_CONFIGURATION,
                        "CSS DCR_EP_HOST = 10.9.0.2",
                        TWO_NETWORKS,
                        "cfg_bak.ini",
                        "= 10.1.0.3\nDCR_EP_PORT = 11",
                        "= 10.9.0.2\nDCR_EP_PORT = 11"),
                bad(
                        "another host's address, where the new node shares one",
                        Requirement.DCR_CONFIGURATION,
                        "CSS DCR_EP_HOST = 10.1.0.2",
                        ON_THE_FIRST_HOST,
                        "cfg_bak.ini",
                        "= 10.1.0.1\nDCR_EP_PORT = 11002",
                        "= 10.1.0.2\nDCR_EP_PORT = 11002"));
    }

    static Stream<Arguments> dmIni() {
        return Stream.of(
                bad("no last line", Requirement.CONFIG_DIRECTORY, "BUFFER", BUFFERED, "dm.ini", "BUFFER = 8000\n", ""),
                bad(
                        "another last line",
                        Requirement.CONFIG_DIRECTORY,
                        "BUFFER = 9",
                        BUFFERED,
                        "dm.ini",
                        "= 8000",
                        "= 9000"),
                bad(
                        "the value of the old nodes in place of the given one",
                        Requirement.CONFIG_DIRECTORY,
                        "BUFFER",
                        GIVEN_BUFFER,
                        "dm.ini",
                        "= 9000",
                        "= 8000"),
                bad(
                        "another line that has nothing of a single node",
                        Requirement.CONFIG_DIRECTORY,
                        "BUFFER = 9",
                        SINGLE_BUFFERED,
                        "dm.ini",
                        "BUFFER = 8000",
                        "BUFFER = 9000"),
                bad(
                        "a database of the node's own",
                        Requirement.CONFIG_DIRECTORY,
                        "SYSTEM_PATH",
                        SINGLE,
                        "dm.ini",
                        "SYSTEM_PATH = +DATA/DSC0",
                        "SYSTEM_PATH = +DATA/DSC1"));
    }

    static Stream<Arguments> others() {
        return Stream.of(
                bad(
                        "archives of no kind",
                        Requirement.CONFIG_DIRECTORY,
                        "dmarch.ini",
                        ARCHIVED,
                        "DSC2_conf/dmarch.ini",
                        "[",
                        "#"),
                bad(
                        "archives to one of two nodes",
                        Requirement.CONFIG_DIRECTORY,
                        "REMOTE",
                        ARCHIVED,
                        "DSC2_conf/dmarch.ini",
                        "ARCH_DEST = DSC1",
                        "ARCH_DEST = DSC0"),
                bad(
                        "a MAL file that is not there",
                        Requirement.NEW_DMDCR,
                        "DMDCR_MAL_PATH",
                        GOOD,
                        "dmdcr.ini",
                        "dmasvrmal.ini",
                        "none.ini"),
                bad(
                        "a command with another's dmdcr.ini",
                        Requirement.NEW_DMDCR,
                        "DMDCR_DB_STARTUP_CMD",
                        GOOD,
                        "dmdcr.ini",
                        "dm.ini dcr_ini=/data/DSC2",
                        "dm.ini dcr_ini=/data/DSC0"),
                bad(
                        "a program of another place, where one node has none",
                        Requirement.NEW_DMDCR,
                        "DMDCR_DB_STARTUP_CMD",
                        ONE_BY_HAND,
                        "DSC2/dmdcr.ini",
                        "/opt/dmdbms/bin/dmserver",
                        "/tmp/dmserver"),
                bad(
                        "the script of another node",
                        Requirement.NEW_DMDCR,
                        "DMDCR_DB_STARTUP_CMD",
                        SCRIPTS,
                        "DSC2/dmdcr.ini",
                        "start_DSC2",
                        "start_DSC1"),
                bad(
                        "a script for something else",
                        Requirement.NEW_DMDCR,
                        "DMDCR_DB_STARTUP_CMD",
                        SCRIPTS,
                        "DSC2/dmdcr.ini",
                        "start_DSC2",
                        "stop_DSC2"),
                bad(
                        "a program with a number, where all have the same",
                        Requirement.NEW_DMDCR,
                        "DMDCR_DB_STARTUP_CMD",
                        GOOD,
                        "DSC2/dmdcr.ini",
                        "/opt/dmdbms/bin/dmserver",
                        "/opt/dmdbms/bin/dmserver2"),
                bad(
                        "a program where the others have none",
                        Requirement.NEW_DMDCR,
                        "DMDCR_DB_STARTUP_CMD",
                        BY_HAND,
                        "dmdcr.ini",
                        "DMDCR_SEQNO",
                        "DMDCR_DB_STARTUP_CMD = /bin/echo\nDMDCR_DB_RESTART_INTERVAL = 0\nDMDCR_SEQNO"),
                BadPlans.bad(
                        "a key of the same machine",
                        Requirement.DCR_CONFIGURATION,
                        "70000",
                        () -> rewritten(ONE_MACHINE, "cfg_bak.ini", text -> text.replace("= 70002", "= 70000"))),
                BadPlans.bad(
                        "the port of a partner on the same machine",
                        Requirement.DCR_CONFIGURATION,
                        ":15002",
                        BadFilesTest::besideAPartner),
                BadPlans.bad(
                        "a name that another has",
                        Requirement.DCR_CONFIGURATION,
                        "ASM DCR_EP_NAME",
                        BadFilesTest::namedAlike));
    }

    /** Returns a plan in which an unchanged section has a line that would be a count only in a group. */
    private static Planned countedElsewhere() {
        UnaryOperator<String> more = text -> text + "\n[MORE]\nDCR_GRP_N_EP = 2\n";
        Planned planned = BadPlans.madeFrom(
                rewritten(GOOD, "cfg_bak.ini", more),
                BadPlans.each("cfg_bak.ini", more).apply(GOOD.files()));
        return rewritten(
                planned, "cfg_bak.ini", text -> text.replace("[MORE]\nDCR_GRP_N_EP = 2", "[MORE]\nDCR_GRP_N_EP = 3"));
    }

    private static Planned besideAPartner() {
        UnaryOperator<String> more =
                text -> text + "\n[EP01]\nMAL_INST_NAME = EP01\nMAL_HOST = 10.1.0.1\nMAL_PORT = 15002\n";
        return BadPlans.madeFrom(
                rewritten(ONE_MACHINE, "dmmal.ini", more),
                BadPlans.each("dmmal.ini", more).apply(ONE_MACHINE.files()));
    }

    private static Planned namedAlike() {
        Planned planned = rewritten(GOOD, ".ini", text -> text.replace("ASM2", "ASM1"));
        NodeSummary node = planned.plan().newNode();
        NodeSummary named = new NodeSummary(node.seqno(), node.host(), node.css(), "ASM1", node.db(), node.ports());
        return new Planned(
                ExtendPlan.builder().from(planned.plan()).newNode(named).build(), planned.files());
    }

    /** The following tests show plans that the model allows. */
    @Test
    void a_startup_command_may_exist_if_the_old_nodes_have_none() {
        Planned planned = rewritten(
                BY_HAND,
                "dmdcr.ini",
                text -> text
                        + "DMDCR_DB_STARTUP_CMD = /opt/dmdbms/bin/dmserver /data/DSC2_conf/dm.ini"
                        + " dcr_ini=/data/DSC2/dmdcr.ini\n"
                        + "DMDCR_ASM_STARTUP_CMD = /opt/dmdbms/bin/dmasmsvr dcr_ini=/data/DSC2/dmdcr.ini\n"
                        + "DMDCR_DB_RESTART_INTERVAL = 0\nDMDCR_ASM_RESTART_INTERVAL = 0\n");

        assertThat(BadPlans.refusal(planned)).isEmpty();
    }

    private static Arguments bad(
            String what, Requirement rule, String where, Planned good, String file, String from, String to) {
        return BadPlans.bad(what, rule, where, () -> rewritten(good, file, text -> text.replace(from, to)));
    }

    private static Planned rewritten(Planned good, String file, UnaryOperator<String> change) {
        return BadPlans.rewritten(good, each -> each.file().path().endsWith(file), change);
    }

    @ParameterizedTest(name = "{0}")
    @MethodSource({"dcr", "dmIni", "others"})
    void is_refused(String what, Requirement rule, String where, Supplier<Planned> made) {
        assertThat(BadPlans.refused(made.get(), rule).why().where()).contains(where);
    }

    /** Returns the plan with another dmarch.ini for the new node. */
    private static Planned otherwise(Planned planned, UnaryOperator<String> change) {
        return rewritten(planned, "DSC2_conf/dmarch.ini", change);
    }

    private static void assertRefused(Planned planned) {
        assertThat(BadPlans.refused(planned, Requirement.CONFIG_DIRECTORY).why().where())
                .contains("dmarch.ini ARCH_DEST");
    }

    @Test
    void the_new_node_must_not_take_the_archive_directory_of_another() {
        assertRefused(otherwise(ExtendedPlans.of(LOCAL), text -> text.replace("/arch/DSC2", "/arch/DSC1")));
    }

    @Test
    void a_common_archive_directory_is_allowed() {
        Planned shared =
                ExtendedPlans.of(LOCAL, BadPlans.each("dmarch.ini", text -> text.replaceAll("/arch/DSC[01]", "/arch")));

        assertThat(BadPlans.refusal(shared)).isEmpty();
    }

    /**
     * The archives of other instances are in a directory of the host. On another host, the same path is another
     * directory.
     */
    @Test
    void an_incoming_path_must_be_unique_on_its_host_and_on_asm() {
        UnaryOperator<String> taking = text -> text.replaceFirst("(ARCH_INCOMING_PATH = ).*", "$1/arch/DSC0_from_DSC1");
        UnaryOperator<String> onAsm = text -> text.replace("INCOMING_PATH = ", "INCOMING_PATH = +ARCH");

        assertThat(BadPlans.refusal(otherwise(ExtendedPlans.of(REMOTE), taking)))
                .isEmpty();
        assertRefused(otherwise(ExtendedPlans.of(REMOTE.withOneMachine(true)), taking));
        Planned asm = ExtendedPlans.of(REMOTE, BadPlans.each("dmarch.ini", onAsm));
        assertThat(BadPlans.refusal(asm)).isEmpty();
        assertRefused(otherwise(asm, text -> taking.apply(text).replace("= /arch/DSC0_", "= +ARCH/arch/DSC0_")));
    }

    /** The path is the same directory only on the host of the single node. */
    @Test
    void the_directory_of_a_single_node_may_be_used_on_another_host() {
        Planned single = BadPlans.single(
                BadPlans.each("dmarch.ini", text -> text.replace("= /arch/DSC0", "= /arch")),
                Map.of("dmarch.ARCHIVE_LOCAL1.ARCH_DEST", "/arch"));

        assertThat(BadPlans.refusal(single)).isEmpty();
    }

    @ParameterizedTest
    @ValueSource(strings = {"service DmServiceDSC2 restart", "systemctl restart DmServiceDSC2.service"})
    void a_service_may_be_restarted_if_the_old_nodes_are_started_by_hand(String command) {
        Planned byHand = ExtendedPlans.of(USUAL.withDbRestart(Restart.NONE));
        Planned planned = rewritten(
                byHand,
                "dmdcr.ini",
                text -> text + "DMDCR_DB_STARTUP_CMD = " + command + "\nDMDCR_DB_RESTART_INTERVAL = 0\n");

        assertThat(BadPlans.refusal(planned)).isEmpty();
    }

    /** If no old node names a program, it must be the one for the process and the edition. */
    @ParameterizedTest
    @CsvSource({
        "DMASM, DB, dmserver, true",
        "DMASM, DB, dmasmsvr, false",
        "DMASM, ASM, dmasmsvr, true",
        "DMASM, ASM, dmasmsvrm, false",
        "MIRROR, ASM, dmasmsvrm, true",
        "MIRROR, ASM, dmasmsvr, false",
    })
    void a_startup_command_calls_the_program_for_its_process(
            StorageEdition edition, String kind, String program, boolean good) {
        Planned byHand = ExtendedPlans.of(
                USUAL.withEdition(edition).withAsmRestart(Restart.NONE).withDbRestart(Restart.NONE));
        String files = (kind.equals("DB") ? " path=/data/DSC2_conf/dm.ini" : "") + " dcr_ini=/data/DSC2/dmdcr.ini";
        Planned planned = rewritten(
                byHand,
                "dmdcr.ini",
                text -> text + "DMDCR_" + kind + "_STARTUP_CMD = /opt/dmdbms/bin/" + program + files + "\nDMDCR_" + kind
                        + "_RESTART_INTERVAL = 0\n");

        assertThat(BadPlans.refusal(planned).isEmpty()).isEqualTo(good);
    }
}
