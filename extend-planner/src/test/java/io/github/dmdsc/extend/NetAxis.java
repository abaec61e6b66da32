package io.github.dmdsc.extend;

import java.util.List;
import java.util.Locale;

/** What the layouts of {@link PlanNetTest} differ in, each with the values that it takes there. */
enum NetAxis {
    /** How many nodes there are before the new one; 8 with the limits of the older manuals. */
    NODES("1", "2", "3", "4", "5", "6", "7", "8"),
    EDITION("dmasm", "mirror"),
    /** Whether the nodes, the new one among them, share a machine. */
    MACHINE("several", "one"),
    NUMBERING("zero", "one", "padded"),
    PORTS("rising", "same"),
    /** {@code zones}: IPv6 with a zone that differs from host to host. */
    ADDRESS("ipv4", "zones"),
    /** Which archives there are, and what becomes of the remote ones of the nodes that are there. */
    ARCHIVES("none", "local", "remote-add", "remote-keep"),
    /** {@code own}: on a host of its own; {@code cluster}: on the first node's host; {@code two}: one of each. */
    MONITORS("none", "own", "cluster", "two"),
    /** What the start commands in dmdcr.ini are. */
    COMMANDS("none", "program", "service"),
    /** Whether the restart interval of ASM servers is above 0. */
    ASM("by-hand", "automatic"),
    /** Whether the restart interval of instances is above 0. */
    DB("by-hand", "automatic"),
    VIP("no", "yes"),
    CHECK_PORT("no", "yes"),
    /** Which of DMDCR_CSS_PORT and DMDCR_ASM_PORT are set. */
    OVERRIDE("none", "css", "asm", "both"),
    /** Whether DMDCR_LINK_CHECK_IP is set. */
    LINK_CHECK("no", "yes"),
    /** {@code common}: DMDCR_MAL_PATH is the same on all nodes, one file for those of one machine. */
    MAL("own", "common"),
    /** What an export shows of a group: the array of endpoints, that of CSS alone, or the counters of failed endpoints too. */
    EXPORT("arrays", "one-array", "counters"),
    /** {@code each}: the exported configuration lies on every host. */
    COPIES("one", "each"),
    /** {@code groups-first}: all [GRP] sections stand before the endpoints. */
    ORDER("nested", "groups-first"),
    ENCODING("utf8", "bom", "gb18030"),
    LINES("lf", "crlf", "tabs", "comments"),
    /** What the request gives: what nothing follows from; other names, ports and keys; everything, and it is strict. */
    VALUES("inferred", "explicit", "strict"),
    /** Whether the request wants services. */
    SERVICES("no", "yes"),
    /** How many log files the request gives. */
    LOGS("two", "three");

    @SuppressWarnings("ImmutableEnumChecker") // List.of gives one that does not change
    private final List<String> choices;

    NetAxis(String... choices) {
        this.choices = List.of(choices);
    }

    List<String> choices() {
        return choices;
    }

    /** Its name in the table of layouts. */
    String title() {
        return name().toLowerCase(Locale.ROOT).replace('_', '-');
    }
}
