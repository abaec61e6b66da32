/** The {@code dmdsc} command: reads arguments and files, calls the library, prints. No logic of its own. */
@NullMarked
package io.github.dmdsc.extend.cli;

import org.jspecify.annotations.NullMarked;
