package io.github.dmdsc.extend.ssh;

import io.github.dmdsc.extend.plan.Step;
import io.github.dmdsc.extend.run.Answer;
import java.util.Optional;

/** Shows a person the commands of a run and their output, and keeps both. */
public interface Screen {
    /** The words of a step are run on its host. */
    void words(Step step);

    /**
     * A command of the transport itself is run on a host. A person need not see it; it is kept.
     *
     * @param host the host
     * @param command the command for its shell
     */
    void aside(String host, String command);

    /** A host printed a line; the password is not in it. */
    void printed(String host, String line);

    /** Words did not end well. */
    void trouble(String host, Ssh.Ending ending, int status);

    /** Whether a once-only step was done, as a person reads in its output. */
    Answer.Outcome judged();

    /** The password of the database administrator; empty where a person types it into the SQL shell. */
    Optional<Password> password();
}
