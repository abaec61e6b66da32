package io.github.dmdsc.extend.cli;

import io.github.dmdsc.extend.render.PlanJson;
import io.github.dmdsc.model.check.Finding;
import java.util.List;
import picocli.CommandLine.Option;

/** The option that chooses text or JSON. Both go to the standard output, whatever the exit code is. */
final class FormatOption {
    @Option(names = "--format", defaultValue = "text", description = "${COMPLETION-CANDIDATES}; default: text.")
    private Format format = Format.text;

    /** The forms of output. */
    enum Format {
        text,
        json
    }

    boolean json() {
        return format == Format.json;
    }

    /** Prints what was found in an input that cannot be used; gives the exit code. */
    int unreadable(Printer printer, List<Finding> findings) {
        if (json()) {
            printer.out().println(PlanJson.text(Reports.Findings.of(printer.shown(findings))));
        } else {
            printer.findings(findings);
        }
        return Main.UNREADABLE;
    }
}
