/**
 * The plan and the request as plain data: the files, the steps, the commands and the decisions. You can write these
 * values to JSON and read them back. The planner makes the decisions; this package only holds them.
 *
 * <p>Every public type except a builder is immutable, or has no state, and is safe to share between threads.
 */
@NullMarked
@DmdscStyle
package io.github.dmdsc.extend.plan;

import io.github.dmdsc.model.base.DmdscStyle;
import org.jspecify.annotations.NullMarked;
