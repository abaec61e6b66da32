package com.example.transport;

import io.github.dmdsc.extend.plan.Step;
import io.github.dmdsc.extend.plan.ToolCommand;
import io.github.dmdsc.extend.run.Answer;
import io.github.dmdsc.extend.run.Move;
import io.github.dmdsc.extend.run.Operation;
import io.github.dmdsc.model.FileId;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/**
 * Your agents: one on each host. They report what they saw, and decide nothing. Where the connection to an agent broke,
 * the result is empty or UNKNOWN.
 */
public interface Agents {
    Optional<Map<FileId, String>> hashes(List<FileId> files);

    Optional<byte[]> read(FileId file);

    Answer.Outcome write(FileId file, byte[] content);

    Answer.Outcome copy(FileId from, FileId to, List<String> except);

    /** As Operation.Place says: copy the old file aside, keep owner and mode, rename. */
    Answer.Outcome place(Operation.Place place);

    Answer.Outcome remove(FileId file);

    /** Fails if the new name exists. */
    Answer.Outcome rename(FileId file, FileId to);

    /** Runs the command. */
    Optional<Ran> run(String host, ToolCommand command);

    /**
     * The result of a command that ran to its end.
     *
     * @param status the exit status
     * @param output what was printed
     */
    record Ran(int status, String output) {
        boolean succeeded() {
            return status == 0;
        }
    }

    /** The person in front of your screen. */
    interface Person {
        Answer.Outcome does(Step step);

        /** Reads the output of a step that must not be done twice, and says whether the step was done. */
        Answer.Outcome judges(Step step, String output);

        Move.Choice answers(Move.Question question, List<Step> steps);
    }
}
