package io.github.dmdsc.extend;

import io.github.dmdsc.extend.plan.ExtendPlan;
import io.github.dmdsc.extend.plan.ExtendRequest;
import io.github.dmdsc.extend.plan.FileChange;
import io.github.dmdsc.extend.plan.FileHash;
import io.github.dmdsc.extend.plan.Hashes;
import io.github.dmdsc.extend.plan.PlanIds;
import io.github.dmdsc.extend.plan.Question;
import io.github.dmdsc.extend.plan.RemoteChoice;
import io.github.dmdsc.extend.rehearse.Certificate;
import io.github.dmdsc.extend.rehearse.Rehearsal;
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
import io.github.dmdsc.ini.files.ClusterFiles;
import io.github.dmdsc.ini.lens.ClusterReader;
import io.github.dmdsc.ini.lens.ClusterReading;
import io.github.dmdsc.model.ArchiveType;
import io.github.dmdsc.model.Cluster;
import io.github.dmdsc.model.DcrEndpoint;
import io.github.dmdsc.model.GroupType;
import io.github.dmdsc.model.Location;
import io.github.dmdsc.model.Member;
import io.github.dmdsc.model.Port;
import io.github.dmdsc.model.StorageEdition;
import io.github.dmdsc.model.check.Finding;
import io.github.dmdsc.model.check.FindingBuilder;
import io.github.dmdsc.model.check.RootCauses;
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
 * Plans the extension of a DMDSC cluster by one node (DM8 DMDSC manual, chapter 14). A pure function: the same files
 * and the same request give the same result, to the byte, and nothing is read or written besides. Whatever is wrong
 * with the files or the request is in the result; exceptions are for programming errors. Thread-safe.
 */
public final class ExtendPlanner {
    private ExtendPlanner() {}

    /** Plans one extension. */
    public static PlanResult plan(ClusterFiles files, ExtendRequest asked) {
        Answers answers = new Answers(asked);
        ExtendRequest request = answers.request();
        ClusterReading reading = request.dcrConfig()
                .map(dcr -> ClusterReader.read(files, dcr))
                .orElseGet(() -> ClusterReader.read(files));
        List<Finding> findings = new ArrayList<>(reading.findings());
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
        // The addresses of a node that is there are its own.
        List<Finding> wrongAddresses = owner.isPresent() ? List.of() : Preconditions.addresses(cluster, request);
        findings.addAll(wrongAddresses);
        if (!complete(cluster) || !unwritable.isEmpty() || !isRead(reading)) {
            return new PlanResult.Rejected(sorted(findings), List.of());
        }
        NodeInference inference = new NodeInference(cluster, new LogFiles(cluster, reading.builds(), files), request);
        Optional<NewNode> node = inference.infer();
        findings.addAll(inference.refused());
        findings.addAll(inference.notes());
        List<Question> questions = inference.questions();
        if (node.isEmpty() || owner.isPresent() || !wrongAddresses.isEmpty()) {
            if (owner.isEmpty()) {
                findings.addAll(inference.conflicts());
            }
            return noErrors(findings)
                    ? new PlanResult.NeedsInput(questions, sorted(findings))
                    : new PlanResult.Rejected(sorted(findings), questions);
        }
        findings.addAll(unused(request, inference));
        Cluster extended = ExtendedCluster.of(cluster, node.get());
        Set<String> broken = findings.stream()
                .filter(Finding::isBlocking)
                .map(Finding::ruleId)
                .collect(Collectors.toSet());
        Set<Spot> wrong = findings.stream()
                .filter(finding -> finding.severity() == Severity.ERROR)
                .map(Spot::of)
                .collect(Collectors.toSet());
        List<Finding> after = StandardRules.book().check(extended, request.limits(), request.waivers());
        // A waiver is used if it covers something in one of the two clusters.
        findings.removeIf(finding -> RuleBook.isUnusedWaiver(finding) && !after.contains(finding));
        after.stream()
                .filter(finding -> !wrong.contains(Spot.of(finding))
                        && !isCopied(finding, broken)
                        && !RuleBook.isUnusedWaiver(finding))
                .forEach(findings::add);
        TextChecks.check(cluster, node.get(), files, findings);
        if (!noErrors(findings)) {
            return new PlanResult.Rejected(sorted(findings), questions);
        }
        boolean keep =
                request.remoteArchives().filter(RemoteChoice.KEEP::equals).isPresent();
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
                        cluster, node, extended.member(node.seqno()).ports(), changes, files, writer.stagedMonitor()))
                .reinitialise(new Reinitialisation(cluster, node, changes).steps())
                .build();
        ExtendPlan named =
                ExtendPlan.builder().from(plan).planId(PlanIds.of(plan)).build();
        Certificate rehearsal = Rehearsal.rehearse(named, files);
        rehearsal
                .failure()
                .ifPresent(failure ->
                        findings.add(notRehearsed(Location.of(cluster.dcr().file()), failure)));
        return noErrors(findings)
                ? new PlanResult.Planned(named, writer.files(), rehearsal, sorted(findings))
                : new PlanResult.Rejected(sorted(findings), List.of());
    }

    /** Whether the files say nothing that was not understood: who infers without it asks for what stands there. */
    private static boolean isRead(ClusterReading reading) {
        return reading.findings().stream()
                .noneMatch(finding -> finding.isBlocking() && finding.ruleId().startsWith("INI-"));
    }

    /** Whether every node has the files that a plan is made from; what is missing has been reported before. */
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
                        // dmmal.ini is known from dm.ini only.
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

    /** What the request gives and the new node has no place for: a value's name may be mistyped. */
    private static List<Finding> unused(ExtendRequest request, NodeInference inference) {
        Set<String> given = new TreeSet<>(ValueFamily.given(request).keySet());
        given.addAll(request.values().keySet());
        given.removeAll(inference.passedOver());
        inference.inference().decisions().forEach(decision -> given.remove(decision.name()));
        return given.stream()
                .map(family ->
                        ExtendFindings.noSuchValue(family, request.values().containsKey(family)))
                .toList();
    }

    private static boolean noErrors(List<Finding> findings) {
        return findings.stream().noneMatch(Finding::isBlocking);
    }

    /** What the new node has as the others have it is wrong for them first. */
    private static boolean isCopied(Finding finding, Set<String> broken) {
        return broken.contains(finding.ruleId())
                && finding.primary().equals(ValueFamily.input(ValueFamily.HOST).place());
    }

    /** What was wrong before is wrong in the extended cluster too, even if its text differs by what the node adds. */
    private record Spot(String ruleId, Location place) {
        private static Spot of(Finding finding) {
            return new Spot(finding.ruleId(), finding.primary());
        }
    }

    /** Each finding once: what was found before is found again in the extended cluster. */
    private static List<Finding> sorted(List<Finding> findings) {
        return RootCauses.of(findings);
    }

    private static Finding notRehearsed(Location where, Certificate.Failure failure) {
        Violation why = failure.why();
        FindingBuilder finding = ExtendFindings.NOT_REHEARSED
                .at(where)
                .with("step", failure.step())
                .with("rule", why.rule().id())
                .with("requirement", why.rule())
                .with("where", why.where());
        if (why.expected().isPresent()) {
            finding.saying("values").with("expected", why.expected()).with("found", why.found());
        }
        return finding.build();
    }
}
