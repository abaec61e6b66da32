package io.github.dmdsc.extend.ssh;

import io.github.dmdsc.extend.plan.Step;
import io.github.dmdsc.extend.run.Answer;
import java.util.Optional;

/** Where a person sees what is said to hosts and what comes of it, and where all of it is kept. */
public interface Screen {
    /** The words of a step are said to its host. */
    void words(Step step);

    /**
     * Something else is said to a host, which a person has no need to read; it is kept.
     *
     * @param host the host
     * @param command what is said to its shell
     */
    void aside(String host, String command);

    /** A host printed a line; the password is not in it. */
    void printed(String host, String line);

    /** Words did not end well. */
    void trouble(String host, Ssh.Ending ending, int status);

    /** What became of words that must not be done twice, as a person reads in what they printed. */
    Answer.Outcome judged();

    /** The password of the database administrator; empty where a person types it into the SQL shell. */
    Optional<Password> password();
}
