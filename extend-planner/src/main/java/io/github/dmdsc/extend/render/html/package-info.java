/**
 * A tree of HTML elements and the one place that turns it into text, so that nothing but this package decides what is
 * markup and what is content.
 *
 * <p>What may enter: HTML and SVG. What may not: anything that knows of plans, files or clusters.
 */
@NullMarked
package io.github.dmdsc.extend.render.html;

import org.jspecify.annotations.NullMarked;
