package io.github.dmdsc.extend.rehearse;

import static org.assertj.core.api.Assertions.assertThat;

import io.github.dmdsc.extend.ExtendedPlans;
import io.github.dmdsc.extend.ExtendedPlans.Planned;
import io.github.dmdsc.extend.plan.Action;
import io.github.dmdsc.extend.plan.Change;
import io.github.dmdsc.extend.plan.Control;
import io.github.dmdsc.extend.plan.ExtendPlan;
import io.github.dmdsc.extend.plan.ExtendRequest;
import io.github.dmdsc.extend.plan.Look;
import io.github.dmdsc.extend.plan.Step;
import io.github.dmdsc.extend.plan.Tool;
import io.github.dmdsc.extend.plan.ToolCommand;
import io.github.dmdsc.model.FileId;
import io.github.dmdsc.model.GroupType;
import io.github.dmdsc.model.StorageEdition;
import io.github.dmdsc.model.fixtures.ClusterLayout;
import io.github.dmdsc.model.fixtures.ClusterLayout.Archives;
import io.github.dmdsc.model.fixtures.ClusterLayout.Restart;
import java.util.ArrayList;
import java.util.EnumSet;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.function.UnaryOperator;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

/**
 * The command of a step expresses its action (M18): completely, without anything else, and only if a tool can carry it
 * out.
 */
class SaidTest {
    private static final Set<Requirement> ONLY = EnumSet.of(Requirement.SAID);
    private static final ToolCommand LOOK = new ToolCommand.Argv(List.of("ss", "-ltn"));
    private static final Planned SERVICES = ExtendedPlans.of(
            ClusterLayout.builder()
                    .archives(Archives.LOCAL_AND_REMOTE)
                    .partners(1)
                    .build(),
            UnaryOperator.identity(),
            ask -> ask.withServices(true));
    private static final Planned MIRROR = ExtendedPlans.of(
            ClusterLayout.builder()
                    .edition(StorageEdition.MIRROR)
                    .monitors(0)
                    .asmRestart(Restart.COMMAND)
                    .build(),
            UnaryOperator.identity(),
            ask -> ask.withMonitorServices(
                    new ExtendRequest.MonitorService(ask.monitor().orElseThrow(), "DmCSSMonitorServiceWatch")));

    /**
     * A step of a plan, or of a way out.
     *
     * @param planned the plan
     * @param step the step
     * @param meaning the acts that its action stands for
     */
    private record Sample(Planned planned, Step step, Meaning meaning) {
        static Sample of(Planned planned, Step step) {
            return new Sample(planned, step, Meaning.of(step, planned.plan(), port -> "localhost"));
        }

        boolean isSaidBy(Optional<ToolCommand> words) {
            return Meaning.of(Step.builder().from(step).command(words).build(), planned.plan(), port -> "localhost")
                    .isSaid(true);
        }

        /** Returns the plan in which the step has this command. */
        Planned with(Optional<ToolCommand> words) {
            UnaryOperator<Step> change = each ->
                    each.equals(step) ? Step.builder().from(each).command(words).build() : each;
            ExtendPlan plan = planned.plan();
            return new Planned(
                    ExtendPlan.builder()
                            .from(plan)
                            .steps(plan.steps().stream().map(change).toList())
                            .reinitialise(
                                    plan.reinitialise().stream().map(change).toList())
                            .build(),
                    planned.files());
        }

        @Override
        public String toString() {
            return planned.plan().edition() + " " + step.id();
        }
    }

    /** Returns every step of two plans and of their re-initialisations. */
    static Stream<Sample> steps() {
        return Stream.of(SERVICES, MIRROR)
                .flatMap(planned -> Stream.concat(
                                planned.plan().steps().stream(), planned.plan().reinitialise().stream())
                        .map(step -> Sample.of(planned, step)));
    }

    /** Returns the kinds of action that occur only after a failed step. */
    private static Stream<Sample> rescue() {
        Step step = BadPlans.step(SERVICES, "copy-config");
        FileId file = new FileId(step.host(), "/data/DSC2_conf");
        return Stream.of(
                        new Change.RemoveFile(file),
                        new Change.RemoveDirectory(file),
                        new Look.ExportDcr("/dev/dcr", file, Look.DcrConfiguration.BASE))
                .map(action -> Sample.of(SERVICES, BadPlans.doing(SERVICES, action, step)));
    }

