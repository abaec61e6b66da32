package io.github.dmdsc.extend.run;

/** The rules that a run keeps. Tests switch off one rule at a time and check that another test then fails. */
enum Law {
    /** The journal has the entry that a step begins before the step can take effect. */
    ENTRY_PRECEDES_EFFECT,
    /**
     * If a step was begun and must not be done twice, the run looks at its effect, and a person decides whether it was
     * done.
     */
    ASK_ABOUT_BEGUN_STEP,
    /** A person confirms the gate of a step before the journal has the entry that the step begins. */
    GATE_PRECEDES_ENTRY,
    /** A step begins only after the steps that it depends on are done. */
    DEPENDENCIES_FIRST,
    /** A person confirms that the skipped steps were done. */
    CONFIRM_SKIPPED_STEPS,
    /** If the journal names a step that must not be done twice, earlier such steps are not offered again. */
    OFFER_NO_EARLIER_STEP,
    /** Directly before a step with a gate, each file has a hash that the plan expects at this point. */
    FILES_AS_PLANNED,
    /**
     * Directly before a point of no return, and after it, exports show that the DCR disks hold the expected
     * configuration.
     */
    DISKS_AS_PLANNED,
    /** Each run repeats the looks directly before a point of no return. */
    REPEAT_LAST_LOOKS,
    /** If the output of a tool is unclear, a person decides. */
    ASK_IF_UNCLEAR,
    /** A person types the commands for a monitor. */
    MONITOR_BY_HAND,
    /** The run does not read collected files that the plan does not depend on, such as logs. */
    IGNORE_OTHER_FILES,
    /** A step that writes a file counts as done only while the file has a planned hash. */
    DONE_WHILE_AS_PLANNED,
    /** The hash of a sent file is checked on its host before the file gets its final name. */
    HASH_BEFORE_PLACING
}
