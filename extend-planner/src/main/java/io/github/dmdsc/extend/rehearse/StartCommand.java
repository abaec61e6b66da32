package io.github.dmdsc.extend.rehearse;

import io.github.dmdsc.model.Dmdcr;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.regex.Pattern;
import java.util.stream.Stream;

/**
 * What dmcss calls to start a process again.
 *
 * @param words the program and its arguments; empty where it starts nothing
 */
record StartCommand(List<String> words) {
    /** What the service installer calls its scripts. */
    private static final Pattern SCRIPT = Pattern.compile("dm(asmsvrm?)?service.+");

    /** Where dmdcr.ini says it; dmcss starts no other dmcss. */
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

    /** Quotes, and a sign behind them, are no part of what is started. */
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

    /** The program without its directory. */
    String programName() {
        String name = program().substring(program().lastIndexOf('/') + 1).toLowerCase(Locale.ROOT);
        return name.endsWith(".exe") ? name.substring(0, name.length() - 4) : name;
    }

    private List<String> arguments() {
        return isEmpty() ? List.of() : words.subList(1, words.size());
    }

    /** The service that is restarted: {@code service X restart}, {@code systemctl restart X}, {@code …/DmServiceX restart}. */
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

    /** Every dm.ini that it names: by {@code path=}, or by a word of its own. */
    List<String> dmInis() {
        return arguments().stream()
                .filter(word -> isOption(word, "PATH=") || (isIni(word) && !isAsmServer()))
                .map(StartCommand::value)
                .toList();
    }

    /** Every dmdcr.ini that it names: by {@code dcr_ini=}, or by a word of its own where it is the ASM server's. */
    List<String> dmdcrs() {
        return arguments().stream()
                .filter(word -> isOption(word, "DCR_INI=") || (isIni(word) && isAsmServer()))
                .map(StartCommand::value)
                .toList();
    }

    /** What else it says to the program, for example {@code mount}. */
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
        return word.indexOf('=') == -1 && Values.capitals(word).endsWith(".INI");
    }

    private static String value(String word) {
        return Values.path(word.substring(word.indexOf('=') + 1));
    }
}
