package io.github.dmdsc.extend;

import io.github.dmdsc.extend.ids.PlanIds;
import io.github.dmdsc.extend.plan.ExtendPlan;
import io.github.dmdsc.extend.plan.ExtendRequest;
import io.github.dmdsc.extend.plan.FileChange;
import io.github.dmdsc.extend.plan.FileHash;
import io.github.dmdsc.extend.plan.Question;
import io.github.dmdsc.extend.plan.RemoteArchiveChoice;
import io.github.dmdsc.extend.rehearse.Rehearsal;
import io.github.dmdsc.extend.rehearse.RehearsalResult;
import io.github.dmdsc.extend.rehearse.Violation;
import io.github.dmdsc.extend.steps.Reinitialisation;
import io.github.dmdsc.extend.steps.StepWriter;
import io.github.dmdsc.extend.target.ExtendedCluster;
import io.github.dmdsc.extend.target.TargetWriter;
import io.github.dmdsc.extend.values.Answers;
import io.github.dmdsc.extend.values.ExtendFindings;
import io.github.dmdsc.extend.values.LogFiles;
import io.github.dmdsc.extend.values.Membership;
import io.github.dmdsc.extend.values.NewNode;
import io.github.dmdsc.extend.values.NodeInference;
import io.github.dmdsc.extend.values.Owner;
import io.github.dmdsc.extend.values.Preconditions;
import io.github.dmdsc.extend.values.TextChecks;
import io.github.dmdsc.extend.values.ValueFamily;
import io.github.dmdsc.ini.digest.Hashes;
import io.github.dmdsc.ini.files.ClusterFiles;
import io.github.dmdsc.ini.lens.ClusterLens;
import io.github.dmdsc.ini.lens.ClusterReading;
import io.github.dmdsc.model.ArchiveType;
import io.github.dmdsc.model.Cluster;
import io.github.dmdsc.model.ConfigFile;
import io.github.dmdsc.model.DcrEndpoint;
import io.github.dmdsc.model.GroupType;
import io.github.dmdsc.model.Location;
import io.github.dmdsc.model.Member;
import io.github.dmdsc.model.Port;
import io.github.dmdsc.model.StorageEdition;
import io.github.dmdsc.model.check.Finding;
import io.github.dmdsc.model.check.FindingBuilder;
import io.github.dmdsc.model.check.ManualLimits;
import io.github.dmdsc.model.check.Read;
import io.github.dmdsc.model.check.RuleBook;
import io.github.dmdsc.model.check.Severity;
import io.github.dmdsc.model.check.rules.StandardRules;
import java.util.ArrayList;
import java.util.EnumMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.TreeSet;
import java.util.stream.Collectors;

/**
 * Plans the extension of a DMDSC cluster by one node (DM8 DMDSC manual, chapter 14). A pure function: equal files and
 * an equal request give the same result, byte for byte, and no file is read or written. Errors in the files or in the
 * request are findings in the result; exceptions are thrown for programming errors only. Thread-safe.
 */
public final class ExtendPlanner {
    /** The rules about the DCRV disks, which only a request lists. */
    private static final Set<String> ABOUT_DCRV_DISKS = Set.of("DSC-0115", "DSC-0401");

    private ExtendPlanner() {}

    /**
     * Plans one extension from files that were read from a directory or an archive. If reading them gave an error, the
     * files are incomplete and the result is a refusal with the findings of reading: a plan from a part of the files
     * would lack the steps for the other files. Findings of reading that are no errors are among those of the result.
     *
     * @param read the files of the cluster, before the extension, and the findings of reading them
     * @param asked the node to add, and the options of the plan
     * @return a plan, open questions, a refusal, or the statement that the cluster already has the node
     */
    public static PlanResult plan(Read<ClusterFiles> read, ExtendRequest asked) {
        return noErrors(read.findings())
                ? plan(read.value(), read.findings(), asked)
                : new PlanResult.Rejected(sorted(read.findings()), List.of());
    }

    /**
     * Plans one extension from files that are complete, for example because they come from a database. For files that
     * were read from a directory, use {@link #plan(Read, ExtendRequest)}.
     *
     * @param files all files of the cluster, before the extension
     * @param asked the node to add, and the options of the plan
     * @return a plan, open questions, a refusal, or the statement that the cluster already has the node
     */
    public static PlanResult plan(ClusterFiles files, ExtendRequest asked) {
        return plan(files, List.of(), asked);
    }

