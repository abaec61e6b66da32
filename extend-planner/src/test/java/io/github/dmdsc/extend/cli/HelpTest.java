package io.github.dmdsc.extend.cli;

import static org.assertj.core.api.Assertions.assertThat;

import io.github.dmdsc.extend.rehearse.Fault;
import java.io.InputStream;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Objects;
import java.util.ResourceBundle;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.condition.DisabledOnOs;
import org.junit.jupiter.api.condition.OS;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;
import picocli.CommandLine;
import picocli.CommandLine.Model.CommandSpec;

/** The help, the version and the messages about wrong arguments. */
class HelpTest extends CommandLineRun {
    @ParameterizedTest
    @ValueSource(
            strings = {
                "",
                "collect",
                "plan",
                "check",
                "diff",
                "run",
                "status",
                "rehearse",
                "compare-export",
                "generate-completion",
                "help"
            })
    void chinese_help_is_complete_and_fits_eighty_columns(String command) {
        int code = command.isEmpty() ? run("--lang=zh", "--help") : run(command, "--lang", "zh", "--help");

        assertThat(code).isZero();
        assertThat(stdout.toString().lines())
                .allMatch(line -> line.codePoints().map(c -> c < 0x2E80 ? 1 : 2).sum() <= 80)
                .contains("退出码：")
                .noneMatch(line -> line.equals("Examples:"))
                .noneMatch(line -> line.startsWith("Usage") || line.startsWith("Options"));
        CommandLine line = Main.commandLine(Main.Language.en, InputStream.nullInputStream());
        CommandSpec spec = (command.isEmpty()
                        ? line
                        : Objects.requireNonNull(line.getSubcommands().get(command)))
                .getCommandSpec();
        ResourceBundle texts = ResourceBundle.getBundle("io.github.dmdsc.extend.cli.help", Locale.CHINESE);
        String prefix = spec.qualifiedName(".") + ".";
        assertThat(Stream.concat(
                        spec.options().stream()
                                .map(option -> option.longestName().replaceFirst("^--", "")),
                        spec.positionalParameters().stream().map(each -> each.paramLabel() + "[" + each.index() + "]")))
                .allMatch(key -> texts.containsKey(prefix + key) || texts.containsKey(key));
        assertThat(texts.containsKey(prefix + "usage.description")).isTrue();
    }

    @Test
    void a_wrong_argument_gives_one_line_and_a_hint() {
        assertThat(run("plan", "in", "--out=out", "--host=10.0.2.103", "--css-port=80"))
                .isEqualTo(2);
        assertThat(stderr.toString().lines())
                .hasSize(2)
                .first()
                .asString()
                .startsWith("--css-port cannot be 80; give ");
        assertThat(run("check", "in", "--lang=fr")).isEqualTo(2);
        assertThat(stderr.toString()).contains("--lang", "en, zh");
    }

    @ParameterizedTest
    @ValueSource(strings = {"", "collect", "plan", "check", "diff", "run", "status", "rehearse", "compare-export"})
    void help_fits_eighty_columns_and_names_the_exit_codes(String command) {
        int code = command.isEmpty() ? run("--help") : run(command, "--help");

        assertThat(code).isZero();
        assertThat(stdout.toString().lines()).allMatch(line -> line.length() <= 80);
        assertThat(stdout.toString()).contains("Usage: dmdsc", "Exit codes:", "--lang", "--color");
        assertThat(command.isEmpty() || stdout.toString().contains("Examples:\n  dmdsc " + command))
                .isTrue();
    }

    @Test
    void the_version_is_that_of_the_build() throws Exception {
        Matcher version = Pattern.compile("<version>(.+)</version>").matcher(Files.readString(Path.of("pom.xml")));
        assertThat(version.find()).isTrue();

        assertThat(run("--version")).isZero();

        assertThat(stdout.toString().strip()).isEqualTo("dmdsc " + version.group(1));
    }

