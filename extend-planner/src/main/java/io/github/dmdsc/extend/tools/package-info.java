/**
 * How an action is said to a tool: the grammar of Dameng's tools, and where the programs lie.
 *
 * <p>What may enter: what turns actions into words. Nothing here decides which actions a plan has, and nothing reads words
 * back.
 */
@NullMarked
package io.github.dmdsc.extend.tools;

import org.jspecify.annotations.NullMarked;
