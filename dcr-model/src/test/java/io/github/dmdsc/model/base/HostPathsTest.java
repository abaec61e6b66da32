package io.github.dmdsc.model.base;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.stream.Stream;
import net.jqwik.api.Arbitraries;
import net.jqwik.api.Arbitrary;
import net.jqwik.api.Example;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import net.jqwik.api.Provide;

class HostPathsTest {
    @Example
    void an_absolute_path_begins_at_a_root() {
        assertThat(Stream.of("/", "/a", "D:/a", "D:")).allMatch(HostPaths::isAbsolute);
        assertThat(Stream.of("", "a", "+DMDATA/a", "..", "D:a")).noneMatch(HostPaths::isAbsolute);
    }

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
        assertThat(HostPaths.normal("./d:/dm")).isEqualTo("D:/dm");
    }

    @Example
    void dots_are_resolved() {
        assertThat(HostPaths.normal("/data/./DSC0/.//dm.ini")).isEqualTo("/data/DSC0/dm.ini");
        assertThat(HostPaths.normal("/data/DSC1/../DSC0/dm.ini")).isEqualTo("/data/DSC0/dm.ini");
        assertThat(HostPaths.normal("/../../data")).isEqualTo("/data");
        assertThat(HostPaths.normal("D:\\..\\dm")).isEqualTo("D:/dm");
        assertThat(HostPaths.normal("../a/..")).isEqualTo("..");
        assertThat(HostPaths.normal("a/.hidden/..b")).isEqualTo("a/.hidden/..b");
    }

    @Example
    void drives_are_one_whatever_their_case() {
        assertThat(HostPaths.normal("d:\\data")).isEqualTo("D:/data");
        assertThat(HostPaths.same("D:/Data/dm.ini", "D:/data/DM.INI")).isTrue();
        assertThat(HostPaths.same("/Data", "/data")).isFalse();
        assertThat(HostPaths.same("/data", "/data")).isTrue();
    }

    @Provide
    Arbitrary<String> paths() {
        return Arbitraries.of("/", "\\", "a", "实", ".", " ", ":")
                .list()
                .ofMaxSize(9)
                .map(parts -> String.join("", parts));
    }

    @Property(tries = 300)
    void the_normal_form_is_normal(@ForAll("paths") String path) {
        String normal = HostPaths.normal(path);

        assertThat(normal).doesNotContain("\\", "//", "/./").doesNotEndWith("/.");
        assertThat(normal.length() > 1 && normal.endsWith("/")).isFalse();
        assertThat(HostPaths.normal(normal)).isEqualTo(normal);
        assertThat(HostPaths.normal(path.replace('\\', '/'))).isEqualTo(normal);
        assertThat(normal.startsWith("/")).isEqualTo(path.startsWith("/") || path.startsWith("\\"));
    }
}
