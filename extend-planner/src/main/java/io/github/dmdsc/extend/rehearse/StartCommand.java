package io.github.dmdsc.extend.rehearse;

import io.github.dmdsc.model.Dmdcr;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.regex.Pattern;
import java.util.stream.Stream;

/**
 * The startup command with which dmcss starts a process.
 *
 * @param words the program and its arguments; empty if dmcss does not start the process
 */
record StartCommand(List<String> words) {
    /** The names of the scripts that the service installer makes. */
    private static final Pattern SCRIPT = Pattern.compile("dm(asmsvrm?)?service.+");

    /** The parameter of dmdcr.ini with the startup command. dmcss does not start another dmcss. */
    private static final Map<Kind, String> KEYS =
            Map.of(Kind.ASM, Dmdcr.ASM_STARTUP_COMMAND, Kind.DB, Dmdcr.DB_STARTUP_COMMAND);

    static String key(Kind kind) {
        return KEYS.getOrDefault(kind, "");
    }

    static StartCommand of(Ini dmdcr, Kind kind) {
        return parse(dmdcr.global(key(kind)));
    }

    static StartCommand parse(String command) {
        return new StartCommand(command.isEmpty() ? List.of() : words(command));
    }

    /** Splits a command into words, without quotes and without {@code &}. */
    private static List<String> words(String command) {
        return Stream.of(command.replaceAll("['\"]", "").strip().split("\\s+", -1))
                .filter(word -> !word.equals("&"))
                .toList();
    }

    boolean isEmpty() {
        return words.isEmpty();
    }

    String program() {
        return isEmpty() ? "" : Values.path(words.get(0));
    }

    /** Returns the name of the program without its directory, in lower case and without {@code .exe}. */
    String programName() {
        String name = program().substring(program().lastIndexOf('/') + 1).toLowerCase(Locale.ROOT);
        return name.endsWith(".exe") ? name.substring(0, name.length() - 4) : name;
    }

    private List<String> arguments() {
        return isEmpty() ? List.of() : words.subList(1, words.size());
    }

    /**
     * Returns the service that the command restarts: {@code service X restart}, {@code systemctl restart X}, or {@code
     * …/DmServiceX restart}.
     */
    Optional<String> service() {
        if (words.size() == 2 && SCRIPT.matcher(programName()).matches()) {
            return Optional.of(program().substring(program().lastIndexOf('/') + 1));
        }
        if (words.size() != 3
                || !(programName().equals("systemctl") || programName().equals("service"))) {
            return Optional.empty();
        }
        String name = programName().equals("systemctl") ? words.get(2) : words.get(1);
        return Optional.of(name.endsWith(".service") ? name.substring(0, name.length() - 8) : name);
    }

    /** Returns every dm.ini that the command names, with {@code path=} or as an argument of its own. */
    List<String> dmInis() {
        return arguments().stream()
                .filter(word -> isOption(word, "PATH=") || (isIni(word) && !isAsmServer()))
                .map(StartCommand::value)
                .toList();
    }

    /**
     * Returns every dmdcr.ini that the command names, with {@code dcr_ini=} or, for an ASM server, as an argument of
     * its own.
     */
    List<String> dmdcrs() {
        return arguments().stream()
                .filter(word -> isOption(word, "DCR_INI=") || (isIni(word) && isAsmServer()))
                .map(StartCommand::value)
                .toList();
    }

    /** Returns the other arguments, for example {@code mount}. */
    List<String> options() {
        return arguments().stream()
                .filter(word -> !isOption(word, "PATH=") && !isOption(word, "DCR_INI="))
                .filter(word -> !isIni(word) && !word.equals("-noconsole"))
                .toList();
    }

    private boolean isAsmServer() {
        return programName().equals("dmasmsvr") || programName().equals("dmasmsvrm");
    }

    private static boolean isOption(String word, String key) {
        return Values.capitals(word).startsWith(key);
    }

    private static boolean isIni(String word) {
        return !word.contains("=") && Values.capitals(word).endsWith(".INI");
    }

    private static String value(String word) {
        return Values.path(word.substring(word.indexOf('=') + 1));
    }
}
