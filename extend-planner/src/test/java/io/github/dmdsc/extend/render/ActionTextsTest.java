package io.github.dmdsc.extend.render;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.annotation.JsonSubTypes;
import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import io.github.dmdsc.extend.Example;
import io.github.dmdsc.extend.plan.Action;
import io.github.dmdsc.extend.plan.ExtendPlan;
import io.github.dmdsc.extend.plan.FileContent;
import io.github.dmdsc.extend.plan.Look;
import io.github.dmdsc.extend.plan.Step;
import io.github.dmdsc.extend.plan.Task;
import io.github.dmdsc.extend.plan.ToolCommand;
import io.github.dmdsc.extend.tools.Listeners;
import io.github.dmdsc.extend.tools.Programs;
import io.github.dmdsc.extend.tools.ToolCommands;
import io.github.dmdsc.ini.lens.ClusterLens;
import io.github.dmdsc.model.Cluster;
import io.github.dmdsc.model.DmIni;
import io.github.dmdsc.model.FileId;
import io.github.dmdsc.model.ModelJson;
import java.lang.reflect.ParameterizedType;
import java.lang.reflect.RecordComponent;
import java.lang.reflect.Type;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

/** Every kind of action is in JSON, in the schema, in the message catalogues and on the reference page. */
class ActionTextsTest {
    private static final ExtendPlan PLAN = Example.manual().plan();

    static Stream<Class<?>> kinds() {
        return Stream.of(Action.class.getPermittedSubclasses())
                .flatMap(sort -> Stream.of(sort.getPermittedSubclasses()));
    }

    /** Returns one action of a kind for each value of each enum among its components. */
    private static List<Action> samples(Class<?> kind) throws ReflectiveOperationException {
        RecordComponent[] components = kind.getRecordComponents();
        List<Object[]> rows = new ArrayList<>(List.<Object[]>of(new Object[components.length]));
        for (int i = 0; i < components.length; i++) {
            List<Object[]> next = new ArrayList<>();
            for (Object value : values(components[i].getGenericType())) {
                for (Object[] row : rows) {
                    Object[] copy = row.clone();
                    copy[i] = value;
                    next.add(copy);
                }
            }
            rows = next;
        }
        var constructor = kind.getDeclaredConstructor(
                Arrays.stream(components).map(RecordComponent::getType).toArray(Class<?>[]::new));
        List<Action> actions = new ArrayList<>();
        for (Object[] row : rows) {
            actions.add((Action) constructor.newInstance(row));
        }
        return actions;
    }

    private static List<?> values(Type type) {
        if (type instanceof ParameterizedType generic) {
            Object inner = values(generic.getActualTypeArguments()[0]).get(0);
            return generic.getRawType() == List.class
                    ? List.of(List.of(inner))
                    : List.of(Optional.of(inner), Optional.empty());
        }
        Class<?> simple = (Class<?>) type;
        if (simple.isEnum()) {
            return List.of(simple.getEnumConstants());
        }
        return Map.<Class<?>, List<?>>of(
                        int.class, List.of(7001),
                        Integer.class, List.of(7001),
                        boolean.class, List.of(true, false),
                        String.class, List.of("some text"),
                        Task.ReadLogs.HostLogs.class,
                                List.of(new Task.ReadLogs.HostLogs("h1", "/log", List.of("dm_X.log"))),
                        Task.AgreeOnRestarts.AddedArchive.class,
                                List.of(new Task.AgreeOnRestarts.AddedArchive("h1", "DSC2", Optional.of("+A/x"))),
                        Look.ShowSpace.Need.class, List.of(new Look.ShowSpace.Need("LOG", 512, true)),
                        Task.TellPartners.Partner.class, List.of(new Task.TellPartners.Partner("LINK0", "10.9.0.1")),
                        FileId.class, List.of(new FileId("h1", "/some/file")))
                .getOrDefault(simple, List.of(FileContent.of(new byte[] {'x'})));
    }

    @ParameterizedTest
    @MethodSource("kinds")
    void every_kind_has_its_own_name_in_json_and_in_the_schema(Class<?> kind) throws Exception {
        Action action = samples(kind).get(0);

        assertThat(Action.class.getAnnotation(JsonSubTypes.class).value())
                .filteredOn(type -> type.value() == kind)
                .singleElement()
                .extracting(JsonSubTypes.Type::name)
                .isEqualTo(action.name());
        JsonNode schema = new ObjectMapper()
                .readTree(
                        Files.readString(Path.of("src/main/resources/io/github/dmdsc/extend/plan/plan-3.schema.json")));
        assertThat(schema.findValuesAsText("const")).contains(action.name());
        ObjectMapper mapper = ModelJson.mapper();
        assertThat(mapper.readValue(mapper.writeValueAsString(action), Action.class))
                .isEqualTo(action);
    }

    @ParameterizedTest
    @MethodSource("kinds")
    void every_kind_has_a_title_a_check_and_a_recovery_in_both_languages(Class<?> kind) throws Exception {
        for (Action action : samples(kind)) {
            Step step = Step.builder()
                    .from(PLAN.steps().get(0))
                    .action(action)
                    .command(Optional.empty())
                    .gate(true)
                    .build();
            for (Locale locale : List.of(Locale.ENGLISH, Locale.CHINESE)) {
                StepTexts texts = new StepTexts(PLAN, locale);
                List<String> said = new ArrayList<>(
                        List.of(texts.title(step), texts.check(step), texts.recovery(step), texts.manual(step)));
                said.add(texts.gate(step).orElseThrow());
                texts.note(step).ifPresent(said::add);
                said.addAll(texts.instructions(step));
                assertThat(said)
                        .as("%s in %s", action, locale)
                        .allSatisfy(text -> assertThat(text).isNotBlank().doesNotContain("{", "}", "Optional["));
            }
        }
    }

    /** Every step says what to do: with its command, with its instructions or with a file to move. */
    @ParameterizedTest
    @MethodSource("kinds")
    void every_kind_has_a_command_or_instructions(Class<?> kind) throws Exception {
        for (Action action : samples(kind)) {
            Cluster cluster = ClusterLens.get(Example.files()).cluster().orElseThrow();
            Optional<ToolCommand> words = new ToolCommands(
                            PLAN.edition(),
                            new Programs(cluster, "/opt/bin"),
                            new Listeners(cluster, "", DmIni.builder().build()))
                    .of(action, "h1");
            Step step = Step.builder()
                    .from(PLAN.steps().get(0))
                    .action(action)
                    .command(words)
                    .build();

            assertThat(Quoting.typed(step, false).isPresent()
                            || !new StepTexts(PLAN, Locale.ENGLISH)
                                    .instructions(step)
                                    .isEmpty())
                    .as("%s", action)
                    .isTrue();
        }
    }

    @ParameterizedTest
    @MethodSource("kinds")
    void every_kind_is_on_the_reference_page(Class<?> kind) throws Exception {
        String page = Files.readString(Path.of("..", "docs", "reference", "steps.md"));
        String components = Arrays.stream(kind.getRecordComponents())
                .map(component -> "`" + component.getName() + "`")
                .collect(Collectors.joining(", "));

        assertThat(page).contains("| `" + samples(kind).get(0).name() + "` |").contains("| " + components + " |");
    }
}
