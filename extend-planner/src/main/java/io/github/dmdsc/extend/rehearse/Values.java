package io.github.dmdsc.extend.rehearse;

import java.math.BigInteger;
import java.util.ArrayDeque;
import java.util.Deque;
import java.util.Locale;
import java.util.regex.Pattern;

/**
 * Brings values into one form, because the processes accept several: leading zeros, blanks, brackets, slashes, letter
 * case.
 */
final class Values {
    private static final Pattern DRIVE = Pattern.compile("[A-Za-z]:");

    private Values() {}

    static String capitals(String text) {
        return text.toUpperCase(Locale.ROOT);
    }

    /**
     * Returns a number without a plus sign and without leading zeros. Any other text, and a name that consists of
     * digits, stays as it is.
     */
    static String plain(String key, String value) {
        return isNumber(value) && !key.endsWith("NAME") ? new BigInteger(value).toString() : value;
    }

    /** Whether a text is an integer. Without a regular expression, because it is called for each value of each file. */
    private static boolean isNumber(String text) {
        int first = text.startsWith("+") || text.startsWith("-") ? 1 : 0;
        for (int i = first; i < text.length(); i++) {
            if (text.charAt(i) < '0' || text.charAt(i) > '9') {
                return false;
            }
        }
        return text.length() > first;
    }

    /**
     * Returns a path in the form of a {@code FileId}. Windows accepts both slashes, and every system reads several
     * slashes as one.
     */
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

    /** Returns an address in capitals and without its zone, because each machine has its own zones. */
    static String address(String text) {
        int zone = text.indexOf('%');
        return capitals(zone < 0 ? text : text.substring(0, zone));
    }

    /** Returns an address and a port in one form. The text may have brackets around the address, and blanks. */
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
