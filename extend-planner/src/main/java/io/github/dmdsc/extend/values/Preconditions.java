package io.github.dmdsc.extend.values;

import io.github.dmdsc.extend.plan.ExtendRequest;
import io.github.dmdsc.ini.EditProblem;
import io.github.dmdsc.ini.IniDocument;
import io.github.dmdsc.ini.files.ClusterFiles;
import io.github.dmdsc.model.Cluster;
import io.github.dmdsc.model.DcrEndpoint;
import io.github.dmdsc.model.DcrGroup;
import io.github.dmdsc.model.DmIni;
import io.github.dmdsc.model.FileId;
import io.github.dmdsc.model.GroupType;
import io.github.dmdsc.model.HostAddress;
import io.github.dmdsc.model.Location;
import io.github.dmdsc.model.MalInstance;
import io.github.dmdsc.model.Member;
import io.github.dmdsc.model.ShmKey;
import io.github.dmdsc.model.StandbySign;
import io.github.dmdsc.model.base.VisibleText;
import io.github.dmdsc.model.check.Finding;
import io.github.dmdsc.model.facts.Machines;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.OptionalInt;
import java.util.Set;
import java.util.TreeSet;
import java.util.function.Function;
import java.util.regex.Pattern;

/** The conditions that must hold before values are inferred, in addition to the rules. */
public final class Preconditions {
    private static final List<Function<Member, Optional<MalInstance>>> MALS = List.of(Member::dbMal, Member::asmMal);

    /**
     * A file in a disk group; a plus sign stands at the beginning alone (DMASM chapter, paths of ASM files). The
     * pattern never backtracks, so that a long path does not grow the stack.
     */
    private static final Pattern ON_ASM = Pattern.compile("\\+[^/+]+(?:/[^/+]+)++");

    /** The names of the families whose values are addresses. */
    private static final Pattern ADDRESS = Pattern.compile(".*(?:_HOST|\\.DCR_VIP|\\.CSSM_CSS_IP)");

    /** The names of those families whose addresses stay with one machine. A virtual address can move. */
    private static final Pattern OF_MACHINE = Pattern.compile(".*(?:_HOST|\\.CSSM_CSS_IP)");

    /** The greatest length of a path on ASM, in bytes (DMASM chapter, 10.6.4). */
    private static final int MAX_ASM_PATH = 256;

    /** The greatest size of a redo log file, in MB, that every edition accepts. */
    private static final int OLDER_LOG_SIZE = 2048;

    private static final IniDocument ANY = IniDocument.empty(StandardCharsets.UTF_8, "\n");

    private Preconditions() {}

    /** The finding that the cluster has a standby; empty if it has none. */
    public static List<Finding> standby(Cluster cluster) {
        List<StandbySign> signs = cluster.standbySigns();
        return signs.isEmpty() ? List.of() : List.of(ExtendFindings.standby(signs));
    }

    public static List<Finding> check(Cluster cluster, ClusterFiles files, ExtendRequest request) {
        List<Finding> findings = new ArrayList<>();
        if (!cluster.dcr().value().isExport()) {
            findings.add(
                    ExtendFindings.buildFile(cluster.dcr().file(), new Export(cluster, files, request.dcrvDisks())));
        }
        Location dcr = Location.of(cluster.dcr().file());
        List<DcrGroup> groups = cluster.dcr().value().groups();
        boolean typesRead = groups.stream().allMatch(group -> group.type().isPresent());
        if (typesRead && cluster.dcr().value().group(GroupType.ASM).isEmpty()) {
            findings.add(ExtendFindings.noAsmGroup(dcr));
        }
        int nodes = cluster.nodes().size();
        for (DcrGroup group : groups) {
            // The endpoints of a group without a name are unknown.
            if (group.endpoints().size() != nodes && group.name().isPresent()) {
                findings.add(
                        ExtendFindings.unequalGroups(group, group.endpoints().size(), nodes));
            }
        }
        // The rules report a cluster with more nodes.
        if (nodes == request.limits().maxEndpoints()) {
            findings.add(ExtendFindings.tooMany(dcr, request.limits().maxEndpoints()));
        }
        ArchiveInference.irregular(cluster)
                .forEach(file -> findings.add(ExtendFindings.remoteArchives(Location.of(file))));
        logFiles(request, findings);
        monitorServices(cluster, request, findings);
        sharedKey(cluster, request, findings);
        if (request.sameMachine() && Owner.of(cluster, request.host()).isEmpty()) {
            findings.add(ExtendFindings.nobodyThere(request.host().text()));
        }
        return findings;
    }

    /** Whether the hosts run Windows. Then their paths begin with a drive. */
    public static boolean onWindows(Cluster cluster) {
        return !cluster.nodes().get(0).dmdcr().file().path().startsWith("/");
    }

