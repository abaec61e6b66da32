package io.github.dmdsc.extend.guides;

import static org.assertj.core.api.Assertions.assertThat;

import io.github.dmdsc.extend.Example;
import io.github.dmdsc.ini.files.ClusterDirectory;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.condition.DisabledOnOs;
import org.junit.jupiter.api.condition.OS;
import org.junit.jupiter.api.io.TempDir;

/** The shell commands in docs/guides/collect.md, with a stand-in for ssh that enters a directory for each host. */
@DisabledOnOs(OS.WINDOWS)
class CollectGuideTest {
    private static final Pattern SHELL = Pattern.compile("```sh\\n(.*?)```", Pattern.DOTALL);

    @Test
    void ssh_and_tar_collect_the_files_of_the_example(@TempDir Path work) throws Exception {
        Path hosts = work.resolve("hosts");
        assertThat(ClusterDirectory.write(Example.files(), hosts)).isEmpty();
        Matcher shell = SHELL.matcher(Files.readString(Path.of("..", "docs", "guides", "collect.md")));
        assertThat(shell.find()).isTrue();
        String ssh = "ssh() { sh -c \"${2/cd \\//cd '" + hosts + "'/$1}\"; }\n";

        Process bash = new ProcessBuilder(List.of("bash", "-euo", "pipefail", "-c", ssh + shell.group(1)))
                .directory(work.toFile())
                .redirectErrorStream(true)
                .start();
        String said = new String(bash.getInputStream().readAllBytes(), StandardCharsets.UTF_8);

        assertThat(bash.waitFor()).as(said).isZero();
        assertThat(ClusterDirectory.read(work.resolve("cluster")).value()).isEqualTo(Example.files());
    }
}
