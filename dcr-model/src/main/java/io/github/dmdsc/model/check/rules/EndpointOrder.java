package io.github.dmdsc.model.check.rules;

import io.github.dmdsc.model.Cluster;
import io.github.dmdsc.model.DcrEndpoint;
import io.github.dmdsc.model.DcrGroup;
import io.github.dmdsc.model.Seqno;
import io.github.dmdsc.model.check.Finding;
import io.github.dmdsc.model.check.FindingKind;
import io.github.dmdsc.model.check.ManualLimits;
import io.github.dmdsc.model.check.Rule;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.HashSet;
import java.util.List;
import java.util.Set;
import java.util.function.Consumer;
import org.jspecify.annotations.Nullable;

/** The sections of a group's endpoints are adjacent, and ordered by DCR_EP_SEQNO. */
final class EndpointOrder implements Rule {
    private static final FindingKind KIND = Findings.warning("DSC-0113")
            .manual("DM8 DMDSC, chapter 14")
            .waivable()
            .causedBy("DSC-0103", "DSC-0106");

    @Override
    public FindingKind kind() {
        return KIND;
    }

    private record Section(int groupNumber, DcrGroup group, DcrEndpoint endpoint) {
        int line() {
            return endpoint.origin().self().line();
        }
    }

    @Override
    public void check(Cluster cluster, ManualLimits limits, Consumer<Finding> report) {
        List<Section> read = new ArrayList<>();
        int groupNumber = 0;
        for (DcrGroup group : cluster.dcr().value().groups()) {
            @Nullable Section before = null;
            for (DcrEndpoint endpoint : group.endpoints()) {
                Section section = new Section(groupNumber, group, endpoint);
                // A section that was not read from a file has no line.
                if (section.line() > 0) {
                    read.add(section);
                }
                if (endpoint.seqno().isPresent()) {
                    if (before != null && number(section) < number(before)) {
                        report(section, before, report);
                    }
                    before = section;
                }
            }
            groupNumber++;
        }
        together(read, report);
    }

    /**
     * Reports each section that comes directly after a section of another group, but is not the first section of its
     * own group.
     */
    private void together(List<Section> sections, Consumer<Finding> report) {
        sections.sort(Comparator.comparingInt(Section::line));
        Set<Integer> begun = new HashSet<>();
        for (int i = 0; i < sections.size(); i++) {
            Section section = sections.get(i);
            if (!begun.add(section.groupNumber()) && sections.get(i - 1).groupNumber() != section.groupNumber()) {
                report(section, sections.get(i - 1), report);
            }
        }
    }

    private static int number(Section section) {
        return section.endpoint().seqno().map(Seqno::number).orElse(-1);
    }

    private void report(Section section, Section before, Consumer<Finding> report) {
        report.accept(KIND.at(section.endpoint().origin().self())
                .against(before.endpoint().origin().self())
                .with("group", section.group().name())
                .with("endpoint", section.endpoint().name())
                .with("before", before.endpoint().name())
                .build());
    }
}
