package io.github.dmdsc.ini.diff;

import io.github.dmdsc.ini.IniDocument;
import io.github.dmdsc.model.DcrEndpoint;
import io.github.dmdsc.model.DcrGroup;
import io.github.dmdsc.model.DmdcrCfg;
import io.github.dmdsc.model.FileId;
import io.github.dmdsc.model.ParameterTable;
import java.util.List;
import java.util.OptionalInt;
import java.util.Set;

/**
 * Whether a DCR disk holds a configuration, as its export tells. The values count: order, layout and comments do not, nor
 * keys that only an export has, as a checksum or an array that the tool works out.
 */
public final class ExportDiff {
    private static final Set<String> ERRORS = Set.of(DcrGroup.ERROR_ENDPOINT_COUNT, DcrGroup.ERROR_ENDPOINT_NUMBERS);
    /** What a tool works out where a file does not say it. */
    private static final Set<String> WORKED_OUT = Set.of(DcrGroup.ENDPOINT_NUMBERS, DcrEndpoint.SEQNO);

    private final OptionalInt joining;

    private ExportDiff(OptionalInt joining) {
        this.joining = joining;
    }

    /**
     * Compares a configuration with an export. The result has no texts; it is empty, and {@code afterFindings} too, where
     * the disk holds the configuration.
     *
     * @param file the name by which both are told
     * @param expected the configuration that the disk should hold
     * @param export what the tool exported
     * @param joining the number of an endpoint that may stand as failed: one that is on the disk and does not run yet;
     *     empty where none may
     */
    public static ClusterDiff of(FileId file, byte[] expected, byte[] export, OptionalInt joining) {
        ImageReader.Result before = ImageReader.read(file, IniDocument.parse(expected));
        ImageReader.Result after = ImageReader.read(file, IniDocument.parse(export));
        List<Change> changes = ImageDiff.of(before.image(), after.image()).stream()
                .filter(new ExportDiff(joining)::counts)
                .toList();
        return new ClusterDiff(changes, List.of(), before.findings(), after.findings());
    }

    private boolean counts(Change change) {
        if (change instanceof Change.ParameterAdded added) {
            return ERRORS.contains(added.key()) && failed(added.key(), added.after());
        } else if (change instanceof Change.ParameterRemoved removed) {
            return !ERRORS.contains(removed.key())
                    && !WORKED_OUT.contains(removed.key())
                    && isKnown(removed.before(), removed.key());
        } else if (change instanceof Change.ParameterChanged changed) {
            return ERRORS.contains(changed.key())
                    ? failed(changed.key(), changed.after())
                    : isKnown(changed.after(), changed.key());
        }
        return true;
    }

    /** Globals that no manual names are the tool's own, as a checksum is; in an endpoint they are the operator's. */
    private static boolean isKnown(Value value, String key) {
        return value.part().kind() != PartKind.GLOBALS
                || ParameterTable.of(DmdcrCfg.class).find(key).isPresent();
    }

    /** Whether another endpoint than the joining one stands as failed. */
    private boolean failed(String key, Value value) {
        String text = String.join(" ", value.texts()).replaceAll("[{}\\s]", "");
        boolean none = key.equals(DcrGroup.ERROR_ENDPOINT_COUNT) ? text.equals("0") : text.isEmpty();
        String one = key.equals(DcrGroup.ERROR_ENDPOINT_COUNT) ? "1" : String.valueOf(joining.orElse(-1));
        return !none && !(joining.isPresent() && text.equals(one));
    }
}
