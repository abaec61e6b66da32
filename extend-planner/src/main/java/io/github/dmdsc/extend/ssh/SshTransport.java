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
import java.util.Collection;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.TreeMap;
import java.util.TreeSet;
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
    private final RunWords commands = new RunWords(Locale.ENGLISH);
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
                        : runStep(move.step(), SshTransport.this::outcome, () -> person.perform(move));
            }

            @Override
            public Answer.Reported place(Operation.Place operation) {
                return isSupported(operation.to())
                        ? runInternal(operation.to(), commands.place(operation), NOTHING)
                        : person.perform(move);
            }

            @Override
            public Answer.Reported remove(Operation.Remove operation) {
                return isSupported(operation.file())
                        ? runInternal(operation.file(), commands.remove(operation), NOTHING)
                        : person.perform(move);
            }

            @Override
            public Answer.Reported setAside(Operation.SetAside operation) {
                if (!isSupported(operation.file())) {
                    return person.perform(move);
                }
                screen.setAside(operation);
                return runInternal(operation.file(), commands.setAside(operation), NOTHING);
            }
        });
    }

    @Override
    public Answer.Read read(Move.Read move) {
        return move.reading().accept(new Reading.Visitor<>() {
            @Override
            public Answer.Read hashes(Reading.Hashes look) {
                return readHashes(move.step(), look.files());
            }

            @Override
            public Answer.Read content(Reading.Content look) {
                return isSupported(look.file()) ? readContent(look.file()) : person.read(move);
            }

            @Override
            public Answer.Read output(Reading.Output look) {
                return look.byHand()
                        ? person.read(move)
                        : runStep(move.step().orElseThrow(), SshTransport.this::output, () -> person.read(move));
            }
        });
    }

    @Override
    public Answer.Reported put(Move.Put move) {
        return move.source().accept(new Source.Visitor<>() {
            @Override
            public Answer.Reported file(Source.File source) {
                return isSupported(move.to())
                        ? runInternal(
                                move.to(),
                                commands.received(move.to()),
                                source.content().bytes())
                        : person.put(move);
            }

            @Override
            public Answer.Reported directory(Source.Directory source) {
                if (!isSupported(source.from()) || !isSupported(move.to())) {
                    return person.put(move);
                }
                return runInternal(
                        List.of(
                                new Ssh.HostCommand(source.from().host(), commands.packed(source)),
                                new Ssh.HostCommand(move.to().host(), commands.unpacked(move.to()))),
                        NOTHING);
            }
        });
    }

    @Override
    public Answer.Replied ask(Move.Ask move) {
        return person.ask(move);
    }

    private static boolean isSupported(FileId file) {
        return Ssh.isHostName(file.host()) && RunWords.isForShell(file);
    }

    /**
     * Runs the command of a step.
     *
     * @param then converts the result to an answer
     * @param byHand asks the person, if ssh cannot run the command
     */
    private <T> T runStep(Step step, Function<StepResult, T> then, Supplier<T> byHand) {
        Optional<ShellCommand> shellCommand = step.command()
                .filter(words -> Ssh.isHostName(step.host()) && !step.action().byRoot())
                .flatMap(ShellCommand::of);
        Optional<ToolCommand.Sql> sql = shellCommand.flatMap(ShellCommand::sql);
        if (sql.isPresent() && password.isEmpty()) {
            password = screen.askPassword();
        }
        if (shellCommand.isEmpty() || (sql.isPresent() && password.isEmpty())) {
            return byHand.get();
        }
        byte[] input = sql.map(words -> password.orElseThrow().input(words)).orElse(NOTHING);
        UnaryOperator<String> hidden = sql.isPresent() ? password.orElseThrow()::hide : UnaryOperator.identity();
        screen.showCommand(step);
        List<String> lines = new ArrayList<>();
        Ssh.Result ran = ssh.run(
                step.host(),
                shellCommand.get().command(),
                input,
                line -> {
                    String shown = hidden.apply(line);
                    lines.add(shown);
                    screen.printed(step.host(), shown);
                },
                line -> screen.printed(step.host(), hidden.apply(line)));
        return then.apply(new StepResult(step, ran, lines));
    }

    /**
     * The result of the command of a step.
     *
     * @param lines the standard output, with the password hidden
     */
    private record StepResult(Step step, Ssh.Result ran, List<String> lines) {}

    /**
     * Returns the outcome of a step. The exit status of a tool does not prove that a step was done that must not be
     * done twice, so a person reads the output.
     */
    private Answer.Reported outcome(StepResult result) {
        Answer.Reported outcome = outcome(result.step().host(), result.ran());
        return outcome.outcome() == Answer.Outcome.DONE
                        && result.step().rollbackClass().onlyOnce()
                ? new Answer.Reported(screen.askOutcome())
                : outcome;
    }

    /**
     * Returns the output of a step. The output of a failed command is not used, because it could look like the output
     * of a successful one.
     */
    private Answer.Read output(StepResult result) {
        outcome(result.step().host(), result.ran());
        return result.ran().succeeded() ? new Answer.Text(String.join("\n", result.lines())) : new Answer.NoResult();
    }

    private Answer.Reported outcome(String host, Ssh.Result ran) {
        if (ran.succeeded()) {
            return new Answer.Reported(Answer.Outcome.DONE);
        }
        screen.failed(host, ran.ending(), ran.status());
        boolean failed = ran.ending() == Ssh.Ending.ENDED || ran.ending() == Ssh.Ending.NOT_STARTED;
        return new Answer.Reported(failed ? Answer.Outcome.FAILED : Answer.Outcome.UNKNOWN);
    }

    private Answer.Reported runInternal(FileId at, String words, byte[] input) {
        return runInternal(List.of(new Ssh.HostCommand(at.host(), words)), input);
    }

    private Answer.Reported runInternal(List<Ssh.HostCommand> chain, byte[] input) {
        String host = chain.get(chain.size() - 1).host();
        chain.forEach(each -> screen.keepCommand(each.host(), each.command()));
        return outcome(
                host, ssh.run(chain, input, line -> screen.printed(host, line), line -> screen.printed(host, line)));
    }

    /** Reads the hashes of files. Asks the person about the hosts that ssh cannot be given, unless another host failed. */
    private Answer.Hashes readHashes(Optional<Step> step, List<FileId> files) {
        Set<String> hostsByHand = files.stream()
                .filter(file -> !isSupported(file))
                .map(FileId::host)
                .collect(Collectors.toSet());
        List<FileId> byHand =
                files.stream().filter(file -> hostsByHand.contains(file.host())).toList();
        List<FileId> bySsh = files.stream()
                .filter(file -> !hostsByHand.contains(file.host()))
                .toList();
        Answer.Hashes all = new Answer.Hashes(Map.of());
        for (List<FileId> onHost : byHost(bySsh)) {
            all = joined(all, readHashes(onHost));
        }
        if (byHand.isEmpty() || !all.unseen().isEmpty()) {
            return all;
        }
        Answer.Read told = person.read(new Move.Read(step, new Reading.Hashes(byHand)));
        if (told instanceof Answer.Hashes hashes) {
            return joined(all, hashes);
        }
        return joined(all, Answer.Hashes.unseen(byHand, Answer.Obstacle.NOT_GIVEN));
    }

    private static Collection<List<FileId>> byHost(List<FileId> files) {
        return files.stream()
                .collect(Collectors.groupingBy(FileId::host, TreeMap::new, Collectors.toList()))
                .values();
    }

    private static Answer.Hashes joined(Answer.Hashes one, Answer.Hashes other) {
        Map<FileId, String> present = new TreeMap<>(one.present());
        present.putAll(other.present());
        Set<FileId> links = new TreeSet<>(one.links());
        links.addAll(other.links());
        Map<FileId, Answer.Obstacle> unseen = new TreeMap<>(one.unseen());
        unseen.putAll(other.unseen());
        return new Answer.Hashes(present, links, unseen);
    }

    /** Reads the hashes of files of one host. Splits the files over several calls if the command is too long. */
    private Answer.Hashes readHashes(List<FileId> files) {
        String words = commands.hashes(files);
        if (files.size() > 1 && !Ssh.fits(words)) {
            int half = files.size() / 2;
            Answer.Hashes first = readHashes(files.subList(0, half));
            List<FileId> rest = files.subList(half, files.size());
            return joined(
                    first,
                    first.unseen().isEmpty()
                            ? readHashes(rest)
                            : Answer.Hashes.unseen(rest, Answer.Obstacle.NO_ANSWER));
        }
        String host = files.get(0).host();
        screen.keepCommand(host, words);
        Ssh.Result ran = ssh.run(host, words, NOTHING, line -> {}, line -> screen.printed(host, line));
        outcome(host, ran);
        return ran.succeeded()
                ? RunWords.read(files, ran.output())
                : Answer.Hashes.unseen(files, Answer.Obstacle.NO_ANSWER);
    }

    private Answer.Read readContent(FileId file) {
        Fetch.Query query = Fetch.Query.of(List.of(file.path()), List.of());
        screen.keepCommand(file.host(), commands.content(file));
        Ssh.Result ran =
                ssh.run(file.host(), query.command(), NOTHING, line -> {}, line -> screen.printed(file.host(), line));
        outcome(file.host(), ran);
        return query.file(ran)
                .<Answer.Read>map(bytes -> new Answer.Content(FileContent.of(bytes)))
                .orElseGet(() -> new Answer.NoResult(query.unread(ran)
                        .map(reason ->
                                reason == Fetch.Reason.MISSING ? Answer.Obstacle.MISSING : Answer.Obstacle.UNREADABLE)
                        .orElse(Answer.Obstacle.NO_ANSWER)));
    }
}
