/**
 * Which actions the plan takes, in which order, and the way back. Not exported.
 *
 * <p>What may enter: pure functions that make actions. The words of an action are made in {@link
 * io.github.dmdsc.extend.tools}; nothing here changes a file's text.
 */
@NullMarked
package io.github.dmdsc.extend.steps;

import org.jspecify.annotations.NullMarked;
