package io.github.dmdsc.extend.rehearse;

import static org.assertj.core.api.Assertions.assertThat;
import static org.junit.jupiter.params.provider.Arguments.arguments;

import io.github.dmdsc.extend.ExtendedPlans;
import io.github.dmdsc.extend.ExtendedPlans.Planned;
import io.github.dmdsc.extend.plan.Command;
import io.github.dmdsc.extend.plan.ExtendPlan;
import io.github.dmdsc.extend.plan.FileContent;
import io.github.dmdsc.extend.plan.Hashes;
import io.github.dmdsc.extend.plan.Step;
import io.github.dmdsc.model.StorageEdition;
import io.github.dmdsc.model.check.Text;
import io.github.dmdsc.model.fixtures.ClusterLayout;
import io.github.dmdsc.model.fixtures.ClusterLayout.Restart;
import io.github.dmdsc.model.fixtures.ImmutableClusterLayout;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.EnumSet;
import java.util.List;
import java.util.Optional;
import java.util.function.Supplier;
import java.util.function.UnaryOperator;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.Arguments;
import org.junit.jupiter.params.provider.MethodSource;

/** From the point of no return on it matters which step is the one that is refused: one later is too late. */
class JoiningTest {
    private static final ImmutableClusterLayout USUAL =
            ImmutableClusterLayout.copyOf(ClusterLayout.builder().build());
    private static final Planned GOOD = ExtendedPlans.of(USUAL);
    private static final Planned MIRROR = ExtendedPlans.of(USUAL.withEdition(StorageEdition.MIRROR));
    private static final Planned UNWATCHED = ExtendedPlans.of(USUAL.withMonitors(0));
    private static final Planned RESTARTED =
            ExtendedPlans.of(USUAL.withAsmRestart(Restart.SERVICE).withDbRestart(Restart.SERVICE));
    private static final Planned SERVICES = asked(USUAL);
    /** All that the new node runs has the same name: names are unique in their group only. */
    private static final Planned NAMESAKES = ExtendedPlans.of(
            USUAL,
            UnaryOperator.identity(),
            ask -> ask.withCssName("X2").withAsmName("X2").withDbName("X2"));

    static Stream<Arguments> beforeTheDisksAreExtended() {
        return Stream.of(
                bad("one DCRV disk instead of another", Rule.DCR_DISKS, "extend-dcr", JoiningTest::oneDiskTwice),
                bad("a DCRV disk of another directory", Rule.DCR_DISKS, "extend-dcr", JoiningTest::diskElsewhere),
                bad(
                        "one log file in two spellings",
                        Rule.LOG_FILES,
                        "extend-dcr",
                        () -> BadPlans.replaced(GOOD, "add-log-files", old -> sql(old, "+LOG/n2_2", "+LOG/N2_1"))),
                bad("a monitor that lacks a node", Rule.OLD_MONITOR, "extend-dcr", JoiningTest::monitorThatLacksANode));
    }

    static Stream<Arguments> beforeTheNodeIsExtended() {
        return Stream.of(bad(
                "the configuration directory is gone again",
                Rule.CONFIG_DIRECTORY,
                "extend-node",
                () -> BadPlans.step(
                        BadPlans.inserted(
                                GOOD,
                                "check-dcr",
                                new Command.Argv(List.of("rm", "-rf", "--", "/data/DSC2_conf"), false)),
                        "inserted",
                        step -> step.host("10.1.0.3"))));
    }

    static Stream<Arguments> whileTheNodeStarts() {
        return Stream.of(
                bad(
                        "a service of that name that starts something else",
                        Rule.SERVICES,
                        "start-css",
                        () -> BadPlans.replaced(RESTARTED, "register-db", old -> registered("DmServiceDSC2"))),
                bad(
                        "the server without ASM, both called alike",
                        Rule.START_ORDER,
                        "start-db",
                        () -> BadPlans.without(NAMESAKES, "start-asm")),
                bad(
                        "a service that is registered once the server runs",
                        Rule.CHAPTER_ORDER,
                        "inserted",
                        () -> BadPlans.inserted(SERVICES, "start-db", command(SERVICES, "register-asm"))));
    }

    @ParameterizedTest(name = "{0}")
    @MethodSource({"beforeTheDisksAreExtended", "beforeTheNodeIsExtended", "whileTheNodeStarts"})
    void isRefusedThere(String what, Rule rule, String step, Supplier<Planned> made) {
        Planned bad = made.get();

        assertThat(BadPlans.refusal(bad)).as(what).hasValueSatisfying(failure -> {
            assertThat(failure.rule()).isEqualTo(rule);
            assertThat(failure.step()).isEqualTo(step);
        });
    }

    static Stream<Arguments> harmless() {
        return Stream.of(
                good("every process is a service", () -> SERVICES),
                good("every process is a service, with mirrors", () -> asked(USUAL.withEdition(StorageEdition.MIRROR))),
                good(
                        "a service is registered when CSS runs",
                        () -> BadPlans.swapped(SERVICES, "register-asm", "start-css")),
                good("dmcss starts services", () -> RESTARTED),
                good("everything is called alike", () -> NAMESAKES),
                good("a service that dmcss never starts is not registered", JoiningTest::withoutRestart));
    }

