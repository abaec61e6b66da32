/**
 * Benchmarks of the codec, compared with other libraries and with lower bounds. docs/performance.md has the results.
 */
@NullMarked
package io.github.dmdsc.ini.bench;

import org.jspecify.annotations.NullMarked;
