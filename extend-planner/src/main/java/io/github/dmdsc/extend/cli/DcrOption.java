package io.github.dmdsc.extend.cli;

import io.github.dmdsc.model.FileId;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import org.jspecify.annotations.Nullable;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Option;
import picocli.CommandLine.ParameterException;

/** Which of several DCR exports is meant, for every command that reads a cluster to judge it. */
final class DcrOption {
    private static final String FORM = "<host>:<path>";

    @Option(
            names = "--dcr-config",
            paramLabel = FORM,
            description = "The DCR export to use, if the files hold several.")
    private @Nullable String dcrConfig;

    /**
     * The file that is named, if one is.
     *
     * @throws ParameterException if the text names no file
     */
    Optional<FileId> file(CommandSpec spec) {
        try {
            return Optional.ofNullable(dcrConfig).map(FileId::parse);
        } catch (IllegalArgumentException e) {
            throw Slip.of(
                    spec, "form", Map.of("option", "--dcr-config", "given", Objects.toString(dcrConfig), "form", FORM));
        }
    }
}
