package com.example.transport;

import io.github.dmdsc.extend.plan.FileContent;
import io.github.dmdsc.extend.plan.Step;
import io.github.dmdsc.extend.plan.ToolCommand;
import io.github.dmdsc.extend.run.Answer;
import io.github.dmdsc.extend.run.Move;
import io.github.dmdsc.extend.run.Operation;
import io.github.dmdsc.extend.run.Reading;
import io.github.dmdsc.extend.run.Source;
import io.github.dmdsc.extend.run.Transport;

/** Makes the moves of a plan with agents and a person. */
public record AgentTransport(Agents agents, Agents.Person person) implements Transport {
    @Override
    public Answer.Reported perform(Move.Perform move) {
        if (move.byHand()) {
            return new Answer.Reported(person.does(move.step()));
        }
        return move.operation().accept(new Operation.Visitor<>() {
            @Override
            public Answer.Reported carryOut(Operation.CarryOut operation) {
                ToolCommand command = move.step().command().orElseThrow();
                return agents.run(move.step().host(), command)
                        .map(ran -> new Answer.Reported(outcome(move.step(), ran)))
                        .orElseGet(() -> new Answer.Reported(Answer.Outcome.UNKNOWN));
            }

            @Override
            public Answer.Reported place(Operation.Place operation) {
                return new Answer.Reported(agents.place(operation));
            }

            @Override
            public Answer.Reported remove(Operation.Remove operation) {
                return new Answer.Reported(agents.remove(operation.file()));
            }

            @Override
            public Answer.Reported setAside(Operation.SetAside operation) {
                return new Answer.Reported(agents.rename(operation.file(), operation.to()));
            }
        });
    }

    /** The exit status of a tool does not prove that a step was done that must not be done twice. */
    private Answer.Outcome outcome(Step step, Agents.Ran ran) {
        if (!ran.succeeded()) {
            return Answer.Outcome.FAILED;
        }
        return step.rollbackClass().onlyOnce() ? person.judges(step, ran.output()) : Answer.Outcome.DONE;
    }

    @Override
    public Answer.Read read(Move.Read move) {
        return move.reading().accept(new Reading.Visitor<>() {
            @Override
            public Answer.Read hashes(Reading.Hashes look) {
                return agents.hashes(look.files())
                        .<Answer.Read>map(Answer.Hashes::new)
                        .orElseGet(Answer.NoResult::new);
            }

            @Override
            public Answer.Read content(Reading.Content look) {
                return agents.read(look.file())
                        .<Answer.Read>map(bytes -> new Answer.Content(FileContent.of(bytes)))
                        .orElseGet(Answer.NoResult::new);
            }

            @Override
            public Answer.Read output(Reading.Output look) {
                Step step = move.step().orElseThrow();
                return look.byHand()
                        ? new Answer.NoResult()
                        : agents.run(step.host(), step.command().orElseThrow())
                                .filter(Agents.Ran::succeeded)
                                .<Answer.Read>map(ran -> new Answer.Text(ran.output()))
                                .orElseGet(Answer.NoResult::new);
            }
        });
    }

    @Override
    public Answer.Reported put(Move.Put move) {
        return move.source().accept(new Source.Visitor<>() {
            @Override
            public Answer.Reported file(Source.File source) {
                return new Answer.Reported(
                        agents.write(move.to(), source.content().bytes()));
            }

            @Override
            public Answer.Reported directory(Source.Directory source) {
                return new Answer.Reported(agents.copy(source.from(), move.to(), source.except()));
            }
        });
    }

    @Override
    public Answer.Replied ask(Move.Ask move) {
        return new Answer.Replied(person.answers(move.question(), move.steps()));
    }
}
