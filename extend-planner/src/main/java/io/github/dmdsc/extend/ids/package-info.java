/** Computes the id of a plan. Not exported. */
@NullMarked
package io.github.dmdsc.extend.ids;

import org.jspecify.annotations.NullMarked;
