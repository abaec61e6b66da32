package io.github.dmdsc.model.check.rules;

import static io.github.dmdsc.model.fixtures.ClusterEdits.endpoint;
import static org.assertj.core.api.Assertions.assertThat;

import io.github.dmdsc.model.GroupType;
import org.junit.jupiter.api.Test;

class NamesInFileTest extends RuleLaws {
    NamesInFileTest() {
        super(new NamesInFile());
    }

    @Test
    void a_css_called_as_an_instance() {
        assertThat(found(endpoint(cluster(), GroupType.DB, 1, x -> x.withName("css0"))))
                .containsExactly(
                        "WARNING at 10.1.0.1:/data/dmdcr_cfg_bak.ini [GRP_DB] #2 DCR_EP_NAME and 10.1.0.1:/data/dmdcr_cfg_bak.ini [GRP_CSS] #1 DCR_EP_NAME: css0 is the name of an endpoint of type DB and of one of type CSS.");
    }

    @Test
    void two_of_one_type_are_another_rules() {
        assertThat(found(endpoint(cluster(), GroupType.CSS, 1, x -> x.withName("CSS0"))))
                .isEmpty();
    }
}
