package io.github.dmdsc.extend.cli;

import io.github.dmdsc.extend.plan.Change;
import io.github.dmdsc.extend.plan.ExtendPlan;
import io.github.dmdsc.extend.plan.FileContent;
import io.github.dmdsc.extend.plan.Step;
import io.github.dmdsc.extend.render.PlanDirectory;
import io.github.dmdsc.extend.render.RunWords;
import io.github.dmdsc.extend.render.StepTexts;
import io.github.dmdsc.extend.run.Answer;
import io.github.dmdsc.extend.run.Move;
import io.github.dmdsc.extend.run.Operation;
import io.github.dmdsc.extend.run.Reading;
import io.github.dmdsc.extend.run.Source;
import io.github.dmdsc.extend.run.Transport;
import io.github.dmdsc.extend.ssh.HostText;
import io.github.dmdsc.model.FileId;
import java.nio.file.Path;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.TreeMap;
import java.util.TreeSet;
import java.util.stream.Collectors;

/**
 * A transport by hand: prints the commands of a run, which the operator runs on the hosts, and reads from the terminal
 * what happened.
 */
final class TerminalTransport implements Transport {
    private final ExtendPlan plan;
    private final Path directory;
    private final Dialogue dialogue;
    private final Words words;
    private final StepTexts texts;
    private final RunWords commands;
    private String lastHeading = "";

    /**
     * Creates a transport for a plan.
     *
     * @param directory the directory of the plan, with the files to copy to the hosts
     */
    TerminalTransport(ExtendPlan plan, Path directory, Dialogue dialogue, Locale locale) {
        this.plan = plan;
        this.directory = directory;
        this.dialogue = dialogue;
        this.words = new Words(locale);
        this.texts = new StepTexts(plan, locale);
        this.commands = new RunWords(locale);
    }

    @Override
    public Answer.Reported perform(Move.Perform move) {
        heading(move.step());
        show(move.operation().accept(new OperationText(move.step())));
        return outcome();
    }

    /** Prints the commands of a step that are run over ssh. */
    void showCommand(Step step) {
        heading(step);
        show(commands.of(step).map(text -> on(step, text)));
    }

    @Override
    public Answer.Reported put(Move.Put move) {
        heading(move.step());
        show(Optional.of(new Block(words.of("run.here"), move.source().accept(new Source.Visitor<>() {
            @Override
            public String file(Source.File source) {
                return commands.put(local(move.step()).toString(), move.to());
            }

            @Override
            public String directory(Source.Directory source) {
                return commands.put(source, move.to());
            }
        }))));
        return outcome();
    }

    @Override
    public Answer.Read read(Move.Read move) {
        move.step().ifPresentOrElse(this::heading, () -> dialogue.say("\n" + words.of("run.files")));
        return move.reading().accept(new LookReader(move.step()));
    }

    @Override
    public Answer.Replied ask(Move.Ask move) {
        Step step = move.steps().get(0);
        if (move.question() != Move.Question.SKIPPED_STEPS_DONE) {
            heading(step);
        }
        dialogue.say(
                switch (move.question()) {
                    case GATE -> "! " + texts.gate(step).orElseGet(() -> words.of("run.ask.GATE"));
                    case CHECK -> words.of("run.ask.CHECK") + " " + texts.check(step);
                    case STEP_DONE -> words.of("run.ask.STEP_DONE") + " " + texts.recovery(step);
                    case SKIPPED_STEPS_DONE ->
                        "\n" + words.of("run.ask.SKIPPED_STEPS_DONE")
                                + move.steps().stream()
                                        .map(each -> "\n  " + title(each))
                                        .collect(Collectors.joining());
                });
        Map<String, Move.Choice> choices = new TreeMap<>();
        move.choices()
                .forEach(choice -> inEveryLanguage("run.choice." + choice).forEach(name -> choices.put(name, choice)));
        String prompt = move.choices().stream()
                .map(choice -> words.of("run.choice." + choice))
                .collect(Collectors.joining("/", "[", "]"));
        return new Answer.Replied(choice(prompt, choices).orElse(Move.Choice.STOP));
    }

    /** Asks for the outcome of the commands that were printed last. Returns unknown if the input ends. */
    Answer.Reported outcome() {
        Map<String, Answer.Outcome> outcomes = new TreeMap<>();
        for (Answer.Outcome outcome : Answer.Outcome.values()) {
            inEveryLanguage("run.outcome." + outcome).forEach(name -> outcomes.put(name, outcome));
        }
        return new Answer.Reported(choice(words.of("run.outcome"), outcomes).orElse(Answer.Outcome.UNKNOWN));
    }

    private <T> Optional<T> choice(String prompt, Map<String, T> choices) {
        Optional<String> line = dialogue.line(prompt);
        while (line.isPresent() && !choices.containsKey(line.get().toLowerCase(Locale.ROOT))) {
            line = dialogue.line(prompt);
        }
        return line.map(text -> choices.get(text.toLowerCase(Locale.ROOT)));
    }

    /** Returns an answer in every language, because the operator may type either. */
    private static List<String> inEveryLanguage(String key) {
        return List.of(new Words(Locale.ENGLISH).of(key), new Words(Locale.CHINESE).of(key));
    }

