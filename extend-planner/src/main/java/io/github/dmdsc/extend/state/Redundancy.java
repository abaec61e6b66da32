package io.github.dmdsc.extend.state;

/** The column TYPE of V$ASMGROUP: the most copies that a disk group keeps of a file (DM8 DMDSC manual, 15.2.2.2). */
enum Redundancy {
    EXTERNAL(1),
    NORMAL(2),
    HIGH(3),
    /** {@code UNDEF}, or a word that dmdsc does not know. */
    UNKNOWN(3);

    private final int copies;

    Redundancy(int copies) {
        this.copies = copies;
    }

    /** The most copies of a file that the group keeps. */
    int copies() {
        return copies;
    }
}
