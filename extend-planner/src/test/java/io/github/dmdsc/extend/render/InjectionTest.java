package io.github.dmdsc.extend.render;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assumptions.assumeThat;

import io.github.dmdsc.extend.Example;
import io.github.dmdsc.extend.ExtendPlanner;
import io.github.dmdsc.extend.PlanResult;
import io.github.dmdsc.extend.plan.Change;
import io.github.dmdsc.extend.plan.ExtendRequest;
import io.github.dmdsc.extend.plan.ToolCommand;
import io.github.dmdsc.ini.files.ClusterFiles;
import io.github.dmdsc.model.FileId;
import io.github.dmdsc.model.check.Finding;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.Set;
import java.util.TreeMap;
import java.util.TreeSet;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import net.jqwik.api.Arbitraries;
import net.jqwik.api.Arbitrary;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import net.jqwik.api.Provide;
import net.jqwik.api.lifecycle.AfterProperty;
import net.jqwik.api.lifecycle.BeforeProperty;
import net.jqwik.api.statistics.Statistics;
import net.jqwik.api.statistics.StatisticsReport;
import net.sf.jsqlparser.parser.CCJSqlParserTokenManager;
import net.sf.jsqlparser.parser.SimpleCharStream;
import net.sf.jsqlparser.parser.StringProvider;
import net.sf.jsqlparser.parser.Token;
import org.commonmark.node.AbstractVisitor;
import org.commonmark.node.HtmlBlock;
import org.commonmark.node.HtmlInline;
import org.commonmark.parser.Parser;
import org.jsoup.Jsoup;
import org.jsoup.nodes.Element;

/**
 * Tests hostile text in the names and paths of a cluster: it is refused, or it stays text that no shell runs and no
 * browser or parser takes for markup.
 */
class InjectionTest {
    private static final String SECRET = "the-secret";
    private static final PlanResult.Planned HARMLESS = plan("DSC", "").orElseThrow();

    /**
     * Shell functions in the place of the programs, so that no program of a plan runs. A program with a path does not
     * exist.
     */
    private static final String HARMLESS_PROGRAMS = """
            ssh() { eval "$2"; }
            for program in ss systemctl rm tar mkdir nohup; do
              eval "$program() { :; }"
            done
            """;

    private Path scratch = Path.of("unset");

    @BeforeProperty
    void makeScratch() throws IOException {
        scratch = Files.createTempDirectory("injection");
    }

    @AfterProperty
    void removeScratch() throws IOException {
        try (Stream<Path> all = Files.walk(scratch)) {
            for (Path each : all.sorted(Comparator.reverseOrder()).toList()) {
                Files.delete(each);
            }
        }
    }

    /** Parts of names and paths that occur in the example's files and in the request. */
    @Provide
    Arbitrary<String> places() {
        return Arbitraries.of(
                "DSC",
                "CSS",
                "ASM",
                "GRP_CSS",
                "GRP_DSC",
                "/home/data",
                "dsc",
                "config",
                "dmdcr",
                "/dev/raw",
                "DMLOG",
                "log0",
                "DMDATA",
                "/opt/dmdbms/bin",
                "monitor",
                "cssm",
                "arch");
    }

    @Provide
    Arbitrary<String> hostile() {
        return Arbitraries.of(
                        "'",
                        "\"",
                        "`touch canary`",
                        "$(touch canary)",
                        ";touch canary;",
                        "&&touch canary",
                        "|touch canary",
                        ">canary",
                        "\\",
                        " ",
                        "*",
                        "~",
                        "!x",
                        "${IFS}",
                        "%s%n",
                        "--",
                        "/*",
                        "*/",
                        "<script>alert(1)</script>",
                        "<b>",
                        "</pre>",
                        "&amp;",
                        "](javascript:x)",
                        "**",
                        "_",
                        "|",
                        "```",
                        "\n",
                        "\r\n",
                        "\ntouch canary\n",
                        "\u0007",
                        "\u001b[31m",
                        "\u202e",
                        "节点")
                .list()
                .ofMinSize(1)
                .ofMaxSize(3)
                .map(parts -> String.join("", parts));
    }

