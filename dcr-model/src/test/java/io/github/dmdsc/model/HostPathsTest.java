package io.github.dmdsc.model;

import static org.assertj.core.api.Assertions.assertThat;

import net.jqwik.api.Arbitraries;
import net.jqwik.api.Arbitrary;
import net.jqwik.api.Example;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import net.jqwik.api.Provide;

class HostPathsTest {
    @Example
    void a_path_has_single_slashes_and_none_at_its_end() {
        assertThat(HostPaths.normal("/home/data")).isEqualTo("/home/data");
        assertThat(HostPaths.normal("//home///data//")).isEqualTo("/home/data");
        assertThat(HostPaths.normal("/")).isEqualTo("/");
        assertThat(HostPaths.normal("\\\\")).isEqualTo("/");
        assertThat(HostPaths.normal("")).isEmpty();
        assertThat(HostPaths.normal("实例/a b")).isEqualTo("实例/a b");
    }

    @Example
    void a_windows_path_keeps_its_drive() {
        assertThat(HostPaths.normal("D:\\dm\\\\dsc0\\dm.ini")).isEqualTo("D:/dm/dsc0/dm.ini");
        assertThat(HostPaths.normal("D:/dm\\dsc0\\")).isEqualTo("D:/dm/dsc0");
        assertThat(HostPaths.normal("D:\\")).isEqualTo("D:");
    }

    @Provide
    Arbitrary<String> paths() {
        return Arbitraries.of("/", "\\", "a", "实", ".", " ", ":")
                .list()
                .ofMaxSize(9)
                .map(parts -> String.join("", parts));
    }

    @Property(tries = 300)
    void slashes_are_all_that_changes(@ForAll("paths") String path) {
        String normal = HostPaths.normal(path);

        assertThat(normal.replace("/", "")).isEqualTo(path.replace("/", "").replace("\\", ""));
        assertThat(normal).doesNotContain("\\", "//");
        assertThat(normal.length() > 1 && normal.endsWith("/")).isFalse();
        assertThat(HostPaths.normal(normal)).isEqualTo(normal);
        assertThat(HostPaths.normal(path.replace('\\', '/'))).isEqualTo(normal);
        assertThat(normal.startsWith("/")).isEqualTo(path.startsWith("/") || path.startsWith("\\"));
    }
}
