package io.github.dmdsc.extend.cli;

import java.nio.file.Path;
import org.jspecify.annotations.Nullable;
import picocli.CommandLine.Option;

/** The option {@code --journal}. */
final class JournalOption {
    @Option(
            names = "--journal",
            paramLabel = "<file>",
            description = "The journal; default: journal.jsonl in the directory of the plan.")
    private @Nullable Path file;

    /** Returns whether the command line names the journal. */
    boolean isNamed() {
        return file != null;
    }

    /** Returns the path of the journal of a plan. */
    Path file(Path plan) {
        return file != null ? file : PlanInput.directory(plan).resolve("journal.jsonl");
    }
}
