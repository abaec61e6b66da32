package io.github.dmdsc.extend.values;

import io.github.dmdsc.ini.EditProblem;
import io.github.dmdsc.model.ClusterNode;
import io.github.dmdsc.model.DcrEndpoint;
import io.github.dmdsc.model.DcrGroup;
import io.github.dmdsc.model.DmIni;
import io.github.dmdsc.model.FileId;
import io.github.dmdsc.model.GroupType;
import io.github.dmdsc.model.HostAddress;
import io.github.dmdsc.model.Location;
import io.github.dmdsc.model.MalInstance;
import io.github.dmdsc.model.StandbySign;
import io.github.dmdsc.model.check.Finding;
import io.github.dmdsc.model.check.FindingBuilder;
import io.github.dmdsc.model.check.FindingKind;
import io.github.dmdsc.model.check.Input;
import io.github.dmdsc.model.check.Localized;
import io.github.dmdsc.model.check.ManualLimits;
import io.github.dmdsc.model.check.Messages;
import io.github.dmdsc.model.check.Severity;
import io.github.dmdsc.model.check.Text;
import io.github.dmdsc.model.facts.Listener;
import java.util.List;
import java.util.Map;

/** The findings of the planner, EXT-0101 and on. */
public final class ExtendFindings {
    static final String CHAPTER = "DM8 DMDSC, chapter 14";
    private static final Messages MESSAGES = Messages.beside(ExtendFindings.class);

    private static final FindingKind ALREADY_NODE = FindingKind.of(MESSAGES, "EXT-0101", Severity.ERROR);
    private static final FindingKind ALREADY_EXTENDED = FindingKind.of(MESSAGES, "EXT-0102", Severity.INFO);
    private static final FindingKind NOT_ALLOWED = FindingKind.of(MESSAGES, "EXT-0103", Severity.ERROR);
    private static final FindingKind NO_ASM_GROUP = FindingKind.of(MESSAGES, "EXT-0104", Severity.ERROR)
            .manual(CHAPTER)
            .causedBy("INI-0106", "DSC-0102", "DSC-0103", "DSC-0225");
    private static final FindingKind NOT_FOR_TOOLS = FindingKind.of(MESSAGES, "EXT-0105", Severity.ERROR);
    private static final FindingKind UNEQUAL_GROUPS = FindingKind.of(MESSAGES, "EXT-0106", Severity.ERROR)
            .causedBy("INI-0106", "DSC-0102", "DSC-0103", "DSC-0104", "DSC-0108", "DSC-0224");
    private static final FindingKind REMOTE_ARCHIVES = FindingKind.of(MESSAGES, "EXT-0107", Severity.ERROR);
    private static final FindingKind TOO_MANY =
            FindingKind.of(MESSAGES, "EXT-0108", Severity.ERROR).manual(CHAPTER);
    private static final FindingKind OCCUPIED = FindingKind.of(MESSAGES, "EXT-0109", Severity.ERROR);
    private static final FindingKind LOG_FILES =
            FindingKind.of(MESSAGES, "EXT-0110", Severity.ERROR).manual(CHAPTER + ", step 2");
    private static final FindingKind NO_SUCH_VALUE = FindingKind.of(MESSAGES, "EXT-0111", Severity.ERROR);
    private static final FindingKind NOBODY_HAS_IT = FindingKind.of(MESSAGES, "EXT-0202", Severity.WARNING);
    public static final FindingKind NOT_REHEARSED =
            FindingKind.of(MESSAGES, "EXT-0112", Severity.ERROR).manual(CHAPTER);
    private static final FindingKind NO_ADDRESS = FindingKind.of(MESSAGES, "EXT-0113", Severity.ERROR);
    private static final FindingKind NAME_AMONG_NUMBERS = FindingKind.of(MESSAGES, "EXT-0211", Severity.WARNING);
    private static final FindingKind NO_MONITOR = FindingKind.of(MESSAGES, "EXT-0121", Severity.ERROR);
    private static final FindingKind REPEATED = FindingKind.of(MESSAGES, "EXT-0119", Severity.ERROR);
    private static final FindingKind ADDRESS_TAKEN = FindingKind.of(MESSAGES, "EXT-0115", Severity.ERROR);
    private static final FindingKind PORT_TAKEN =
            FindingKind.of(MESSAGES, "EXT-0120", Severity.ERROR).manual("DM8 DMDSC, dmdcr_cfg.ini");
    private static final FindingKind BUILD_FILE =
            FindingKind.of(MESSAGES, "EXT-0116", Severity.ERROR).manual(CHAPTER + ", step 1");
    private static final FindingKind STANDBY =
            FindingKind.of(MESSAGES, "EXT-0117", Severity.ERROR).manual("DM8 Data Watch");
    private static final FindingKind MIRROR =
            FindingKind.of(MESSAGES, "EXT-0201", Severity.WARNING).manual(CHAPTER);
    private static final FindingKind LOG_FILE_PATH =
            FindingKind.of(MESSAGES, "EXT-0118", Severity.ERROR).manual("DM8 DMDSC, DMASM");
    private static final FindingKind LARGE_LOG_FILES =
            FindingKind.of(MESSAGES, "EXT-0205", Severity.WARNING).manual("DM8 SQL, ALTER DATABASE");
    private static final FindingKind KEY_ELSEWHERE =
            FindingKind.of(MESSAGES, "EXT-0206", Severity.WARNING).manual("DM8 DMDSC, tables 9.1 and 11.3");
    private static final FindingKind ONE_ADDRESS = FindingKind.of(MESSAGES, "EXT-0207", Severity.WARNING);
    private static final FindingKind PARTLY_SET =
            FindingKind.of(MESSAGES, "EXT-0208", Severity.WARNING).causedBy("DSC-0110");
    private static final FindingKind ONE_WAY =
            FindingKind.of(MESSAGES, "EXT-0210", Severity.WARNING).manual("DM8 DMDSC, 16.2");
    private static final FindingKind SEVERAL_NODES =
            FindingKind.of(MESSAGES, "EXT-0209", Severity.WARNING).manual(CHAPTER + ", step 3");
    private static final FindingKind WINDOWS = FindingKind.of(MESSAGES, "EXT-0204", Severity.WARNING);
    private static final FindingKind NOBODY_THERE = FindingKind.of(MESSAGES, "EXT-0203", Severity.WARNING);

