package io.github.dmdsc.ini.diff;

import static org.assertj.core.api.Assertions.assertThat;

import io.github.dmdsc.model.FileId;
import java.nio.charset.StandardCharsets;
import java.util.List;
import java.util.OptionalInt;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

/** Tests whether an export has the same values as a file. */
class ExportDiffTest {
    private static final FileId FILE = new FileId("h1", "/data/dmdcr_cfg.ini");
    private static final String EXPECTED = """
            DCR_N_GRP = 2
            DCR_VTD_PATH = /dev/vote
            DCR_OGUID = 71000
            DCR_CHECKSUM = aa11
            [GRP]
            DCR_GRP_TYPE = CSS
            DCR_GRP_NAME = G_CSS
            DCR_GRP_N_EP = 2
            DCR_GRP_EP_ARR = {0,1}
            DCR_GRP_DSKCHK_CNT = 60
            [G_CSS]
            DCR_EP_NAME = C0
            DCR_EP_HOST = 10.7.0.1
            DCR_EP_PORT = 9000
            [G_CSS]
            DCR_EP_NAME = C1
            DCR_EP_HOST = 10.7.0.2
            DCR_EP_PORT = 9001
            [GRP]
            DCR_GRP_TYPE = DB
            DCR_GRP_NAME = G_DB
            DCR_GRP_N_EP = 2
            DCR_GRP_EP_ARR = {0,1}
            DCR_GRP_N_ERR_EP = 0
            DCR_GRP_ERR_EP_ARR = {}
            DCR_GRP_DSKCHK_CNT = 60
            [G_DB]
            DCR_EP_NAME = D0
            DCR_EP_SEQNO = 0
            DCR_EP_PORT = 5236
            DCR_EP_OTHER = x
            [G_DB]
            DCR_EP_NAME = D1
            DCR_EP_SEQNO = 1
            DCR_EP_PORT = 5236
            """;

    private static ClusterDiff diff(String export, OptionalInt joining) {
        byte[] expected = EXPECTED.getBytes(StandardCharsets.UTF_8);
        byte[] exported = export.getBytes(StandardCharsets.UTF_8);
        return joining.isPresent()
                ? ClusterDiff.ofExport(FILE, expected, exported, joining.getAsInt())
                : ClusterDiff.ofExport(FILE, expected, exported);
    }

    private static List<Change> changes(String from, String to) {
        assertThat(EXPECTED).contains(from);
        return diff(EXPECTED.replace(from, to), OptionalInt.of(1)).changes();
    }

    @Test
    void the_same_text_is_the_same_configuration() {
        assertThat(diff(EXPECTED, OptionalInt.empty()).isEmpty()).isTrue();
    }

    @Test
    void order_layout_and_comments_do_not_count() {
        int db = EXPECTED.indexOf("[GRP]\nDCR_GRP_TYPE = DB");
        int css = EXPECTED.indexOf("[GRP]");
        String turned = "#export\r\n"
                + (EXPECTED.substring(0, css) + EXPECTED.substring(db) + EXPECTED.substring(css, db))
                        .replace(" = ", "\t=")
                        .replace("{0,1}", "{ 0, 1 }")
                        .replace("DCR_EP_PORT\t=9000\n", "")
                        .replace("DCR_EP_NAME\t=C0", "dcr_ep_port=09000 # first\nDCR_EP_NAME\t=C0")
                        .replace("\n", "\r\n");

        assertThat(diff(turned, OptionalInt.empty()).changes()).isEmpty();
    }

    @ParameterizedTest
    @CsvSource({
        "DCR_GRP_EP_ARR = {0$1}, ''",
        "DCR_EP_SEQNO = 1, ''",
        "DCR_CHECKSUM = aa11, DCR_CHECKSUM = bb22",
        "DCR_CHECKSUM = aa11, ''",
        "DCR_OGUID = 71000, DCR_OGUID = 71000|DCR_LOGIN_PWD = 77",
        "DCR_GRP_NAME = G_CSS, DCR_GRP_NAME = G_CSS|DCR_GRP_N_ERR_EP = 0",
        "DCR_GRP_N_ERR_EP = 0, ''",
    })
    void keys_that_only_an_export_has_do_not_count(String from, String to) {
        assertThat(changes(from.replace('$', ','), to.replace('|', '\n'))).isEmpty();
    }

    @ParameterizedTest
    @CsvSource({
        "DCR_OGUID = 71000, DCR_OGUID = 71001",
        "DCR_VTD_PATH = /dev/vote, ''",
        "DCR_EP_PORT = 9001, DCR_EP_PORT = 9002",
        "DCR_EP_PORT = 9001, ''",
        "DCR_EP_HOST = 10.7.0.2, DCR_EP_HOST = 10.7.0.3",
        "DCR_EP_NAME = D1, DCR_EP_NAME = D2",
        "DCR_EP_SEQNO = 1, DCR_EP_SEQNO = 2",
        "DCR_EP_OTHER = x, DCR_EP_OTHER = y",
        "DCR_GRP_N_EP = 2, DCR_GRP_N_EP = 3",
        "DCR_GRP_EP_ARR = {0$1}, DCR_GRP_EP_ARR = {0$2}",
    })
    void every_other_value_counts(String from, String to) {
        assertThat(changes(from.replace('$', ','), to.replace('$', ','))).isNotEmpty();
    }

    @Test
    void an_endpoint_more_or_less_counts() {
        String endpoint = EXPECTED.substring(EXPECTED.lastIndexOf("[G_DB]"));

        assertThat(changes(endpoint, "")).isNotEmpty();
        assertThat(diff(EXPECTED + endpoint.replace("D1", "D2").replace("SEQNO = 1", "SEQNO = 2"), OptionalInt.of(2))
                        .changes())
                .isNotEmpty();
    }

    @ParameterizedTest
    @ValueSource(strings = {"", "no export", "[GRP]\nDCR_GRP_TYPE = CSS\n"})
    void what_is_no_configuration_holds_none(String export) {
        assertThat(diff(export, OptionalInt.of(1)).changes()).isNotEmpty();
    }

    /** A new endpoint on the disk is listed as failed until it runs. No other endpoint may be listed. */
    @ParameterizedTest
    @CsvSource({
        "1, {1}, 1, true",
        "1, '{ 1 }', 1, true",
        "1, {0}, 1, false",
        "2, '{0,1}', 1, false",
        "1, {1}, , false",
        "0, {}, , true",
    })
    void only_the_joining_endpoint_may_stand_as_failed(String count, String numbers, Integer joining, boolean holds) {
        String export = EXPECTED.replace("N_ERR_EP = 0", "N_ERR_EP = " + count)
                .replace("ERR_EP_ARR = {}", "ERR_EP_ARR = " + numbers);
        OptionalInt number = joining == null ? OptionalInt.empty() : OptionalInt.of(joining);

        assertThat(diff(export, number).changes().isEmpty()).isEqualTo(holds);
    }
}
