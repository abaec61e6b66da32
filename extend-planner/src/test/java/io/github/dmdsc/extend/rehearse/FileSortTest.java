package io.github.dmdsc.extend.rehearse;

import static org.assertj.core.api.Assertions.assertThat;

import io.github.dmdsc.extend.ExtendedPlans;
import io.github.dmdsc.ini.IniDocument;
import io.github.dmdsc.model.fixtures.ClusterLayout;
import io.github.dmdsc.model.fixtures.ClusterLayout.Archives;
import java.nio.charset.StandardCharsets;
import java.util.Map;
import java.util.TreeMap;
import org.junit.jupiter.api.Test;

/** What the model takes a file for. */
class FileSortTest {
    private static FileSort sort(String text) {
        return FileSort.of(Ini.of(IniDocument.parse(text.getBytes(StandardCharsets.UTF_8))));
    }

    @Test
    void a_file_of_a_cluster_is_known_by_its_keys() {
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
    void a_file_without_such_keys_is_another() {
        assertThat(sort("")).isEqualTo(FileSort.OTHER);
        assertThat(sort("MAL_INST_NAME = X\nARCH_TYPE = LOCAL\n")).isEqualTo(FileSort.OTHER);
        assertThat(sort("[X]\nDCR_N_GRP = 3\nDMDCR_SEQNO = 0\nINSTANCE_NAME = X\nCSSM_OGUID = 1\n"))
                .isEqualTo(FileSort.OTHER);
    }
}
