package io.github.dmdsc.extend.run;

/**
 * The connection to the hosts and to the operator, for example a terminal, an agent or ssh. Implement it to carry out a
 * run. A transport makes the moves that a run asks for and reports their outcome; it makes no decisions. If a host does
 * not answer, return {@link Answer.Outcome#UNKNOWN} or {@link Answer.NoResult}; do not throw an exception.
 */
public interface Transport {
    /** Carries out an operation on a host. If {@link Move.Perform#byHand} is {@code true}, a person carries it out. */
    Answer.Reported perform(Move.Perform move);

    /** Reads something; returns {@link Answer.NoResult} if it cannot be read. */
    Answer.Read read(Move.Read move);

    /** Sends a file or a directory to a host, under the name {@link Move.Put#to}. */
    Answer.Reported put(Move.Put move);

    /** Asks a person the question of the move. */
    Answer.Replied ask(Move.Ask move);
}
