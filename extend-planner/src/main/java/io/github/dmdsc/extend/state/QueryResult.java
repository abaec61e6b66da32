package io.github.dmdsc.extend.state;

import java.util.List;

/**
 * The result of a SELECT.
 *
 * @param rows the rows in their order
 * @param complete whether the result is complete: every line that looks like a row was read, and text after the table
 *     shows its end
 */
record QueryResult<T>(List<Placed<T>> rows, boolean complete) {
    QueryResult {
        rows = List.copyOf(rows);
    }
}
