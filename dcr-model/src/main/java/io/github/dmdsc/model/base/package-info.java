/** How names and paths are compared, and which characters are invisible. Exported to the modules of dmdsc only. */
@NullMarked
package io.github.dmdsc.model.base;

import org.jspecify.annotations.NullMarked;
