/** The id of a plan. */
@NullMarked
package io.github.dmdsc.extend.ids;

import org.jspecify.annotations.NullMarked;
