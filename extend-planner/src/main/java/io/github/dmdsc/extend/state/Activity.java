package io.github.dmdsc.extend.state;

/** A yes or no of dmcssm, for example column {@code active}: whether the process is alive. */
enum Activity {
    /** Yes. */
    TRUE,
    /** No. */
    FALSE,
    /** A word that this library does not know. */
    UNKNOWN
}