    @ParameterizedTest
    @CsvSource({"zh,en,zh", "zh_CN.UTF-8,en,zh", "en,zh,en", ",zh,zh", ",en,en", ",fr,en"})
    void dmdsc_lang_takes_precedence_over_the_locale(String asked, String locale, Main.Language expected) {
        assertThat(Main.Language.byDefault(
                        asked == null ? Map.of() : Map.of("DMDSC_LANG", asked), Locale.forLanguageTag(locale)))
                .isEqualTo(expected);
    }

    @ParameterizedTest
    @CsvSource({"zh,'',true", "zh,--lang=en,false", "en,--lang=zh,true", "en,'',false"})
    void the_option_takes_precedence_over_the_default(Main.Language byDefault, String option, boolean chinese) {
        List<String> command = Stream.of("check", "--help", option)
                .filter(word -> !word.isEmpty())
                .toList();

        assertThat(Main.run(
                        byDefault,
                        InputStream.nullInputStream(),
                        buffered(stdout),
                        buffered(stderr),
                        command.toArray(String[]::new)))
                .isZero();

        assertThat(stdout.toString().contains("退出码：")).isEqualTo(chinese);
    }

    @ParameterizedTest
    @CsvSource(
            quoteCharacter = '^',
            value = {
                "plan --css, --css-port --css-name",
                "r, run rehearse",
                "plan x --remote-archives ^^, add keep",
                "rehearse p x --fault P, PARTIAL_EFFECT",
                "check x --shown di, disql=",
                "status p --shown dmct, dmctlcvt="
            })
    @DisabledOnOs(OS.WINDOWS)
    void bash_completes_commands_options_and_values(String typed, String expected) throws Exception {
        assertThat(run("generate-completion")).isZero();
        String words = "dmdsc " + typed.replace("^^", "''");
        String script = stdout + "\nCOMP_WORDS=(" + words + "); COMP_CWORD=$((${#COMP_WORDS[@]} - 1))\n" + "COMP_LINE='"
                + words.replace("'", "") + "'; _complete_dmdsc; echo \"${COMPREPLY[@]}\"\n";
        Process bash = new ProcessBuilder("bash", "-c", script)
                .redirectErrorStream(true)
                .start();

        assertThat(new String(bash.getInputStream().readAllBytes(), StandardCharsets.UTF_8).lines())
                .contains(expected);
    }

    @ParameterizedTest
    @ValueSource(strings = {"en", "zh"})
    void each_fault_is_explained_beside_its_name(String language) {
        assertThat(run("rehearse", "--help", "--lang", language)).isZero();
        ResourceBundle words = ResourceBundle.getBundle(
                "io.github.dmdsc.extend.render.messages",
                Locale.forLanguageTag(language),
                ResourceBundle.Control.getNoFallbackControl(ResourceBundle.Control.FORMAT_PROPERTIES));

        String help = stdout.toString().replaceAll("\\s+", "");
        assertThat(Fault.values())
                .allSatisfy(fault -> assertThat(help)
                        .containsPattern(fault + "[:：]"
                                + words.getString("fault." + fault).replaceAll("\\s+", "")));
    }

    @ParameterizedTest
    @CsvSource({
        "en, 'plan in --out=out --host=h --value x', '--value=<name>=<value> cannot be x; give <name>=<value>'",
        "zh, 'plan in --out=out --host=h --value x', '--value=<name>=<value> 不能是 x；请按 <name>=<value> 的形式给出'",
        "en, 'check --formt=json in', 'Did you mean: --format'",
        "zh, 'check --formt=json in', '是否为：--format'",
        "en, 'plan in --out=out --host=', '--host cannot be \"\"; give <address>'"
    })
    void a_wrong_argument_is_reported_in_the_requested_language(String language, String command, String expected) {
        List<String> words = new ArrayList<>(List.of(command.split(" ")));
        words.add("--lang=" + language);

        assertThat(run(words.toArray(String[]::new))).isEqualTo(Main.UNREADABLE);

        assertThat(stderr.toString().lines()).contains(expected);
    }
}
