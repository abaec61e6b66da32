package io.github.dmdsc.model.check.rules;

import io.github.dmdsc.model.Cluster;
import io.github.dmdsc.model.DcrEndpoint;
import io.github.dmdsc.model.GroupType;
import io.github.dmdsc.model.MalInstance;
import io.github.dmdsc.model.Member;
import io.github.dmdsc.model.Port;
import io.github.dmdsc.model.PortOrNone;
import io.github.dmdsc.model.check.Finding;
import io.github.dmdsc.model.check.FindingKind;
import io.github.dmdsc.model.check.ManualLimits;
import io.github.dmdsc.model.check.Rule;
import java.util.Optional;
import java.util.function.Consumer;

/** MAL_INST_PORT of an ASM server equals the port of the server. */
final class AsmServicePorts implements Rule {
    private static final FindingKind KIND =
            Findings.warning("DSC-0230").manual("DM8 DMDSC, dmasvrmal.ini").waivable();

    @Override
    public FindingKind kind() {
        return KIND;
    }

    @Override
    public void check(Cluster cluster, ManualLimits limits, Consumer<Finding> report) {
        for (Member member : cluster.members()) {
            Optional<Port> port = member.port(GroupType.ASM);
            Optional<MalInstance> instance = member.asmMal();
            boolean differs = port.isPresent()
                    && instance.flatMap(MalInstance::servicePort)
                            .flatMap(PortOrNone::port)
                            .filter(mal -> !mal.equals(port.get()))
                            .isPresent();
            if (differs) {
                report.accept(KIND.at(instance.orElseThrow().origin().at(MalInstance.SERVICE_PORT))
                        .against(member.asm().orElseThrow().origin().at(DcrEndpoint.PORT))
                        .with("name", instance.flatMap(MalInstance::name))
                        .with("mal", instance.flatMap(MalInstance::servicePort))
                        .with("port", port)
                        .build());
            }
        }
    }
}
