package io.github.dmdsc.model;

import com.fasterxml.jackson.annotation.JsonCreator;
import com.fasterxml.jackson.annotation.JsonValue;
import java.util.Locale;

/**
 * An address as the files write it: IPv4, a host name, or IPv6 with or without a zone ({@code fe80::1%ens01}). Two
 * addresses are equal if their texts are equal without regard to letter case; names are not resolved.
 *
 * @param text the address; not empty, without blanks, quotes, commas and brackets, and without characters beyond ASCII
 *     except letters
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
        for (int i = 0; i < text.length(); ) {
            int c = text.codePointAt(i);
            // Beyond ASCII, only letters are allowed. Full-width blanks and digits are mistakes of an input method.
            if (c <= ' ' || c == 0x7f || FORBIDDEN.indexOf(c) >= 0 || (c > 0x7f && !Character.isLetter(c))) {
                throw new IllegalArgumentException("'" + text + "' is no address: character " + (i + 1));
            }
            i += Character.charCount(c);
        }
    }

    /**
     * Returns the address with this text.
     *
     * @throws IllegalArgumentException if the text is empty or holds a character that no address has
     */
    @JsonCreator(mode = JsonCreator.Mode.DELEGATING)
    public static HostAddress of(String text) {
        return new HostAddress(text);
    }

    /** Returns whether this is an IPv6 address. */
    public boolean isIpv6() {
        return text.contains(":");
    }

    /** Returns whether this is a host name: neither an IPv6 address nor digits and dots. */
    public boolean isName() {
        return AddressForm.isName(text);
    }

    /** Returns a copy without the IPv6 zone: {@code fe80::1} for {@code fe80::1%ens01}. */
    public HostAddress withoutZone() {
        return new HostAddress(withoutZone(text));
    }

    /**
     * Returns a copy with the IPv6 zone of another address. Returns this address if it has a zone, if the other one has
     * none, or if one of the two is no IPv6 address.
     */
    HostAddress inZoneOf(HostAddress other) {
        int zone = other.text.indexOf('%');
        boolean takes = isIpv6() && other.isIpv6() && zone > 0 && !text.contains("%");
        return takes ? new HostAddress(text + other.text.substring(zone)) : this;
    }

    /**
     * Returns whether one host can have the address. The result is {@code false} for an address of digits and dots that
     * is not four numbers from 0 to 255 without leading zeros, for a text with colons that is no IPv6 address, and for
     * a broadcast, an unspecified or a multicast address.
     */
    public boolean isUnicast() {
        return AddressForm.isUnicast(withoutZone(text));
    }

    /**
     * Returns whether other hosts can reach a host at the address: one host can have it, and it is no loopback address.
     */
    public boolean isUsableFromOtherHosts() {
        boolean zoned = text.indexOf('%') > 0;
        return (isIpv6() || !zoned) && AddressForm.isUsableFromOtherHosts(withoutZone(text));
    }

    /**
     * Returns the normal form of an address. Different spellings of one address have the same normal form: lower case,
     * the shortest form of IPv6, IPv4 inside IPv6 ({@code ::ffff:10.0.2.101}) as IPv4, and no IPv6 zone, because a zone
     * is local to one host.
     */
    public static String normalForm(String host) {
        return AddressForm.normalForm(withoutZone(host));
    }

    private static String withoutZone(String text) {
        int zone = text.indexOf('%');
        return zone <= 0 ? text : text.substring(0, zone);
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
