package io.github.dmdsc.model;

import com.fasterxml.jackson.annotation.JsonCreator;
import com.fasterxml.jackson.annotation.JsonValue;
import java.util.Locale;

/**
 * An address as the files write it: IPv4, a host name, or IPv6 with or without a zone ({@code fe80::1%ens01}). Two
 * addresses are equal if they are the same text, letter case aside; names are not resolved.
 *
 * @param text the address; not empty, without blanks, quotes, commas or brackets
 */
public record HostAddress(@JsonValue String text) implements Comparable<HostAddress> {
    private static final String FORBIDDEN = "\"'`,;[](){}<>|&$\\*?!#=/";

    /**
     * Checks the text.
     *
     * @throws IllegalArgumentException if the text is empty or holds a character that no address has
     */
    public HostAddress {
        if (text.isEmpty()) {
            throw new IllegalArgumentException("an address is not empty");
        }
        for (int i = 0; i < text.length(); i++) {
            char c = text.charAt(i);
            if (c <= ' ' || c == 0x7f || FORBIDDEN.indexOf(c) >= 0) {
                throw new IllegalArgumentException("'" + text + "' is no address: character " + (i + 1));
            }
        }
    }

    /** The address of that text. */
    @JsonCreator(mode = JsonCreator.Mode.DELEGATING)
    public static HostAddress of(String text) {
        return new HostAddress(text);
    }

    /** Whether this is an IPv6 address. */
    public boolean isIpv6() {
        return text.indexOf(':') >= 0;
    }

    /** The address without its IPv6 zone: {@code fe80::1} for {@code fe80::1%ens01}. */
    public HostAddress withoutZone() {
        int zone = text.indexOf('%');
        return zone <= 0 ? this : new HostAddress(text.substring(0, zone));
    }

    private String folded() {
        return text.toLowerCase(Locale.ROOT);
    }

    @Override
    public boolean equals(Object other) {
        return other instanceof HostAddress that && folded().equals(that.folded());
    }

    @Override
    public int hashCode() {
        return folded().hashCode();
    }

    @Override
    public int compareTo(HostAddress other) {
        return folded().compareTo(other.folded());
    }

    @Override
    public String toString() {
        return text;
    }
}
