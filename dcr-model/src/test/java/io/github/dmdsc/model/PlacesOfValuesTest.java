package io.github.dmdsc.model;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.util.List;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

/** Tests files, locations, origins, and the addresses at which a monitor reaches a CSS. */
class PlacesOfValuesTest {
    @Test
    void a_file_has_a_name_a_directory_and_siblings() {
        FileId file = new FileId("h", "/a/b.ini");

        assertThat(file.name()).isEqualTo("b.ini");
        assertThat(file.directory()).isEqualTo("/a");
        assertThat(new FileId("h", "/b.ini").directory()).isEmpty();
        assertThat(new FileId("h", "b.ini").directory()).isEmpty();
        assertThat(new FileId("h", "b.ini").name()).isEqualTo("b.ini");
        assertThat(file.sibling("/c")).isEqualTo(new FileId("h", "/c"));
        assertThat(file).hasToString("h:/a/b.ini");
    }

    @ParameterizedTest
    @CsvSource({
        "h:/a/b.ini, h, /a/b.ini",
        "10.0.2.101:/a, 10.0.2.101, /a",
        "fe80::1:/a:b, fe80::1, /a:b",
        "h:d:/dm/dm.ini, h, D:/dm/dm.ini",
        "h:D:\\dm\\dm.ini, h, D:/dm/dm.ini",
        "h:/dm\\dm.ini, h, /dm/dm.ini",
    })
    void a_file_is_read_from_its_host_and_its_absolute_path(String text, String host, String path) {
        assertThat(FileId.parse(text)).isEqualTo(new FileId(host, path));
    }

    @ParameterizedTest
    @ValueSource(strings = {"", "h", "/a", ":/a", "h:a/b", "h:D:dm.ini", "fe80::1"})
    void anything_else_is_no_file(String text) {
        assertThatThrownBy(() -> FileId.parse(text))
                .isInstanceOf(IllegalArgumentException.class)
                .hasMessageContaining("'" + text + "'");
    }

    @Test
    void files_are_sorted_by_host_and_path() {
        List<FileId> sorted = List.of(new FileId("a", "/z"), new FileId("b", "/a"), new FileId("b", "/b"));

        assertThat(Stream.of(sorted.get(2), sorted.get(0), sorted.get(1)).sorted())
                .containsExactlyElementsOf(sorted);
    }

    @Test
    void a_location_reads_as_far_as_it_is_known() {
        FileId file = new FileId("h", "/a");

        assertThat(Location.of(file, 3, 5)).hasToString("h:/a:3:5");
        assertThat(Location.of(file, 3, 0)).hasToString("h:/a:3");
        assertThat(Location.of(file)).hasToString("h:/a");
        assertThat(Location.outside("request.cssPort")).hasToString("request.cssPort");
    }

    @Test
    void a_value_that_was_made_in_java_is_called_by_its_type() {
        DcrEndpoint endpoint = DcrEndpoint.builder().build();

        assertThat(endpoint.origin().known()).isFalse();
        assertThat(endpoint.origin().self()).hasToString("DcrEndpoint");
        assertThat(endpoint.origin().at("DCR_EP_PORT")).hasToString("DcrEndpoint.DCR_EP_PORT");
        assertThat(endpoint.origin().at("DCR_EP_PORT", 1)).hasToString("DcrEndpoint.DCR_EP_PORT");
        assertThat(Dmwatcher.builder().build().origin().self()).hasToString("Dmwatcher");
        assertThat(WatcherGroup.builder().section("GRP1").build().origin().self())
                .hasToString("WatcherGroup");
    }

    @Test
    void a_monitor_reaches_a_css_at_an_address_and_a_port() {
        assertThat(CssAddress.parse("10.0.2.101:9341"))
                .isEqualTo(new CssAddress(HostAddress.of("10.0.2.101"), Port.of(9341)))
                .hasToString("10.0.2.101:9341");
        assertThat(CssAddress.parse(" [fe80::1%3] : 9341 "))
                .isEqualTo(new CssAddress(HostAddress.of("fe80::1%3"), Port.of(9341)))
                .hasToString("[fe80::1%3]:9341");
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "",
                "9341",
                ":9341",
                "h:",
                "h:x",
                "h:80",
                "[h:9341",
                "h]:9341",
                "[]:9341",
                "[:9341",
                "10.0.2.101:９３４１",
                "10.0.2.101:+9342",
                "10.0.2.101\u3000:9342",
                "10.0.2.101:9342\u3000",
                "10.0.2.10１:9342"
            })
    void anything_else_is_no_such_address(String text) {
        assertThatThrownBy(() -> CssAddress.parse(text)).isInstanceOf(IllegalArgumentException.class);
    }
}
