/** Tests of the calls of ssh and of their results. */
@NullMarked
package io.github.dmdsc.extend.ssh;

import org.jspecify.annotations.NullMarked;
