package io.github.dmdsc.extend.rehearse;

import static org.assertj.core.api.Assertions.assertThat;

import io.github.dmdsc.extend.ExtendedPlans;
import io.github.dmdsc.extend.ExtendedPlans.Planned;
import io.github.dmdsc.ini.files.ClusterFiles;
import io.github.dmdsc.model.FileId;
import io.github.dmdsc.model.Port;
import io.github.dmdsc.model.ShmKey;
import io.github.dmdsc.model.fixtures.ClusterLayout;
import io.github.dmdsc.model.fixtures.ClusterLayout.Archives;
import io.github.dmdsc.model.fixtures.ClusterLayout.Restart;
import java.nio.charset.StandardCharsets;
import java.util.Map;
import java.util.TreeMap;
import java.util.function.UnaryOperator;

/** Clusters that are made by editing the files of a usual one. */
final class OddClusters {
    private OddClusters() {}

    /** The text of every file whose path ends so, changed. */
    static UnaryOperator<ClusterFiles> each(String name, UnaryOperator<String> change) {
        return files -> {
            ClusterFiles next = files;
            boolean any = false;
            for (FileId file : files.ids()) {
                if (file.path().endsWith(name)) {
                    String before = new String(files.bytes(file), StandardCharsets.UTF_8);
                    String after = change.apply(before);
                    any |= !after.equals(before);
                    next = next.with(file, after.getBytes(StandardCharsets.UTF_8));
                }
            }
            assertThat(any).isTrue();
            return next;
        };
    }

    /** Nothing of the new node can be inferred from one. */
    static Planned single(UnaryOperator<ClusterFiles> edit, Map<String, String> more) {
        ClusterLayout layout = ClusterLayout.builder()
                .nodes(1)
                .archives(Archives.LOCAL)
                .asmRestart(Restart.COMMAND)
                .dbRestart(Restart.COMMAND)
                .build();
        return ExtendedPlans.of(
                layout,
                edit,
                ask -> ask.withCssName("CSS1")
                        .withAsmName("ASM1")
                        .withDbName("DSC1")
                        .withCssPort(Port.of(11001))
                        .withAsmPort(Port.of(12001))
                        .withDbPort(Port.of(13001))
                        .withMalPort(Port.of(15001))
                        .withAsmMalPort(Port.of(16001))
                        .withShmKey(ShmKey.of(70001))
                        .withConfigPath("/data/DSC1_conf")
                        .withValues(values(more)));
    }

    private static Map<String, String> values(Map<String, String> more) {
        Map<String, String> values = new TreeMap<>(Map.of(
                "dmasvrmal.section", "MAL_INST1",
                "dmmal.section", "MAL_INST1",
                "dm.TRACE_PATH", "/data/DSC1_conf/trace",
                "dmdcr.DMDCR_MAL_PATH", "/data/DSC1/dmasvrmal.ini",
                "dmdcr.DMDCR_ASM_STARTUP_CMD", "/opt/dm/bin/dmasmsvr dcr_ini=/data/DSC1/dmdcr.ini",
                "dmdcr.DMDCR_DB_STARTUP_CMD",
                        "/opt/dm/bin/dmserver path=/data/DSC1_conf/dm.ini dcr_ini=/data/DSC1/dmdcr.ini",
                "dmarch.ARCHIVE_LOCAL1.ARCH_DEST", "/arch/DSC1"));
        values.putAll(more);
        return values;
    }
}
