package com.example.transport;

import io.github.dmdsc.extend.plan.Step;
import io.github.dmdsc.extend.plan.Words;
import io.github.dmdsc.extend.run.Answer;
import io.github.dmdsc.extend.run.Move;
import io.github.dmdsc.extend.run.Saying;
import io.github.dmdsc.model.FileId;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/** Your agents: one on each host. They report what they saw, and decide nothing. */
public interface Agents {
    Optional<Map<FileId, String>> hashes(List<FileId> files);

    Optional<byte[]> read(FileId file);

    boolean write(FileId file, byte[] content);

    boolean copy(FileId from, FileId to, List<String> except);

    /** As Saying.Place says: copy the old file aside, keep owner and mode, rename. */
    boolean place(Saying.Place place);

    boolean remove(FileId file);

    /** Runs the words; empty where the connection broke, and nobody knows whether they ran. */
    Optional<Ran> run(String host, Words words);

    /**
     * What came of words.
     *
     * @param status the exit status
     * @param output what was printed
     */
    record Ran(int status, String output) {}

    /** The person in front of your screen. */
    interface Person {
        Answer.Outcome does(Step step);

        Move.Choice answers(Move.Question question, List<Step> steps);
    }
}
