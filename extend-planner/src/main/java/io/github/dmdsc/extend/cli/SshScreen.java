package io.github.dmdsc.extend.cli;

import io.github.dmdsc.extend.plan.Step;
import io.github.dmdsc.extend.render.RunWords;
import io.github.dmdsc.extend.run.Answer;
import io.github.dmdsc.extend.run.Operation;
import io.github.dmdsc.extend.ssh.Password;
import io.github.dmdsc.extend.ssh.Screen;
import io.github.dmdsc.extend.ssh.Ssh;
import java.util.Map;
import java.util.Optional;
import java.util.function.Function;

/** Prints the commands of a run and the output of the hosts on the terminal, and writes both to the log. */
final class SshScreen implements Screen {
    private final TerminalTransport terminal;
    private final Dialogue dialogue;
    private final RunLog log;
    private final Words words;
    private final RunWords commands;
    private final Function<String, Optional<String>> passwordReader;

    /** @param passwordReader reads a password without echo, after a prompt; returns empty if there is no terminal */
    SshScreen(
            TerminalTransport terminal,
            Dialogue dialogue,
            RunLog log,
            Words words,
            Function<String, Optional<String>> passwordReader) {
        this.terminal = terminal;
        this.dialogue = dialogue;
        this.log = log;
        this.words = words;
        this.commands = new RunWords(words.locale());
        this.passwordReader = passwordReader;
    }

    @Override
    public void showCommand(Step step) {
        terminal.showCommand(step);
        log.command(step.host(), commands.of(step).orElse(""));
    }

    @Override
    public void keepCommand(String host, String command) {
        log.command(host, command);
    }

    @Override
    public void setAside(Operation.SetAside operation) {
        log.output(terminal.explain(operation));
    }

    @Override
    public void printed(String host, String line) {
        dialogue.say(line);
        log.output(line);
    }

    @Override
    public void failed(String host, Ssh.Ending ending, int status) {
        String sentence = words.of("run.ssh." + ending, Map.of("host", host, "status", status));
        dialogue.say(sentence);
        log.output(sentence);
    }

    @Override
    public Answer.Outcome askOutcome() {
        dialogue.say(words.of("run.ssh.judge"));
        return terminal.outcome().outcome();
    }

    @Override
    public Optional<Password> askPassword() {
        Optional<String> typed = passwordReader.apply(words.of("run.ssh.password") + " ");
        while (typed.isPresent() && !typed.get().isEmpty() && !Password.isSupported(typed.get())) {
            dialogue.say(words.of("run.ssh.password-refused"));
            typed = passwordReader.apply(words.of("run.ssh.password") + " ");
        }
        return typed.filter(Password::isSupported).map(Password::new);
    }
}
