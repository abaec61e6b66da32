package io.github.dmdsc.extend.state;

import java.util.List;

/**
 * The answer to a SELECT.
 *
 * @param rows the rows in their order
 * @param whole whether every line that looks like a row was read, and something behind the table shows its end
 */
record Answered<T>(List<Placed<T>> rows, boolean whole) {
    Answered {
        rows = List.copyOf(rows);
    }
}