    private ExtendFindings() {}

    static Finding alreadyNode(String host, ClusterNode node, Location where, String family, String has, String asked) {
        return ALREADY_NODE
                .at(where)
                .against(ValueFamily.input(family).place())
                .with("host", host)
                .with("file", node.dmdcr().file())
                .with("family", family)
                .with("has", has)
                .with("asked", asked)
                .with("attribute", ValueFamily.SAME_MACHINE)
                .build();
    }

    public static Finding alreadyExtended(String host, ClusterNode node, Location where) {
        return ALREADY_EXTENDED
                .at(where)
                .with("host", host)
                .with("file", node.dmdcr().file())
                .with("attribute", ValueFamily.SAME_MACHINE)
                .build();
    }

    static Finding notAllowed(String family, String key, String value, String allowed) {
        return NOT_ALLOWED
                .at(ValueFamily.input(family).place())
                .with("key", key)
                .with("value", value)
                .with("allowed", allowed)
                .with("attribute", ValueFamily.input(family))
                .build();
    }

    /** The finding that another node has a value that the new node must have for itself. */
    static Finding taken(String family, String key, String value, Location by) {
        return NOT_ALLOWED
                .variant("taken")
                .at(ValueFamily.input(family).place())
                .against(by)
                .with("key", key)
                .with("value", value)
                .with("attribute", ValueFamily.input(family))
                .build();
    }

    static Finding noArchives(int value) {
        Input archIni = ValueFamily.input("dm." + DmIni.ARCH_INI);
        return NOT_ALLOWED
                .variant("archives")
                .at(archIni.place())
                .with("value", value)
                .with("attribute", archIni)
                .build();
    }

    static Finding noMonitor(FileId file, List<FileId> monitors) {
        return NO_MONITOR
                .at(ValueFamily.MONITOR_SERVICES.place())
                .with("file", file)
                .with("monitors", monitors)
                .with("attribute", ValueFamily.MONITOR_SERVICES)
                .build();
    }

    static Finding noAsmGroup(Location dcr) {
        return NO_ASM_GROUP.at(dcr).build();
    }

