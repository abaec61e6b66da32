package io.github.dmdsc.extend.run;

import static org.assertj.core.api.Assertions.assertThat;

import io.github.dmdsc.extend.ExtendedPlans.Planned;
import io.github.dmdsc.extend.rehearse.ModelTransport;
import io.github.dmdsc.extend.rehearse.ModelTransport.Mishap;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.EnumSet;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.function.Predicate;

/** Carries out a plan on the model with one mishap at one move, and starts further runs until the plan ends. */
final class CarryingOut {
    /** The number of runs after which the person gives up the plan. */
    private static final int SESSIONS = 6;

    private final Planned planned;
    private final Set<Law> laws;
    /** The run and the hosts before each move of an undisturbed run. */
    private final List<Moment> moments = new ArrayList<>();

    /** How a plan ends. */
    enum End {
        FINISHED,
        ROLLED_BACK,
        REINITIALISED
    }

    /** When the process is killed at a move. */
    enum Kill {
        BEFORE,
        AFTER,
        IN_THE_MIDDLE_OF_A_LINE
    }

    record Moment(Run run, ModelTransport cluster) {}

    CarryingOut(Planned planned, Set<Law> laws) {
        this.planned = planned;
        this.laws = laws;
        ModelTransport cluster = new ModelTransport(planned.plan(), planned.files());
        Run run = Run.of(planned.plan(), List.of(), Optional.empty(), laws);
        while (!ended(run)) {
            moments.add(new Moment(run, cluster.copy()));
            run = moved(run, cluster);
        }
        assertThat(cluster.offences()).isEmpty();
        assertThat(run.move()).isEqualTo(new Move.Finished());
        assertThat(cluster.notExtended()).isEmpty();
    }

    List<Moment> moments() {
        return moments;
    }

    /** Returns the number of the first move that matches. */
    int first(Predicate<Move> which) {
        int at = 0;
        while (!which.test(moments.get(at).run().move())) {
            at++;
        }
        return at;
    }

    /** Returns a copy of the hosts before a move. */
    ModelTransport hosts(int at) {
        return moments.get(at).cluster().copy();
    }

    static boolean ended(Run run) {
        return run.move() instanceof Move.Stop || run.move() instanceof Move.Finished;
    }

    static Run moved(Run run, ModelTransport cluster) {
        return run.answered(answer(run.move(), cluster));
    }

    private static Answer answer(Move move, ModelTransport cluster) {
        return move.accept(new Move.Visitor<>() {
            @Override
            public Answer append(Move.Append append) {
                cluster.append(append.entry());
                return new Answer.Kept();
            }

            @Override
            public Answer perform(Move.Perform say) {
                return cluster.perform(say);
            }

            @Override
            public Answer read(Move.Read observe) {
                return cluster.read(observe);
            }

            @Override
            public Answer put(Move.Put put) {
                return cluster.put(put);
            }

            @Override
            public Answer ask(Move.Ask ask) {
                return cluster.ask(ask);
            }

            @Override
            public Answer stop(Move.Stop stop) {
                throw new IllegalStateException("stopped");
            }

            @Override
            public Answer finished(Move.Finished finished) {
                throw new IllegalStateException("finished");
            }
        });
    }

    /**
     * Lets a mishap happen at a move, or at the next move where it can happen. If the number of the move is odd, the
     * person does not paste the output of tools from then on.
     */
    End after(int at, Mishap mishap) {
        ModelTransport cluster = moments.get(at).cluster().copy();
        cluster.letGoWrong(mishap);
        if (at % 2 == 1) {
            cluster.fallSilent();
        }
        return toTheEnd(on(moments.get(at).run(), cluster), cluster, at + " " + mishap);
    }

    /** Gives another answer to the question of a move. */
    End after(int at, Move.Choice choice) {
        ModelTransport cluster = moments.get(at).cluster().copy();
        cluster.answer(choice);
        return toTheEnd(on(moments.get(at).run(), cluster), cluster, at + " " + choice);
    }

