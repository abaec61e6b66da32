package io.github.dmdsc.extend.values;

import io.github.dmdsc.model.HostAddress;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Set;
import java.util.regex.Pattern;
import java.util.stream.Collectors;

/** Whether a text is an address under which other hosts can reach one: nothing is resolved, only the form is looked at. */
final class Reachable {
    private static final Pattern DIGITS_AND_DOTS = Pattern.compile("[0-9.]+");
    private static final Pattern OCTET = Pattern.compile("0|[1-9][0-9]{0,2}");
    private static final Pattern GROUP = Pattern.compile("[0-9A-Fa-f]{1,4}");
    private static final Pattern IPV6 = Pattern.compile("[0-9A-Fa-f.]*:[0-9A-Fa-f.:]*");
    private static final Pattern NAME = Pattern.compile("[A-Za-z0-9_](?:[A-Za-z0-9_.-]{0,251}[A-Za-z0-9_.])?");
    /** This host, by name. */
    private static final Pattern SELF = Pattern.compile("localhost", Pattern.CASE_INSENSITIVE);

    private static final Set<String> SELF6 = Set.of("0:0:0:0:0:0:0:0", "0:0:0:0:0:0:0:1");

    private Reachable() {}

    /** Whether it is one host's address, and not one that each host has for itself, or that many share. */
    static boolean fromOtherHosts(HostAddress address) {
        String text = address.withoutZone().text();
        boolean zone = !text.equals(address.text());
        if (address.isIpv6()) {
            String same = canonical(address);
            return isIpv6(text) && (isIpv4(same) ? ofOneHost(same) : !same.startsWith("ff") && !SELF6.contains(same));
        }
        if (zone || SELF.matcher(text).matches()) {
            return false;
        }
        // A name of digits and dots is an address with a slip in it.
        boolean name = !DIGITS_AND_DOTS.matcher(text).matches();
        return name ? NAME.matcher(text).matches() : isIpv4(text) && ofOneHost(text);
    }

    /** Not this host, not a multicast group, not a broadcast: these are 0.x, 127.x and all from 224 on. */
    private static boolean ofOneHost(String ipv4) {
        int first = Integer.parseInt(ipv4.substring(0, ipv4.indexOf('.')));
        return first != 0 && first != 127 && first < 224;
    }

    /**
     * The address in the one spelling that all its spellings share: in lower case, without a zone, IPv6 in eight groups, and
     * IPv4 inside IPv6 ({@code ::ffff:10.0.2.101}) as IPv4.
     */
    static String canonical(HostAddress address) {
        String text = address.withoutZone().text().toLowerCase(Locale.ROOT);
        if (!address.isIpv6() || !isIpv6(text)) {
            return text;
        }
        int gap = text.indexOf("::");
        List<Integer> groups = values(gap < 0 ? text : text.substring(0, gap));
        List<Integer> behind = values(gap < 0 ? "" : text.substring(gap + 2));
        while (groups.size() + behind.size() < 8) {
            groups.add(0);
        }
        groups.addAll(behind);
        boolean mapped = groups.subList(0, 6).equals(List.of(0, 0, 0, 0, 0, 0xffff));
        return mapped
                ? groups.get(6) / 256 + "." + groups.get(6) % 256 + "." + groups.get(7) / 256 + "."
                        + groups.get(7) % 256
                : groups.stream().map(Integer::toHexString).collect(Collectors.joining(":"));
    }

    /** As {@link #canonical(HostAddress)}; a text that is no address is its own spelling. */
    static String canonical(String host) {
        return IPV6.matcher(host).matches() ? canonical(HostAddress.of(host)) : host.toLowerCase(Locale.ROOT);
    }

    private static List<Integer> values(String part) {
        List<Integer> values = new ArrayList<>();
        for (String word : part.isEmpty() ? new String[0] : part.split(":", -1)) {
            if (word.indexOf('.') < 0) {
                values.add(Integer.parseInt(word, 16));
            } else {
                String[] octets = word.split("\\.", -1);
                values.add(Integer.parseInt(octets[0]) * 256 + Integer.parseInt(octets[1]));
                values.add(Integer.parseInt(octets[2]) * 256 + Integer.parseInt(octets[3]));
            }
        }
        return values;
    }

    private static boolean isIpv4(String text) {
        String[] octets = text.split("\\.", -1);
        for (String octet : octets) {
            if (!OCTET.matcher(octet).matches() || Integer.parseInt(octet) > 255) {
                return false;
            }
        }
        return octets.length == 4;
    }

    private static boolean isIpv6(String text) {
        int gap = text.indexOf("::");
        if (gap < 0) {
            return groups(text) == 8;
        }
        String head = text.substring(0, gap);
        int before = groups(head);
        int behind = groups(text.substring(gap + 2));
        // Dots are for the end of an address only.
        return !head.contains(".") && before >= 0 && behind >= 0 && before + behind < 8;
    }

    /** How many groups of 16 bits a part of an address has; negative if it is none. */
    private static int groups(String part) {
        if (part.isEmpty()) {
            return 0;
        }
        int groups = 0;
        String[] words = part.split(":", -1);
        for (int i = 0; i < words.length; i++) {
            boolean dotted = i == words.length - 1 && words[i].indexOf('.') >= 0;
            if (dotted ? !isIpv4(words[i]) : !GROUP.matcher(words[i]).matches()) {
                return Integer.MIN_VALUE;
            }
            groups += dotted ? 2 : 1;
        }
        return groups;
    }
}
