package io.github.dmdsc.extend;

import java.util.function.BiFunction;
import java.util.function.Predicate;
import net.jqwik.api.Arbitraries;
import net.jqwik.api.Arbitrary;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import net.jqwik.api.Provide;
import net.jqwik.api.state.Action;
import net.jqwik.api.state.ActionChain;
import net.jqwik.api.state.Transformer;

/**
 * Extensions, faults, edits by hand and ways back in any order. The library always reports the right remaining steps.
 */
class HistoryTest {
    /** An event in a history. */
    private record Event(String name, Predicate<History> possible, Arbitrary<Transformer<History>> happens)
            implements Action.Independent<History> {
        static Event of(String name, Predicate<History> possible, Transformer<History> happens) {
            return new Event(name, possible, Arbitraries.just(happens));
        }

        static Event of(String name, Predicate<History> possible, BiFunction<History, Integer, History> happens) {
            return new Event(
                    name,
                    possible,
                    Arbitraries.integers().between(1, 30).map(number -> now -> happens.apply(now, number)));
        }

        @Override
        public boolean precondition(History now) {
            return possible.test(now);
        }

        @Override
        public Arbitrary<Transformer<History>> transformer() {
            return happens.map(event -> Transformer.transform(name, event));
        }
    }

    @Provide
    Arbitrary<ActionChain<History>> histories() {
        Predicate<History> idle = now -> now.underWay().isEmpty();
        return GeneratedCluster.any()
                .flatMap(origin -> ActionChain.startWith(() -> History.of(origin))
                        .withAction(3, Event.of("plan", idle.and(now -> now.nodes() < 7), History::planned))
                        .withAction(1, Event.of("note", idle, History::noted))
                        .withAction(4, Event.of("go on", idle.negate(), History::carriedOn))
                        .withAction(1, Event.of("lose the journal", idle.negate(), History::journalLost))
                        .withAction(1, Event.of("edit under way", idle.negate(), History::editedUnderWay))
                        .withAction(1, Event.of("give up", idle.negate(), History::givenUp))
                        .withMaxTransformations(12));
    }

    @Property(tries = 20)
    void after_any_history_the_remaining_steps_are_right_and_notes_are_kept(
            @ForAll("histories") ActionChain<History> history) {
        history.run();
    }
}
