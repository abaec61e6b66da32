/** Helpers that compare names and paths, and find invisible characters. Exported to the modules of dmdsc only. */
@NullMarked
package io.github.dmdsc.model.base;

import org.jspecify.annotations.NullMarked;