    /**
     * @param what the name of the value, as text or as a {@link Phrase}
     * @param why the character or the form that the value must not or must have, as text or as a {@link Phrase}
     */
    static Finding notForTools(Location where, Object what, String value, Object why) {
        return NOT_FOR_TOOLS
                .at(where)
                .with("what", what)
                .with("value", value)
                .with("why", why)
                .build();
    }

    static Finding notForTools(Location where, String what, String value, EditProblem problem) {
        return notForTools(where, what, value, new Unfit(problem.kind(), problem.position()));
    }

    /** Words in a finding that have no form for all languages. */
    enum Phrase implements Localized {
        BLANK_OR_QUOTE,
        EXPORT,
        PATH;

        @Override
        public Text text() {
            return MESSAGES.text("phrase." + this, Map.of());
        }
    }

    /** The reason why a file cannot hold a text. */
    private record Unfit(EditProblem.Kind kind, int position) implements Localized {
        @Override
        public Text text() {
            return MESSAGES.text("why." + kind, Map.of("position", position));
        }
    }

    static Finding unequalGroups(DcrGroup group, int has, int nodes) {
        return UNEQUAL_GROUPS
                .at(group.origin().self())
                .with("group", group.name())
                .with("has", has)
                .with("nodes", nodes)
                .build();
    }

    /** A warning that the existing nodes get no REMOTE archive for the new node. */
    public static Finding oneWay(Location where, String instance) {
        return ONE_WAY.at(where).with("instance", instance).build();
    }

    /** A warning that lines of a copied file name several nodes. */
    public static Finding severalNodes(Location where, FileId copy, List<Integer> lines) {
        return SEVERAL_NODES.at(where).with("copy", copy).with("lines", lines).build();
    }

    /** A warning that lines of a copied file are those of every node, and hold a text that stands for the first node. */
    public static Finding sharedLines(Location where, FileId copy, List<Integer> lines) {
        return SEVERAL_NODES
                .variant("shared")
                .at(where)
                .with("copy", copy)
                .with("lines", lines)
                .build();
    }

    /** A warning that an address in lines of a copied file may stand for something else than the only node. */
    public static Finding doubtfulAddress(Location where, FileId copy, List<Integer> lines) {
        return SEVERAL_NODES
                .variant("address")
                .at(where)
                .with("copy", copy)
                .with("lines", lines)
                .build();
    }

    static Finding remoteArchives(Location where) {
        return REMOTE_ARCHIVES.at(where).build();
    }

    static Finding tooMany(Location where, int max) {
        // The greatest limit of all editions cannot be raised with an option.
        return TOO_MANY.variant(max < ManualLimits.OLDER.maxEndpoints() ? "" : "most")
                .at(where)
                .with("max", max)
                .with("attribute", ValueFamily.OLDER_LIMITS)
                .build();
    }

    static Finding occupied(FileId file, String family) {
        return OCCUPIED.at(Location.of(file))
                .with("file", file)
                .with("attribute", ValueFamily.input(family))
                .build();
    }

    static Finding logFiles(List<String> given) {
        return LOG_FILES
                .at(ValueFamily.input(ValueFamily.LOG_FILES).place())
                .with("given", given)
                .with("count", given.size())
                .with("attribute", ValueFamily.input(ValueFamily.LOG_FILES))
                .build();
    }

    static Finding keyElsewhere(String key, DcrEndpoint asm, String host) {
        return KEY_ELSEWHERE
                .at(ValueFamily.input(ValueFamily.SHM_KEY).place())
                .against(asm.origin().at(DcrEndpoint.SHM_KEY))
                .with("key", key)
                .with("name", asm.name())
                .with("host", host)
                .build();
    }

    static Finding oneAddress(HostAddress address, GroupType type, DcrEndpoint there, MalInstance mal) {
        return ONE_ADDRESS
                .at(ValueFamily.input(ValueFamily.HOST).place())
                .against(mal.origin().at(MalInstance.HOST))
                .against(there.origin().at(DcrEndpoint.HOST))
                .with("address", address)
                .with("type", type)
                .with("mal", mal.host())
                .with("dcr", there.host())
                .build();
    }

    static Finding partlySet(List<String> keys, Location has, Location lacks, PartlySet.Reason reason) {
        return PARTLY_SET
                .variant(reason.toString())
                .at(has)
                .against(lacks)
                .with("keys", keys)
                .build();
    }

