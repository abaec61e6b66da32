package io.github.dmdsc.extend.run;

import java.io.IOException;

/** Keeps the entries of a plan while it is carried out. */
@FunctionalInterface
public interface Journal {
    /**
     * Adds an entry. When this method returns, the entry must survive a crash, so an implementation forces it to the
     * disk. Only one run at a time may use a journal.
     *
     * @param entry the entry to add
     * @throws IOException if the entry cannot be kept; the next move must then not be made
     */
    void append(JournalEntry entry) throws IOException;
}