    /** Keys of dm.ini that a plan neither changes nor compares, so that a repeated line does not matter to it. */
    private static final Set<String> OF_NO_MATTER = Set.of(DmIni.MAL_INI, DmIni.DSC_POOLS, DmIni.DSC_USE_SBT);

    /**
     * Returns a finding for each parameter of dm.ini that occurs twice with different values, because it is not known
     * which value takes effect.
     */
    public static List<Finding> repeated(List<Finding> read) {
        return read.stream()
                .filter(finding -> finding.ruleId().equals("INI-0124"))
                .filter(finding -> !OF_NO_MATTER.contains(key(finding)))
                .map(finding -> ExtendFindings.repeated(finding, key(finding)))
                .toList();
    }

    private static String key(Finding finding) {
        return String.valueOf(finding.parameters().get("key"));
    }

    /**
     * Returns a finding for each address in the request that a new host cannot have. Values that depend on such an
     * address are not checked further.
     */
    public static List<Finding> addresses(Cluster cluster, ExtendRequest request) {
        List<Finding> findings = new ArrayList<>();
        Map<String, String> given = new LinkedHashMap<>(ValueFamily.given(request));
        given.keySet().removeIf(family -> !ADDRESS.matcher(family).matches());
        given.put(ValueFamily.HOST, request.host().text());
        List<HostAddress> numeric = numeric(cluster);
        given.forEach((family, text) -> {
            Optional<HostAddress> address = address(text);
            if (address.filter(HostAddress::isUsableFromOtherHosts).isEmpty()) {
                findings.add(ExtendFindings.noAddress(family, text));
                return;
            }
            if (address.filter(HostAddress::isName).isPresent() && !numeric.isEmpty()) {
                findings.add(ExtendFindings.nameAmongNumbers(family, text, numeric));
            }
            if (!family.equals(ValueFamily.HOST)) {
                address.flatMap(host -> otherOwner(cluster, request, host))
                        .ifPresent(owner -> findings.add(ExtendFindings.addressTaken(family, text, owner)));
            }
        });
        return findings;
    }

    /**
     * Returns the addresses of all nodes in their files; empty if one of them is a host name, because then the hosts
     * resolve names.
     */
    private static List<HostAddress> numeric(Cluster cluster) {
        List<HostAddress> all = cluster.members().stream()
                .flatMap(member -> member.addressesInFiles().stream())
                .flatMap(each -> address(each.text()).stream())
                .distinct()
                .toList();
        return all.stream().anyMatch(HostAddress::isName) ? List.of() : all;
    }

    /**
     * Returns the addresses of the new node's machine that the request gives in addition to the host. Addresses of
     * other nodes are left out, because the ports of those nodes do not matter.
     */
    static List<HostAddress> givenAddresses(Cluster cluster, ExtendRequest request) {
        return ValueFamily.given(request).entrySet().stream()
                .filter(value -> OF_MACHINE.matcher(value.getKey()).matches())
                .flatMap(value -> address(value.getValue()).stream())
                .filter(address -> otherOwner(cluster, request, address).isEmpty())
                .toList();
    }

    /** Returns the node on another machine that has an address; empty if there is none. */
    static Optional<Owner> otherOwner(Cluster cluster, ExtendRequest request, HostAddress address) {
        return Owner.of(cluster, address).filter(owner -> !isOwnMachine(cluster, request, owner));
    }

    static Optional<HostAddress> address(String text) {
        try {
            return Optional.of(HostAddress.of(text));
        } catch (IllegalArgumentException e) {
            return Optional.empty();
        }
    }

    /** Whether the owner of an address is on the new node's machine, whose addresses the new node may have. */
    private static boolean isOwnMachine(Cluster cluster, ExtendRequest request, Owner owner) {
        Machines machines = Machines.of(cluster);
        return request.sameMachine()
                && Owner.of(cluster, request.host())
                        .filter(own -> machines.machine(own.node().host())
                                .equals(machines.machine(owner.node().host())))
                        .isPresent();
    }

    /**
     * Adds a warning if the request gives a shared memory key that an ASM server on another machine has. This is
     * allowed, but is probably a mistake.
     */
    private static void sharedKey(Cluster cluster, ExtendRequest request, List<Finding> findings) {
        Machines machines = Machines.of(cluster);
        String machine = machines.machine(request.host().text());
        String key = ValueFamily.given(request).getOrDefault(ValueFamily.SHM_KEY, "");
        for (Member member : cluster.members()) {
            boolean elsewhere =
                    member.host().map(machines::machine).filter(machine::equals).isEmpty();
            member.asm()
                    .filter(asm -> elsewhere
                            && asm.shmKey()
                                    .map(ShmKey::toString)
                                    .filter(key::equals)
                                    .isPresent())
                    .ifPresent(asm -> findings.add(
                            ExtendFindings.keyElsewhere(key, asm, member.host().orElse(""))));
        }
    }

