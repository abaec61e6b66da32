package io.github.dmdsc.ini.lens;

import static org.assertj.core.api.Assertions.assertThat;

import io.github.dmdsc.ini.IniDocument;
import io.github.dmdsc.model.FileId;
import io.github.dmdsc.model.FileKind;
import java.nio.charset.StandardCharsets;
import java.util.Optional;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

class FileKindsTest {
    private static Optional<FileKind> kind(String name, String text) {
        return FileKinds.of(
                new FileId("10.0.2.101", "/home/data/" + name),
                IniDocument.parse(text.replace('|', '\n').getBytes(StandardCharsets.UTF_8)));
    }

    @ParameterizedTest
    @CsvSource({
        "DMDCR_CFG, dcr_n_grp = 3",
        "DMDCR_CFG, [grp]",
        "DMDCR, DMDCR_SEQNO = 0",
        "DMDCR, dmdcr_path = /dev/raw/raw1",
        "DMDCR, DMDCR_MAL_PATH = /home/data/dmasvrmal.ini",
        "DMCSSM, CSSM_OGUID = 63635",
        "DMCSSM, cssm_css_ip = 10.0.2.101:9341",
        "DM_INI, INSTANCE_NAME = DSC0|CONFIG_PATH = /home/data/dsc0_config",
        "DM_INI, INSTANCE_NAME = DSC0|CTL_PATH = +DMDATA/dm.ctl",
        "MAL, MAL_BUF_SIZE = 100|[any]|mal_inst_name = DSC0",
        "DMARCH, [any]|X = 1|[other]|ARCH_TYPE = LOCAL",
        "DMWATCHER, [GRP]|dw_type = GLOBAL|inst_ini = /home/data/dsc0_config/dm.ini",
        "DMWATCHER, [GRP1]|INST_OGUID = 453331",
        "DMINIT, system_path = +DMDATA|[DSC0]|config_path = /home/data/dsc0_config|mal_inst_name = DSC0",
        "DMINIT, [DSC0]|log_path = +DMLOG/dsc0_log01.log",
    })
    void a_file_is_known_by_what_it_says_whatever_its_name(FileKind kind, String text) {
        assertThat(kind("export_1.ini", text)).contains(kind);
        assertThat(kind("sqllog.ini", text)).contains(kind);
    }

    @Test
    void what_a_file_says_weighs_more_than_its_name() {
        assertThat(kind("dm.ini", "[x]\nMAL_INST_NAME = DSC0")).contains(FileKind.MAL);
        assertThat(kind("dmmal.ini", "DCR_N_GRP = 3")).contains(FileKind.DMDCR_CFG);
    }

    @ParameterizedTest
    @CsvSource({
        "DMDCR_CFG, dmdcr_cfg.ini",
        "DMDCR_CFG, dmdcr_cfg_bak.ini",
        "DMDCR, DMDCR.INI",
        "MAL, dmmal.ini",
        "MAL, dmasvrmal.ini",
        "DM_INI, dm.ini",
        "DMARCH, DmArch.ini",
        "DMCSSM, dmcssm.ini",
        "DMWATCHER, dmwatcher.ini",
        "DMINIT, dminit.ini",
    })
    void a_file_that_says_nothing_is_known_by_its_name(FileKind kind, String name) {
        assertThat(kind(name, "")).contains(kind);
        assertThat(kind(name, "# DCR_N_GRP = 3|nothing")).contains(kind);
        assertThat(kind("my" + name, "")).isEmpty();
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "",
                "INSTANCE_NAME = DSC0",
                "CONFIG_PATH = /home/data",
                "[SLOG_ALL]|FILE_PATH = ../log",
                "[x]|DMDCR_SEQNO = 0",
            })
    void any_other_file_is_of_no_kind(String text) {
        assertThat(kind("sqllog.ini", text)).isEmpty();
    }
}
