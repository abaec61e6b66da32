package io.github.dmdsc.extend.state;

/** What V$ASMGROUP calls TYPE: how many copies a disk group keeps of a file at most (DM8 DMDSC manual, 15.2.2.2). */
enum Redundancy {
    EXTERNAL(1),
    NORMAL(2),
    HIGH(3),
    /** {@code UNDEF}, or a word that is not known. */
    UNKNOWN(3);

    private final int copies;

    Redundancy(int copies) {
        this.copies = copies;
    }

    /** The most copies of a file that such a group keeps. */
    int copies() {
        return copies;
    }
}
