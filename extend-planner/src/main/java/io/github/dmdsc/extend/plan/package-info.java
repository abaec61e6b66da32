/**
 * The plan as a value: files, steps, commands, decisions. Plain data that reads and writes as JSON; nothing here
 * decides anything.
 *
 * <p>Every public type but builders is immutable, or has no state, and is safe to share between threads.
 */
@NullMarked
@DmdscStyle
package io.github.dmdsc.extend.plan;

import io.github.dmdsc.model.DmdscStyle;
import org.jspecify.annotations.NullMarked;
