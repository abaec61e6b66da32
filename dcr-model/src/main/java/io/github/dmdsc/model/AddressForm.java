package io.github.dmdsc.model;

import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.Locale;
import java.util.regex.MatchResult;
import java.util.regex.Pattern;
import java.util.stream.Collectors;

/** Checks the form of IPv4 addresses (RFC 791), IPv6 addresses (RFC 4291) and host names. No name is resolved. */
final class AddressForm {
    private static final Pattern DIGITS_AND_DOTS = Pattern.compile("[0-9.]+");
    private static final Pattern OCTET = Pattern.compile("0|[1-9][0-9]{0,2}");
    private static final Pattern GROUP = Pattern.compile("[0-9A-Fa-f]{1,4}");
    private static final Pattern NAME =
            Pattern.compile("(?!.*[.]{2})[A-Za-z0-9_](?:[A-Za-z0-9_.-]{0,251}[A-Za-z0-9_.])?");
    /** Two or more groups of zeros in an IPv6 address, which "::" can replace (RFC 5952). */
    private static final Pattern ZEROS = Pattern.compile("(?:^|:)0(?::0)+(?::|$)");

    private AddressForm() {}

    /**
     * Returns whether one host can have the address. The result is {@code false} for an IPv4 or IPv6 address that is
     * not valid, and for a broadcast, an unspecified or a multicast address.
     *
     * @param text an address without a zone
     */
    static boolean isUnicast(String text) {
        String plain = normalForm(text);
        if (plain.contains(":")) {
            return isIpv6(plain) && !plain.startsWith("ff") && !plain.equals("::");
        }
        return !DIGITS_AND_DOTS.matcher(plain).matches() || (isIpv4(plain) && isUnicastIpv4(plain));
    }

    /**
     * Returns whether other hosts can reach a host by the address: one host can have it, and it is no loopback address.
     *
     * @param text an address without a zone
     */
    static boolean isUsableFromOtherHosts(String text) {
        String plain = normalForm(text);
        boolean loopback = plain.equals("localhost") || plain.equals("::1");
        return isUnicast(plain)
                && !loopback
                && (isName(plain) ? NAME.matcher(plain).matches() : !plain.startsWith("127."));
    }

    /** Returns whether a text is a host name: it has no colon, and is not only digits and dots. */
    static boolean isName(String text) {
        return !text.contains(":") && !DIGITS_AND_DOTS.matcher(text).matches();
    }

    /**
     * Returns {@code false} for an address of this network (0.x.x.x), a multicast address and the broadcast address.
     */
    private static boolean isUnicastIpv4(String ipv4) {
        int first = Integer.parseInt(ipv4.substring(0, ipv4.indexOf('.')));
        return first != 0 && (first < 224 || first >= 240) && !ipv4.equals("255.255.255.255");
    }

    /**
     * Returns the normal form of an address, which is the same for all spellings of the address: lower case, the
     * shortest form of IPv6, and IPv4 inside IPv6 ({@code ::ffff:10.0.2.101}) as IPv4. A text that is no IPv6 address
     * is only converted to lower case.
     *
     * @param text an address without a zone
     */
    static String normalForm(String text) {
        if (!text.contains(":") || !isIpv6(text)) {
            return text.toLowerCase(Locale.ROOT);
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
                : shortest(groups.stream().map(Integer::toHexString).collect(Collectors.joining(":")));
    }

    private static String shortest(String groups) {
        return ZEROS.matcher(groups)
                .results()
                .max(Comparator.<MatchResult>comparingInt(zeros -> length(zeros.group()))
                        // Of two runs with the same length, "::" replaces the first one.
                        .thenComparing(zeros -> -zeros.start()))
                .map(zeros -> groups.substring(0, zeros.start()) + "::" + groups.substring(zeros.end()))
                .orElse(groups);
    }

    private static int length(String zeros) {
        return zeros.replace(":", "").length();
    }

    private static List<Integer> values(String part) {
        List<Integer> values = new ArrayList<>();
        for (String word : part.isEmpty() ? new String[0] : part.split(":", -1)) {
            if (!word.contains(".")) {
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
        // An IPv4 address in dots can only be the end of an IPv6 address.
        return !head.contains(".") && before >= 0 && behind >= 0 && before + behind < 8;
    }

    /** Returns the number of 16-bit groups in a part of an IPv6 address; negative if the part is not valid. */
    private static int groups(String part) {
        if (part.isEmpty()) {
            return 0;
        }
        int groups = 0;
        String[] words = part.split(":", -1);
        for (int i = 0; i < words.length; i++) {
            boolean dotted = i == words.length - 1 && words[i].contains(".");
            if (dotted ? !isIpv4(words[i]) : !GROUP.matcher(words[i]).matches()) {
                return Integer.MIN_VALUE;
            }
            groups += dotted ? 2 : 1;
        }
        return groups;
    }
}
