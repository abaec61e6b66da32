package io.github.dmdsc.extend.values;

import io.github.dmdsc.extend.plan.ExtendRequest;
import io.github.dmdsc.ini.EditProblem;
import io.github.dmdsc.ini.IniDocument;
import io.github.dmdsc.model.Cluster;
import io.github.dmdsc.model.ConfigFile;
import io.github.dmdsc.model.DcrGroup;
import io.github.dmdsc.model.DmIni;
import io.github.dmdsc.model.GroupType;
import io.github.dmdsc.model.HostAddress;
import io.github.dmdsc.model.HostPaths;
import io.github.dmdsc.model.Location;
import io.github.dmdsc.model.check.Finding;
import io.github.dmdsc.model.check.VisibleText;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Optional;
import java.util.OptionalInt;
import java.util.regex.Pattern;

/** What must hold before anything is worked out, beside the rule book. */
public final class Preconditions {
    /**
     * A file in a disk group; a plus sign stands at the beginning alone (DMASM chapter, paths of ASM files). The pattern
     * never backtracks, so that a long path does not grow the stack.
     */
    private static final Pattern ON_ASM = Pattern.compile("\\+[^/+]+(?:/[^/+]+)++");

    private static final IniDocument ANY = IniDocument.empty(StandardCharsets.UTF_8, "\n");

    private Preconditions() {}

    public static List<Finding> check(Cluster cluster, ExtendRequest request) {
        List<Finding> findings = new ArrayList<>();
        Location dcr = Location.of(cluster.dcr().file());
        List<DcrGroup> groups = cluster.dcr().value().groups();
        boolean typesRead = groups.stream().noneMatch(group -> group.origin().unreadable(DcrGroup.TYPE));
        if (typesRead && cluster.dcr().value().group(GroupType.ASM).isEmpty()) {
            findings.add(ExtendFindings.noAsmGroup(dcr));
        }
        int nodes = cluster.nodes().size();
        for (DcrGroup group : groups) {
            // Without its name nobody can tell which endpoints are a group's.
            if (group.endpoints().size() != nodes && !group.origin().unreadable(DcrGroup.NAME)) {
                findings.add(
                        ExtendFindings.unequalGroups(group, group.endpoints().size(), nodes));
            }
        }
        if (nodes >= request.limits().maxEndpoints()) {
            findings.add(ExtendFindings.tooMany(dcr, request.limits().maxEndpoints()));
        }
        ArchiveInference.irregular(cluster)
                .forEach(file -> findings.add(ExtendFindings.remoteArchives(Location.of(file))));
        cluster.nodes().stream().flatMap(node -> node.dmIni().stream()).forEach(dmIni -> place(dmIni, findings));
        logFiles(request, findings);
        address("--host", request.host(), findings);
        request.serviceHost().ifPresent(host -> address(Options.flag(Options.SERVICE_HOST), host, findings));
        if (request.sameMachine() && Owner.of(cluster, request.host()).isEmpty()) {
            findings.add(ExtendFindings.nobodyThere(request.host().text()));
        }
        return findings;
    }

    /** What is copied to the new host is a directory: that of CONFIG_PATH, where dmmal.ini and dmarch.ini have to lie. */
    private static void place(ConfigFile<DmIni> dmIni, List<Finding> findings) {
        dmIni.value()
                .configPath()
                .map(path -> HostPaths.normal(path.text()))
                .filter(path -> !dmIni.file().path().equals(path + "/dm.ini"))
                .ifPresent(path -> findings.add(ExtendFindings.dmIniElsewhere(
                        dmIni.file(), dmIni.value().origin().at(DmIni.CONFIG_PATH), path)));
    }

    private static void address(String option, HostAddress host, List<Finding> findings) {
        if (!Reachable.fromOtherHosts(host)) {
            findings.add(ExtendFindings.noAddress(option, host));
        }
    }

    private static void logFiles(ExtendRequest request, List<Finding> findings) {
        List<String> files = request.logFiles();
        boolean onAsm = files.stream().allMatch(file -> ON_ASM.matcher(file).matches());
        boolean distinct = new HashSet<>(files).size() == files.size();
        if (!files.isEmpty() && (files.size() < 2 || !onAsm || !distinct)) {
            findings.add(ExtendFindings.logFiles(files));
        }
    }

    /** The texts of the request that cannot stand in a file or a command: nothing is made from them. */
    public static List<Finding> unwritable(ExtendRequest request) {
        return Options.given(request).entrySet().stream()
                .flatMap(value -> unwritable(value.getKey(), value.getValue()).stream())
                .toList();
    }

    /** Why a text cannot stand in an INI file and read back the same, or cannot be seen there. */
    static Optional<Finding> unwritable(String family, String value) {
        Location option = Location.outside(Options.flag(family));
        OptionalInt invisible = VisibleText.firstInvisible(value);
        if (invisible.isPresent()) {
            String character = "U+%04X".formatted(value.codePointAt(invisible.getAsInt()));
            return Optional.of(ExtendFindings.notForTools(option, family, value, character));
        }
        Optional<EditProblem> problem =
                family.endsWith(".section") ? ANY.sectionNameProblem(value) : ANY.problemWith(value);
        return problem.map(found -> ExtendFindings.notForTools(option, family, value, found));
    }
}
