/** Tests that faults end well. */
@NullMarked
package io.github.dmdsc.extend.prove;

import org.jspecify.annotations.NullMarked;
