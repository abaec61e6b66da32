package io.github.dmdsc.extend.state;

/** A Boolean value that dmcssm prints, for example in column {@code active}: whether the process is alive. */
enum Activity {
    /** Yes. */
    TRUE,
    /** No. */
    FALSE,
    /** A word that dmdsc does not know. */
    UNKNOWN
}
