/**
 * The face of an {@link io.github.dmdsc.ini.IniDocument} for tools that speak Apache Commons Configuration. It parses
 * nothing and prints nothing itself: both are the document's business. Needs commons-configuration2 on the class path,
 * which is an optional dependency.
 *
 * <p>A configuration can be changed and saved, and is as safe to share between threads as any of Commons Configuration:
 * with a synchronizer set.
 */
@NullMarked
package io.github.dmdsc.ini.commons;

import org.jspecify.annotations.NullMarked;
