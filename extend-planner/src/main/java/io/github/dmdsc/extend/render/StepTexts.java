package io.github.dmdsc.extend.render;

import io.github.dmdsc.extend.plan.Action;
import io.github.dmdsc.extend.plan.Change;
import io.github.dmdsc.extend.plan.Control;
import io.github.dmdsc.extend.plan.ExtendPlan;
import io.github.dmdsc.extend.plan.Look;
import io.github.dmdsc.extend.plan.Phase;
import io.github.dmdsc.extend.plan.Step;
import io.github.dmdsc.extend.plan.Task;
import io.github.dmdsc.extend.plan.Tool;
import io.github.dmdsc.extend.run.Recovery;
import io.github.dmdsc.extend.tools.Services;
import io.github.dmdsc.model.FileId;
import io.github.dmdsc.model.GroupType;
import java.lang.reflect.RecordComponent;
import java.util.Collection;
import java.util.HashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.OptionalInt;
import java.util.stream.Collectors;
import java.util.stream.Stream;

/**
 * The texts about the steps of one plan, in English or Chinese. They are looked up by the action of a step. The
 * placeholders of a text are the components of the action and the names of the new node.
 */
public final class StepTexts {
    private final ExtendPlan plan;
    private final Labels labels;

    /** Creates texts about a plan. A Chinese locale gives Chinese, any other locale English. */
    public StepTexts(ExtendPlan plan, Locale locale) {
        this.plan = plan;
        this.labels = new Labels(locale);
    }

    /** Returns the title of the step, which tells its purpose. */
    public String title(Step step) {
        return text(step, "title").orElseThrow();
    }

    /** Returns the instructions for a person, in order; empty if the command of the step is enough. */
    public List<String> instructions(Step step) {
        return step.action().accept(new Instructions(step));
    }

    /** Returns the text that tells how a person checks that the step took effect. */
    public String check(Step step) {
        return Stream.concat(
                        text(step, "verify").stream(),
                        step.action().aspects().stream().map(aspect -> labels.of("aspect." + aspect)))
                .collect(Collectors.joining(labels.space()));
    }

    /** Returns the question before a step that a person must confirm; empty for every other step. */
    public Optional<String> gate(Step step) {
        return step.gate() ? text(step, "gate").or(() -> Optional.of(labels.of("gate.confirm"))) : Optional.empty();
    }

    /** Returns the instructions in case the step fails. */
    public String recovery(Step step) {
        return text(step, "recovery").orElseThrow();
    }

    /** Returns an additional note; empty if there is none. */
    public Optional<String> note(Step step) {
        return text(step, "note");
    }

    /** Returns the chapter of the manual that describes the step. */
    public String manual(Step step) {
        return manual(step.phase());
    }

    /** Returns the chapter of the manual that describes a phase. */
    String manual(Phase phase) {
        OptionalInt step = chapterStep(phase);
        return step.isPresent() ? labels.with("manual.step", Map.of("step", step.getAsInt())) : labels.of("manual");
    }

    private static OptionalInt chapterStep(Phase phase) {
        return switch (phase) {
            case PREFLIGHT, POSTFLIGHT -> OptionalInt.empty();
            case EXPORT_DCR -> OptionalInt.of(1);
            case ADD_LOG_FILES -> OptionalInt.of(2);
            case COPY_CONFIG, UPDATE_ARCHIVES -> OptionalInt.of(3);
            case WRITE_DMDCR -> OptionalInt.of(4);
            case UPDATE_MAL -> OptionalInt.of(5);
            case EDIT_DCR_CONFIG -> OptionalInt.of(6);
            case EXTEND_DCR -> OptionalInt.of(7);
            case EXTEND_NODE -> OptionalInt.of(8);
            case START_CSS_ASM -> OptionalInt.of(9);
            case START_DB -> OptionalInt.of(10);
            case SET_UP_MONITOR, UPDATE_MONITORS, REINITIALISE -> OptionalInt.of(11);
        };
    }

    /** Returns the condition under which a way or way back from a failed step applies, as a sentence. */
    public String when(Recovery.When when, Step failed) {
        return labels.with("when." + when, Map.of("step", failed.id()));
    }

    private Optional<String> text(Step step, String which) {
        return text(step, which, Map.of());
    }

    private Optional<String> text(Step step, String which, Map<String, String> more) {
        Action action = step.action();
        String kind = "step." + action.name() + ".";
        String key = kind + action.variant() + "." + which;
        if (!labels.has(key)) {
            key = kind + which;
        }
        Map<String, Object> parameters = parameters(step);
        parameters.putAll(more);
        return labels.has(key) ? Optional.of(labels.with(key, parameters)) : Optional.empty();
    }

