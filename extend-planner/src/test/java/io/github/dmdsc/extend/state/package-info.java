@NullMarked
package io.github.dmdsc.extend.state;

import org.jspecify.annotations.NullMarked;
