package io.github.dmdsc.model;

import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Stream;
import org.immutables.value.Value;

/**
 * What a {@code DMDCR_ASM_STARTUP_CMD} or {@code DMDCR_DB_STARTUP_CMD} says: a command line such as
 * {@code /opt/dmdbms/bin/dmserver path=/home/data/dsc0_config/dm.ini dcr_ini=/home/data/dmdcr.ini}, or
 * {@code service DmServiceDSC0 restart}. What is put around it in the field is no part of what it says: quotes, {@code su -
 * dmdba -c '…'}, {@code sudo}, {@code nohup … &}, {@code sh -c "…"}, and variables in front.
 */
@Value.Immutable
public interface StartupCommand extends WithStartupCommand {
    /** The first word. */
    String program();

    /** The other words. */
    List<String> arguments();

    /** The dm.ini that is named: {@code path=…}, or a bare word that ends in {@code .ini}. */
    @Value.Derived
    default Optional<String> dmIni() {
        return option("path")
                .or(() -> arguments().stream().filter(StartupCommand::isIni).findFirst());
    }

    /** The dmdcr.ini that is named: {@code dcr_ini=…}. */
    @Value.Derived
    default Optional<String> dcrIni() {
        return option("dcr_ini");
    }

    /**
     * The service that is restarted, where the command is {@code service X restart} or {@code systemctl restart X}, or
     * calls the script that the service installer has put beside the programs: {@code …/bin/DmServiceX restart}.
     */
    @Value.Derived
    default Optional<String> service() {
        String name = baseName();
        if (name.equals("service") && arguments().size() == 2) {
            return Optional.of(arguments().get(0));
        }
        if (name.equals("systemctl") && arguments().size() == 2) {
            return Optional.of(arguments().get(1));
        }
        return arguments().size() == 1 && isScript(name)
                ? Optional.of(program().substring(slash() + 1))
                : Optional.empty();
    }

    /**
     * The directory of Dameng's programs, where the command names one of them by an absolute path: a server, or a script
     * that the service installer has put beside them. Another script may lie anywhere.
     */
    @Value.Derived
    default Optional<String> binDirectory() {
        int slash = slash();
        String name = baseName();
        return slash > 0 && (Set.of("dmserver", "dmasmsvr", "dmasmsvrm").contains(name) || isScript(name))
                ? Optional.of(program().substring(0, slash))
                : Optional.empty();
    }

    /** The words that name no file, for example {@code mount}; without {@code -noconsole}. */
    default List<String> options() {
        return arguments().stream()
                .filter(word -> !isOption(word, "path") && !isOption(word, "dcr_ini") && !isIni(word))
                .filter(word -> !word.equals("-noconsole"))
                .toList();
    }

    /** Whether it calls a program itself, in whatever directory. */
    default boolean calls(String name) {
        return baseName().equals(name);
    }

    /** Whether the service installer calls its scripts so. */
    private static boolean isScript(String name) {
        return Stream.of("dmservice", "dmasmsvrservice", "dmasmsvrmservice")
                .anyMatch(prefix -> name.startsWith(prefix) && name.length() > prefix.length());
    }

    /** The program without its directory, in lower case. */
    private String baseName() {
        String name = program().substring(slash() + 1).toLowerCase(Locale.ROOT);
        return name.endsWith(".exe") ? name.substring(0, name.length() - 4) : name;
    }

    private int slash() {
        return Math.max(program().lastIndexOf('/'), program().lastIndexOf('\\'));
    }

    private Optional<String> option(String name) {
        return arguments().stream()
                .filter(word -> isOption(word, name))
                .map(word -> word.substring(name.length() + 1))
                .findFirst();
    }

    private static boolean isOption(String word, String name) {
        String prefix = name + "=";
        return word.regionMatches(true, 0, prefix, 0, prefix.length());
    }

    private static boolean isIni(String word) {
        return word.indexOf('=') == -1 && word.toLowerCase(Locale.ROOT).endsWith(".ini");
    }

    /** Reads a command; any text is one, if only of a single word. */
    static StartupCommand parse(String text) {
        List<String> words = CommandWords.unwrapped(text);
        return ImmutableStartupCommand.builder()
                .program(words.get(0))
                .arguments(words.subList(1, words.size()))
                .build();
    }
}
