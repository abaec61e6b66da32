@NullMarked
package io.github.dmdsc.extend;

import org.jspecify.annotations.NullMarked;
