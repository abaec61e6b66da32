package io.github.dmdsc.extend.run;

/**
 * The way to the hosts and to the operator: a terminal, an agent, ssh. A transport makes moves and tells their outcome; it
 * decides nothing. If a host does not answer, the transport says so and does not throw.
 */
public interface Transport {
    /** Does something on a host. Where the move is {@link Move.Say#byHand by hand}, a person does it. */
    Answer.Said say(Move.Say move);

    /** Looks at something; {@link Answer.Unseen} where the look cannot be taken. */
    Answer.Read read(Move.Observe move);

    /** Brings a file or a directory to a host, under the name that the move gives. */
    Answer.Said put(Move.Put move);

    /** Asks a person. */
    Answer.Replied ask(Move.Ask move);
}
