package io.github.dmdsc.extend.rehearse;

/** The groups of processes, in the order in which they start. */
enum Kind {
    CSS,
    ASM,
    DB
}
