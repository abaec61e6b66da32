package io.github.dmdsc.extend.ssh;

import io.github.dmdsc.extend.plan.FileContent;
import io.github.dmdsc.extend.plan.RollbackClass;
import io.github.dmdsc.extend.plan.Step;
import io.github.dmdsc.extend.plan.ToolCommand;
import io.github.dmdsc.extend.render.RunWords;
import io.github.dmdsc.extend.run.Answer;
import io.github.dmdsc.extend.run.Move;
import io.github.dmdsc.extend.run.Operation;
import io.github.dmdsc.extend.run.Reading;
import io.github.dmdsc.extend.run.Source;
import io.github.dmdsc.extend.run.Transport;
import io.github.dmdsc.model.FileId;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.TreeMap;
import java.util.function.Function;
import java.util.function.Supplier;
import java.util.function.UnaryOperator;
import java.util.stream.Collectors;

/**
 * A transport over ssh, as the user that owns the installation. A person answers every question and carries out four
 * kinds of moves: commands in a monitor, commands that cannot be undone, commands of root, and commands on a host that
 * ssh cannot be given.
 */
public final class SshTransport implements Transport {
    private static final byte[] NOTHING = {};

    private final Ssh ssh;
    private final Screen screen;
    private final Transport person;
    private final RunWords said = new RunWords(Locale.ENGLISH);
    private Optional<Password> password = Optional.empty();

    /**
     * Creates a transport.
     *
     * @param ssh the ssh client
     * @param screen shows the commands and their output to a person
     * @param person the transport for the moves that a person carries out
     */
    public SshTransport(Ssh ssh, Screen screen, Transport person) {
        this.ssh = ssh;
        this.screen = screen;
        this.person = person;
    }

    @Override
    public Answer.Reported perform(Move.Perform move) {
        return move.operation().accept(new Operation.Visitor<>() {
            @Override
            public Answer.Reported carryOut(Operation.CarryOut operation) {
                boolean byHand = move.byHand() || move.step().rollbackClass() == RollbackClass.POINT_OF_NO_RETURN;
                return byHand
                        ? person.perform(move)
                        : said(move.step(), SshTransport.this::done, () -> person.perform(move));
            }

            @Override
            public Answer.Reported place(Operation.Place operation) {
                return reaches(operation.to())
                        ? aside(operation.to(), said.place(operation), NOTHING)
                        : person.perform(move);
            }

            @Override
            public Answer.Reported remove(Operation.Remove operation) {
                return reaches(operation.file())
                        ? aside(operation.file(), said.remove(operation), NOTHING)
                        : person.perform(move);
            }
        });
    }

    @Override
    public Answer.Read read(Move.Read move) {
        return move.reading().accept(new Reading.Visitor<>() {
            @Override
            public Answer.Read hashes(Reading.Hashes look) {
                return hashed(move.step(), look.files());
            }

            @Override
            public Answer.Read content(Reading.Content look) {
                return reaches(look.file()) ? fetched(look.file()) : person.read(move);
            }

            @Override
            public Answer.Read output(Reading.Output look) {
                return look.byHand()
                        ? person.read(move)
                        : said(move.step().orElseThrow(), SshTransport.this::printed, () -> person.read(move));
            }
        });
    }

    @Override
    public Answer.Reported put(Move.Put move) {
        return move.source().accept(new Source.Visitor<>() {
            @Override
            public Answer.Reported file(Source.File source) {
                return reaches(move.to())
                        ? aside(
                                move.to(),
                                said.received(move.to()),
                                source.content().bytes())
                        : person.put(move);
            }

            @Override
            public Answer.Reported directory(Source.Directory source) {
                if (!reaches(source.from()) || !reaches(move.to())) {
                    return person.put(move);
                }
                return aside(
                        List.of(
                                new Ssh.Said(source.from().host(), said.packed(source)),
                                new Ssh.Said(move.to().host(), said.unpacked(move.to()))),
                        NOTHING);
            }
        });
    }

    @Override
    public Answer.Replied ask(Move.Ask move) {
        return person.ask(move);
    }

    private static boolean reaches(FileId file) {
        return Ssh.reaches(file.host()) && RunWords.isForShell(file);
    }

    /**
     * Runs the command of a step.
     *
     * @param then converts the result to an answer
     * @param byHand asks the person, if ssh cannot run the command
     */
    private <T> T said(Step step, Function<StepRan, T> then, Supplier<T> byHand) {
        Optional<Spoken> spoken = step.command()
                .filter(words -> Ssh.reaches(step.host()) && !step.action().byRoot())
                .flatMap(Spoken::of);
        Optional<ToolCommand.Sql> sql = spoken.flatMap(Spoken::sql);
        if (sql.isPresent() && password.isEmpty()) {
            password = screen.password();
        }
        if (spoken.isEmpty() || (sql.isPresent() && password.isEmpty())) {
            return byHand.get();
        }
        byte[] input = sql.map(words -> password.orElseThrow().input(words)).orElse(NOTHING);
        UnaryOperator<String> hidden = sql.isPresent() ? password.orElseThrow()::hidden : UnaryOperator.identity();
        screen.words(step);
        List<String> lines = new ArrayList<>();
        Ssh.Ran ran = ssh.run(
                step.host(),
                spoken.get().command(),
                input,
                line -> {
                    String shown = hidden.apply(line);
                    lines.add(shown);
                    screen.printed(step.host(), shown);
                },
                line -> screen.printed(step.host(), hidden.apply(line)));
        return then.apply(new StepRan(step, ran, lines));
    }