    private static PlanResult plan(ClusterFiles files, List<Finding> read, ExtendRequest asked) {
        Answers answers = new Answers(asked);
        ExtendRequest request = answers.request();
        ClusterReading reading =
                request.dcrConfig().map(dcr -> ClusterLens.get(files, dcr)).orElseGet(() -> ClusterLens.get(files));
        List<Finding> findings = new ArrayList<>(read);
        findings.addAll(reading.findings());
        findings.addAll(answers.refused());
        findings.addAll(Preconditions.repeated(reading.findings()));
        if (reading.cluster().isEmpty()) {
            return new PlanResult.Rejected(sorted(findings), List.of());
        }
        Cluster cluster = reading.cluster().get();
        findings.addAll(StandardRules.book().check(cluster, request.limits(), request.waivers()));
        Optional<Owner> owner = request.sameMachine() ? Optional.empty() : Owner.of(cluster, request.host());
        if (owner.isPresent()) {
            findings.addAll(Membership.differences(cluster, request, owner.get()));
            if (complete(cluster) && noErrors(findings)) {
                findings.add(ExtendFindings.alreadyExtended(
                        request.host().text(), owner.get().node(), owner.get().where()));
                return new PlanResult.AlreadyExtended(sorted(findings));
            }
        }
        findings.addAll(Preconditions.check(cluster, files, request));
        List<Finding> unwritable = Preconditions.unwritable(request);
        findings.addAll(unwritable);
        // If the cluster already has the node, the requested addresses are that node's own and no conflict.
        List<Finding> addresses = owner.isPresent() ? List.of() : Preconditions.addresses(cluster, request);
        findings.addAll(addresses);
        // A cluster with a standby is not planned, whatever the answers are.
        List<Finding> standby = Preconditions.standby(cluster);
        findings.addAll(standby);
        if (!isExtensible(cluster)
                || !complete(cluster)
                || !unwritable.isEmpty()
                || !isRead(reading)
                || !standby.isEmpty()) {
            return new PlanResult.Rejected(sorted(findings), List.of());
        }
        NodeInference inference =
                new NodeInference(cluster, new LogFiles(cluster, reading.dminitFiles(), files), request);
        Optional<NewNode> node = inference.infer();
        findings.addAll(inference.refused());
        findings.addAll(inference.notes());
        List<Question> questions = inference.questions();
        if (node.isEmpty() || owner.isPresent() || !noErrors(addresses)) {
            if (owner.isEmpty()) {
                findings.addAll(inference.conflicts());
            }
            // If the cluster already has the node, the questions would be about the ports of that node. They are left
            // out.
            return noErrors(findings)
                    ? new PlanResult.NeedsInput(questions, sorted(findings))
                    : new PlanResult.Rejected(sorted(findings), owner.isEmpty() ? questions : List.of());
        }
        findings.addAll(unused(cluster, request, inference));
        Cluster extended = ExtendedCluster.of(cluster, node.get());
        Set<String> broken = findings.stream()
                .filter(Finding::isBlocking)
                .map(Finding::ruleId)
                .collect(Collectors.toSet());
        Set<Spot> wrong = findings.stream()
                .filter(finding -> finding.severity() == Severity.ERROR)
                .map(Spot::of)
                .collect(Collectors.toSet());
        Set<Said> said = findings.stream().map(Said::of).collect(Collectors.toSet());
        List<Finding> after = StandardRules.book().check(extended, request.limits(), request.waivers()).stream()
                .map(ExtendPlanner::atOption)
                .toList();
        // A waiver is used if it covers a finding of the cluster before or after the extension.
        findings.removeIf(finding -> RuleBook.isUnusedWaiver(finding) && !after.contains(finding));
        // The rules report a name that another node has for each file that would hold it twice.
        Set<Location> refused =
                inference.refused().stream().map(Finding::primary).collect(Collectors.toSet());
        after.stream()
                .filter(finding -> !refused.contains(finding.primary()))
                .filter(finding -> !wrong.contains(Spot.of(finding))
                        && !isCopied(finding, broken, said)
                        && !RuleBook.isUnusedWaiver(finding))
                .forEach(findings::add);
        TextChecks.check(cluster, node.get(), files, findings);
        if (!noErrors(findings)) {
            return new PlanResult.Rejected(sorted(findings), questions);
        }
        boolean keep = request.remoteArchives()
                .filter(RemoteArchiveChoice.KEEP::equals)
                .isPresent();
        cluster.nodes().get(0).dmArch().stream()
                .filter(arch ->
                        keep && arch.value().archives().stream().anyMatch(each -> each.isOfType(ArchiveType.REMOTE)))
                .map(arch -> ExtendFindings.oneWay(
                        Location.of(arch.file()), node.get().db().name().orElse("?")))
                .forEach(findings::add);
        if (cluster.edition() == StorageEdition.MIRROR) {
            findings.add(ExtendFindings.mirror(Location.of(cluster.dcr().file())));
        }
        Preconditions.networks(extended, node.get().seqno()).ifPresent(findings::add);
        if (Preconditions.onWindows(cluster)) {
            findings.add(ExtendFindings.windows(Location.of(cluster.dcr().file())));
        }
        return planned(files, request, cluster, extended, node.get(), inference, findings);
    }