    /** Prints the title, the note and the instructions of a step. Prints nothing if it printed the same step last. */
    private void heading(Step step) {
        if (lastHeading.equals(step.id())) {
            return;
        }
        lastHeading = step.id();
        dialogue.say("\n" + title(step));
        texts.note(step).ifPresent(dialogue::say);
        texts.instructions(step).forEach(each -> dialogue.say("- " + each));
    }

    private String title(Step step) {
        int number = plan.steps().indexOf(step) + 1;
        return "[" + number + "/" + plan.steps().size() + "] " + step.id() + "  " + step.host() + ": "
                + texts.title(step);
    }

    private void show(Optional<Block> block) {
        block.ifPresent(each -> dialogue.say("--- " + each.where() + " ---\n" + each.text() + "\n---"));
    }

    /** Returns the file in the directory of the plan that a step copies to a host. */
    private Path local(Step step) {
        return step.action() instanceof Change.WriteFile write
                ? directory.resolve(PlanDirectory.path(write))
                : directory;
    }

    /**
     * Text for the operator to paste.
     *
     * @param where the user and the host, or this machine
     * @param text the text to paste
     */
    private record Block(String where, String text) {}

    private Block on(Step step, String text) {
        return on(step.action().byRoot() ? "root" : "dmdba", step.host(), text);
    }

    private Block on(String user, String host, String text) {
        return new Block(words.of("run.on", Map.of("user", user, "host", host)), text);
    }

    /** The text to paste for an operation; empty if the operator has nothing to paste. */
    private final class OperationText implements Operation.Visitor<Optional<Block>> {
        private final Step step;

        private OperationText(Step step) {
            this.step = step;
        }

        @Override
        public Optional<Block> carryOut(Operation.CarryOut operation) {
            return commands.of(step).map(text -> on(step, text));
        }

        @Override
        public Optional<Block> place(Operation.Place operation) {
            return Optional.of(on("dmdba", operation.to().host(), commands.place(operation)));
        }

        @Override
        public Optional<Block> remove(Operation.Remove operation) {
            return Optional.of(on("dmdba", operation.file().host(), commands.remove(operation)));
        }

        @Override
        public Optional<Block> setAside(Operation.SetAside operation) {
            explain(operation);
            return Optional.of(on("dmdba", operation.file().host(), commands.setAside(operation)));
        }
    }

    /** Tells the operator that an existing file gets another name. Returns the sentence. */
    String explain(Operation.SetAside operation) {
        String sentence = words.of(
                "run.aside",
                Map.of("file", operation.file(), "to", operation.to().path()));
        dialogue.say(sentence);
        return sentence;
    }

    /** Prints the text to paste for a look, and reads the output. */
    private final class LookReader implements Reading.Visitor<Answer.Read> {
        private final Optional<Step> step;

        private LookReader(Optional<Step> step) {
            this.step = step;
        }

        @Override
        public Answer.Read hashes(Reading.Hashes look) {
            Map<FileId, String> present = new TreeMap<>();
            Set<FileId> links = new TreeSet<>();
            Map<FileId, Answer.Obstacle> unseen = new TreeMap<>();
            Map<String, List<FileId>> byHost = look.files().stream()
                    .collect(Collectors.groupingBy(FileId::host, TreeMap::new, Collectors.toList()));
            for (Map.Entry<String, List<FileId>> host : byHost.entrySet()) {
                Optional<Answer.Hashes> found = hashes(host.getKey(), host.getValue());
                if (found.isEmpty()) {
                    host.getValue().forEach(file -> unseen.put(file, Answer.Obstacle.NOT_GIVEN));
                    break;
                }
                present.putAll(found.get().present());
                links.addAll(found.get().links());
                unseen.putAll(found.get().unseen());
            }
            return new Answer.Hashes(present, links, unseen);
        }

        /** Asks for the output until a line names each file. Returns empty if the operator gives no output. */
        private Optional<Answer.Hashes> hashes(String host, List<FileId> files) {
            Block block = on("dmdba", host, commands.hashes(files));
            while (true) {
                show(Optional.of(block));
                Optional<String> output = dialogue.pasted(words.of("run.paste")).map(HostText::of);
                Optional<FileId> missing = output.flatMap(text -> files.stream()
                        .filter(file -> !RunWords.isNamed(file, text))
                        .findFirst());
                if (missing.isEmpty()) {
                    return output.map(text -> RunWords.read(files, text));
                }
                dialogue.say(words.of("run.no-hash", Map.of("file", missing.get())));
            }
        }

        @Override
        public Answer.Read content(Reading.Content look) {
            show(Optional.of(on("dmdba", look.file().host(), commands.content(look.file()))));
            return dialogue.pasted(words.of("run.content"))
                    .<Answer.Read>map(bytes -> new Answer.Content(FileContent.of(bytes)))
                    .orElseGet(() -> new Answer.NoResult(Answer.Obstacle.NOT_GIVEN));
        }

        @Override
        public Answer.Read output(Reading.Output look) {
            show(step.flatMap(each -> commands.of(each).map(text -> on(each, text))));
            return dialogue.pasted(words.of("run.paste"))
                    .<Answer.Read>map(bytes -> new Answer.Text(HostText.of(bytes)))
                    .orElseGet(() -> new Answer.NoResult(Answer.Obstacle.NOT_GIVEN));
        }
    }
}
