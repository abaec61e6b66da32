/** Two exact text forms that the planner and the renderers share: unified diffs and canonical JSON. */
@NullMarked
package io.github.dmdsc.extend.text;

import org.jspecify.annotations.NullMarked;
