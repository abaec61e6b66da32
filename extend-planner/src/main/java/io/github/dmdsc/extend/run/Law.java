package io.github.dmdsc.extend.run;

/** The laws of the machine. The tests switch each law off and see that another test fails. */
enum Law {
    /** The entry that a step begins is kept before the step has an effect. */
    ENTRY_PRECEDES_EFFECT,
    /** A begun step that must not be done twice is looked at, and a person says whether it was done. */
    ASK_WHAT_WAS_BEGUN,
    /** A person who says no at a gate has begun nothing. */
    GATE_PRECEDES_ENTRY,
    /** No step begins before the steps that it waits for are done. */
    DEPENDENCIES_FIRST,
    /** The steps that are passed over are listed, and a person confirms that they were done. */
    CONFIRM_WHAT_IS_SKIPPED,
    /** Behind a later step that must not be done twice, no earlier one is offered. */
    NOTHING_BEHIND_A_LATER_ONE,
    /** Right before a step behind a gate every file is as the steps before leave it. */
    FILES_AS_PLANNED,
    /** Right before a point of no return, and behind it, the disks hold what they must. */
    DISKS_AS_PLANNED,
    /** The looks right before a point of no return are taken anew in every run. */
    LAST_LOOKS_ANEW,
    /** A text of a tool that says nothing clear opens nothing: a person is asked. */
    NO_TEXT_OPENS,
    /** What is typed into a monitor is typed by a person. */
    MONITOR_BY_HAND,
    /** Collected files that the plan does not stand on are not looked at. */
    STAND_ON_CONFIGURATION,
    /** A write counts as done only while its file has the planned hash. */
    WRITTEN_WHILE_AS_PLANNED,
    /** What was sent is hashed on its host before it takes the place of anything. */
    WHOLE_BEFORE_PLACED
}
