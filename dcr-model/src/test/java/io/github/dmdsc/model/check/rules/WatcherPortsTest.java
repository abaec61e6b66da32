package io.github.dmdsc.model.check.rules;

import static io.github.dmdsc.model.fixtures.ClusterEdits.dmdcr;
import static io.github.dmdsc.model.fixtures.ClusterEdits.malInstance;
import static org.assertj.core.api.Assertions.assertThat;

import io.github.dmdsc.model.Cluster;
import io.github.dmdsc.model.GroupType;
import io.github.dmdsc.model.PortOrNone;
import org.junit.jupiter.api.Test;

class WatcherPortsTest extends RuleLaws {
    WatcherPortsTest() {
        super(new WatcherPorts());
    }

    @Test
    void nothing_else_shows_a_standby() {
        assertThat(found(withPort()))
                .containsExactly(
                        "WARNING at 10.1.0.1:/data/DSC0_conf/dmmal.ini [MAL_INST1] MAL_DW_PORT: The file sets MAL_DW_PORT, but nothing else shows a standby: no archive to a standby, no dmwatcher.ini, no mount in the start command.");
    }

    @Test
    void all_ports_of_a_file_are_one_finding() {
        Cluster all = malInstance(withPort(), GroupType.DB, 0, x -> x.withInstanceWatcherPort(PortOrNone.of(5501)));

        assertThat(found(all))
                .containsExactly(
                        "WARNING at 10.1.0.1:/data/DSC0_conf/dmmal.ini [MAL_INST0] MAL_INST_DW_PORT and 10.1.0.1:/data/DSC0_conf/dmmal.ini [MAL_INST1] MAL_DW_PORT: The file sets MAL_INST_DW_PORT, MAL_DW_PORT, but nothing else shows a standby: no archive to a standby, no dmwatcher.ini, no mount in the start command.");
    }

    @Test
    void a_standby() {
        assertThat(found(dmdcr(withPort(), 0, x -> x.withDbStartupCommand("/opt/dm/bin/dmserver /data/dm.ini mount"))))
                .isEmpty();
    }

    private static Cluster withPort() {
        return malInstance(cluster(), GroupType.DB, 1, x -> x.withWatcherPort(PortOrNone.of(5500)));
    }
}
