package io.github.dmdsc.extend.ssh;

import io.github.dmdsc.extend.plan.Step;
import io.github.dmdsc.extend.run.Answer;
import io.github.dmdsc.extend.run.Operation;
import java.util.Optional;

/** Shows the commands of a run over ssh and their output to a person, keeps both in a log, and asks the person. */
public interface Screen {
    /** Shows and keeps the command of a step, before it runs on its host. */
    void showCommand(Step step);

    /**
     * Keeps a command of the transport itself, before it runs on a host. The command need not be shown.
     *
     * @param host the host
     * @param command the command for its shell
     */
    void keepCommand(String host, String command);

    /** Shows and keeps that a file that the operator may want to keep gets another name. */
    void setAside(Operation.SetAside operation);

    /** Shows and keeps a line that a host printed. It does not contain the password. */
    void printed(String host, String line);

    /**
     * Shows and keeps that a command did not succeed.
     *
     * @param host the host
     * @param ending how the command ended
     * @param status its exit status
     */
    void failed(String host, Ssh.Ending ending, int status);

    /** Asks a person whether the output shows that a step was done that must not be done twice. */
    Answer.Outcome askOutcome();

    /** Asks for the password of the database administrator; empty if the person runs the SQL by hand. */
    Optional<Password> askPassword();
}