    private static Stream<Sample> samples() {
        return Stream.concat(steps(), rescue());
    }

    static Stream<Sample> spoken() {
        return samples().filter(sample -> sample.step().command().isPresent());
    }

    static Stream<Sample> unspoken() {
        return samples().filter(sample -> sample.meaning().spoken() == Meaning.Spoken.NEVER);
    }

    @Test
    void every_kind_of_action_is_among_the_samples() {
        Set<Class<?>> kinds =
                samples().map(sample -> sample.step().action().getClass()).collect(Collectors.toSet());

        assertThat(kinds)
                .containsExactlyInAnyOrder(Stream.of(Action.class.getPermittedSubclasses())
                        .flatMap(sort -> Stream.of(sort.getPermittedSubclasses()))
                        .toArray(Class<?>[]::new));
        assertThat(samples().map(sample -> sample.meaning().spoken())).contains(Meaning.Spoken.values());
    }

    @Test
    void the_planners_commands_express_their_actions() {
        assertThat(samples()).allMatch(sample -> sample.isSaidBy(sample.step().command()));
        assertThat(samples().flatMap(sample -> sample.meaning().acts().stream()))
                .noneMatch(ForwardAct.Unknown.class::isInstance);
    }

    @ParameterizedTest(name = "{0}")
    @MethodSource("spoken")
    void the_command_of_another_kind_does_not_express_the_action(Sample sample) {
        assertThat(spoken().filter(other -> !other.step()
                        .action()
                        .name()
                        .equals(sample.step().action().name())))
                .isNotEmpty()
                .noneMatch(other -> sample.isSaidBy(other.step().command()));
    }

    /**
     * This holds for all words except the columns of a view, which are free, and {@code exit} in a monitor, which the
     * end of the input does too.
     */
    @ParameterizedTest(name = "{0}")
    @MethodSource("spoken")
    void no_word_can_be_left_out_or_changed_or_added(Sample sample) {
        List<ToolCommand> near = near(sample.step().command().orElseThrow());

        assertThat(near).hasSizeGreaterThan(3);
        assertThat(near).noneMatch(words -> sample.isSaidBy(Optional.of(words)));
    }

    /** Returns the command with one word missing, one word changed, or one word more, in turn. */
    private static List<ToolCommand> near(ToolCommand words) {
        return words.accept(new ToolCommand.Visitor<>() {
            @Override
            public List<ToolCommand> argv(ToolCommand.Argv run) {
                List<ToolCommand> near = new ArrayList<>();
                lists(run.argv())
                        .forEach(argv -> near.add(new ToolCommand.Argv(run.directory(), argv, run.background())));
                directories(run)
                        .forEach(directory -> near.add(new ToolCommand.Argv(directory, run.argv(), run.background())));
                near.add(new ToolCommand.Argv(run.directory(), run.argv(), !run.background()));
                return near;
            }

            @Override
            public List<ToolCommand> toolScript(ToolCommand.ToolScript script) {
                List<ToolCommand> near = new ArrayList<>();
                changed(script.argv())
                        .forEach(
                                argv -> near.add(new ToolCommand.ToolScript(script.directory(), argv, script.lines())));
                directories(script)
                        .forEach(directory ->
                                near.add(new ToolCommand.ToolScript(directory, script.argv(), script.lines())));
                lists(script.lines())
                        .forEach(lines ->
                                near.add(new ToolCommand.ToolScript(script.directory(), script.argv(), lines)));
                return near;
            }

            @Override
            public List<ToolCommand> sql(ToolCommand.Sql sql) {
                List<ToolCommand> near = new ArrayList<>();
                lists(sql.argv())
                        .forEach(argv ->
                                near.add(new ToolCommand.Sql(sql.directory(), argv, sql.login(), sql.statement())));
                directories(sql)
                        .forEach(directory ->
                                near.add(new ToolCommand.Sql(directory, sql.argv(), sql.login(), sql.statement())));
                texts(sql.login())
                        .forEach(login ->
                                near.add(new ToolCommand.Sql(sql.directory(), sql.argv(), login, sql.statement())));
                texts(sql.statement())
                        .forEach(text -> near.add(new ToolCommand.Sql(sql.directory(), sql.argv(), sql.login(), text)));
                return near;
            }

            @Override
            public List<ToolCommand> console(ToolCommand.Console console) {
                List<ToolCommand> near = new ArrayList<>();
                lists(console.argv())
                        .forEach(argv -> near.add(new ToolCommand.Console(console.directory(), argv, console.lines())));
                directories(console)
                        .forEach(directory ->
                                near.add(new ToolCommand.Console(directory, console.argv(), console.lines())));
                lists(console.lines()).stream()
                        .filter(lines -> !lines.equals(console.lines().subList(0, 1)))
                        .forEach(
                                lines -> near.add(new ToolCommand.Console(console.directory(), console.argv(), lines)));
                return near;
            }
        });
    }

