/** Tests that faults end well. */
@NullMarked
package io.github.dmdsc.extend.run;

import org.jspecify.annotations.NullMarked;
