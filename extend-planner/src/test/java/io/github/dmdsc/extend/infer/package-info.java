@NullMarked
package io.github.dmdsc.extend.infer;

import org.jspecify.annotations.NullMarked;
