package com.example.transport;

import io.github.dmdsc.extend.plan.FileContent;
import io.github.dmdsc.extend.plan.Step;
import io.github.dmdsc.extend.plan.Words;
import io.github.dmdsc.extend.run.Answer;
import io.github.dmdsc.extend.run.Move;
import io.github.dmdsc.extend.run.Reading;
import io.github.dmdsc.extend.run.Saying;
import io.github.dmdsc.extend.run.Source;
import io.github.dmdsc.extend.run.Transport;

/** Makes the moves of a plan with agents and a person. */
public record AgentTransport(Agents agents, Agents.Person person) implements Transport {
    @Override
    public Answer.Said say(Move.Say move) {
        if (move.byHand()) {
            return new Answer.Said(person.does(move.step()));
        }
        return move.saying().accept(new Saying.Visitor<>() {
            @Override
            public Answer.Said words(Saying.Words saying) {
                Words words = move.step().words().orElseThrow();
                return agents.run(move.step().host(), words)
                        .map(ran -> ran.status() == 0 ? Answer.Outcome.DONE : Answer.Outcome.FAILED)
                        .map(Answer.Said::new)
                        .orElseGet(() -> new Answer.Said(Answer.Outcome.UNKNOWN));
            }

            @Override
            public Answer.Said place(Saying.Place saying) {
                return new Answer.Said(agents.place(saying));
            }

            @Override
            public Answer.Said remove(Saying.Remove saying) {
                return new Answer.Said(agents.remove(saying.file()));
            }
        });
    }

    @Override
    public Answer.Read read(Move.Observe move) {
        return move.reading().accept(new Reading.Visitor<>() {
            @Override
            public Answer.Read hashes(Reading.Hashes look) {
                return agents.hashes(look.files())
                        .<Answer.Read>map(Answer.Hashes::new)
                        .orElseGet(Answer.Unseen::new);
            }

            @Override
            public Answer.Read content(Reading.Content look) {
                return agents.read(look.file())
                        .<Answer.Read>map(bytes -> new Answer.Content(FileContent.of(bytes)))
                        .orElseGet(Answer.Unseen::new);
            }

            @Override
            public Answer.Read output(Reading.Output look) {
                Step step = move.step().orElseThrow();
                return look.byHand()
                        ? new Answer.Unseen()
                        : agents.run(step.host(), step.words().orElseThrow())
                                .<Answer.Read>map(ran -> new Answer.Text(ran.output()))
                                .orElseGet(Answer.Unseen::new);
            }
        });
    }

    @Override
    public Answer.Said put(Move.Put move) {
        return move.source().accept(new Source.Visitor<>() {
            @Override
            public Answer.Said file(Source.File source) {
                return new Answer.Said(agents.write(move.to(), source.content().bytes()));
            }

            @Override
            public Answer.Said directory(Source.Directory source) {
                return new Answer.Said(agents.copy(source.from(), move.to(), source.except()));
            }
        });
    }

    @Override
    public Answer.Replied ask(Move.Ask move) {
        return new Answer.Replied(person.answers(move.question(), move.steps()));
    }
}
