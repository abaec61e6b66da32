/** The code of the guides under docs/guides, as an embedder writes it: with public types only. */
@NullMarked
package io.github.dmdsc.extend.guides;

import org.jspecify.annotations.NullMarked;