    /** Returns no directory for one of Dameng's programs, and a directory for a program of the operating system. */
    private static Stream<Optional<String>> directories(ToolCommand words) {
        return Stream.of(words.directory().isPresent() ? Optional.empty() : Optional.of("/opt/dmdbms/bin"));
    }

    private static List<List<String>> lists(List<String> words) {
        List<List<String>> near = changed(words);
        for (int i = 0; i < words.size(); i++) {
            List<String> fewer = new ArrayList<>(words);
            fewer.remove(i);
            near.add(fewer);
        }
        return near;
    }

    /** Returns the list with one word changed, or with one more. */
    private static List<List<String>> changed(List<String> words) {
        List<List<String>> near = new ArrayList<>();
        for (int i = 0; i < words.size(); i++) {
            for (String text : texts(words.get(i))) {
                List<String> other = new ArrayList<>(words);
                other.set(i, text);
                near.add(other);
            }
        }
        List<String> more = new ArrayList<>(words);
        more.add("more");
        near.add(more);
        return near;
    }

    private static List<String> texts(String text) {
        List<String> parts = List.of(text.split(" ", -1));
        List<String> near = new ArrayList<>(List.of(text + " more", text + "9"));
        for (int i = 0; i < parts.size(); i++) {
            if (!parts.get(i).matches("ep_\\w+,?")) {
                List<String> other = new ArrayList<>(parts);
                other.set(i, parts.get(i) + "9");
                near.add(String.join(" ", other));
                other.remove(i);
                near.add(String.join(" ", other));
            }
        }
        return near;
    }

    /**
     * Asserts that the plan is refused for the command, with only this rule and with all rules, at the latest in the
     * step itself.
     */
    private static void assertRefused(Sample sample, Optional<ToolCommand> words) {
        Planned bad = sample.with(words);
        String where = bad.plan().reinitialise().equals(sample.planned().plan().reinitialise())
                ? sample.step().id()
                : "reinitialise";

        assertThat(BadPlans.refusal(ONLY, bad)).hasValueSatisfying(failure -> {
            assertThat(failure.requirement()).isEqualTo(Requirement.SAID);
            assertThat(failure.step()).isEqualTo(where);
            assertThat(failure.why().where()).isEqualTo(sample.step().id());
        });
        assertThat(BadPlans.refusal(bad))
                .hasValueSatisfying(failure -> assertThat(failure.step()).isEqualTo(where));
    }

    static Stream<Sample> alwaysSpoken() {
        return steps().filter(sample -> sample.meaning().spoken() == Meaning.Spoken.ALWAYS);
    }

    @ParameterizedTest(name = "{0}")
    @MethodSource("alwaysSpoken")
    void a_plan_without_a_needed_command_is_refused(Sample sample) {
        assertRefused(sample, Optional.empty());
        assertThat(sample.isSaidBy(Optional.empty())).isFalse();
    }

    @ParameterizedTest(name = "{0}")
    @MethodSource("unspoken")
    void no_command_expresses_an_action_of_a_person(Sample sample) {
        assertThat(sample.step().command()).isEmpty();
        assertThat(spoken()).noneMatch(other -> sample.isSaidBy(other.step().command()));
    }

    static Stream<Sample> changeable() {
        return steps().filter(sample -> !(sample.step().action() instanceof Look.ListPorts));
    }

