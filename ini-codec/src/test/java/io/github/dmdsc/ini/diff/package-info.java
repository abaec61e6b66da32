@NullMarked
package io.github.dmdsc.ini.diff;

import org.jspecify.annotations.NullMarked;
