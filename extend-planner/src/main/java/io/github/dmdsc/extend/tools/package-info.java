/**
 * Makes the commands of actions: the grammar of Dameng's tools, and the directories of their programs. Not exported.
 *
 * <p>This package turns actions into commands. It does not decide which actions a plan has, and it does not read the
 * output of tools.
 */
@NullMarked
package io.github.dmdsc.extend.tools;

import org.jspecify.annotations.NullMarked;
