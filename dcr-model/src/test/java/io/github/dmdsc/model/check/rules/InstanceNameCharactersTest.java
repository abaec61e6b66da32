package io.github.dmdsc.model.check.rules;

import static io.github.dmdsc.model.fixtures.ClusterEdits.dmIni;
import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class InstanceNameCharactersTest extends RuleLaws {
    InstanceNameCharactersTest() {
        super(new InstanceNameCharacters());
    }

    @ParameterizedTest
    @ValueSource(strings = {"2DSC", "DSC-2", "DSC 2", "DSC.2"})
    void what_no_instance_is_called(String name) {
        assertThat(found(dmIni(cluster(), 1, x -> x.withInstanceName(name)))).hasSize(1);
    }

    @Test
    void what_instances_are_called() {
        assertThat(found(dmIni(cluster(), 1, x -> x.withInstanceName("_dsc$01_实例"))))
                .isEmpty();
    }
}
