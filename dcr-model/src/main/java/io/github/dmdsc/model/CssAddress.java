package io.github.dmdsc.model;

import com.fasterxml.jackson.annotation.JsonCreator;
import com.fasterxml.jackson.annotation.JsonValue;

/**
 * The address and the port at which a monitor reaches a CSS: {@code 10.0.2.101:9341}, or {@code [fe80::1%3]:9341} for
 * IPv6 (DM8 DMDSC manual, "dmcssm.ini").
 *
 * @param host the address of the CSS endpoint
 * @param port the port of the CSS endpoint
 */
public record CssAddress(HostAddress host, Port port) {
    /**
     * Reads the text of a {@code CSSM_CSS_IP} value.
     *
     * @throws IllegalArgumentException if it is not an address, a colon and a port
     */
    @JsonCreator(mode = JsonCreator.Mode.DELEGATING)
    public static CssAddress parse(String text) {
        int colon = text.lastIndexOf(':');
        if (colon == -1) {
            throw new IllegalArgumentException("'" + text + "' is not <address>:<port>");
        }
        String host = text.substring(0, colon).trim();
        if (host.startsWith("[") && host.endsWith("]")) {
            host = host.substring(1, host.length() - 1);
        }
        try {
            return new CssAddress(
                    HostAddress.of(host),
                    Port.of(Digits.parse(text.substring(colon + 1).trim())));
        } catch (NumberFormatException e) {
            throw new IllegalArgumentException("'" + text + "' is not <address>:<port>", e);
        }
    }

    /**
     * Returns a copy without the IPv6 zone. A zone is the name that one host has for its network, so it differs between
     * hosts.
     */
    public CssAddress withoutZone() {
        return new CssAddress(host.withoutZone(), port);
    }

    @Override
    @JsonValue
    public String toString() {
        return host.isIpv6() ? "[" + host + "]:" + port : host + ":" + port;
    }
}