    /**
     * Adds a finding for each service that is not of a monitor, or that is the second one of a monitor: a run would not
     * know which one to restart.
     */
    private static void monitorServices(Cluster cluster, ExtendRequest request, List<Finding> findings) {
        Set<FileId> left = new TreeSet<>();
        cluster.monitors().forEach(monitor -> left.add(monitor.file()));
        if (left.isEmpty()) {
            request.monitor().ifPresent(left::add);
        }
        List<FileId> monitors = List.copyOf(left);
        request.monitorServices().stream()
                .map(ExtendRequest.MonitorService::file)
                .filter(file -> !left.remove(file))
                .forEach(file -> findings.add(ExtendFindings.noMonitor(file, monitors)));
    }

    private static void logFiles(ExtendRequest request, List<Finding> findings) {
        List<String> files = request.logFiles();
        boolean onAsm = files.stream().allMatch(file -> ON_ASM.matcher(file).matches());
        long different = files.stream()
                .map(file -> file.toUpperCase(Locale.ROOT))
                .distinct()
                .count();
        if (!files.isEmpty() && (files.size() < 2 || !onAsm || different < files.size())) {
            findings.add(ExtendFindings.logFiles(files));
        }
        files.stream()
                .filter(file -> file.getBytes(StandardCharsets.UTF_8).length > MAX_ASM_PATH
                        || file.codePoints().anyMatch(c -> c > 126))
                .forEach(file -> findings.add(ExtendFindings.logFilePath(file, MAX_ASM_PATH)));
        Optional.ofNullable(ValueFamily.given(request).get(ValueFamily.LOG_SIZE))
                .filter(size -> size.matches("[0-9]{1,5}") && Integer.parseInt(size) > OLDER_LOG_SIZE)
                .ifPresent(size -> findings.add(ExtendFindings.largeLogFiles(size, OLDER_LOG_SIZE)));
    }

    /**
     * Returns a finding for each text of the request that cannot be written to a file or a command. Nothing is inferred
     * from such texts.
     */
    public static List<Finding> unwritable(ExtendRequest request) {
        return ValueFamily.given(request).entrySet().stream()
                .flatMap(value -> unwritable(value.getKey(), value.getValue())
                        .or(() -> TextChecks.inCommand(value.getKey(), value.getValue()))
                        .stream())
                .toList();
    }

    /**
     * Returns a finding if a text cannot be written to an INI file and read back unchanged, or has a character that is
     * invisible there.
     */
    static Optional<Finding> unwritable(String family, String value) {
        Location place = ValueFamily.input(family).place();
        OptionalInt invisible = VisibleText.firstInvisible(value);
        if (invisible.isPresent()) {
            String character = "U+%04X".formatted(value.codePointAt(invisible.getAsInt()));
            return Optional.of(ExtendFindings.notForTools(place, family, value, character));
        }
        Optional<EditProblem> problem =
                family.endsWith(".section") ? ANY.sectionNameProblem(value) : ANY.problemWith(value);
        return problem.map(found -> ExtendFindings.notForTools(place, family, value, found));
    }

    /**
     * Reports an address of the new node that stands both in the DCR and in a MAL file, where every existing node has
     * two different addresses there: the request may give the address of the wrong network. One finding at most.
     */
    public static Optional<Finding> networks(Cluster extended, int added) {
        Member node = extended.member(added);
        List<Member> others = extended.members().stream()
                .filter(member -> member.number() != added)
                .toList();
        for (GroupType type : List.of(GroupType.CSS, GroupType.ASM)) {
            for (Function<Member, Optional<MalInstance>> mal : MALS) {
                Optional<HostAddress> address = dcr(node, type);
                if (address.isPresent()
                        && address.equals(mal(node, mal))
                        && others.stream().allMatch(other -> haveTwo(dcr(other, type), mal(other, mal)))) {
                    Member first = others.get(0);
                    return Optional.of(ExtendFindings.oneAddress(
                            address.get(),
                            type,
                            first.endpoint(type).orElseThrow(),
                            mal.apply(first).orElseThrow()));
                }
            }
        }
        return Optional.empty();
    }

    private static boolean haveTwo(Optional<HostAddress> one, Optional<HostAddress> other) {
        return one.isPresent() && other.isPresent() && !one.equals(other);
    }

    private static Optional<HostAddress> dcr(Member member, GroupType type) {
        return member.endpoint(type).flatMap(DcrEndpoint::host).map(HostAddress::withoutZone);
    }

    private static Optional<HostAddress> mal(Member member, Function<Member, Optional<MalInstance>> mal) {
        return mal.apply(member).flatMap(MalInstance::host).map(HostAddress::withoutZone);
    }
}
