package io.github.dmdsc.extend.rehearse;

import static org.assertj.core.api.Assertions.assertThat;

import io.github.dmdsc.ini.IniDocument;
import java.nio.charset.StandardCharsets;
import java.util.List;
import java.util.Optional;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** What a startup command of dmdcr.ini calls. */
class StartCommandTest {
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
    void where_there_is_no_command_nothing_is_started() {
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
    void a_service_is_named_to_systemctl_or_to_service(String command, String service) {
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
    void the_files_are_named_by_their_keys_or_dm_ini_by_its_place(String command, String dmIni, String dmdcr) {
        StartCommand start = db(command);

        assertThat(start.dmInis()).isEqualTo(dmIni.isEmpty() ? List.of() : List.of(dmIni));
        assertThat(start.dmdcrs()).isEqualTo(dmdcr.isEmpty() ? List.of() : List.of(dmdcr));
    }

    @Test
    void each_kind_has_a_command_of_its_own() {
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
