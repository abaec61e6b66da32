/**
 * What the new node is: each of its values, derived from the others' values or from the request, and the questions where
 * neither tells. Not exported.
 *
 * <p>What may enter: pure functions of a cluster and a request. Nothing here knows the text of files or the order of steps.
 */
@NullMarked
@DmdscStyle
package io.github.dmdsc.extend.values;

import io.github.dmdsc.model.base.DmdscStyle;
import org.jspecify.annotations.NullMarked;
