/** Tests of the rehearsal: good plans pass, and bad plans do not. */
@NullMarked
package io.github.dmdsc.extend.rehearse;

import org.jspecify.annotations.NullMarked;
