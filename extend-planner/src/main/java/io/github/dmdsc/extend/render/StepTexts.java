package io.github.dmdsc.extend.render;

import io.github.dmdsc.extend.plan.Action;
import io.github.dmdsc.extend.plan.Change;
import io.github.dmdsc.extend.plan.Control;
import io.github.dmdsc.extend.plan.ExtendPlan;
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
 * The sentences about the steps of one plan, in English or Chinese. They are looked up by a step's action; the
 * placeholders of a sentence are the components of the action, and the names of the new node.
 */
public final class StepTexts {
    private final ExtendPlan plan;
    private final Labels labels;
    private final String comma;

    /** The sentences about a plan; any locale that is not Chinese gives English. */
    public StepTexts(ExtendPlan plan, Locale locale) {
        this.plan = plan;
        this.labels = new Labels(locale);
        this.comma = locale.getLanguage().equals("zh") ? "、" : ", ";
    }

    /** What the step is for. */
    public String title(Step step) {
        return text(step, "title").orElseThrow();
    }

    /** What a person does, in the order of doing it; empty where the words of the step say everything. */
    public List<String> instructions(Step step) {
        if (step.action() instanceof Task.PrepareHost prepare) {
            return prepare.items().stream()
                    .map(item -> labels.with("hostItem." + item, parameters(step)))
                    .toList();
        } else if (step.action() instanceof Task.LookAfter after) {
            return after.items().stream()
                    .map(item -> labels.with("afterItem." + item, parameters(step)))
                    .toList();
        } else if (step.action() instanceof Task.ReadLogs read) {
            return read.logs().stream()
                    .map(logs -> labels.with(
                            "logs",
                            Map.of(
                                    "host", logs.host(),
                                    "directory", logs.directory(),
                                    "files", shown(logs.files()),
                                    "patterns", shown(read.patterns()))))
                    .toList();
        } else if (step.action() instanceof Task.AgreeOnRestarts restarts) {
            return Stream.concat(
                            text(step, "do").stream(),
                            restarts.archives().stream()
                                    .map(archive -> labels.with(
                                            "addArchive",
                                            Map.of(
                                                    "host", archive.host(),
                                                    "destination", archive.destination(),
                                                    "path",
                                                            archive.incomingPath()
                                                                    .orElse("")))))
                    .toList();
        }
        return text(step, "do").or(() -> step.words().isEmpty() ? text(step, "byHand") : Optional.empty()).stream()
                .toList();
    }

    /** How to see that the step worked. */
    public String check(Step step) {
        return text(step, "verify").orElseThrow();
    }

    /** The question before a step that a person must confirm; empty for every other step. */
    public Optional<String> gate(Step step) {
        return step.gate() ? text(step, "gate").or(() -> Optional.of(labels.of("gate.confirm"))) : Optional.empty();
    }

    /** What to do if the step fails. */
    public String recovery(Step step) {
        return text(step, "recovery").orElseThrow();
    }

    /** What else to know. */
    public Optional<String> note(Step step) {
        return text(step, "note");
    }

    /** Where the manual describes the step. */
    public String manual(Step step) {
        return manual(step.phase());
    }

    /** Where the manual describes that part of an extension. */
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

    /** In which case a way on or back from a step is to be taken. */
    public String when(Recovery.When when, Step failed) {
        return labels.with("when." + when, Map.of("step", failed.id()));
    }

    private Optional<String> text(Step step, String which) {
        Action action = step.action();
        String kind = "step." + action.name() + ".";
        String key = kind + action.variant() + "." + which;
        if (!labels.has(key)) {
            key = kind + which;
        }
        return labels.has(key) ? Optional.of(labels.with(key, parameters(step))) : Optional.empty();
    }

    private Map<String, Object> parameters(Step step) {
        Map<String, Object> parameters = new HashMap<>();
        parameters.put("host", step.host());
        parameters.put("tool", step.tool().program());
        parameters.put("css", plan.newNode().css());
        parameters.put("asm", plan.newNode().asm());
        parameters.put("db", plan.newNode().db());
        plan.reinitialise().forEach(back -> {
            if (back.action() instanceof Control.StopGroup stop) {
                parameters.put(stop.process() == GroupType.DB ? "dbGroup" : "asmGroup", stop.group());
            }
        });
        for (RecordComponent component : step.action().getClass().getRecordComponents()) {
            Object value = value(component, step.action());
            parameters.put(component.getName(), shown(value));
            if (value instanceof FileId file) {
                parameters.put(component.getName() + "Path", file.path());
            } else if (value instanceof GroupType process) {
                parameters.put("program", Tool.server(process, plan.edition()).program());
            }
        }
        if (step.action() instanceof Control.RegisterService register) {
            parameters.put("arguments", String.join(" ", Services.arguments(register, plan.edition())));
        } else if (step.action() instanceof Change.CopyDirectory) {
            parameters.put("first", plan.nodes().get(0).db());
        } else if (step.action() instanceof Task.StopProcess stop) {
            parameters.put(
                    "how",
                    stop.service()
                            .map(service -> labels.with("stop.service", Map.of("service", service)))
                            .orElseGet(() -> labels.of("stop.console")));
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

    private String shown(Object value) {
        if (value instanceof Optional<?> some) {
            return some.map(this::shown).orElse("");
        }
        if (value instanceof Collection<?> values) {
            return values.stream().map(String::valueOf).collect(Collectors.joining(comma));
        }
        return value instanceof Optional<?> perhaps
                ? perhaps.map(String::valueOf).orElse("")
                : String.valueOf(value);
    }
}
