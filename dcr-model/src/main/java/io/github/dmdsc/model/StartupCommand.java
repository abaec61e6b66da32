package io.github.dmdsc.model;

import io.github.dmdsc.model.base.HostPaths;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Stream;
import org.immutables.value.Value;

/**
 * The value of {@code DMDCR_ASM_STARTUP_CMD} or {@code DMDCR_DB_STARTUP_CMD} (DM8 DMDSC manual, "dmdcr.ini"), split
 * into words. Examples: {@code /opt/dmdbms/bin/dmserver path=/home/data/dsc0_config/dm.ini
 * dcr_ini=/home/data/dmdcr.ini} and {@code service DmServiceDSC0 restart}. These are removed first: quotes,
 * {@code su - dmdba -c '…'}, {@code sudo}, {@code nohup … &}, {@code sh -c "…"}, and variables in front of the command.
 */
@Value.Immutable
public interface StartupCommand extends WithStartupCommand {
    /** The first word. */
    String program();

    /** The words after the program. */
    List<String> arguments();

    /**
     * The path of dm.ini: the value of {@code path=…}, or a word without {@code =} that ends in {@code .ini}. The ASM
     * server has none.
     */
    @Value.Derived
    default Optional<String> dmIni() {
        return option("path").or(() -> iniWord().filter(any -> !isAsmServer()));
    }

    /**
     * The path of dmdcr.ini: the value of {@code dcr_ini=…}. For the ASM server, it can also be a word without {@code
     * =} that ends in {@code .ini}.
     */
    @Value.Derived
    default Optional<String> dcrIni() {
        return option("dcr_ini").or(() -> iniWord().filter(any -> isAsmServer()));
    }

    /**
     * The service that the command restarts: {@code service X restart}, {@code systemctl restart X}, or the script that
     * the service installer puts beside the programs, {@code …/bin/DmServiceX restart}. Empty for any other command.
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
     * The directory of Dameng's programs, if the command names a server by an absolute path, or a script of the service
     * installer in the directory {@code bin} of an installation. Empty otherwise: operators link or copy these scripts
     * to directories of the system, for example {@code /etc/init.d}, and other scripts can be in any directory.
     */
    @Value.Derived
    default Optional<String> binDirectory() {
        String name = baseName();
        boolean ofDameng = Set.of("dmserver", "dmasmsvr", "dmasmsvrm").contains(name)
                || (isScript(name) && isInstalled(HostPaths.normal(program())));
        int end = slash();
        while (end > 0 && "/\\".indexOf(program().charAt(end - 1)) >= 0) {
            end--;
        }
        return ofDameng && end > 0 && HostPaths.isAbsolute(HostPaths.normal(program()))
                ? Optional.of(program().substring(0, end))
                : Optional.empty();
    }

    /** The arguments that name no file, for example {@code mount}, without {@code -noconsole}. */
    default List<String> options() {
        return arguments().stream()
                .filter(word -> !isOption(word, "path") && !isOption(word, "dcr_ini") && !isIni(word))
                .filter(word -> !word.equals("-noconsole"))
                .toList();
    }

    /**
     * Returns whether the command calls a program directly, in any directory.
     *
     * @param name the name of the program
     */
    default boolean calls(String name) {
        return baseName().equals(name);
    }

    private boolean isAsmServer() {
        return calls("dmasmsvr") || calls("dmasmsvrm");
    }

    private Optional<String> iniWord() {
        return arguments().stream().filter(StartupCommand::isIni).findFirst();
    }

    /** Returns whether a name is that of a script of the service installer. */
    private static boolean isScript(String name) {
        return Stream.of("dmservice", "dmasmsvrservice", "dmasmsvrmservice")
                .anyMatch(prefix -> name.startsWith(prefix) && name.length() > prefix.length());
    }

    /** Returns whether a path in normal form lies directly in a directory {@code bin} that is not the system's. */
    private static boolean isInstalled(String path) {
        String directory = path.substring(0, Math.max(0, path.lastIndexOf('/')));
        return directory.toLowerCase(Locale.ROOT).endsWith("/bin")
                && !Set.of("/bin", "/usr/bin", "/usr/local/bin").contains(directory);
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
        return !word.contains("=") && word.toLowerCase(Locale.ROOT).endsWith(".ini");
    }

    /** Reads a command. Any text is accepted. */
    static StartupCommand parse(String text) {
        List<String> words = CommandWords.unwrapped(text);
        return ImmutableStartupCommand.builder()
                .program(words.get(0))
                .arguments(words.subList(1, words.size()))
                .build();
    }
}
