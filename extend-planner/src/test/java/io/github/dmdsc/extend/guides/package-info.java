/** Tests of the code in README.md and in two guides. The code of the other guides is in src/it/guides. */
@NullMarked
package io.github.dmdsc.extend.guides;

import org.jspecify.annotations.NullMarked;