    private static PlanResult planned(
            ClusterFiles files,
            ExtendRequest request,
            Cluster cluster,
            Cluster extended,
            NewNode node,
            NodeInference inference,
            List<Finding> findings) {
        TargetWriter writer = new TargetWriter(files, cluster, extended, node);
        findings.addAll(writer.findings());
        if (!noErrors(findings)) {
            return new PlanResult.Rejected(sorted(findings), List.of());
        }
        List<FileChange> changes = writer.changes();
        ExtendPlan plan = ExtendPlan.builder()
                .planId("")
                .identity(new ExtendPlan.Identity(
                        cluster.dcr().value().oguid().orElseThrow().number(),
                        cluster.nodes()
                                .get(0)
                                .dmdcr()
                                .value()
                                .dcrPath()
                                .orElseThrow()
                                .text()))
                .edition(cluster.edition())
                .request(request)
                .nodes(cluster.members().stream().map(ExtendPlanner::summary).toList())
                .newNode(summary(extended.member(node.seqno())))
                .decisions(inference.inference().decisions())
                .base(files.ids().stream()
                        .map(id -> new FileHash(id, Hashes.sha256(files.bytes(id))))
                        .toList())
                .files(changes)
                .steps(StepWriter.write(
                        cluster,
                        node,
                        extended.member(node.seqno()).ports(),
                        changes,
                        files,
                        writer.copying(),
                        writer.logDirectories(),
                        writer.stagedMonitor()))
                .reinitialise(new Reinitialisation(cluster, node, changes).steps())
                .build();
        ExtendPlan named =
                ExtendPlan.builder().from(plan).planId(PlanIds.of(plan)).build();
        RehearsalResult rehearsal = Rehearsal.rehearse(named, files);
        rehearsal
                .failure()
                .ifPresent(failure ->
                        findings.add(notRehearsed(Location.of(cluster.dcr().file()), failure)));
        return noErrors(findings)
                ? new PlanResult.Planned(named, writer.files(), rehearsal, sorted(findings))
                : new PlanResult.Rejected(sorted(findings), List.of());
    }

    /**
     * Whether every line and value was read. The planner would ask for a value that it could not read, although the
     * file has one.
     */
    private static boolean isRead(ClusterReading reading) {
        return reading.findings().stream()
                .noneMatch(finding -> finding.isBlocking() && finding.ruleId().startsWith("INI-"));
    }

    /**
     * Whether a cluster of this form can be extended: with fewer nodes than the most that any edition allows, and with
     * one database. The findings have already reported the others.
     */
    private static boolean isExtensible(Cluster cluster) {
        long databases = cluster.dcr().value().groups().stream()
                .filter(group -> group.isOfType(GroupType.DB))
                .count();
        return cluster.nodes().size() < ManualLimits.OLDER.maxEndpoints() && databases < 2;
    }

