@NullMarked
package io.github.dmdsc.extend.diff;

import org.jspecify.annotations.NullMarked;
