package io.github.dmdsc.extend.rehearse;

import static org.assertj.core.api.Assertions.assertThat;

import io.github.dmdsc.extend.ExtendedPlans;
import io.github.dmdsc.ini.IniDocument;
import io.github.dmdsc.model.fixtures.ClusterLayout;
import io.github.dmdsc.model.fixtures.ClusterLayout.Archives;
import java.nio.charset.Charset;
import java.nio.charset.StandardCharsets;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.TreeMap;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** The model's reading of a file: its keys, its kind, and the programs and files in its startup commands. */
class ReadFilesTest {

    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            quoteCharacter = '`',
            value = {
                "KEY = a # b        | a",
                "KEY = a#b          | a#b",
                "KEY = [::1]//b     | [::1]//b",
                "KEY = \"a // b\" # c | \"a // b\"",
                "KEY = 05236        | 5236",
                "KEY = +5236        | 5236",
                "KEY = 00           | 0",
                "KEY = 05a          | 05a",
                "KEY = // c         | ``",
                "KEY                | ``",
            })
    void a_key_has_the_value_of_its_line(String line, String value) {
        assertThat(read(line).global("KEY")).isEqualTo(value);
    }

    @Test
    void a_name_of_digits_is_no_number() {
        assertThat(read("DCR_EP_NAME = 007").global("DCR_EP_NAME")).isEqualTo("007");
    }

    @Test
    void an_empty_value_counts_as_none() {
        assertThat(read("KEY = # c\nKEY = 2").globals().find("KEY")).isEmpty();
    }

    @Test
    void the_first_of_two_lines_counts() {
        assertThat(read("KEY = 1\nKEY = 2").global("KEY")).isEqualTo("1");
    }

    @Test
    void sections_follow_the_globals_in_their_order() {
        Ini ini = read("A = 1\n[ one ] // first\nb = 02\n[TWO] ; second\n[é]\nB = 3\n");

        assertThat(ini.globals()).isEqualTo(part("", "A", "1"));
        assertThat(ini.named())
                .containsExactly(part("ONE", "B", "02"), new Ini.Part("TWO", List.of()), part("é", "B", "3"));
    }

    @Test
    void a_file_may_begin_with_a_byte_order_mark_and_be_in_gb18030() {
        byte[] gb18030 = "KEY = 达梦".getBytes(Charset.forName("GB18030"));

        assertThat(read("\uFEFFKEY = 达梦").global("KEY")).isEqualTo("达梦");
        assertThat(Ini.of(IniDocument.parse(gb18030)).global("KEY")).isEqualTo("达梦");
    }

    @ParameterizedTest
    @CsvSource({
        "D:\\data\\dm.ini, D:/data/dm.ini",
        "/data//x/../dm.ini, /data/dm.ini",
        "/data/, /data",
    })
    void a_path_has_the_form_of_file_names(String text, String path) {
        assertThat(read("KEY = " + text).path("KEY")).isEqualTo(path);
    }

    private static Ini.Part part(String name, String key, String value) {
        return new Ini.Part(name, List.of(new Ini.Entry(key, value)));
    }

    private static Ini read(String text) {
        return Ini.of(IniDocument.parse(text.getBytes(StandardCharsets.UTF_8)));
    }

    private static FileSort sort(String text) {
        return FileSort.of(Ini.of(IniDocument.parse(text.getBytes(StandardCharsets.UTF_8))));
    }

    @Test
    void the_keys_of_a_file_show_its_kind() {
        ExtendedPlans.Planned planned = ExtendedPlans.of(
                ClusterLayout.builder().archives(Archives.LOCAL).build());
        Map<String, FileSort> sorts = new TreeMap<>();
        planned.files()
                .ids()
                .forEach(file ->
                        sorts.put(file.name(), sort(new String(planned.files().bytes(file), StandardCharsets.UTF_8))));

        assertThat(sorts)
                .containsEntry("dmdcr_cfg_bak.ini", FileSort.DCR_CONFIGURATION)
                .containsEntry("dmdcr.ini", FileSort.DMDCR)
                .containsEntry("dm.ini", FileSort.DM_INI)
                .containsEntry("dmmal.ini", FileSort.MAL)
                .containsEntry("dmasvrmal.ini", FileSort.MAL)
                .containsEntry("dmarch.ini", FileSort.ARCHIVES)
                .containsValue(FileSort.MONITOR);
    }

    @Test
    void a_file_without_such_keys_is_of_another_kind() {
        assertThat(sort("")).isEqualTo(FileSort.OTHER);
        assertThat(sort("MAL_INST_NAME = X\nARCH_TYPE = LOCAL\n")).isEqualTo(FileSort.OTHER);
        assertThat(sort("[X]\nDCR_N_GRP = 3\nDMDCR_SEQNO = 0\nINSTANCE_NAME = X\nCSSM_OGUID = 1\n"))
                .isEqualTo(FileSort.OTHER);
    }

    @ParameterizedTest
    @CsvSource({
        "/opt/dm/bin/dmserver path=/a/dm.ini, /opt/dm/bin/dmserver, dmserver",
        "D:\\dm\\bin\\DMSERVER.EXE path=x, D:/dm/bin/DMSERVER.EXE, dmserver",
        "dmasmsvrm, dmasmsvrm, dmasmsvrm",
        "./start.sh now, start.sh, start.sh",
    })
    void the_program_is_the_first_word_and_its_name_is_the_same_on_every_system(
            String command, String program, String name) {
        StartCommand start = db(command);

        assertThat(start.isEmpty()).isFalse();
        assertThat(start.program()).isEqualTo(program);
        assertThat(start.programName()).isEqualTo(name);
    }

    @Test
    void without_a_command_there_is_no_program() {
        StartCommand none = db("");

        assertThat(none.isEmpty()).isTrue();
        assertThat(none.program()).isEmpty();
        assertThat(none.programName()).isEmpty();
        assertThat(none.service()).isEmpty();
        assertThat(none.dmInis()).isEmpty();
        assertThat(none.dmdcrs()).isEmpty();
    }

    @ParameterizedTest
    @CsvSource({
        "systemctl restart DmServiceDSC0.service, DmServiceDSC0",
        "/usr/bin/systemctl restart DmServiceDSC0, DmServiceDSC0",
        "service DmServiceDSC0 restart, DmServiceDSC0",
        "service DmServiceDSC0.service restart, DmServiceDSC0",
        "/opt/dm/bin/DmServiceDSC0 restart, DmServiceDSC0",
        "/opt/dm/bin/DmASMSvrServiceASM0 start, DmASMSvrServiceASM0",
        "/opt/dm/bin/DmServiceDSC0 restart now,",
        "systemctl restart,",
        "systemctl --quiet restart DmServiceDSC0,",
        "service DmServiceDSC0,",
        "/opt/dm/bin/dmserver path=/a/dm.ini dcr_ini=/a/dmdcr.ini,",
    })
    void the_service_is_an_argument_of_systemctl_or_service(String command, String service) {
        assertThat(db(command).service()).isEqualTo(Optional.ofNullable(service));
    }

    @ParameterizedTest
    @CsvSource({
        "dmserver path=/a/dm.ini dcr_ini=/a/dmdcr.ini, /a/dm.ini, /a/dmdcr.ini",
        "dmserver /a/dm.ini DCR_INI=/a/dmdcr.ini, /a/dm.ini, /a/dmdcr.ini",
        "dmserver PATH=D:\\a\\DM.INI dcr_ini=D:\\a\\dmdcr.ini, D:/a/DM.INI, D:/a/dmdcr.ini",
        "dmserver dcr_ini=/a/dmdcr.ini mount, '', /a/dmdcr.ini",
        "dmserver -noconsole log=/a/dm.ini, '', ''",
        "dmserver path=/a//dm.ini dcr_ini=//a///dmdcr.ini, /a/dm.ini, /a/dmdcr.ini",
        "dm.ini, '', ''",
    })
    void the_files_are_options_or_dm_ini_is_the_first_argument(String command, String dmIni, String dmdcr) {
        StartCommand start = db(command);

        assertThat(start.dmInis()).isEqualTo(dmIni.isEmpty() ? List.of() : List.of(dmIni));
        assertThat(start.dmdcrs()).isEqualTo(dmdcr.isEmpty() ? List.of() : List.of(dmdcr));
    }

    @Test
    void each_kind_of_process_has_its_own_command() {
        Ini dmdcr = Ini.of(IniDocument.parse(
                "DMDCR_ASM_STARTUP_CMD = dmasmsvr\nDMDCR_DB_STARTUP_CMD = dmserver".getBytes(StandardCharsets.UTF_8)));

        assertThat(List.of(Kind.values()))
                .extracting(kind -> StartCommand.of(dmdcr, kind).programName())
                .containsExactly("", "dmasmsvr", "dmserver");
    }

    private static StartCommand db(String command) {
        return StartCommand.of(
                Ini.of(IniDocument.parse(("DMDCR_DB_STARTUP_CMD = " + command).getBytes(StandardCharsets.UTF_8))),
                Kind.DB);
    }
}
