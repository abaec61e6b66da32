package io.github.dmdsc.model.check.rules;

import static org.assertj.core.api.Assertions.assertThat;

import io.github.dmdsc.model.Cluster;
import io.github.dmdsc.model.ConfigFile;
import io.github.dmdsc.model.FileId;
import java.util.List;
import org.junit.jupiter.api.Test;

class MonitorHostsTest extends RuleLaws {
    MonitorHostsTest() {
        super(new MonitorHosts());
    }

    @Test
    void on_a_cluster_host() {
        assertThat(found(monitorOn("10.1.0.2")))
                .containsExactly(
                        "WARNING at 10.1.0.2:/data/dmcssm.ini and 10.1.0.2:/data/DSC1/dmdcr.ini: A monitor runs on 10.1.0.2, which is a host of the cluster.");
    }

    @Test
    void on_the_service_address_of_one() {
        assertThat(found(monitorOn("192.168.1.2")))
                .containsExactly(
                        "WARNING at 192.168.1.2:/data/dmcssm.ini and 10.1.0.2:/data/DSC1/dmdcr.ini: A monitor runs on 192.168.1.2, which is a host of the cluster.");
    }

    @Test
    void on_a_third_host() {
        assertThat(found(monitorOn("10.1.0.9"))).isEmpty();
    }

    private static Cluster monitorOn(String host) {
        Cluster cluster = cluster();
        return Cluster.builder()
                .from(cluster)
                .monitors(List.of(new ConfigFile<>(
                        new FileId(host, "/data/dmcssm.ini"),
                        cluster.monitors().get(0).value())))
                .build();
    }
}
