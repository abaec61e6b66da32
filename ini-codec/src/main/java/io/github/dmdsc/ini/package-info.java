@NullMarked
package io.github.dmdsc.ini;

import org.jspecify.annotations.NullMarked;
