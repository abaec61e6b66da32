package io.github.dmdsc.model;

/** Whether the nodes share the value of a parameter. */
public enum Scope {
    /** All nodes must have the same value. */
    SHARED,
    /** Each node has its own value. */
    NODE
}
