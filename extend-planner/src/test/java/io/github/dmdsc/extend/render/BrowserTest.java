package io.github.dmdsc.extend.render;

import static org.assertj.core.api.Assertions.assertThat;

import io.github.dmdsc.extend.Example;
import io.github.dmdsc.extend.run.Proof;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.security.MessageDigest;
import java.util.ArrayList;
import java.util.HexFormat;
import java.util.List;
import java.util.Locale;
import java.util.concurrent.TimeUnit;
import org.jsoup.Jsoup;
import org.jsoup.nodes.Document;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.condition.EnabledIfSystemProperty;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** Tests plan.html in a real browser. Screenshots are written to {@code target/screenshots}. */
@Tag("browser")
class BrowserTest {
    private static final Path PICTURES = Path.of("target", "screenshots").toAbsolutePath();

    private final Path directory;
    private final Path page;

    BrowserTest(@TempDir Path directory) {
        this.directory = directory;
        this.page = directory.resolve("plan.html");
    }

    @BeforeEach
    void write() throws IOException {
        Files.createDirectories(PICTURES);
        var planned = Example.manual();
        var proved = planned.with(Proof.of(planned.plan(), Example.files()));
        Files.writeString(page, HtmlPage.of(proved, Locale.ENGLISH));
    }

    private String chromium(String fragment, String... arguments) throws Exception {
        List<String> command = new ArrayList<>(List.of(
                "/usr/bin/chromium",
                "--headless",
                "--no-sandbox",
                "--disable-gpu",
                "--disable-quic",
                "--no-first-run",
                "--disable-background-networking",
                "--disable-component-update",
                "--disable-sync",
                "--virtual-time-budget=2000",
                "--user-data-dir=" + directory.resolve("profile")));
        command.addAll(List.of(arguments));
        command.add(page.toUri() + fragment);
        Process process = new ProcessBuilder(command)
                .redirectError(ProcessBuilder.Redirect.DISCARD)
                .start();
        String said = new String(process.getInputStream().readAllBytes(), StandardCharsets.UTF_8);
        assertThat(process.waitFor(60, TimeUnit.SECONDS)).isTrue();
        return said;
    }

    @Test
    void the_filter_shows_only_the_steps_and_files_of_one_host() throws Exception {
        Document all = Jsoup.parse(chromium("", "--dump-dom"));
        Document one = Jsoup.parse(chromium("#host-1", "--dump-dom"));

        assertThat(all.select("article[hidden]")).isEmpty();
        assertThat(all.select("#filter").hasAttr("hidden")).isFalse();
        assertThat(one.select("article:not([hidden])"))
                .isNotEmpty()
                .allMatch(article -> article.attr("data-host").equals("1"));
        assertThat(one.select("article[hidden]"))
                .isNotEmpty()
                .noneMatch(article -> article.attr("data-host").equals("1"));
        assertThat(one.select("#filter [aria-current]").text()).isEqualTo("10.0.2.101");
    }

    @Test
    void screenshots_are_taken_in_light_mode_in_dark_mode_and_on_paper() throws Exception {
        Path light = PICTURES.resolve("light.png");
        Path dark = PICTURES.resolve("dark.png");
        Path paper = PICTURES.resolve("paper.pdf");
        chromium("", "--window-size=1300,4000", "--screenshot=" + light);
        chromium("", "--window-size=1300,4000", "--blink-settings=preferredColorScheme=0", "--screenshot=" + dark);
        chromium("", "--no-pdf-header-footer", "--print-to-pdf=" + paper);

        assertThat(Files.readAllBytes(light))
                .isNotEqualTo(Files.readAllBytes(dark))
                .hasSizeGreaterThan(50_000);
        assertThat(paper).isNotEmptyFile();
    }

    /** A window of Chromium is at least 500 px wide, so the page is tested in a frame, which may be narrower. */
    @ParameterizedTest
    @ValueSource(ints = {390, 820, 1024, 1400})
    void the_page_does_not_scroll_horizontally(int width) throws Exception {
        Path framed = directory.resolve("framed.html");
        Files.writeString(framed, Files.readString(page).replaceAll("<meta http-equiv=[^>]*>", ""));
        Files.writeString(page, """
                <iframe src="framed.html" style="border: 0; width: %dpx; height: 1000px"></iframe>
                <script>
                document.querySelector("iframe").onload = (event) => {
                  const framed = event.target.contentDocument;
                  document.title = [...framed.querySelectorAll("body, body *")]
                      .map((element) => Math.ceil(element.getBoundingClientRect().right))
                      .concat(framed.documentElement.scrollWidth)
                      .reduce((a, b) => Math.max(a, b));
                };
                </script>
                """.formatted(width));

        String said = chromium(
                "", "--allow-file-access-from-files", "--hide-scrollbars", "--window-size=1600,1200", "--dump-dom");

        assertThat(Jsoup.parse(said).title()).isEqualTo(Integer.toString(width));
    }

    /**
     * Writes the picture of README.md, and beside it the plan in the picture and its hash, which {@code
     * ReadmeCommandTest} reads.
     */
    @Test
    @EnabledIfSystemProperty(named = "golden.rewrite", matches = "true")
    void the_picture_of_the_readme_is_rewritten() throws Exception {
        var planned = Example.planned(Example.files(), Example.request().build());
        Path picture = Path.of("..", "docs", "images", "plan.png").toAbsolutePath();
        Files.writeString(page, HtmlPage.of(planned, Locale.ENGLISH));

        chromium(
                "",
                "--hide-scrollbars",
                "--blink-settings=preferredColorScheme=1",
                "--window-size=1100,1520",
                "--screenshot=" + picture);

        Files.writeString(
                picture.resolveSibling("plan.txt"),
                "plan " + planned.plan().planId() + "\nplan.png "
                        + HexFormat.of()
                                .formatHex(MessageDigest.getInstance("SHA-256").digest(Files.readAllBytes(picture)))
                        + "\n");
    }
}