    /**
     * The result of the command of a step.
     *
     * @param lines the standard output, with the password hidden
     */
    private record StepRan(Step step, Ssh.Ran ran, List<String> lines) {}

    /**
     * Returns the outcome of a step. The exit status of a tool does not prove that a step was done that must not be
     * done twice, so a person reads the output.
     */
    private Answer.Reported done(StepRan said) {
        Answer.Reported outcome = outcome(said.step().host(), said.ran());
        return outcome.outcome() == Answer.Outcome.DONE
                        && said.step().rollbackClass().onlyOnce()
                ? new Answer.Reported(screen.judged())
                : outcome;
    }

    /**
     * Returns the output of a step. The output of a failed command is not used, because it could look like the output
     * of a successful one.
     */
    private Answer.Read printed(StepRan said) {
        outcome(said.step().host(), said.ran());
        return said.ran().succeeded() ? new Answer.Text(String.join("\n", said.lines())) : new Answer.NoResult();
    }

    private Answer.Reported outcome(String host, Ssh.Ran ran) {
        if (ran.succeeded()) {
            return new Answer.Reported(Answer.Outcome.DONE);
        }
        screen.trouble(host, ran.ending(), ran.status());
        boolean failed = ran.ending() == Ssh.Ending.ENDED || ran.ending() == Ssh.Ending.NOT_STARTED;
        return new Answer.Reported(failed ? Answer.Outcome.FAILED : Answer.Outcome.UNKNOWN);
    }

    private Answer.Reported aside(FileId at, String words, byte[] input) {
        return aside(List.of(new Ssh.Said(at.host(), words)), input);
    }

    private Answer.Reported aside(List<Ssh.Said> chain, byte[] input) {
        String host = chain.get(chain.size() - 1).host();
        chain.forEach(each -> screen.aside(each.host(), each.words()));
        return outcome(
                host, ssh.run(chain, input, line -> screen.printed(host, line), line -> screen.printed(host, line)));
    }

    private Answer.Read hashed(Optional<Step> step, List<FileId> files) {
        Map<FileId, String> present = new TreeMap<>();
        Map<String, List<FileId>> byHost =
                files.stream().collect(Collectors.groupingBy(FileId::host, TreeMap::new, Collectors.toList()));
        for (List<FileId> onHost : byHost.values()) {
            boolean reached = onHost.stream().allMatch(SshTransport::reaches);
            Answer.Read read = reached ? hashed(onHost) : person.read(new Move.Read(step, new Reading.Hashes(onHost)));
            if (!(read instanceof Answer.Hashes hashes)) {
                return read;
            }
            present.putAll(hashes.present());
        }
        return new Answer.Hashes(present);
    }

    /** Reads the hashes of files of one host. Splits the files over several calls if the command is too long. */
    private Answer.Read hashed(List<FileId> files) {
        String words = said.hashes(files);
        Map<FileId, String> present = new TreeMap<>();
        if (files.size() > 1 && !Ssh.fits(words)) {
            int half = files.size() / 2;
            for (List<FileId> part : List.of(files.subList(0, half), files.subList(half, files.size()))) {
                if (!(hashed(part) instanceof Answer.Hashes hashes)) {
                    return new Answer.NoResult();
                }
                present.putAll(hashes.present());
            }
            return new Answer.Hashes(present);
        }
        String host = files.get(0).host();
        screen.aside(host, words);
        Ssh.Ran ran = ssh.run(host, words, NOTHING, line -> {}, line -> screen.printed(host, line));
        outcome(host, ran);
        for (FileId file : files) {
            Optional<String> hash = RunWords.hash(file, ran.output());
            if (hash.isEmpty() || !ran.succeeded()) {
                return new Answer.NoResult();
            } else if (!hash.get().equals(RunWords.MISSING)) {
                present.put(file, hash.get());
            }
        }
        return new Answer.Hashes(present);
    }

    private Answer.Read fetched(FileId file) {
        Fetch.Asked asked = Fetch.Asked.of(List.of(file.path()), List.of());
        screen.aside(file.host(), said.content(file));
        Ssh.Ran ran =
                ssh.run(file.host(), asked.words(), NOTHING, line -> {}, line -> screen.printed(file.host(), line));
        outcome(file.host(), ran);
        return asked.file(ran)
                .<Answer.Read>map(bytes -> new Answer.Content(FileContent.of(bytes)))
                .orElseGet(Answer.NoResult::new);
    }
}
