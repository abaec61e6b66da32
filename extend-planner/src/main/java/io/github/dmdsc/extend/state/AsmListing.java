package io.github.dmdsc.extend.state;

import java.util.List;
import java.util.Optional;

/**
 * What dmasmtool's {@code ls} lists of one directory.
 *
 * @param directory its full path; absent where neither text nor command names it
 * @param entries the names in it, in the order of the text
 * @param closed whether something behind the list shows that it was printed to its end
 */
record AsmListing(Optional<String> directory, List<Placed<String>> entries, boolean closed) {
    public AsmListing {
        entries = List.copyOf(entries);
    }
}
