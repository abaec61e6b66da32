@NullMarked
package io.github.dmdsc.model;

import org.jspecify.annotations.NullMarked;
