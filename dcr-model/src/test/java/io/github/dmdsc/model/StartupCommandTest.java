package io.github.dmdsc.model;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

class StartupCommandTest {
    @Test
    void a_command_line_names_the_program_and_its_files() {
        StartupCommand command = StartupCommand.parse("  /opt/bin/dmserver \tPATH=/d/dm.ini  dcr_ini=/d/dmdcr.ini ");

        assertThat(command.program()).isEqualTo("/opt/bin/dmserver");
        assertThat(command.arguments()).containsExactly("PATH=/d/dm.ini", "dcr_ini=/d/dmdcr.ini");
        assertThat(command.dmIni()).contains("/d/dm.ini");
        assertThat(command.dcrIni()).contains("/d/dmdcr.ini");
        assertThat(command.binDirectory()).contains("/opt/bin");
        assertThat(command.service()).isEmpty();
    }

    @Test
    void the_dm_ini_may_stand_bare() {
        assertThat(StartupCommand.parse("dmserver -noconsole /d/DM.INI dcr_ini=/x.ini")
                        .dmIni())
                .contains("/d/DM.INI");
        assertThat(StartupCommand.parse("dmserver dcr_ini=/x.ini").dmIni()).isEmpty();
        assertThat(StartupCommand.parse("dmserver =x.ini").dmIni()).isEmpty();
    }

    @Test
    void a_bare_file_of_the_server_is_not_its_dmdcr_ini() {
        assertThat(StartupCommand.parse("dmserver /d/dm.ini").dcrIni()).isEmpty();
    }

    @Test
    void the_options_are_the_words_that_name_no_file() {
        assertThat(StartupCommand.parse("dmserver path=/d/dm.ini dcr_ini=/d/dmdcr.ini mount -noconsole x=1")
                        .options())
                .containsExactly("mount", "x=1");
        assertThat(StartupCommand.parse("dmserver /d/dm.ini open").options()).containsExactly("open");
    }

    @Test
    void a_command_calls_its_program_by_name() {
        assertThat(StartupCommand.parse("/opt/bin/dmserver x").calls("dmserver"))
                .isTrue();
        assertThat(StartupCommand.parse("/opt/bin/dmserver2 x").calls("dmserver"))
                .isFalse();
    }