    /** Whether every node has the files that a plan needs. The rules have already reported a missing file. */
    private static boolean complete(Cluster cluster) {
        boolean groups = true;
        for (GroupType type : GroupType.values()) {
            groups &= cluster.dcr()
                    .value()
                    .group(type)
                    .filter(group -> group.endpoints().size() == cluster.nodes().size())
                    .isPresent();
        }
        return groups
                && !cluster.nodes().isEmpty()
                && cluster.dcr().value().groups().stream()
                        .allMatch(group -> group.type().isPresent())
                && cluster.nodes().stream()
                        // dmmal.ini is found through CONFIG_PATH in dm.ini, so a node with dmmal.ini has dm.ini too.
                        .allMatch(node -> node.asmMal().isPresent()
                                && node.dbMal().isPresent()
                                && node.seqno().isPresent());
    }

    private static ExtendPlan.NodeSummary summary(Member member) {
        Map<GroupType, Port> ports = new EnumMap<>(GroupType.class);
        for (GroupType type : GroupType.values()) {
            member.port(type).ifPresent(port -> ports.put(type, port));
        }
        return new ExtendPlan.NodeSummary(
                member.number(),
                member.host().orElse("?"),
                name(member.css()),
                name(member.asm()),
                name(member.db()),
                ports);
    }

    private static String name(Optional<DcrEndpoint> endpoint) {
        return endpoint.flatMap(DcrEndpoint::name).orElse("?");
    }

    /** Returns a finding for each value of the request that the new node does not use. The name may be mistyped. */
    private static List<Finding> unused(Cluster cluster, ExtendRequest request, NodeInference inference) {
        Set<String> given = new TreeSet<>(ValueFamily.given(request).keySet());
        given.addAll(request.values().keySet());
        given.removeAll(inference.passedOver());
        inference.inference().decisions().forEach(decision -> given.remove(decision.name()));
        return given.stream().map(family -> unused(cluster, request, family)).toList();
    }

    private static Finding unused(Cluster cluster, ExtendRequest request, String family) {
        return switch (family) {
            case ValueFamily.MONITOR ->
                ExtendFindings.hasMonitor(
                        cluster.monitors().stream().map(ConfigFile::file).toList());
            case ValueFamily.DCRV_DISKS ->
                ExtendFindings.noDcrvDisks(Location.of(cluster.dcr().file()));
            default -> ExtendFindings.noSuchValue(family, request.values().containsKey(family));
        };
    }

    private static boolean noErrors(List<Finding> findings) {
        return findings.stream().noneMatch(Finding::isBlocking);
    }

    /**
     * Whether a finding about the new node repeats a rule that the existing nodes break already, or says the same of a
     * value as a finding about the node from which the value is copied.
     */
    private static boolean isCopied(Finding finding, Set<String> broken, Set<Said> said) {
        return (broken.contains(finding.ruleId()) || said.contains(Said.of(finding)))
                && finding.primary().equals(ValueFamily.input(ValueFamily.HOST).place());
    }

    /**
     * Returns a finding about the DCRV disks at the attribute that lists them. No file lists them, so the rules name
     * the directories of the disks.
     */
    private static Finding atOption(Finding finding) {
        return ABOUT_DCRV_DISKS.contains(finding.ruleId())
                ? finding.withRelated(List.of(finding.primary()))
                        .withPrimary(ValueFamily.input(ValueFamily.DCRV_DISKS).place())
                : finding;
    }

    /** What a finding says, wherever its place is. */
    private record Said(String ruleId, String variant, Map<String, Object> parameters) {
        private static Said of(Finding finding) {
            return new Said(finding.ruleId(), finding.variant(), finding.parameters());
        }
    }

    /**
     * The rule and the place of an error. They are equal before and after the extension, even if the text of the
     * finding differs because the new node adds to it.
     */
    private record Spot(String ruleId, Location place) {
        private static Spot of(Finding finding) {
            return new Spot(finding.ruleId(), finding.primary());
        }
    }

    /**
     * Returns each finding once, sorted. The check of the extended cluster reports a finding of the old cluster again.
     */
    private static List<Finding> sorted(List<Finding> findings) {
        return RuleBook.rootCauses(findings);
    }

    private static Finding notRehearsed(Location where, RehearsalResult.Failure failure) {
        Violation why = failure.why();
        FindingBuilder finding = ExtendFindings.NOT_REHEARSED
                .at(where)
                .with("step", failure.step())
                .with("rule", why.requirement().id())
                .with("requirement", why.requirement())
                .with("where", why.where());
        if (why.expected().isPresent()) {
            finding.variant("values").with("expected", why.expected()).with("found", why.found());
        }
        return finding.build();
    }
}