    @Property(tries = 25)
    @StatisticsReport(StatisticsReport.StatisticsReportMode.OFF)
    void hostile_text_is_refused_or_stays_text(@ForAll("places") String place, @ForAll("hostile") String hostile)
            throws Exception {
        var planned = plan(place, hostile);
        Statistics.collect(planned.isPresent());
        Statistics.coverage(outcomes -> outcomes.check(true).count(count -> count > 0));
        if (planned.isPresent()) {
            statements(planned.get());
            scripts(planned.get());
            page(planned.get());
            runbook(planned.get());
            shell(planned.get());
        }
    }

    /** The placeholders of this project: those for passwords and those of its messages. */
    @Provide
    Arbitrary<String> placeholders() {
        return Arbitraries.of("${DMDSC_X}", "${DMDSC_SYSDBA_PASSWORD}", "'${DMDSC_DCR_PASSWORD}'", "{host}{file}");
    }

    @Property(tries = 15)
    @StatisticsReport(StatisticsReport.StatisticsReportMode.OFF)
    void a_placeholder_of_this_project_is_refused_or_stays_text(
            @ForAll("places") String place, @ForAll("placeholders") String placeholder) throws Exception {
        var planned = plan(place, placeholder);
        Statistics.collect(planned.isPresent());
        Statistics.coverage(outcomes -> outcomes.check(true).count(count -> count > 0));
        if (planned.isPresent()) {
            statements(planned.get());
            page(planned.get());
            runbook(planned.get());
            shell(planned.get());
        }
    }

    /**
     * Plans for the example with the hostile text after each occurrence of {@code place}; empty if the request is
     * refused.
     */
    private static Optional<PlanResult.Planned> plan(String place, String hostile) {
        String spoilt = place + hostile;
        TreeMap<FileId, byte[]> files = new TreeMap<>();
        ClusterFiles base = Example.files();
        for (FileId file : base.ids()) {
            String text = new String(base.bytes(file), StandardCharsets.UTF_8).replace(place, spoilt);
            files.put(
                    new FileId(file.host().replace(place, spoilt), file.path().replace(place, spoilt)),
                    text.getBytes(StandardCharsets.UTF_8));
        }
        ExtendRequest manual = Example.manualRequest().build();
        PlanResult result = ExtendPlanner.plan(
                ClusterFiles.of(files),
                manual.withLogFiles(manual.logFiles().stream()
                        .map(file -> file.replace(place, spoilt))
                        .toList()));
        if (result instanceof PlanResult.Rejected rejected) {
            assertThat(rejected.findings()).anyMatch(Finding::isBlocking);
        }
        return result instanceof PlanResult.Planned planned ? Optional.of(planned) : Optional.empty();
    }

    /** Asserts with a real SQL tokenizer that the tokens are those of the harmless plan. */
    private static void statements(PlanResult.Planned planned) {
        assertThat(sql(planned).map(InjectionTest::tokens).toList())
                .isEqualTo(sql(HARMLESS).map(InjectionTest::tokens).toList());
    }

    private static Stream<String> sql(PlanResult.Planned planned) {
        return planned.plan().steps().stream()
                .filter(step ->
                        step.command().filter(ToolCommand.Sql.class::isInstance).isPresent())
                .map(step -> ((ToolCommand.Sql) step.command().orElseThrow()).statement());
    }

    private static List<Integer> tokens(String statement) {
        CCJSqlParserTokenManager tokenizer =
                new CCJSqlParserTokenManager(new SimpleCharStream(new StringProvider(statement)));
        List<Integer> kinds = new ArrayList<>();
        for (Token token = tokenizer.getNextToken(); token.kind != 0; token = tokenizer.getNextToken()) {
            assertThat(token.specialToken).as("a comment in %s", statement).isNull();
            kinds.add(token.kind);
        }
        return kinds;
    }

    /** Asserts that each script has the lines and quotes of the harmless plan's script, and no control characters. */
    private static void scripts(PlanResult.Planned planned) {
        assertThat(shapes(planned)).isEqualTo(shapes(HARMLESS));
    }

