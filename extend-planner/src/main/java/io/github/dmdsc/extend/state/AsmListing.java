package io.github.dmdsc.extend.state;

import java.util.List;
import java.util.Optional;

/**
 * The list of one directory that {@code ls} of dmasmtool printed.
 *
 * @param directory the full path of the directory; empty if neither the text nor the command names it
 * @param entries the names in the directory, in the order of the text
 * @param closed whether text after the list shows that it is complete
 */
record AsmListing(Optional<String> directory, List<Placed<String>> entries, boolean closed) {
    public AsmListing {
        entries = List.copyOf(entries);
    }
}
