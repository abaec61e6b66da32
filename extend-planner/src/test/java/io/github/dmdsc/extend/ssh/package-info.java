/** Tests of what ssh is given and of what it brings back. */
@NullMarked
package io.github.dmdsc.extend.ssh;

import org.jspecify.annotations.NullMarked;
