@NullMarked
package io.github.dmdsc.extend.text;

import org.jspecify.annotations.NullMarked;