    private Map<String, Object> parameters(Step step) {
        Map<String, Object> parameters = new HashMap<>();
        parameters.put("host", shown(step.host()));
        parameters.put("tool", step.tool().program());
        parameters.put("css", plan.newNode().css());
        parameters.put("asm", plan.newNode().asm());
        parameters.put("db", plan.newNode().db());
        parameters.put("first", plan.nodes().get(0).db());
        plan.reinitialise().stream()
                .map(Step::action)
                .filter(Control.StopGroup.class::isInstance)
                .map(Control.StopGroup.class::cast)
                .forEach(stop -> parameters.put(stop.process() == GroupType.DB ? "dbGroup" : "asmGroup", stop.group()));
        for (RecordComponent component : step.action().getClass().getRecordComponents()) {
            Object value = value(component, step.action());
            parameters.put(component.getName(), shown(value));
            if (value instanceof FileId file) {
                parameters.put(component.getName() + "Path", shown(file.path()));
            } else if (value instanceof GroupType process) {
                parameters.put("program", Tool.server(process, plan.edition()).program());
            }
        }
        return parameters;
    }

    private static Object value(RecordComponent component, Action action) {
        try {
            return component.getAccessor().invoke(action);
        } catch (ReflectiveOperationException e) {
            throw new IllegalStateException("an action's component cannot be read: " + component, e);
        }
    }

    /** Returns the text of a value. Escapes back-ticks, because in the message catalogue they mark code. */
    private String shown(Object value) {
        if (value instanceof Optional<?> some) {
            return some.map(this::shown).orElse("");
        }
        if (value instanceof Collection<?> values) {
            return values.stream().map(this::shown).collect(Collectors.joining(labels.comma()));
        }
        return String.valueOf(value).replace("`", "\\u0060");
    }

    /**
     * Returns the instructions for a person: usually none if the step has a command, otherwise one sentence or a list.
     */
    private final class Instructions
            implements Action.Sorts<List<String>>, Control.Visitor<List<String>>, Task.Visitor<List<String>> {
        private final Step step;

        private Instructions(Step step) {
            this.step = step;
        }

        private List<String> plain() {
            return with(Map.of());
        }

        private List<String> with(Map<String, String> more) {
            return text(step, "do", more)
                    .or(() -> step.command().isEmpty() ? text(step, "byHand", more) : Optional.empty())
                    .stream()
                    .toList();
        }

        @Override
        public List<String> look(Look action) {
            return plain();
        }

        @Override
        public List<String> change(Change action) {
            return plain();
        }

        @Override
        public List<String> control(Control action) {
            return action.accept((Control.Visitor<List<String>>) this);
        }

        @Override
        public List<String> task(Task action) {
            return action.accept((Task.Visitor<List<String>>) this);
        }

        @Override
        public List<String> extendNode(Control.ExtendNode action) {
            return plain();
        }

        @Override
        public List<String> registerService(Control.RegisterService action) {
            return with(Map.of("arguments", String.join(" ", Services.arguments(action, plan.edition()))));
        }

        @Override
        public List<String> registerMonitor(Control.RegisterMonitor action) {
            return with(Map.of("arguments", String.join(" ", Services.arguments(action))));
        }

        @Override
        public List<String> restartMonitor(Control.RestartMonitor action) {
            return plain();
        }

        @Override
        public List<String> start(Control.Start action) {
            return plain();
        }

        @Override
        public List<String> awaitStart(Control.AwaitStart action) {
            return plain();
        }

        @Override
        public List<String> stopGroup(Control.StopGroup action) {
            return plain();
        }

        @Override
        public List<String> prepareHost(Task.PrepareHost action) {
            return list("hostItem.", action.items());
        }

        @Override
        public List<String> readLogs(Task.ReadLogs action) {
            return action.logs().stream()
                    .map(logs -> labels.with(
                            "logs",
                            Map.of(
                                    "host", shown(logs.host()),
                                    "directory", shown(logs.directory()),
                                    "files", shown(logs.files()),
                                    "patterns", shown(action.patterns()))))
                    .toList();
        }

        @Override
        public List<String> agreeOnRestarts(Task.AgreeOnRestarts action) {
            Stream<String> statements = action.archives().stream()
                    .map(archive -> labels.with(
                            "addArchive",
                            Map.of(
                                    "host", shown(archive.host()),
                                    "destination", shown(archive.destination()),
                                    "path", shown(archive.incomingPath()))));
            return Stream.concat(plain().stream(), statements).toList();
        }

        @Override
        public List<String> tellClients(Task.TellClients action) {
            return plain();
        }

        @Override
        public List<String> tellPartners(Task.TellPartners action) {
            return plain();
        }

        @Override
        public List<String> lookAfter(Task.LookAfter action) {
            return list("afterItem.", action.items());
        }

        @Override
        public List<String> stopProcess(Task.StopProcess action) {
            String how = action.service()
                    .map(service -> labels.with("stop.service", Map.of("service", shown(service))))
                    .orElseGet(() -> labels.of("stop.console"));
            return with(Map.of("how", how));
        }

        @Override
        public List<String> startOldNodes(Task.StartOldNodes action) {
            return plain();
        }

        private List<String> list(String key, List<? extends Enum<?>> items) {
            Map<String, Object> parameters = parameters(step);
            return items.stream()
                    .map(item -> labels.with(key + item, parameters))
                    .toList();
        }
    }
}
