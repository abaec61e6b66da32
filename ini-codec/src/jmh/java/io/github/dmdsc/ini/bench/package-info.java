/** Measures the codec against others and against the least work that could be done; docs/performance.md has results. */
@NullMarked
package io.github.dmdsc.ini.bench;

import org.jspecify.annotations.NullMarked;
