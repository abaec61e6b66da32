@NullMarked
package io.github.dmdsc.ini.commons;

import org.jspecify.annotations.NullMarked;
