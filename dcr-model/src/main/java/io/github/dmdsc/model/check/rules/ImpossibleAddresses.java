package io.github.dmdsc.model.check.rules;

import io.github.dmdsc.model.Cluster;
import io.github.dmdsc.model.check.EditionLimits;
import io.github.dmdsc.model.check.Finding;
import io.github.dmdsc.model.check.FindingKind;
import io.github.dmdsc.model.check.Rule;
import java.util.Locale;
import java.util.function.Consumer;
import java.util.regex.Pattern;

/** Every address is one that a host can have. */
final class ImpossibleAddresses implements Rule {
    private static final FindingKind KIND = Findings.error("DSC-0234").waivable();

    private static final Pattern NUMERIC = Pattern.compile("[0-9.]+");
    private static final String PART = "(?:25[0-5]|2[0-4][0-9]|1[0-9]{2}|[1-9]?[0-9])";
    private static final Pattern FOUR_NUMBERS = Pattern.compile(PART + "(?:\\." + PART + "){3}");
    private static final Pattern MULTICAST = Pattern.compile("2(?:2[4-9]|3[0-9])\\..*");

    @Override
    public FindingKind kind() {
        return KIND;
    }

    @Override
    public void check(Cluster cluster, EditionLimits limits, Consumer<Finding> report) {
        GivenAddresses.forEach(cluster, (address, key, place) -> {
            if (isOfNobody(address.withoutZone().text().toLowerCase(Locale.ROOT))) {
                report.accept(
                        KIND.at(place).with("key", key).with("address", address).build());
            }
        });
    }

    private static boolean isOfNobody(String text) {
        if (!NUMERIC.matcher(text).matches()) {
            return text.equals("::") || (text.startsWith("ff") && text.indexOf(':') == 4);
        }
        return !FOUR_NUMBERS.matcher(text).matches()
                || text.equals("0.0.0.0")
                || text.equals("255.255.255.255")
                || MULTICAST.matcher(text).matches();
    }
}
