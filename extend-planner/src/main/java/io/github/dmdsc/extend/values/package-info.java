/**
 * Infers the values of the new node from those of the other nodes and from the request, and asks for those that cannot
 * be inferred. Not exported.
 *
 * <p>This package holds pure functions of a cluster and a request. Nothing here knows the text of files or the order of
 * steps.
 */
@NullMarked
@DmdscStyle
package io.github.dmdsc.extend.values;

import io.github.dmdsc.model.base.DmdscStyle;
import org.jspecify.annotations.NullMarked;
