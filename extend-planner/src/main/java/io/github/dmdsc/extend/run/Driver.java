package io.github.dmdsc.extend.run;

import java.io.IOException;
import java.util.Optional;

/**
 * Carries out a run: passes its moves to a transport and its entries to a journal, until the run stops or is finished.
 */
final class Driver {
    private Driver() {}

    /** Implements {@link Run#drive}. */
    static Run drive(Run run, Transport transport, Journal journal) throws IOException {
        Run now = run;
        Optional<Answer> answer = answer(now.move(), transport, journal);
        while (answer.isPresent()) {
            now = now.answered(answer.get());
            answer = answer(now.move(), transport, journal);
        }
        return now;
    }

    private static Optional<Answer> answer(Move move, Transport transport, Journal journal) throws IOException {
        if (move instanceof Move.Append append) {
            journal.append(append.entry());
        }
        return move.accept(new Carried(transport));
    }

    /** Passes a move to the transport and returns the answer; empty if the move ends the run. */
    private record Carried(Transport transport) implements Move.Visitor<Optional<Answer>> {
        @Override
        public Optional<Answer> append(Move.Append move) {
            return Optional.of(new Answer.Kept());
        }

        @Override
        public Optional<Answer> perform(Move.Perform move) {
            return Optional.of(transport.perform(move));
        }

        @Override
        public Optional<Answer> read(Move.Read move) {
            return Optional.of(transport.read(move));
        }

        @Override
        public Optional<Answer> put(Move.Put move) {
            return Optional.of(transport.put(move));
        }

        @Override
        public Optional<Answer> ask(Move.Ask move) {
            return Optional.of(transport.ask(move));
        }

        @Override
        public Optional<Answer> stop(Move.Stop move) {
            return Optional.empty();
        }

        @Override
        public Optional<Answer> finished(Move.Finished move) {
            return Optional.empty();
        }
    }
}
