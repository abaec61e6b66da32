package io.github.dmdsc.extend.values;

import io.github.dmdsc.model.StartupCommand;
import io.github.dmdsc.model.base.HostPaths;
import java.util.List;
import java.util.Optional;
import java.util.function.Function;
import java.util.stream.IntStream;

/**
 * Infers the startup commands of the new node: those of the other nodes, with the directory of its programs and the
 * path of its dmdcr.ini.
 *
 * @param directory the directory of the new node's programs, if the request gives it
 * @param dmdcr the path of the new node's dmdcr.ini, if the request gives it
 * @param dmdcrs the path of each other node's dmdcr.ini
 * @param substitution the names of the nodes
 */
record StartCommands(
        Optional<String> directory, Optional<String> dmdcr, List<String> dmdcrs, Substitution substitution) {
    /**
     * Returns the startup command of the new node, if it does not follow from the names of the nodes alone.
     *
     * @param commands the startup commands of the other nodes
     * @return the command and its cause; empty if a node has no command, or if the new one does not follow from the
     *     others
     */
    Optional<Given> moved(List<String> commands) {
        if (commands.size() != dmdcrs.size()) {
            return Optional.empty();
        }
        List<String> moved = IntStream.range(0, commands.size())
                .mapToObj(i -> withDmdcr(withDirectory(commands.get(i)), dmdcrs.get(i)))
                .toList();
        boolean elsewhere =
                commands.stream().anyMatch(command -> !withDirectory(command).equals(command));
        return follow(moved)
                .filter(command -> !follow(commands).equals(Optional.of(command)))
                .map(command -> Given.of(elsewhere ? ValueFamily.BIN_DIRECTORY : NodePlaces.DMDCR_PATH, command));
    }

    private Optional<String> follow(List<String> commands) {
        if (substitution.waits(commands)) {
            return Optional.empty();
        }
        return substitution
                .follow(commands)
                .or(() -> substitution.asGlued().follow(commands))
                .or(() -> Optional.of(commands.get(0)).filter(first -> substitution.keeps(commands)));
    }

    private String withDirectory(String command) {
        return replaced(
                command,
                directory,
                StartupCommand::binDirectory,
                StartupCommand.parse(command).program());
    }

    private String withDmdcr(String command, String old) {
        return replaced(
                command,
                dmdcr,
                parsed -> parsed.dcrIni().filter(path -> HostPaths.same(HostPaths.normal(path), old)),
                "");
    }

    /** Returns a command in which a text replaces one of its own, at or after a place of the command. */
    private static String replaced(
            String command, Optional<String> fresh, Function<StartupCommand, Optional<String>> own, String from) {
        Optional<String> old = own.apply(StartupCommand.parse(command));
        int at = command.indexOf(old.orElse(""), Math.max(0, command.indexOf(from)));
        return old.isEmpty() || fresh.isEmpty() || at < 0
                ? command
                : command.substring(0, at)
                        + fresh.get()
                        + command.substring(at + old.get().length());
    }
}
