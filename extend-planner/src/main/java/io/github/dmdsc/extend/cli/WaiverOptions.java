package io.github.dmdsc.extend.cli;

import io.github.dmdsc.model.check.Waiver;
import java.util.ArrayList;
import java.util.List;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Option;
import picocli.CommandLine.ParameterException;

/** The option that waives findings. */
final class WaiverOptions {
    @Option(
            names = "--waive",
            paramLabel = "<rule>@<place>=<reason>",
            description =
                    "Lets a finding stand that you answer for; the place is printed with it, its line may be left out.")
    private List<String> waivers = List.of();

    /**
     * The waivers.
     *
     * @throws ParameterException if one has no rule, no place or no reason
     */
    List<Waiver> waivers(CommandSpec spec) {
        List<Waiver> all = new ArrayList<>();
        for (String text : waivers) {
            try {
                Waiver waiver = Waiver.parse(text);
                all.add(new Waiver(waiver.ruleId(), Flags.input(waiver.place()), waiver.reason()));
            } catch (IllegalArgumentException e) {
                throw new ParameterException(
                        spec.commandLine(), "--waive " + text + ": " + e.getMessage() + ", <rule>@<place>=<reason>", e);
            }
        }
        return List.copyOf(all);
    }
}
