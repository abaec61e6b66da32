package io.github.dmdsc.model.check.rules;

import io.github.dmdsc.model.Cluster;
import io.github.dmdsc.model.DcrEndpoint;
import io.github.dmdsc.model.DcrGroup;
import io.github.dmdsc.model.DmdcrCfg;
import io.github.dmdsc.model.GroupType;
import io.github.dmdsc.model.ParameterSet;
import io.github.dmdsc.model.StorageEdition;
import io.github.dmdsc.model.check.Finding;
import io.github.dmdsc.model.check.FindingBuilder;
import io.github.dmdsc.model.check.FindingKind;
import io.github.dmdsc.model.check.ManualLimits;
import io.github.dmdsc.model.check.Rule;
import java.util.Optional;
import java.util.function.Consumer;
import java.util.stream.Stream;

/** The DCR has every parameter that is mandatory in its storage edition. */
final class MandatoryParameters implements Rule {
    private static final FindingKind KIND =
            Findings.error("DSC-0110").manual(Findings.DCR).causedBy("DSC-0102", "DSC-0103");

    @Override
    public FindingKind kind() {
        return KIND;
    }

    @Override
    public void check(Cluster cluster, ManualLimits limits, Consumer<Finding> report) {
        DmdcrCfg dcr = cluster.dcr().value();
        requireGlobal(dcr.groupCount(), dcr, DmdcrCfg.GROUP_COUNT, report);
        requireGlobal(dcr.oguid(), dcr, DmdcrCfg.OGUID, report);
        for (DcrGroup group : dcr.groups()) {
            require(group.type(), group, DcrGroup.TYPE, report);
            require(group.name(), group, DcrGroup.NAME, report);
            require(group.endpointCount(), group, DcrGroup.ENDPOINT_COUNT, report);
            for (DcrEndpoint endpoint : group.endpoints()) {
                require(endpoint.name(), endpoint, DcrEndpoint.NAME, report);
                require(endpoint.port(), endpoint, DcrEndpoint.PORT, report);
                group.type().ifPresent(type -> ofType(type, endpoint, cluster, report));
            }
        }
    }

    private void ofType(GroupType type, DcrEndpoint endpoint, Cluster cluster, Consumer<Finding> report) {
        if (type == GroupType.ASM) {
            require(endpoint.host(), endpoint, DcrEndpoint.HOST, report);
            require(endpoint.shmKey(), endpoint, DcrEndpoint.SHM_KEY, report);
            require(endpoint.shmSize(), endpoint, DcrEndpoint.SHM_SIZE, report);
            if (cluster.edition() == StorageEdition.DMASM) {
                require(endpoint.asmLoadPath(), endpoint, DcrEndpoint.ASM_LOAD_PATH, report);
            }
        }
    }

    private void require(Optional<?> value, ParameterSet<?> in, String key, Consumer<Finding> report) {
        if (value.isEmpty() && !in.origin().unreadable(key)) {
            report.accept(KIND.at(in.origin().at(key)).with("key", key).build());
        }
    }

    /** Reports a missing parameter that belongs before the first section, with the section that has it instead. */
    private void requireGlobal(Optional<?> value, DmdcrCfg dcr, String key, Consumer<Finding> report) {
        if (value.isPresent() || dcr.origin().unreadable(key)) {
            return;
        }
        Optional<ParameterSet<?>> elsewhere = dcr.groups().stream()
                .<ParameterSet<?>>flatMap(group -> Stream.concat(Stream.of(group), group.endpoints().stream()))
                .filter(section -> section.other().containsKey(key))
                .findFirst();
        FindingBuilder finding = KIND.variant(elsewhere.isPresent() ? "misplaced" : "global")
                .at(dcr.origin().at(key))
                .with("key", key);
        elsewhere.ifPresent(section -> finding.against(section.origin().at(key)));
        report.accept(finding.build());
    }
}
