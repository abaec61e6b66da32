/** Facts of a cluster that the rules and the planner share. Exported to the modules of dmdsc only. */
@NullMarked
package io.github.dmdsc.model.facts;

import org.jspecify.annotations.NullMarked;
