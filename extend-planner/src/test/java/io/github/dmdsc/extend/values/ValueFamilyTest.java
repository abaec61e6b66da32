package io.github.dmdsc.extend.values;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.entry;

import io.github.dmdsc.extend.plan.ExtendRequest;
import io.github.dmdsc.extend.plan.RemoteArchiveChoice;
import io.github.dmdsc.model.FileId;
import io.github.dmdsc.model.HostAddress;
import io.github.dmdsc.model.Megabytes;
import io.github.dmdsc.model.Port;
import io.github.dmdsc.model.ShmKey;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Test;

class ValueFamilyTest {
    @Test
    void every_option_gives_the_value_of_its_family() {
        ExtendRequest request = ExtendRequest.forHost("10.0.2.103")
                .cssPort(Port.of(9001))
                .asmPort(Port.of(9002))
                .shmKey(ShmKey.of(9003))
                .shmSize(Megabytes.of(30))
                .dbPort(Port.of(9004))
                .malPort(Port.of(9005))
                .asmMalPort(Port.of(9006))
                .cssName("C")
                .asmName("A")
                .dbName("D")
                .configPath("/c")
                .serviceHost(HostAddress.of("s"))
                .binDirectory("/b")
                .logFiles(List.of("+L/1", "+L/2"))
                .logSize(Megabytes.of(64))
                .dcrvDisks(List.of("/d0", "/d1"))
                .remoteArchives(RemoteArchiveChoice.KEEP)
                .monitor(new FileId("m", "/m.ini"))
                .putValues("db.DCR_VIP", "v")
                .build();

        assertThat(ValueFamily.given(request))
                .containsOnly(
                        entry("css.DCR_EP_PORT", "9001"),
                        entry("asm.DCR_EP_PORT", "9002"),
                        entry("asm.DCR_EP_SHM_KEY", "9003"),
                        entry("asm.DCR_EP_SHM_SIZE", "30"),
                        entry("dm.PORT_NUM", "9004"),
                        entry("dmmal.MAL_PORT", "9005"),
                        entry("dmasvrmal.MAL_PORT", "9006"),
                        entry("css.DCR_EP_NAME", "C"),
                        entry("asm.DCR_EP_NAME", "A"),
                        entry("dm.INSTANCE_NAME", "D"),
                        entry("dm.CONFIG_PATH", "/c"),
                        entry("dmmal.MAL_INST_HOST", "s"),
                        entry("bin", "/b"),
                        entry("log.files", "+L/1,+L/2"),
                        entry("log.size", "64"),
                        entry("dcrv.disks", "/d0,/d1"),
                        entry("archives.remote", "keep"),
                        entry("monitor", "m:/m.ini"),
                        entry("db.DCR_VIP", "v"));
    }

    @Test
    void an_option_takes_precedence_over_a_value_by_name() {
        assertThat(ValueFamily.given(ExtendRequest.forHost("h")
                        .putValues("css.DCR_EP_PORT", "1")
                        .cssPort(Port.of(9001))
                        .build()))
                .containsExactly(entry("css.DCR_EP_PORT", "9001"));
    }

    @Test
    void lists_choices_and_the_monitor_are_given_only_by_their_attributes() {
        Map<String, String> values =
                Map.of("log.files", "+L/1,+L/2", "dcrv.disks", "/d0", "archives.remote", "add", "monitor", "m:/m.ini");

        assertThat(ValueFamily.given(ExtendRequest.forHost("h").values(values).build()))
                .isEmpty();
    }

    @Test
    void host_and_seqno_belong_to_the_attribute_host() {
        assertThat(ValueFamily.attribute("host")).isEqualTo("host");
        assertThat(ValueFamily.attribute("seqno")).isEqualTo("host");
    }

    @Test
    void a_family_without_an_attribute_is_given_by_name() {
        assertThat(ValueFamily.input("asm.DCR_EP_SHM_KEY")).hasToString("request.shmKey");
        assertThat(ValueFamily.input("db.DCR_VIP")).hasToString("request.values db.DCR_VIP");
    }
}
