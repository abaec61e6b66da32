package io.github.dmdsc.extend;

import java.util.List;
import java.util.Locale;

/** The properties in which the layouts of {@link PlanNetTest} differ, each with its possible values. */
enum NetAxis {
    /** The number of nodes before the extension. A layout with 8 nodes uses the limits of the older manuals. */
    NODES("1", "2", "3", "4", "5", "6", "7", "8"),
    EDITION("dmasm", "mirror"),
    /** Whether all nodes, including the new one, share a machine. */
    MACHINE("several", "one"),
    NUMBERING("zero", "one", "padded"),
    PORTS("rising", "same"),
    /** {@code zones}: IPv6 addresses with a zone that differs on each host. */
    ADDRESS("ipv4", "zones"),
    /** The kinds of archives, and how the remote archives of the existing nodes change. */
    ARCHIVES("none", "local", "remote-add", "remote-keep"),
    /** {@code own}: on its own host; {@code cluster}: on the first node's host; {@code two}: one of each. */
    MONITORS("none", "own", "cluster", "two"),
    /** The kind of the startup commands in dmdcr.ini. */
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
    /**
     * The array of endpoints in the groups of an export: in all groups, in the CSS group only, or in all groups with
     * the counters of failed endpoints.
     */
    EXPORT("arrays", "one-array", "counters"),
    /** {@code each}: the exported configuration is on every host. */
    COPIES("one", "each"),
    /** {@code groups-first}: all [GRP] sections come before the endpoints. */
    ORDER("nested", "groups-first"),
    ENCODING("utf8", "bom", "gb18030"),
    LINES("lf", "crlf", "tabs", "comments"),
    /**
     * The values in the request: only those that cannot be inferred; names, ports and keys too; or ports in strict
     * mode, with answers to all questions.
     */
    VALUES("inferred", "explicit", "strict"),
    /** Whether the request asks for services. */
    SERVICES("no", "yes"),
    /** The number of redo log files in the request. */
    LOGS("two", "three");

    @SuppressWarnings("ImmutableEnumChecker") // the list is immutable
    private final List<String> choices;

    NetAxis(String... choices) {
        this.choices = List.of(choices);
    }

    List<String> choices() {
        return choices;
    }

    /** Returns the name of the axis in the table of layouts. */
    String title() {
        return name().toLowerCase(Locale.ROOT).replace('_', '-');
    }
}