    static Finding logFilePath(String file, int max) {
        return LOG_FILE_PATH
                .at(ValueFamily.input(ValueFamily.LOG_FILES).place())
                .with("file", file)
                .with("max", max)
                .build();
    }

    static Finding largeLogFiles(String size, int max) {
        return LARGE_LOG_FILES
                .at(ValueFamily.input(ValueFamily.LOG_SIZE).place())
                .with("size", size)
                .with("max", max)
                .build();
    }

    public static Finding noSuchValue(String family, boolean byName) {
        return (byName ? NO_SUCH_VALUE : NOBODY_HAS_IT)
                .at((byName ? ValueFamily.byName(family) : ValueFamily.input(family)).place())
                .with("family", family)
                .build();
    }

    /** A warning that a monitor to set up is given, although the cluster has monitors. */
    public static Finding hasMonitor(List<FileId> monitors) {
        return ignored("monitor", ValueFamily.MONITOR)
                .against(Location.of(monitors.get(0)))
                .with("monitors", monitors)
                .build();
    }

    /** A warning that DCRV disks are given for a cluster of the DMASM edition. */
    public static Finding noDcrvDisks(Location dcr) {
        return ignored("dcrv", ValueFamily.DCRV_DISKS).against(dcr).build();
    }

    private static FindingBuilder ignored(String variant, String family) {
        return NOBODY_HAS_IT
                .variant(variant)
                .at(ValueFamily.input(family).place())
                .with("family", family)
                .with("attribute", ValueFamily.input(family));
    }

    static Finding givenTwice(String family, String text, String other) {
        return NO_SUCH_VALUE
                .variant("twice")
                .at(ValueFamily.byName(family).place())
                .against(ValueFamily.input(family).place())
                .with("family", family)
                .with("value", text)
                .with("other", other)
                .with("attribute", ValueFamily.input(family))
                .build();
    }

    static Finding noAddress(String family, String given) {
        return NO_ADDRESS
                .at(ValueFamily.input(family).place())
                .with("attribute", ValueFamily.input(family))
                .with("given", given)
                .build();
    }

    static Finding nameAmongNumbers(String family, String given, List<HostAddress> numeric) {
        return NAME_AMONG_NUMBERS
                .at(ValueFamily.input(family).place())
                .with("attribute", ValueFamily.input(family))
                .with("given", given)
                .with("addresses", numeric)
                .build();
    }

    static Finding addressTaken(String family, String given, Owner owner) {
        return ADDRESS_TAKEN
                .at(ValueFamily.input(family).place())
                .against(owner.where())
                .with("attribute", ValueFamily.input(family))
                .with("given", given)
                .with("seqno", owner.seqno())
                .with("host", owner.node().host())
                .build();
    }

    static Finding portTaken(String family, Listener other) {
        return PORT_TAKEN
                .at(ValueFamily.input(family).place())
                .against(other.port().where())
                .with("attribute", ValueFamily.input(family))
                .with("port", other.port().port())
                .with("name", other.name())
                .with("machine", other.machine())
                .build();
    }

    static Finding buildFile(FileId file, Export export) {
        return BUILD_FILE
                .at(Location.of(file))
                .with("file", file)
                .with("host", file.host())
                .with("program", export.program())
                .with("command", export.command())
                .with("to", export.to())
                .build();
    }

    static Finding standby(List<StandbySign> signs) {
        FindingBuilder finding = STANDBY.at(signs.get(0).place());
        for (StandbySign sign : signs.subList(1, signs.size())) {
            finding = finding.against(sign.place());
        }
        return finding.with(
                        "signs",
                        signs.stream().map(StandbySign::value).distinct().toList())
                .with("touches", List.of(StandbyPart.values()))
                .build();
    }

    static Finding repeated(Finding twice, String key) {
        return REPEATED.at(twice.primary())
                .against(twice.related().get(0))
                .with("key", key)
                .build();
    }

    static Finding nobodyThere(String host) {
        return NOBODY_THERE
                .at(ValueFamily.SAME_MACHINE.place())
                .with("attribute", ValueFamily.SAME_MACHINE)
                .with("host", host)
                .build();
    }

    public static Finding windows(Location where) {
        return WINDOWS.at(where).build();
    }

    public static Finding mirror(Location where) {
        return MIRROR.at(where).build();
    }
}
