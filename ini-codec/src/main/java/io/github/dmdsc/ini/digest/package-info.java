/** Canonical JSON and hashes. Exported to the modules of dmdsc only. */
@NullMarked
package io.github.dmdsc.ini.digest;

import org.jspecify.annotations.NullMarked;