    @ParameterizedTest
    @ValueSource(strings = {"dmasmsvr", "/opt/dm/bin/dmasmsvrm", "C:\\dm\\dmasmsvr.exe"})
    void a_bare_file_of_the_asm_server_is_its_dmdcr_ini(String program) {
        StartupCommand command = StartupCommand.parse(program + " /d/dmdcr.ini");

        assertThat(command.dcrIni()).contains("/d/dmdcr.ini");
        assertThat(command.dmIni()).isEmpty();
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "\"/opt/dm/bin/dmserver\" path=/d/dm.ini dcr_ini=/d/dmdcr.ini",
                "\"/opt/dm/bin/dmserver path=/d/dm.ini dcr_ini=/d/dmdcr.ini\"",
                "su - dmdba -c '/opt/dm/bin/dmserver path=/d/dm.ini dcr_ini=/d/dmdcr.ini'",
                "/bin/su dmdba -c \"/opt/dm/bin/dmserver path='/d/dm.ini' dcr_ini=/d/dmdcr.ini\"",
                "nohup /opt/dm/bin/dmserver path=/d/dm.ini dcr_ini=/d/dmdcr.ini >/dev/null 2>&1 &",
                "sh -c 'exec /opt/dm/bin/dmserver path=/d/dm.ini dcr_ini=/d/dmdcr.ini'",
                "LD_LIBRARY_PATH=/opt/dm/bin /opt/dm/bin/dmserver path=/d/dm.ini dcr_ini=/d/dmdcr.ini",
                "sudo -u dmdba env A=1 B= nohup /opt/dm/bin/dmserver path=/d/dm.ini dcr_ini=/d/dmdcr.ini",
            })
    void what_is_put_around_a_command_is_no_part_of_it(String text) {
        StartupCommand command = StartupCommand.parse(text);

        assertThat(command.binDirectory()).contains("/opt/dm/bin");
        assertThat(command.dmIni()).contains("/d/dm.ini");
        assertThat(command.dcrIni()).contains("/d/dmdcr.ini");
        assertThat(command.arguments()).hasSize(2);
    }

    @ParameterizedTest
    @CsvSource({"nohup su, su", "sudo -u a, a", "sudo -u a b, b", "sudo -n b c, b", "env A=1 dmserver, dmserver"})
    void the_last_word_is_the_program_if_no_other_is_left(String text, String program) {
        assertThat(StartupCommand.parse(text).program()).isEqualTo(program);
    }

    @Test
    void a_quoted_path_may_hold_blanks() {
        StartupCommand command = StartupCommand.parse("\"/opt/dm bin/dmserver\" path=\"/my d/dm.ini\"");

        assertThat(command.binDirectory()).contains("/opt/dm bin");
        assertThat(command.dmIni()).contains("/my d/dm.ini");
        assertThat(StartupCommand.parse("sudo systemctl restart X").service()).contains("X");
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "",
                "'",
                "su",
                "su - dmdba",
                "sh -c",
                "sh -c ''",
                "nohup",
                "A=1",
                "sudo -u",
                "sudo -x",
                "> x",
                "''"
            })
    void any_text_is_a_command(String text) {
        assertThat(StartupCommand.parse(text).program()).isNotNull();
    }

    @Test
    void a_service_is_known_by_either_tool() {
        assertThat(StartupCommand.parse("service DmServiceDSC0 restart").service())
                .contains("DmServiceDSC0");
        assertThat(StartupCommand.parse("/usr/bin/SERVICE X restart").service()).contains("X");
        assertThat(StartupCommand.parse("systemctl restart DmServiceDSC0").service())
                .contains("DmServiceDSC0");
        assertThat(StartupCommand.parse("service X").service()).isEmpty();
        assertThat(StartupCommand.parse("systemctl restart").service()).isEmpty();
        assertThat(StartupCommand.parse("other X restart").service()).isEmpty();
    }

    @Test
    void a_service_is_known_by_the_script_that_the_installer_makes() {
        assertThat(StartupCommand.parse("/opt/dmdbms/bin/DmServiceDSC0 restart").service())
                .contains("DmServiceDSC0");
        assertThat(StartupCommand.parse("/opt/dmdbms/bin/DmASMSvrServiceASM0 start")
                        .service())
                .contains("DmASMSvrServiceASM0");
        assertThat(StartupCommand.parse("/opt/dmdbms/bin/DmServiceDSC0 a b").service())
                .isEmpty();
        assertThat(StartupCommand.parse("/opt/dmdbms/bin/DmService restart").service())
                .isEmpty();
        assertThat(StartupCommand.parse("/home/dmdba/start_dsc0.sh restart").service())
                .isEmpty();
    }

    @Test
    void a_directory_is_that_of_a_program_of_the_database() {
        assertThat(StartupCommand.parse("D:\\dm\\bin\\dmserver.exe x").binDirectory())
                .contains("D:\\dm\\bin");
        assertThat(StartupCommand.parse("dmserver").binDirectory()).isEmpty();
        assertThat(StartupCommand.parse("/dmserver").binDirectory()).isEmpty();
        assertThat(StartupCommand.parse("//dmserver").binDirectory()).isEmpty();
        assertThat(StartupCommand.parse("b/dmserver").binDirectory()).isEmpty();
        assertThat(StartupCommand.parse("./dmserver").binDirectory()).isEmpty();
        assertThat(StartupCommand.parse("/sbin/service X restart").binDirectory())
                .isEmpty();
        assertThat(StartupCommand.parse("/opt/dm/bin/DMASMSVRM x").binDirectory())
                .contains("/opt/dm/bin");
        assertThat(StartupCommand.parse("/opt/dm/bin/DmServiceDSC0 start").binDirectory())
                .contains("/opt/dm/bin");
        assertThat(StartupCommand.parse("/home/scripts/start_db.sh").binDirectory())
                .isEmpty();
        assertThat(StartupCommand.parse("/etc/init.d/dmserver2 x").binDirectory())
                .isEmpty();
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "/etc/init.d/DmServiceDSC0 start",
                "/etc/rc.d/init.d/DmASMSvrServiceASM0 start",
                "/sbin/DmServiceDSC0 start",
                "/usr/bin/DmServiceDSC0 start",
                "/usr/local/bin/DmASMSvrmServiceASM0 start",
                "/bin/DmServiceDSC0 start",
                "//usr/./bin/DmServiceDSC0 start",
                "/home/dmdba/DmServiceDSC0 start",
                "/DmServiceDSC0 start",
                "/opt/cabin/DmServiceDSC0 start"
            })
    void a_script_of_a_service_in_another_directory_does_not_name_that_of_the_programs(String text) {
        StartupCommand command = StartupCommand.parse(text);

        assertThat(command.binDirectory()).isEmpty();
        assertThat(command.service()).isPresent();
    }

    @ParameterizedTest
    @CsvSource({
        "/usr/local/dm/bin/DmServiceDSC0 start, /usr/local/dm/bin",
        "/opt//dm/bin/DmServiceDSC0 start, /opt//dm/bin",
        "/opt/dm/bin//dmserver, /opt/dm/bin",
        "D:\\dm\\bin\\DmServiceDSC0 start, D:\\dm\\bin",
        "/usr/bin/dmserver /d/dm.ini, /usr/bin"
    })
    void the_directory_of_the_programs_is_called_bin(String text, String directory) {
        assertThat(StartupCommand.parse(text).binDirectory()).contains(directory);
    }
}
