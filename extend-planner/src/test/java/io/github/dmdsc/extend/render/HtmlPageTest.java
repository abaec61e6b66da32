package io.github.dmdsc.extend.render;

import static org.assertj.core.api.Assertions.assertThat;

import io.github.dmdsc.extend.Example;
import io.github.dmdsc.extend.ExtendedPlans;
import io.github.dmdsc.extend.PlanResult;
import io.github.dmdsc.extend.plan.ExtendPlan;
import io.github.dmdsc.extend.plan.FileChange;
import io.github.dmdsc.extend.plan.Step;
import io.github.dmdsc.extend.plan.Task;
import io.github.dmdsc.extend.plan.ToolCommand;
import io.github.dmdsc.extend.plan.Verification;
import io.github.dmdsc.extend.rehearse.RehearsalResult;
import io.github.dmdsc.extend.run.Proof;
import io.github.dmdsc.model.GroupType;
import java.nio.charset.StandardCharsets;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.util.ArrayList;
import java.util.Base64;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import net.jqwik.api.Arbitraries;
import net.jqwik.api.Arbitrary;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import net.jqwik.api.Provide;
import org.jsoup.Jsoup;
import org.jsoup.nodes.Document;
import org.jsoup.nodes.Element;
import org.jsoup.parser.Parser;
import org.jsoup.select.Elements;
import org.junit.jupiter.api.Test;

/** Tests plan.html with a real HTML parser. */
class HtmlPageTest {
    private static final PlanResult.Planned MANUAL = Example.manual();

    @Provide
    Arbitrary<PlanResult.Planned> plans() {
        return ExtendedPlans.withFiles().map(each -> planned(each.plan()));
    }

    /** Texts with a special meaning in a browser. */
    @Provide
    Arbitrary<String> markup() {
        return Arbitraries.of(
                "<script>alert(1)</script>",
                "\"><img src=x onerror=alert(1)>",
                "' onmouseover='alert(1)",
                "</pre></code></style></script><b>",
                "--><!--<svg onload=alert(1)>",
                "&lt;b&gt; &amp;amp; &#60;",
                "`${x}` {{x}} ]]> <?x?>",
                "javascript:alert(1)");
    }

    /**
     * Returns the plan with a made-up result of the rehearsal: the page does not check the result, and an edited plan
     * has none.
     */
    private static PlanResult.Planned planned(ExtendPlan plan) {
        RehearsalResult passed = new RehearsalResult(
                plan.planId(), MANUAL.rehearsal().requirements(), 1, 1, List.of(), true, Optional.empty());
        return new PlanResult.Planned(plan, MANUAL.target(), passed, List.of());
    }

    private static Document parse(String page) {
        Parser parser = Parser.htmlParser().setTrackErrors(10);
        Document document = Jsoup.parse(page, "", parser);
        assertThat(parser.getErrors()).isEmpty();
        return document;
    }

    /** Returns the elements of the page, without the {@code wbr} elements, which allow a line break in a path. */
    private static List<String> structure(Document document) {
        List<String> structure = new ArrayList<>();
        for (Element element : document.select("*:not(wbr)")) {
            List<String> attributes = new ArrayList<>();
            element.attributes().forEach(attribute -> attributes.add(attribute.getKey()));
            structure.add(element.tagName() + attributes);
        }
        return structure;
    }

    @Property(tries = 15)
    void the_page_has_every_step_command_and_file_once_and_loads_nothing(@ForAll("plans") PlanResult.Planned planned) {
        for (Locale locale : List.of(Locale.ENGLISH, Locale.CHINESE)) {
            String page = HtmlPage.of(planned, locale);
            Document document = parse(page);
            ExtendPlan plan = planned.plan();

            assertThat(HtmlPage.of(planned, locale)).isEqualTo(page);
            List<Step> all = new ArrayList<>(plan.steps());
            all.addAll(plan.reinitialise());
            assertThat(document.select(".step .step-id").eachText())
                    .containsExactlyElementsOf(all.stream().map(Step::id).toList());
            assertThat(document.select(".step pre code").stream().map(Element::wholeText))
                    .containsExactlyElementsOf(all.stream()
                            .flatMap(step -> Quoting.typed(step, locale.equals(Locale.CHINESE)).stream())
                            .toList());
            assertThat(document.select("article.file h3").eachText())
                    .containsExactlyElementsOf(plan.files().stream()
                            .map(FileChange::file)
                            .map(Object::toString)
                            .toList());
            assertThat(document.select("[src], link, iframe, object, embed, form, base, image, use"))
                    .isEmpty();
            assertThat(document.select("[href]").eachAttr("href")).allMatch(target -> target.startsWith("#"));
            assertThat(document.select("meta[http-equiv=Content-Security-Policy]")
                            .attr("content"))
                    .startsWith("default-src 'none'; ");
            assertThat(document.select("html").attr("lang")).isEqualTo(locale.equals(Locale.CHINESE) ? "zh-CN" : "en");
            assertThat(document.select("[href]").eachAttr("href").stream()
                            .filter(target -> !target.startsWith("#host-")))
                    .allMatch(target -> document.getElementById(target.substring(1)) != null);
        }
    }