    @ParameterizedTest(name = "{0}")
    @MethodSource("changeable")
    void a_plan_with_the_command_of_another_action_is_refused(Sample sample) {
        assertRefused(sample, Optional.of(LOOK));
    }

    @Test
    void a_service_is_registered_by_the_installer_or_by_a_person() {
        Step step = BadPlans.step(SERVICES, "register-asm");
        Control.RegisterService usual = (Control.RegisterService) step.action();
        Action unusual =
                new Control.RegisterService(usual.process(), "MyAsm", usual.dmdcr(), usual.dmIni(), usual.after());
        Sample byTool = Sample.of(SERVICES, step);
        Sample byPerson = Sample.of(SERVICES, BadPlans.doing(SERVICES, unusual, step));

        assertThat(step.command()).isPresent();
        assertThat(byTool.isSaidBy(Optional.empty())).isTrue();
        assertThat(byPerson.step().command()).isEmpty();
        assertThat(byPerson.isSaidBy(Optional.empty())).isTrue();
        assertThat(byPerson.isSaidBy(step.command())).isFalse();
    }

    /** A command names files by their paths only, so they must be on the host of the step. */
    static Stream<Action> ofAFileElsewhere() {
        FileId here = new FileId("10.1.0.3", "/d.ini");
        FileId there = new FileId("10.1.0.1", "/d.ini");
        return Stream.of(
                new Look.ShowCluster(there, Look.ExpectedState.STILL_OK, List.of()),
                new Look.ExportDcr("/dev/dcr", there, Look.DcrConfiguration.BASE),
                new Look.ConvertControlFile("+DATA/dm.ctl", here, there, List.of()),
                new Look.ConvertControlFile("+DATA/dm.ctl", there, here, List.of()),
                new Look.ListLogFiles(there, List.of("+LOG/a.log")),
                new Change.CopyDirectory(here, there, List.of()),
                new Change.ExtendDcr(List.of("/dev/dcr"), there),
                new Control.ExtendNode(there),
                new Control.RegisterService(GroupType.CSS, "DmCSSServiceX", there, Optional.empty(), Optional.empty()),
                new Control.RegisterService(GroupType.DB, "DmServiceX", here, Optional.of(there), Optional.empty()),
                new Control.Start(GroupType.CSS, Optional.empty(), there, Optional.empty(), List.of()),
                new Control.Start(GroupType.DB, Optional.of("X"), here, Optional.of(there), List.of()),
                new Control.RegisterMonitor("DmCSSMonitorServiceX", there),
                new Control.RestartMonitor(there, Optional.empty()),
                new Control.RestartMonitor(there, Optional.of("DmCSSMonitorServiceX")),
                new Change.InitialiseDcr(List.of("/dev/dcr"), there, Optional.empty()),
                new Change.RemoveFile(there),
                new Change.RemoveDirectory(there));
    }

    @ParameterizedTest
    @MethodSource("ofAFileElsewhere")
    void a_command_does_not_name_a_file_of_another_host(Action action) {
        Step step = Step.builder()
                .from(BadPlans.step(SERVICES, "ports-free"))
                .host("10.1.0.3")
                .build();
        Sample sample = Sample.of(SERVICES, BadPlans.doing(SERVICES, action, step));

        if (sample.step().command().isPresent()) {
            assertThat(sample.isSaidBy(sample.step().command())).isFalse();
        } else {
            assertThat(sample.meaning().acts()).containsExactly(new ForwardAct.Unknown("10.1.0.1:/d.ini"));
        }
    }

    @Test
    void the_tool_of_a_step_is_the_program_of_its_command() {
        List<Step> spoken = Stream.of(SERVICES, MIRROR)
                .flatMap(planned -> planned.plan().steps().stream())
                .filter(step -> step.command().isPresent() && step.tool() != Tool.OPERATOR)
                .toList();

        assertThat(spoken).extracting(Step::tool).contains(Tool.SHELL, Tool.DMASMCMDM, Tool.DISQL, Tool.DMCSSM);
        assertThat(spoken)
                .allMatch(Meaning::namesItsProgram)
                .allSatisfy(step -> assertThat(Tool.values())
                        .filteredOn(tool -> tool != Tool.OPERATOR && tool != step.tool())
                        .noneMatch(tool -> Meaning.namesItsProgram(step.withTool(tool))));
    }
}
