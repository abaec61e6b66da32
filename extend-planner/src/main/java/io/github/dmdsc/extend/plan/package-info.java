/**
 * The plan as a value: files, steps, commands, decisions. Plain data that reads and writes as JSON; nothing here
 * decides anything.
 */
@NullMarked
@DmdscStyle
package io.github.dmdsc.extend.plan;

import io.github.dmdsc.model.DmdscStyle;
import org.jspecify.annotations.NullMarked;
