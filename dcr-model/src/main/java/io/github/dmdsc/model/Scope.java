package io.github.dmdsc.model;

/** Whose a parameter is. */
public enum Scope {
    /** All nodes agree on its value. */
    SHARED,
    /** Each node has a value of its own. */
    NODE
}
