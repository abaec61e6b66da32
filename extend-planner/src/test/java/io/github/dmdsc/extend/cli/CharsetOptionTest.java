package io.github.dmdsc.extend.cli;

import static org.assertj.core.api.Assertions.assertThat;

import io.github.dmdsc.extend.Example;
import io.github.dmdsc.ini.files.ClusterDirectory;
import io.github.dmdsc.ini.files.ClusterFiles;
import io.github.dmdsc.model.FileId;
import java.io.IOException;
import java.nio.charset.Charset;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** The findings about an ambiguous charset name an option, which every command that reports them must accept. */
class CharsetOptionTest extends CommandLineRun {
    private static final Charset GB18030 = Charset.forName("GB18030");
    private static final List<FileId> MAL = List.of(
            new FileId("10.0.2.101", "/home/data/dsc0_config/dmmal.ini"),
            new FileId("10.0.2.102", "/home/data/dsc1_config/dmmal.ini"));

    @TempDir
    private Path other = Path.of("");

    /** Returns the example with names of sections that are valid in UTF-8 and in GB18030. */
    private static ClusterFiles doubtful() {
        ClusterFiles files = Example.files();
        for (FileId file : MAL) {
            String text = new String(files.bytes(file), StandardCharsets.UTF_8)
                    .replaceAll("[^\\x00-\\x7F]", "")
                    .replace("[mal_inst", "[系统");
            files = files.with(file, text.getBytes(GB18030));
        }
        return files;
    }

    private static String[] gb18030() {
        return MAL.stream().map(file -> "--charset=" + file + "=GB18030").toArray(String[]::new);
    }

    @Test
    void a_plan_is_made_if_the_charset_is_named() throws IOException {
        input(doubtful());

        assertRefused(plan(), Main.FINDINGS, "[INI-0115]", "--charset " + MAL.get(0) + "=GB18030");
        assertThat(plan(gb18030())).isZero();

        byte[] written = Files.readAllBytes(out.resolve("files/10.0.2.103/home/data/dsc2_config/dmmal.ini"));
        assertThat(new String(written, GB18030)).contains("[系统0]", "[系统1]", "[系统2]");
        assertThat(Files.readString(out.resolve("plan.md"))).contains("系统2");
    }

    @Test
    void check_uses_the_named_charset() {
        input(doubtful());

        assertThat(run("check", input.toString())).isZero();
        assertThat(stdout.toString()).contains("[INI-0114]", "ϵͳ0", "系统0", "--charset " + MAL.get(0) + "=GB18030");
        stdout.getBuffer().setLength(0);
        assertThat(run("check", input.toString(), gb18030()[0], gb18030()[1])).isZero();
        assertThat(stdout.toString()).doesNotContain("[INI-");
    }

    @Test
    void diff_uses_the_named_charset_for_both_states() {
        input(doubtful());
        assertThat(ClusterDirectory.write(
                        Example.set(doubtful(), MAL.get(0), 1, "MAL_PORT", "9399"), other.resolve("b")))
                .isEmpty();
        String[] named = gb18030();

        run("diff", input.toString(), other.resolve("b").toString(), "--unified", named[0]);

        assertThat(stdout.toString()).contains(" [系统0]").doesNotContain("ϵͳ");
        assertThat(run("diff", input.toString(), "--drift", named[0], named[1])).isZero();
    }

    @ParameterizedTest
    @CsvSource({
        "10.0.2.101:/home/data/dmdcr.ini=UTF-16, UTF-16;",
        "10.0.2.101:/home/data/dmdcr.ini=none, none;",
        "10.0.2.101:/home/data/dmdcr.ini=, UTF-8",
        "10.0.2.101:/home/data/dmdcr.ini=a b, a b;",
        "10.0.2.101:/home/data/none.ini=UTF-8, 10.0.2.101:/home/data/none.ini ",
        "dmdcr.ini=UTF-8, <host>:<path>=<charset>",
        "10.0.2.101:/home/data/dmdcr.ini, <host>:<path>=<charset>",
    })
    void an_unknown_file_or_charset_is_reported(String named, String said) {
        input(Example.files());

        assertRefused(plan("--charset=" + named), Main.UNREADABLE, "--charset", named, said);
        assertThat(run("check", input.toString(), "--charset=" + named)).isEqualTo(Main.UNREADABLE);
        assertThat(run("diff", input.toString(), input.toString(), "--charset=" + named))
                .isEqualTo(Main.UNREADABLE);
    }
}
