package io.github.dmdsc.extend.cli;

import io.github.dmdsc.model.FileId;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import org.jspecify.annotations.Nullable;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Option;
import picocli.CommandLine.ParameterException;

/** The option {@code --dcr-config}, which selects one of several exports of the DCR. */
final class DcrOption {
    private static final String FORM = "<host>:<path>";

    @Option(
            names = "--dcr-config",
            paramLabel = FORM,
            description = "The DCR export to use, if the files hold several.")
    private @Nullable String dcrConfig;

    /**
     * Returns the export that the option names; empty if the option is not given.
     *
     * @throws ParameterException if the option is not {@code <host>:<path>}
     */
    Optional<FileId> file(CommandSpec spec) {
        try {
            return Optional.ofNullable(dcrConfig).map(FileId::parse);
        } catch (IllegalArgumentException e) {
            throw UsageError.of(
                    spec, "form", Map.of("option", "--dcr-config", "given", Objects.toString(dcrConfig), "form", FORM));
        }
    }
}
