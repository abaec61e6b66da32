package io.github.dmdsc.extend.cli;

import io.github.dmdsc.extend.render.PlanJson;
import io.github.dmdsc.model.check.Finding;
import java.util.List;
import picocli.CommandLine.Option;

/** The option {@code --format}. Both formats are printed to the standard output, with every exit code. */
final class FormatOption {
    @Option(names = "--format", defaultValue = "text", description = "${COMPLETION-CANDIDATES}; default: text.")
    private Format format = Format.text;

    /** The output formats. */
    enum Format {
        text,
        json
    }

    boolean json() {
        return format == Format.json;
    }

    /** Prints the findings about an input that cannot be used, and returns the exit code. */
    int unreadable(Printer printer, List<Finding> findings) {
        if (json()) {
            printer.out().println(PlanJson.text(Reports.Findings.of(printer.shown(findings))));
        } else {
            printer.findings(findings);
        }
        return Main.UNREADABLE;
    }
}
