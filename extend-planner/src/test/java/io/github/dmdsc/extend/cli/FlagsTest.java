package io.github.dmdsc.extend.cli;

import static org.assertj.core.api.Assertions.assertThat;

import io.github.dmdsc.extend.plan.ExtendRequest;
import io.github.dmdsc.extend.plan.Question;
import io.github.dmdsc.model.FileId;
import io.github.dmdsc.model.Location;
import io.github.dmdsc.model.check.Finding;
import io.github.dmdsc.model.check.FindingKind;
import io.github.dmdsc.model.check.Input;
import io.github.dmdsc.model.check.Messages;
import io.github.dmdsc.model.check.Severity;
import java.io.IOException;
import java.io.InputStream;
import java.lang.reflect.Modifier;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Arrays;
import java.util.List;
import java.util.Set;
import java.util.TreeSet;
import java.util.regex.MatchResult;
import java.util.regex.Pattern;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;
import picocli.CommandLine;

class FlagsTest {
    private static final FindingKind KIND =
            FindingKind.of(Messages.beside(Flags.class), "severity.ERROR", Severity.ERROR);

    /** A new attribute of the request must be listed here with its option, or as one that has none. */
    @Test
    void every_attribute_of_the_request_has_an_option() {
        assertThat(Arrays.stream(ExtendRequest.class.getDeclaredMethods())
                        .filter(method -> !Modifier.isStatic(method.getModifiers()) && !method.isSynthetic())
                        .filter(method -> method.getParameterCount() == 0
                                && !method.getName().startsWith("to"))
                        .map(method -> "request." + method.getName()))
                .isNotEmpty()
                .allSatisfy(attribute -> assertThat(Flags.OPTIONS).containsKey(attribute));
    }

    @Test
    void every_named_option_exists() {
        Set<String> known = options();

        assertThat(Flags.OPTIONS.values())
                .map(flag -> flag.replaceFirst(".* ", ""))
                .allMatch(known::contains);
    }

    /** The texts of the library must also make sense to callers from Java. */
    @Test
    void no_text_of_the_library_names_an_option_of_the_command_line() throws IOException {
        Set<String> known = options();

        for (String module : List.of("dcr-model", "ini-codec", "extend-planner")) {
            try (Stream<Path> files = Files.walk(Path.of("..", module, "src", "main"))) {
                assertThat(files.filter(file -> file.toString().matches(".*\\.(java|properties)"))
                                .filter(file -> !file.toString().contains("/cli/")))
                        .isNotEmpty()
                        .allSatisfy(file ->
                                assertThat(flags(Files.readString(file))).doesNotContainAnyElementsOf(known));
            }
        }
    }

    private static List<String> flags(String text) {
        return Pattern.compile("(?<![-\\w])--[a-z][a-z-]*")
                .matcher(text)
                .results()
                .map(MatchResult::group)
                .toList();
    }

    private static Set<String> options() {
        CommandLine all = Main.commandLine(Main.Language.en, InputStream.nullInputStream());
        Set<String> names = new TreeSet<>();
        Stream.concat(Stream.of(all), all.getSubcommands().values().stream())
                .forEach(command ->
                        command.getCommandSpec().options().forEach(option -> names.addAll(List.of(option.names()))));
        return names;
    }

    @Test
    void a_finding_names_options_instead_of_attributes() {
        Finding finding = KIND.at(new Input("request.cssPort", "").place())
                .against(new Input("request.values", "dmmal.MAL_DW_PORT").place())
                .against(Location.of(new FileId("h", "/request.cssPort")))
                .with("named", new Input("charset", "h:/a.ini=GB18030"))
                .with("place", new Input("request.host", "").place())
                .with("text", "request.host")
                .build();

        assertThat(Flags.withOptions(List.of(finding))).singleElement().satisfies(shown -> {
            assertThat(shown.primary()).hasToString("--css-port");
            assertThat(shown.related())
                    .extracting(Location::toString)
                    .containsExactly("--value dmmal.MAL_DW_PORT", "h:/request.cssPort");
            assertThat(shown.parameters().get("named")).isEqualTo("--charset h:/a.ini=GB18030");
            assertThat(shown.parameters().get("place")).hasToString("--host");
            assertThat(shown.parameters().get("text")).isEqualTo("request.host");
        });
    }

    @ParameterizedTest
    @ValueSource(strings = {"request.cssPort", "request.values db.DCR_VIP", "request.dcrConfig"})
    void a_place_with_an_option_leads_back_to_the_attribute(String input) {
        Finding shown = Flags.withOptions(
                        List.of(KIND.at(Location.outside(input)).build()))
                .get(0);

        assertThat(shown.primary().toString()).startsWith("--");
        assertThat(Flags.input(shown.primary().toString())).isEqualTo(input);
    }

    @ParameterizedTest
    @ValueSource(strings = {"h:/home/data/dmdcr.ini:3", "--no-such", "cssPort"})
    void any_other_place_stays_unchanged(String place) {
        assertThat(Flags.input(place)).isEqualTo(place);
    }

    @Test
    void a_question_names_its_option() {
        assertThat(Flags.optionFor(question("cssPort"))).isEqualTo("--css-port=");
        assertThat(Flags.optionFor(question("values"))).isEqualTo("--value db.DCR_VIP=");
    }

    private static Question question(String attribute) {
        return Question.builder()
                .name("db.DCR_VIP")
                .why(Question.Why.ONE)
                .attribute(attribute)
                .build();
    }
}
