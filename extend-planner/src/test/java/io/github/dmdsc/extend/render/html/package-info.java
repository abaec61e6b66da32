@NullMarked
package io.github.dmdsc.extend.render.html;

import org.jspecify.annotations.NullMarked;
