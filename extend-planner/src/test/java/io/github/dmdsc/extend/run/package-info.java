/** Tests of the rehearsal with faults and of the runs that carry out a plan. */
@NullMarked
package io.github.dmdsc.extend.run;

import org.jspecify.annotations.NullMarked;
