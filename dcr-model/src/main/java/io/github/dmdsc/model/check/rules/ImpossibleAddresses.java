package io.github.dmdsc.model.check.rules;

import io.github.dmdsc.model.Cluster;
import io.github.dmdsc.model.ClusterNode;
import io.github.dmdsc.model.ConfigFile;
import io.github.dmdsc.model.CssAddress;
import io.github.dmdsc.model.DcrEndpoint;
import io.github.dmdsc.model.DcrGroup;
import io.github.dmdsc.model.Dmcssm;
import io.github.dmdsc.model.Dmdcr;
import io.github.dmdsc.model.HostAddress;
import io.github.dmdsc.model.Location;
import io.github.dmdsc.model.MalConfig;
import io.github.dmdsc.model.MalInstance;
import io.github.dmdsc.model.ParameterSet;
import io.github.dmdsc.model.check.EditionLimits;
import io.github.dmdsc.model.check.Finding;
import io.github.dmdsc.model.check.FindingKind;
import io.github.dmdsc.model.check.Rule;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.function.Consumer;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.stream.Stream;

/** Every address is one that a host can have. */
final class ImpossibleAddresses implements Rule {
    private static final FindingKind KIND = Findings.error("DSC-0234").waivable();

    private static final Pattern NUMERIC = Pattern.compile("[0-9.]+");
    private static final String PART = "(?:25[0-5]|2[0-4][0-9]|1[0-9]{2}|[1-9]?[0-9])";
    private static final Pattern FOUR_NUMBERS = Pattern.compile(PART + "(?:\\." + PART + "){3}");
    private static final Pattern MULTICAST = Pattern.compile("2(?:2[4-9]|3[0-9])\\..*");
    private static final Pattern MAPPED = Pattern.compile("(?:0*:)+ffff:([0-9]+\\.[0-9.]+)");

    @Override
    public FindingKind kind() {
        return KIND;
    }

    @Override
    public void check(Cluster cluster, EditionLimits limits, Consumer<Finding> report) {
        for (DcrGroup group : cluster.dcr().value().groups()) {
            for (DcrEndpoint endpoint : group.endpoints()) {
                check(endpoint.host(), endpoint, DcrEndpoint.HOST, report);
                check(endpoint.vip(), endpoint, DcrEndpoint.VIP, report);
            }
        }
        for (ClusterNode node : cluster.nodes()) {
            check(node.dmdcr().value().linkCheckIp(), node.dmdcr().value(), Dmdcr.LINK_CHECK_IP, report);
            Stream.of(node.asmMal(), node.dbMal()).flatMap(Optional::stream).forEach(file -> mal(file.value(), report));
        }
        for (ConfigFile<Dmcssm> monitor : cluster.monitors()) {
            List<CssAddress> addresses = monitor.value().cssAddresses();
            for (int i = 0; i < addresses.size(); i++) {
                check(
                        addresses.get(i).host(),
                        monitor.value().origin().at(Dmcssm.CSS_ADDRESSES, i),
                        Dmcssm.CSS_ADDRESSES,
                        report);
            }
        }
    }

    private static void mal(MalConfig mal, Consumer<Finding> report) {
        check(mal.checkIp(), mal, MalConfig.CHECK_IP, report);
        for (MalInstance instance : mal.instances()) {
            check(instance.host(), instance, MalInstance.HOST, report);
            check(instance.serviceHost(), instance, MalInstance.SERVICE_HOST, report);
        }
    }

    private static void check(Optional<HostAddress> address, ParameterSet<?> in, String key, Consumer<Finding> report) {
        address.ifPresent(found -> check(found, in.origin().at(key), key, report));
    }

    private static void check(HostAddress address, Location place, String key, Consumer<Finding> report) {
        String text = address.withoutZone().text().toLowerCase(Locale.ROOT);
        Matcher mapped = MAPPED.matcher(text);
        if (mapped.matches()) {
            report.accept(KIND.saying("mapped")
                    .at(place)
                    .with("key", key)
                    .with("address", address)
                    .with("plain", mapped.group(1))
                    .build());
        } else if (isOfNobody(text)) {
            report.accept(
                    KIND.at(place).with("key", key).with("address", address).build());
        }
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