    /** With other hashes in the policy, a browser would ignore the style sheet and the script. */
    @Test
    void the_policy_allows_exactly_the_style_sheet_and_the_script_of_the_page() throws NoSuchAlgorithmException {
        Document document = parse(HtmlPage.of(MANUAL, Locale.ENGLISH));
        String policy =
                document.select("meta[http-equiv=Content-Security-Policy]").attr("content");

        assertThat(policy)
                .isEqualTo("default-src 'none'; style-src " + source(document.select("style")) + "; script-src "
                        + source(document.select("script")) + "; base-uri 'none'; form-action 'none'");
    }

    private static String source(Elements only) throws NoSuchAlgorithmException {
        assertThat(only).hasSize(1);
        byte[] hash =
                MessageDigest.getInstance("SHA-256").digest(only.get(0).data().getBytes(StandardCharsets.UTF_8));
        return "'sha256-" + Base64.getEncoder().encodeToString(hash) + "'";
    }

    @Property(tries = 16)
    void texts_are_never_markup(@ForAll("markup") String hostile) {
        Document harmless = parse(HtmlPage.of(planned(with("harmless")), Locale.ENGLISH));
        Document document = parse(HtmlPage.of(planned(with(hostile)), Locale.ENGLISH));

        assertThat(structure(document)).isEqualTo(structure(harmless));
        assertThat(document.select(".step h4").get(0).wholeText()).endsWith(hostile.replace("`", "\\u0060"));
        assertThat(document.select(".step pre code").get(0).wholeText()).contains(hostile);
        assertThat(document.select(".step .host").get(0).wholeText()).isEqualTo(hostile);
    }

    /** Returns the manual's plan with a text in every field of its first step. */
    private static ExtendPlan with(String text) {
        Step first = MANUAL.plan().steps().get(0);
        Step step = Step.builder()
                .from(first)
                .host(text)
                .gate(true)
                .action(new Task.StopProcess(GroupType.DB, Optional.empty()))
                .command(new ToolCommand.Console(Optional.of(text), List.of(text), List.of(text)))
                .verify(Verification.of(List.of(text)))
                .build();
        List<Step> steps = new ArrayList<>(MANUAL.plan().steps());
        steps.set(0, step);
        return ExtendPlan.builder().from(MANUAL.plan()).steps(steps).build();
    }

    @Test
    void the_differences_are_shown_side_by_side_with_their_causes() {
        Document document = parse(HtmlPage.of(MANUAL, Locale.ENGLISH));
        for (FileChange change : MANUAL.plan().files()) {
            Element table = document.select("article.file").stream()
                    .filter(file ->
                            file.select("h3").text().equals(change.file().toString()))
                    .findFirst()
                    .orElseThrow();
            List<String> added = change.diff()
                    .lines()
                    .filter(line -> line.startsWith("+") && !line.startsWith("+++"))
                    .map(line -> line.substring(1).strip())
                    .toList();
            assertThat(table.select("td.added code").stream().map(Element::text))
                    .containsExactlyElementsOf(added.stream()
                            .map(line -> line.replaceAll("\\s+", " "))
                            .toList());
            assertThat(table.select("td.cause code").eachText())
                    .containsExactlyInAnyOrderElementsOf(change.provenance().stream()
                            .map(why -> Map.entry(why.line(), why.decision()))
                            .distinct()
                            .map(Map.Entry::getValue)
                            .toList());
        }
    }

    @Test
    void changed_words_are_marked_but_new_lines_are_not() {
        Document document = parse(HtmlPage.of(MANUAL, Locale.ENGLISH));
        Elements rows = document.select("tr.changed:has(td.removed)");

        assertThat(rows.select("td.removed:contains(DCR_GRP_N_EP) mark").eachText())
                .isNotEmpty()
                .containsOnly("2");
        assertThat(rows.select("td.added:contains(DCR_GRP_N_EP) mark").eachText())
                .isNotEmpty()
                .containsOnly("3");
        assertThat(document.select("td.none + td + td mark, td.same mark")).isEmpty();
    }

    @Test
    void the_contents_link_to_every_section_and_each_phase_cites_the_manual_once() {
        Document document = parse(HtmlPage.of(MANUAL, Locale.ENGLISH));

        assertThat(document.select("nav.contents a").eachAttr("href"))
                .containsExactlyElementsOf(document.select("main > section").stream()
                        .map(section -> "#" + section.id())
                        .toList());
        assertThat(document.select("nav.contents a").eachText())
                .isEqualTo(document.select("main > section > h2").eachText());
        assertThat(document.select(".changed-files a").eachText())
                .isEqualTo(document.select("article.file h3").eachText());
        assertThat(document.select(".manual"))
                .hasSameSizeAs(document.select(".phase"))
                .allMatch(manual -> manual.is(".phase > .manual"));
    }

    @Test
    void the_rehearsal_is_on_the_page() {
        RehearsalResult proved = Proof.of(MANUAL.plan(), Example.files());

        assertThat(parse(HtmlPage.of(MANUAL, Locale.ENGLISH)).text()).contains("No faults were added");
        assertThat(parse(HtmlPage.of(MANUAL.with(proved), Locale.CHINESE)).text())
                .contains("有人修改文件 完成扩展");
    }
}
