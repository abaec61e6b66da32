package io.github.dmdsc.model.check.rules;

import io.github.dmdsc.model.Cluster;
import io.github.dmdsc.model.check.EditionLimits;
import io.github.dmdsc.model.check.Finding;
import io.github.dmdsc.model.check.FindingKind;
import io.github.dmdsc.model.check.Rule;
import java.util.Locale;
import java.util.function.Consumer;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/** An IPv4 address is written as such: that it may stand in the form of an IPv6 one is said nowhere. */
final class MappedAddresses implements Rule {
    private static final FindingKind KIND = Findings.warning("DSC-0241").waivable();
    private static final Pattern MAPPED = Pattern.compile("(?:0*:)+ffff:([0-9]+\\.[0-9.]+)");

    @Override
    public FindingKind kind() {
        return KIND;
    }

    @Override
    public void check(Cluster cluster, EditionLimits limits, Consumer<Finding> report) {
        GivenAddresses.forEach(cluster, (address, key, place) -> {
            Matcher mapped = MAPPED.matcher(address.withoutZone().text().toLowerCase(Locale.ROOT));
            if (mapped.matches()) {
                report.accept(KIND.at(place)
                        .with("key", key)
                        .with("address", address)
                        .with("plain", mapped.group(1))
                        .build());
            }
        });
    }
}
