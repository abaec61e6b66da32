package io.github.dmdsc.extend.run;

import java.io.IOException;

/** Where the entries of a plan under way are kept. */
@FunctionalInterface
public interface Journal {
    /**
     * Keeps one entry more. When this returns, no crash loses the entry. No second run may have the same journal open.
     *
     * @throws IOException if the entry cannot be kept; then the next move must not be made
     */
    void append(JournalEntry entry) throws IOException;
}
