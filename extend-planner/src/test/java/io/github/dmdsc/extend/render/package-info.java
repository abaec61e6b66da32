@NullMarked
package io.github.dmdsc.extend.render;

import org.jspecify.annotations.NullMarked;
