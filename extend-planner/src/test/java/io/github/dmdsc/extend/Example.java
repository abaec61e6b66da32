package io.github.dmdsc.extend;

import static org.assertj.core.api.Assertions.assertThat;

import io.github.dmdsc.extend.plan.Decision;
import io.github.dmdsc.extend.plan.ExtendRequest;
import io.github.dmdsc.extend.plan.Question;
import io.github.dmdsc.ini.IniDocument;
import io.github.dmdsc.ini.IniEntry;
import io.github.dmdsc.ini.IniSection;
import io.github.dmdsc.ini.files.ClusterDirectory;
import io.github.dmdsc.ini.files.ClusterFiles;
import io.github.dmdsc.model.FileId;
import io.github.dmdsc.model.HostAddress;
import io.github.dmdsc.model.Megabytes;
import io.github.dmdsc.model.Port;
import io.github.dmdsc.model.ShmKey;
import io.github.dmdsc.model.check.Read;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.util.Comparator;
import java.util.List;

/** The shipped example, and small changes to it. */
public final class Example {
    /** The directory of the example, relative to this module. */
    public static final Path DIRECTORY = Path.of("..", "docs", "examples", "two-node");

    public static final FileId DCR_1 = new FileId("10.0.2.101", "/home/data/dmdcr_cfg_bak.ini");
    public static final FileId DCR_2 = new FileId("10.0.2.102", "/home/data/dmdcr_cfg_bak.ini");
    public static final FileId DMDCR_1 = new FileId("10.0.2.101", "/home/data/dmdcr.ini");
    public static final FileId DMDCR_2 = new FileId("10.0.2.102", "/home/data/dmdcr.ini");
    public static final FileId DM_INI_1 = new FileId("10.0.2.101", "/home/data/dsc0_config/dm.ini");
    public static final FileId DM_INI_2 = new FileId("10.0.2.102", "/home/data/dsc1_config/dm.ini");
    static final FileId MAL_1 = new FileId("10.0.2.101", "/home/data/dsc0_config/dmmal.ini");
    static final FileId MAL_2 = new FileId("10.0.2.102", "/home/data/dsc1_config/dmmal.ini");
    public static final FileId ARCH_1 = new FileId("10.0.2.101", "/home/data/dsc0_config/dmarch.ini");
    public static final FileId MONITOR = new FileId("monitor", "/home/data/cssm/dmcssm.ini");

    private Example() {}

    /** Returns the files of the example. */
    public static ClusterFiles files() {
        Read<ClusterFiles> result = ClusterDirectory.read(DIRECTORY);
        assertThat(result.findings()).isEmpty();
        return result.value();
    }

    /** Returns the files of the example without the ASM group, as for a database on raw devices. */
    public static ClusterFiles onRawDevices() {
        ClusterFiles raw = files();
        for (FileId dcr : List.of(DCR_1, DCR_2)) {
            IniDocument document = IniDocument.parse(raw.bytes(dcr));
            List<Integer> asm = document.sections().stream()
                    .filter(section -> section.name().equals("GRP_ASM")
                            || section.first("DCR_GRP_TYPE")
                                    .filter(type -> type.value().equals("ASM"))
                                    .isPresent())
                    .map(IniSection::index)
                    .sorted(Comparator.reverseOrder())
                    .toList();
            for (int index : asm) {
                document = document.remove(document.sections().get(index));
            }
            raw = raw.with(dcr, document.toBytes());
        }
        return raw;
    }

    /** Returns a request for the node that the manual's chapter adds, with the numbers of the manual. */
    public static ExtendRequest.Builder manualRequest() {
        return request()
                .cssPort(Port.of(9500))
                .asmPort(Port.of(9501))
                .shmKey(ShmKey.of(93362))
                .dbPort(Port.of(5236))
                .malPort(Port.of(9342))
                .asmMalPort(Port.of(7238));
    }

    /** Returns a request for that node in which the planner chooses the numbers. */
    public static ExtendRequest.Builder request() {
        return ExtendRequest.forHost("10.0.2.103")
                .serviceHost(HostAddress.of("192.168.56.103"))
                .logFiles(List.of("+DMLOG/log/DSC2_log01.log", "+DMLOG/log/DSC2_log02.log"))
                .logSize(Megabytes.of(256));
    }

    /** Returns the plan of a request, which must be possible. */
    public static PlanResult.Planned planned(ClusterFiles files, ExtendRequest request) {
        PlanResult result = ExtendPlanner.plan(files, request);
        assertThat(result).isInstanceOf(PlanResult.Planned.class);
        return (PlanResult.Planned) result;
    }

    /** Returns the plan of the manual's chapter. */
    public static PlanResult.Planned manual() {
        return planned(files(), manualRequest().build());
    }

    /** Returns the questions about a request, which must leave something open. */
    static List<Question> questions(ClusterFiles files, ExtendRequest request) {
        PlanResult result = ExtendPlanner.plan(files, request);
        assertThat(result).isInstanceOf(PlanResult.NeedsInput.class);
        return ((PlanResult.NeedsInput) result).questions();
    }

    static Decision decision(PlanResult.Planned planned, String name) {
        return planned.plan().decisions().stream()
                .filter(decision -> decision.name().equals(name))
                .findFirst()
                .orElseThrow();
    }

    /** Returns the text of a file of the new host, without blanks around the equals signs. */
    static String onNewHost(PlanResult.Planned planned, String path) {
        return new String(planned.target().bytes(new FileId("10.0.2.103", path)), StandardCharsets.UTF_8)
                .replaceAll("[ \t]*=[ \t]*", "=");
    }

    /**
     * Returns the example with a parameter of two endpoints set in both DCR exports. The sections of the endpoints
     * follow each other.
     */
    static ClusterFiles bothDcr(int section, String key, String first, String second) {
        ClusterFiles files = files();
        for (FileId dcr : List.of(DCR_1, DCR_2)) {
            files = set(files, dcr, section, key, first);
            files = set(files, dcr, section + 1, key, second);
        }
        return files;
    }

    /** Returns the files with one global parameter of a file set to another value. */
    public static ClusterFiles set(ClusterFiles files, FileId file, String key, String value) {
        return set(files, file, 0, key, value);
    }

    /**
     * Returns the files with one parameter of a section set to another value. The sections are counted from 0, which is
     * the global section.
     */
    public static ClusterFiles set(ClusterFiles files, FileId file, int section, String key, String value) {
        IniDocument document = IniDocument.parse(files.bytes(file));
        IniSection found = document.sections().get(section);
        IniDocument changed = found.first(key)
                .map(entry -> document.set(entry, value))
                .orElseGet(() -> document.add(found, key, value));
        return files.with(file, changed.toBytes());
    }

    /** Returns the files without one global parameter of a file. */
    public static ClusterFiles remove(ClusterFiles files, FileId file, String key) {
        IniDocument document = IniDocument.parse(files.bytes(file));
        IniEntry entry = document.global().first(key).orElseThrow();
        return files.with(file, document.remove(entry).toBytes());
    }
}
