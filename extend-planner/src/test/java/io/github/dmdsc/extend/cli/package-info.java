@NullMarked
package io.github.dmdsc.extend.cli;

import org.jspecify.annotations.NullMarked;
