package io.github.dmdsc.extend.cli;

import io.github.dmdsc.model.check.Waiver;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Option;
import picocli.CommandLine.ParameterException;

/** The option {@code --waive}. */
final class WaiverOptions {
    private static final String FORM = "<rule>@<place>=<reason>";

    @Option(
            names = "--waive",
            paramLabel = FORM,
            description = "Accept a finding on your own responsibility. The place is printed with the finding;"
                    + " you may leave out its line.")
    private List<String> waivers = List.of();

    /**
     * Returns the waivers.
     *
     * @throws ParameterException if a waiver has no rule, no place or no reason
     */
    List<Waiver> waivers(CommandSpec spec) {
        List<Waiver> all = new ArrayList<>();
        for (String text : waivers) {
            try {
                Waiver waiver = Waiver.parse(text);
                all.add(new Waiver(waiver.ruleId(), Flags.input(waiver.place()), waiver.reason()));
            } catch (IllegalArgumentException e) {
                throw UsageError.of(spec, "form", Map.of("option", "--waive", "given", text, "form", FORM));
            }
        }
        return List.copyOf(all);
    }
}