    /** Kills the process at a move, and gives another answer to the first question of the next run. */
    End after(int at, Kill kill, Move.Choice choice) {
        ModelTransport cluster = killed(at, kill);
        cluster.answer(choice);
        return toTheEnd(again(cluster, new byte[0]), cluster, at + " " + kill + " " + choice);
    }

    private ModelTransport killed(int at, Kill kill) {
        ModelTransport cluster = moments.get(at).cluster().copy();
        if (kill == Kill.AFTER) {
            answer(moments.get(at).run().move(), cluster);
        }
        return cluster;
    }

    /** Kills the process at a move. */
    End after(int at, Kill kill) {
        ModelTransport cluster = killed(at, kill);
        Run run = moments.get(at).run();
        byte[] torn = kill == Kill.IN_THE_MIDDLE_OF_A_LINE && run.move() instanceof Move.Append append
                ? JournalText.line(append.entry()).strip().getBytes(StandardCharsets.UTF_8)
                : new byte[0];
        return toTheEnd(again(cluster, torn), cluster, at + " " + kill);
    }

    static Run on(Run from, ModelTransport cluster) {
        Run run = from;
        while (!ended(run)) {
            run = moved(run, cluster);
        }
        return run;
    }

    /** Starts a further run from the bytes of the journal. */
    Run again(ModelTransport cluster, byte[] torn) {
        ByteArrayOutputStream bytes = new ByteArrayOutputStream();
        try {
            for (JournalEntry entry : cluster.journal()) {
                bytes.write(JournalText.line(entry).getBytes(StandardCharsets.UTF_8));
            }
            bytes.write(torn);
        } catch (IOException impossible) {
            throw new UncheckedIOException(impossible);
        }
        var read = JournalText.read(planned.plan(), bytes.toByteArray(), "journal");
        assertThat(read.findings()).isEmpty();
        assertThat(read.value()).contains(cluster.journal());
        return on(Run.of(planned.plan(), read.value().orElseThrow(), Optional.empty(), laws), cluster);
    }

    private End toTheEnd(Run first, ModelTransport cluster, String what) {
        Run run = first;
        for (int session = 0; session < SESSIONS && !(run.move() instanceof Move.Finished); session++) {
            boolean lost = cluster.failed() || (session > 1 && !cluster.repaired());
            if (lost && run.move() instanceof Move.Stop stop) {
                Optional<End> back = back(stop, cluster, what);
                if (back.isPresent()) {
                    demandLawful(cluster, what);
                    return back.get();
                }
            }
            cluster.repaired();
            run = again(cluster, new byte[0]);
        }
        demandLawful(cluster, what);
        assertThat(run.move()).as(what).isEqualTo(new Move.Finished());
        assertThat(cluster.notExtended()).as(what).isEmpty();
        return End.FINISHED;
    }

    /**
     * Takes the way back, if one is offered. Without one, the plan counts as rolled back if the cluster is unchanged;
     * otherwise empty.
     */
    private static Optional<End> back(Move.Stop stop, ModelTransport cluster, String what) {
        for (Recovery.Way way : stop.ways()) {
            if (way.kind() == Recovery.Kind.UNDO || way.kind() == Recovery.Kind.REINITIALISE) {
                boolean standstill = way.kind() == Recovery.Kind.REINITIALISE;
                assertThat(cluster.notBack(way.steps(), standstill))
                        .as("%s %s", what, stop)
                        .isEmpty();
                return Optional.of(standstill ? End.REINITIALISED : End.ROLLED_BACK);
            }
        }
        return cluster.notBack(List.of(), false).isEmpty() ? Optional.of(End.ROLLED_BACK) : Optional.empty();
    }

    private static void demandLawful(ModelTransport cluster, String what) {
        assertThat(cluster.offences()).as(what).isEmpty();
        assertThat(cluster.doneTwice()).as(what).isEmpty();
        assertThat(cluster.broken()).as(what).isEmpty();
    }

    static Set<Law> all() {
        return EnumSet.allOf(Law.class);
    }
}
