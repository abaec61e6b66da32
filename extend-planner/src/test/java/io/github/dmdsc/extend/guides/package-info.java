/** The code of README.md and of the page on collecting; that of the other guides is in src/it/guides. */
@NullMarked
package io.github.dmdsc.extend.guides;

import org.jspecify.annotations.NullMarked;
