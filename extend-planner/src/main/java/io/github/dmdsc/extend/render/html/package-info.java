/**
 * A tree of HTML and SVG elements, and the printer that converts it to text. Only this package escapes text and prints
 * markup.
 *
 * <p>This package contains HTML and SVG. It does not depend on plans, files or clusters.
 */
@NullMarked
package io.github.dmdsc.extend.render.html;

import org.jspecify.annotations.NullMarked;
