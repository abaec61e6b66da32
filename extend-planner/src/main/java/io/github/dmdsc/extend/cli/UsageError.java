package io.github.dmdsc.extend.cli;

import io.github.dmdsc.model.check.Text;
import java.util.Arrays;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Set;
import picocli.CommandLine;
import picocli.CommandLine.MissingParameterException;
import picocli.CommandLine.Model.ArgSpec;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Model.OptionSpec;
import picocli.CommandLine.Model.PositionalParamSpec;
import picocli.CommandLine.OverwrittenOptionException;
import picocli.CommandLine.ParameterException;
import picocli.CommandLine.UnmatchedArgumentException;

/** An error in the command line, with its message in every language. */
final class UsageError extends ParameterException {
    private static final long serialVersionUID = 1L;

    private static final Set<Class<?>> NUMBERS = Set.of(Integer.class, int.class, Long.class, long.class);

    private final transient Text text;

    private UsageError(CommandLine where, Text text) {
        super(where, text.en());
        this.text = text;
    }

    static UsageError of(CommandSpec spec, String key, Map<String, ?> parameters) {
        return new UsageError(spec.commandLine(), words(key, parameters));
    }

    /** Returns a message. Puts a blank argument in quotes, so that it is visible. */
    private static Text words(String key, Map<String, ?> parameters) {
        Map<String, Object> shown = new HashMap<>(parameters);
        shown.computeIfPresent(
                "given", (name, given) -> given.toString().isBlank() ? '"' + given.toString() + '"' : given);
        return Words.text("slip." + key, shown);
    }

    /** Returns the message of an exception that picocli or a command has thrown. */
    static Text text(ParameterException wrong) {
        if (wrong instanceof UsageError slip) {
            return slip.text;
        } else if (wrong instanceof MissingParameterException missing) {
            return words(
                    "missing",
                    Map.of(
                            "missing",
                            missing.getMissing().stream().map(UsageError::name).toList()));
        } else if (wrong instanceof UnmatchedArgumentException unmatched) {
            return words("unmatched", Map.of("given", unmatched(unmatched)));
        } else if (wrong instanceof OverwrittenOptionException twice) {
            return words("twice", Map.of("option", name(twice.getOverwritten())));
        }
        ArgSpec argument = wrong.getArgSpec();
        if (argument == null) {
            String message = Objects.toString(wrong.getMessage(), "");
            return new Text(message, message);
        }
        Map<String, Object> parameters = new HashMap<>();
        parameters.put("option", name(argument));
        parameters.put("given", Objects.toString(wrong.getValue(), ""));
        if (argument.typeInfo().isMap()) {
            parameters.put("form", argument.paramLabel());
            return words("form", parameters);
        }
        Class<?> type = argument.auxiliaryTypes()[0];
        if (type.isEnum()) {
            parameters.put(
                    "known",
                    Arrays.stream(type.getEnumConstants()).map(String::valueOf).toList());
            return words("choice", parameters);
        }
        if (NUMBERS.contains(type)) {
            return words("number", parameters);
        }
        parameters.put("reason", Objects.toString(wrong.getMessage(), ""));
        return words("value", parameters);
    }

    /**
     * Returns the unknown arguments. If there are unknown options, returns only these, because picocli also reports the
     * values that follow them.
     */
    private static List<String> unmatched(UnmatchedArgumentException unmatched) {
        List<String> given = unmatched.getUnmatched();
        List<String> options = given.stream()
                .filter(word -> word.startsWith("-") && word.length() > 1)
                .toList();
        return options.isEmpty() ? given : options;
    }

    private static String name(ArgSpec argument) {
        return argument instanceof OptionSpec option
                ? option.longestName() + (option.arity().max() == 0 ? "" : "=" + option.paramLabel())
                : argument instanceof PositionalParamSpec positional ? positional.paramLabel() : "";
    }
}
