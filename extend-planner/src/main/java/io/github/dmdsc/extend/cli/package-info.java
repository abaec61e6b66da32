/**
 * The {@code dmdsc} command: reads arguments and files, calls the library, and prints the result. The package contains
 * no cluster logic.
 */
@NullMarked
package io.github.dmdsc.extend.cli;

import org.jspecify.annotations.NullMarked;
