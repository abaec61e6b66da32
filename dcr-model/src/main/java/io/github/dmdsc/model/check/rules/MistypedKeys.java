package io.github.dmdsc.model.check.rules;

import io.github.dmdsc.model.Cluster;
import io.github.dmdsc.model.DcrEndpoint;
import io.github.dmdsc.model.DmIni;
import io.github.dmdsc.model.ParameterInfo;
import io.github.dmdsc.model.ParameterSet;
import io.github.dmdsc.model.ParameterTable;
import io.github.dmdsc.model.check.Finding;
import io.github.dmdsc.model.check.FindingKind;
import io.github.dmdsc.model.check.ManualLimits;
import io.github.dmdsc.model.check.Rule;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.function.Consumer;

/** No unknown parameter has nearly the same key as a missing parameter. */
final class MistypedKeys implements Rule {
    private static final FindingKind KIND = Findings.warning("DSC-0227").waivable();

    /** Wrong keys that occur in files of real clusters, each with the correct key. */
    private static final Map<String, String> COMMON_MISTAKES =
            Map.of("DCR_EP_ASM_SHMKEY", DcrEndpoint.SHM_KEY, "DCR_EP_CHECK_PORT", DcrEndpoint.CHECK_PORT);

    private static final int LONG = 10;

    @Override
    public FindingKind kind() {
        return KIND;
    }

    @Override
    public void check(Cluster cluster, ManualLimits limits, Consumer<Finding> report) {
        for (ParameterSet<?> values : ParameterSets.of(cluster)) {
            if (!(values instanceof DmIni)) {
                values.other()
                        .keySet()
                        .forEach(key -> meant(key, values)
                                .ifPresent(known ->
                                        report.accept(KIND.at(values.origin().at(key))
                                                .with("key", key)
                                                .with("known", known)
                                                .build())));
            }
        }
    }

    /** Returns the key of the missing parameter that is nearly spelt like the given key. */
    private static Optional<String> meant(String key, ParameterSet<?> in) {
        List<String> missing = ParameterTable.of(in).parameters().stream()
                .filter(parameter -> parameter.texts(in).isEmpty())
                .map(ParameterInfo::key)
                .filter(known -> !in.origin().unreadable(known))
                .toList();
        return missing.stream()
                .filter(known -> known.equals(COMMON_MISTAKES.get(key)))
                .findFirst()
                .or(() -> missing.stream()
                        .filter(known -> letters(known).equals(letters(key)))
                        .findFirst())
                .or(() -> missing.stream()
                        .filter(known -> isNear(known, key))
                        .sorted()
                        .findFirst());
    }

    private static String letters(String key) {
        return key.replaceAll("[^A-Z]", "");
    }

    private static boolean isNear(String known, String key) {
        // A key with a digit at its end is usually a parameter of its own. A short key resembles many others, so it may
        // differ in one letter only.
        boolean numbered = Character.isDigit(key.charAt(key.length() - 1));
        int most = key.length() < LONG ? 1 : 2;
        return !numbered && Math.abs(known.length() - key.length()) <= most && distance(known, key) <= most;
    }

    /** Returns the number of letters that differ, are missing, are superfluous, or are swapped with their neighbour. */
    private static int distance(String one, String other) {
        int[][] d = new int[one.length() + 1][other.length() + 1];
        for (int i = 0; i <= one.length(); i++) {
            for (int j = 0; j <= other.length(); j++) {
                if (i == 0 || j == 0) {
                    d[i][j] = i + j;
                    continue;
                }
                int same = one.charAt(i - 1) == other.charAt(j - 1) ? 0 : 1;
                d[i][j] = Math.min(Math.min(d[i - 1][j], d[i][j - 1]) + 1, d[i - 1][j - 1] + same);
                boolean swapped = i > 1
                        && j > 1
                        && one.charAt(i - 1) == other.charAt(j - 2)
                        && one.charAt(i - 2) == other.charAt(j - 1);
                if (swapped) {
                    d[i][j] = Math.min(d[i][j], d[i - 2][j - 2] + 1);
                }
            }
        }
        return d[one.length()][other.length()];
    }
}
