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
 * Compares a DCR configuration with an export of a DCR disk. Only values count. Order, layout and comments do not
 * matter, and neither do keys that only an export has, such as a checksum or an array that the tool computes.
 */
final class ExportDiff {
    private static final Set<String> ERROR_KEYS =
            Set.of(DcrGroup.ERROR_ENDPOINT_COUNT, DcrGroup.ERROR_ENDPOINT_NUMBERS);
    /** Keys that the tool computes if the file does not give them. */
    private static final Set<String> COMPUTED_KEYS = Set.of(DcrGroup.ENDPOINT_NUMBERS, DcrEndpoint.SEQNO);

    private final OptionalInt joining;

    private ExportDiff(OptionalInt joining) {
        this.joining = joining;
    }

    /** See {@link ClusterDiff#ofExport}. */
    static ClusterDiff of(FileId file, byte[] expected, FileId exported, byte[] export, OptionalInt joining) {
        ImageReader.Result before = ImageReader.read(file, IniDocument.parse(expected));
        ImageReader.Result after = ImageReader.read(exported, IniDocument.parse(export));
        List<Change> changes = ImageDiff.of(before.image(), after.image()).stream()
                .filter(new ExportDiff(joining)::counts)
                .toList();
        return new ClusterDiff(changes, List.of(), before.findings(), after.findings());
    }

    private boolean counts(Change change) {
        if (change instanceof Change.ParameterAdded added) {
            return ERROR_KEYS.contains(added.key()) && failed(added.key(), added.after());
        } else if (change instanceof Change.ParameterRemoved removed) {
            return !ERROR_KEYS.contains(removed.key())
                    && !COMPUTED_KEYS.contains(removed.key())
                    && isKnown(removed.before(), removed.key());
        } else if (change instanceof Change.ParameterChanged changed) {
            return ERROR_KEYS.contains(changed.key())
                    ? failed(changed.key(), changed.after())
                    : isKnown(changed.after(), changed.key());
        }
        return true;
    }

    /**
     * Returns whether a key counts. An unknown key before the first section, for example a checksum, belongs to the
     * tool and does not count. An unknown key in an endpoint belongs to the operator.
     */
    private static boolean isKnown(Value value, String key) {
        return value.part().kind() != PartKind.GLOBALS
                || ParameterTable.of(DmdcrCfg.class).find(key).isPresent();
    }

    /** Returns whether an endpoint other than the joining one is listed as failed. */
    private boolean failed(String key, Value value) {
        String text = String.join(" ", value.texts()).replaceAll("[{}\\s]", "");
        boolean none = key.equals(DcrGroup.ERROR_ENDPOINT_COUNT) ? text.equals("0") : text.isEmpty();
        String one = key.equals(DcrGroup.ERROR_ENDPOINT_COUNT) ? "1" : String.valueOf(joining.orElse(-1));
        return !none && !(joining.isPresent() && text.equals(one));
    }
}