    private static List<List<Long>> shapes(PlanResult.Planned planned) {
        return Stream.concat(planned.plan().steps().stream(), planned.plan().reinitialise().stream())
                .filter(step -> step.command()
                        .filter(ToolCommand.ToolScript.class::isInstance)
                        .isPresent())
                .map(step -> ((ToolCommand.ToolScript) step.command().orElseThrow())
                        .lines().stream()
                                .map(line -> line.chars().filter(c -> c == '\'').count()
                                        + (line.chars().anyMatch(Character::isISOControl) ? 1000 : 0))
                                .toList())
                .toList();
    }

    /**
     * Asserts with a real HTML parser that the page has the same elements, attributes and script as the harmless page.
     */
    private static void page(PlanResult.Planned planned) {
        assertThat(markup(planned)).isEqualTo(markup(HARMLESS));
    }

    private static Set<String> markup(PlanResult.Planned planned) {
        Set<String> markup = new TreeSet<>();
        for (Element element : Jsoup.parse(HtmlPage.of(planned, Locale.ENGLISH)).getAllElements()) {
            element.attributes().forEach(attribute -> markup.add(element.tagName() + "@" + attribute.getKey()));
            markup.add(element.tagName()
                    + (element.tagName().equals("script") ? element.data().hashCode() : ""));
        }
        return markup;
    }

    /**
     * Asserts with a real Markdown parser that the runbook has no HTML, and as many passwords as the harmless runbook.
     */
    private static void runbook(PlanResult.Planned planned) {
        assertThat(Runbook.of(planned, Locale.ENGLISH).split("<password of ", -1))
                .hasSameSizeAs(Runbook.of(HARMLESS, Locale.ENGLISH).split("<password of ", -1));
        Parser.builder().build().parse(Runbook.of(planned, Locale.ENGLISH)).accept(new AbstractVisitor() {
            @Override
            public void visit(HtmlInline html) {
                throw new AssertionError(html.getLiteral());
            }

            @Override
            public void visit(HtmlBlock html) {
                throw new AssertionError(html.getLiteral());
            }
        });
    }

    /**
     * Asserts that bash, here and at the other end of ssh, reads the pasted commands without an error and runs no part
     * of the text.
     */
    private void shell(PlanResult.Planned planned) throws Exception {
        assumeThat(Path.of("/bin/bash")).exists();
        Path script = Files.writeString(scratch.resolve("pasted"), HARMLESS_PROGRAMS + pasted(planned));
        ProcessBuilder builder = new ProcessBuilder("/bin/bash", script.toString())
                .directory(scratch.toFile())
                .redirectErrorStream(true);
        for (String name : List.of("DMDSC_X", "DMDSC_SYSDBA_PASSWORD", "DMDSC_DCR_PASSWORD")) {
            builder.environment().put(name, SECRET);
        }
        Process bash = builder.start();
        bash.getOutputStream().close();
        String said = new String(bash.getInputStream().readAllBytes(), StandardCharsets.UTF_8);
        assertThat(bash.waitFor()).as(said).isZero();
        assertThat(said).endsWith("all read\n").doesNotContain(SECRET);
        try (Stream<Path> made = Files.walk(scratch)) {
            assertThat(made.filter(path -> path.endsWith("canary"))).isEmpty();
        }
    }

    /**
     * Returns the lines for the shell. Of a tool that is started, these are the first two lines; the rest is input of
     * the tool.
     */
    private static String pasted(PlanResult.Planned planned) {
        return Stream.concat(planned.plan().steps().stream(), planned.plan().reinitialise().stream())
                .filter(step -> step.command().isPresent() || step.action() instanceof Change.CopyDirectory)
                .flatMap(step -> Quoting.typed(step, false).stream()
                        .flatMap(String::lines)
                        .limit(step.command().flatMap(ToolCommand::directory).isPresent() ? 2 : 1))
                .collect(Collectors.joining("\n", "", "\nwait\necho all read\n"));
    }
}
