/**
 * Decides which actions a plan takes, in which order, and how to initialise the DCR disks again. Not exported.
 *
 * <p>This package holds pure functions that make actions. {@link io.github.dmdsc.extend.tools} makes the command of an
 * action; nothing here changes the text of a file.
 */
@NullMarked
package io.github.dmdsc.extend.steps;

import org.jspecify.annotations.NullMarked;