    @ParameterizedTest(name = "{0}")
    @MethodSource("harmless")
    void doesNoHarm(String what, Supplier<Planned> made) {
        Planned good = made.get();

        assertThat(BadPlans.refusal(good)).as(what).isEmpty();
    }

    /** Half of {@code extend node} leaves an endpoint in ERROR; that alone stops whoever types it again. */
    @Test
    void aNodeIsOnlyExtendedWhileEverybodyIsWell() {
        Planned twice = BadPlans.inserted(GOOD, "extend-node", command(GOOD, "extend-node"));

        assertThat(without(Rule.ONE_NODE, twice))
                .hasValueSatisfying(failure -> assertThat(failure.rule()).isEqualTo(Rule.CLUSTER_OK));
    }

    @Test
    void aNewInstanceThatStartsHealsNoOldOne() {
        UnaryOperator<String> failed =
                text -> text.replace("DCR_GRP_TYPE = DB", "DCR_GRP_TYPE = DB\nDCR_GRP_N_ERR_EP = 1");
        Planned ill = new Planned(
                GOOD.plan(), OddClusters.each("dmdcr_cfg_bak.ini", failed).apply(GOOD.files()));

        assertThat(only(Rule.ALL_RUN, GOOD)).isEmpty();
        assertThat(only(Rule.ALL_RUN, ill))
                .hasValueSatisfying(failure -> assertThat(failure.rule()).isEqualTo(Rule.ALL_RUN));
    }

    private static Optional<Certificate.Failure> without(Rule rule, Planned planned) {
        return BadPlans.refusal(EnumSet.complementOf(EnumSet.of(rule)), planned);
    }

    private static Optional<Certificate.Failure> only(Rule rule, Planned planned) {
        return BadPlans.refusal(EnumSet.of(rule), planned);
    }

    private static Arguments bad(String what, Rule rule, String step, Supplier<Planned> made) {
        return arguments(what, rule, step, made);
    }

    private static Arguments good(String what, Supplier<Planned> made) {
        return arguments(what, made);
    }

    private static Planned asked(ClusterLayout layout) {
        return ExtendedPlans.of(layout, UnaryOperator.identity(), ask -> ask.withServices(true));
    }

    private static Planned oneDiskTwice() {
        return BadPlans.replaced(MIRROR, "extend-dcr", old -> script(old, "'/dev/dcrv/d2'", "'/dev/dcrv/d1'"));
    }

    /** On the way back as well: only the directory that the files name tells that it is none of theirs. */
    private static Planned diskElsewhere() {
        ExtendPlan plan = ExtendPlan.builder()
                .from(MIRROR.plan())
                .steps(elsewhere(MIRROR.plan().steps()))
                .reinitialise(elsewhere(MIRROR.plan().reinitialise()))
                .build();
        return new Planned(plan, MIRROR.files());
    }

    private static List<Step> elsewhere(List<Step> steps) {
        return steps.stream()
                .<Step>map(step -> Step.builder()
                        .from(step)
                        .command(script(step.command(), "'/dev/dcrv/d2'", "'/dev/raw/d2'"))
                        .build())
                .toList();
    }

    /** Nobody looked at more than that the instances are open before it was written. */
    private static Planned monitorThatLacksANode() {
        return BadPlans.replaced(UNWATCHED, "set-up-monitor", old -> {
            Command.WriteFile write = (Command.WriteFile) old;
            String fewer = write.content().data().replace("CSSM_CSS_IP = 10.1.0.2:11001\n", "");
            assertThat(fewer).isNotEqualTo(write.content().data());
            byte[] bytes = fewer.getBytes(StandardCharsets.UTF_8);
            return new Command.WriteFile(write.file(), Hashes.sha256(bytes), true, FileContent.of(bytes));
        });
    }

    /** The start command of the server names a service, but the interval is 0, and who starts it does so by hand. */
    private static Planned withoutRestart() {
        UnaryOperator<String> off =
                text -> text.replaceAll("DMDCR_DB_RESTART_INTERVAL = \\d+", "DMDCR_DB_RESTART_INTERVAL = 0");
        Planned planned = ExtendedPlans.of(USUAL.withDbRestart(Restart.SERVICE), OddClusters.each("dmdcr.ini", off));
        return BadPlans.without(
                BadPlans.replaced(planned, "start-db", old -> command(GOOD, "start-db")), "register-db");
    }

    private static Command command(Planned planned, String step) {
        List<Step> steps = planned.plan().steps();
        return steps.get(BadPlans.index(steps, step)).command();
    }

    /** A service that is called like one for the server, and starts ASM. */
    private static Command registered(String service) {
        String words = "Register a service that is called " + service
                + " with dm_service_installer.sh -t dmasmsvr -dcr_ini /data/DSC2/dmdcr.ini -p ASM2; its name is taken.";
        return new Command.Observe(new Text(words, words));
    }

    private static Command sql(Command old, String from, String to) {
        Command.Sql sql = (Command.Sql) old;
        return new Command.Sql(sql.argv(), sql.login(), sql.statement().replace(from, to));
    }

    private static Command script(Command old, String from, String to) {
        if (!(old instanceof Command.ToolScript script)) {
            return old;
        }
        List<String> lines = new ArrayList<>();
        script.lines().forEach(line -> lines.add(line.replace(from, to)));
        return new Command.ToolScript(script.argv(), lines);
    }
}
