package io.github.dmdsc.extend.values;

import io.github.dmdsc.model.HostAddress;
import java.util.regex.Pattern;

/** Whether a text is an address under which other hosts can reach one: nothing is resolved, only the form is looked at. */
final class Reachable {
    private static final Pattern DIGITS_AND_DOTS = Pattern.compile("[0-9.]+");
    private static final Pattern OCTET = Pattern.compile("0|[1-9][0-9]{0,2}");
    private static final Pattern GROUP = Pattern.compile("[0-9A-Fa-f]{1,4}");
    private static final Pattern NAME = Pattern.compile("[A-Za-z0-9_](?:[A-Za-z0-9_.-]{0,251}[A-Za-z0-9_.])?");
    /** Loopback and wildcard addresses. */
    private static final Pattern SELF =
            Pattern.compile("localhost|127\\..*|0\\..*|[0:]*:0*[01]?", Pattern.CASE_INSENSITIVE);

    private Reachable() {}

    static boolean fromOtherHosts(HostAddress address) {
        String text = address.withoutZone().text();
        if (SELF.matcher(text).matches()) {
            return false;
        }
        if (address.isIpv6()) {
            return isIpv6(text);
        }
        boolean zone = !text.equals(address.text());
        // A name of digits and dots is an address with a slip in it.
        boolean name = !DIGITS_AND_DOTS.matcher(text).matches();
        return !zone && (name ? NAME.matcher(text).matches() : isIpv4(text));
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
