package io.github.dmdsc.extend.rehearse;

import java.math.BigInteger;
import java.util.ArrayDeque;
import java.util.Deque;
import java.util.Locale;
import java.util.regex.Pattern;

/** One spelling of each value, for the processes take several: zeros in front, blanks, brackets, slashes, letter case. */
final class Values {
    private static final Pattern DRIVE = Pattern.compile("[A-Za-z]:");

    private Values() {}

    static String capitals(String text) {
        return text.toUpperCase(Locale.ROOT);
    }

    /** A number without a plus and without zeros in front; any other text, and a name made of digits, as it is. */
    static String plain(String key, String value) {
        return isNumber(value) && !key.endsWith("NAME") ? new BigInteger(value).toString() : value;
    }

    /** Without a regular expression, because each value of each file is asked. */
    private static boolean isNumber(String text) {
        int first = text.startsWith("+") || text.startsWith("-") ? 1 : 0;
        for (int i = first; i < text.length(); i++) {
            if (text.charAt(i) < '0' || text.charAt(i) > '9') {
                return false;
            }
        }
        return text.length() > first;
    }

    /** A path as the names of files have it: Windows takes both slashes, and every system takes several for one. */
    static String path(String text) {
        String slashed = text.replace('\\', '/');
        Deque<String> parts = new ArrayDeque<>();
        for (String part : slashed.split("/", -1)) {
            if (part.equals("..")
                    && !parts.isEmpty()
                    && !DRIVE.matcher(parts.getLast()).matches()) {
                parts.removeLast();
            } else if (!part.isEmpty() && !part.equals(".") && !part.equals("..")) {
                parts.addLast(parts.isEmpty() && DRIVE.matcher(part).matches() ? capitals(part) : part);
            }
        }
        return (slashed.startsWith("/") ? "/" : "") + String.join("/", parts);
    }

    /** An address in capitals, without the zone, which each machine has of its own. */
    static String address(String text) {
        int zone = text.indexOf('%');
        return capitals(zone < 0 ? text : text.substring(0, zone));
    }

    /** An address and a port, with or without brackets around the address, and with blanks. */
    static String socket(String text) {
        int colon = text.lastIndexOf(':');
        String host = text.substring(0, Math.max(0, colon)).trim();
        boolean brackets = host.startsWith("[") && host.endsWith("]");
        return socket(
                brackets ? host.substring(1, host.length() - 1) : host,
                text.substring(colon + 1).trim());
    }

    static String socket(String host, String port) {
        return address(host) + " " + plain("", port);
    }
}
