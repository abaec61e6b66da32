package io.github.dmdsc.extend;

import static org.assertj.core.api.Assertions.assertThat;

import io.github.dmdsc.extend.plan.ExtendRequest;
import io.github.dmdsc.ini.files.ClusterFiles;
import io.github.dmdsc.model.FileId;
import io.github.dmdsc.model.check.Finding;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** Values that the request gives: each is planned, or refused with one finding at its option. */
class GivenValuesTest {
    private static final ClusterFiles BASE = Example.files();

    private static ExtendRequest with(String name, String value) {
        return Example.request().putValues(name, value).build();
    }

    /** Returns the only error of a request. */
    private static Finding error(ClusterFiles files, ExtendRequest request) {
        PlanResult result = ExtendPlanner.plan(files, request);
        assertThat(result).isInstanceOf(PlanResult.Rejected.class);
        List<Finding> errors = ((PlanResult.Rejected) result)
                .findings().stream().filter(Finding::isBlocking).toList();
        assertThat(errors).hasSize(1);
        return errors.get(0);
    }

    @ParameterizedTest
    @CsvSource({
        "BUFFER, 8000",
        "TEMP_PATH, /dmtemp",
        "BAK_PATH, /dmbak/DSC2",
        "CTL_BAK_PATH, /x",
        "DSC_N_POOLS, 40",
        "ARCH_INI, 0"
    })
    void a_parameter_that_the_nodes_share_may_be_given(String key, String value) {
        ClusterFiles files = BASE;
        for (FileId dmIni : List.of(Example.DM_INI_1, Example.DM_INI_2)) {
            files = Example.set(files, dmIni, "TEMP_PATH", "/home/data/temp");
            files = Example.set(files, dmIni, "BAK_PATH", "/home/data/bak");
        }

        PlanResult.Planned planned = Example.planned(files, with("dm." + key, value));

        assertThat(Example.onNewHost(planned, "/home/data/dsc2_config/dm.ini"))
                .containsPattern("(?m)^\\s*" + key + "=" + value + "(?:\\s|$)");
    }

    @Test
    void archiving_is_refused_at_the_value_if_no_node_has_a_dmarch_ini() {
        ClusterFiles files = BASE;
        for (FileId dmIni : List.of(Example.DM_INI_1, Example.DM_INI_2)) {
            files = Example.set(files, dmIni, "ARCH_INI", "0")
                    .without(dmIni.sibling(dmIni.directory() + "/dmarch.ini"));
        }

        Finding error = error(files, with("dm.ARCH_INI", "1"));

        assertThat(error.ruleId()).isEqualTo("EXT-0103");
        assertThat(error.variant()).isEqualTo("archives");
        assertThat(error.primary()).hasToString("request.values dm.ARCH_INI");
        assertThat(error.parameters()).containsEntry("value", 1);
    }
}
