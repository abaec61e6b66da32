package io.github.dmdsc.model.check.rules;

import io.github.dmdsc.model.Cluster;
import io.github.dmdsc.model.GroupType;
import io.github.dmdsc.model.check.Diagnostic;
import io.github.dmdsc.model.check.Limits;
import io.github.dmdsc.model.check.Rule;
import java.util.function.Consumer;

/** The DB endpoints and the instances of dmmal.ini bear the same names. */
public final class DbMalNames implements Rule {
    @Override
    public String id() {
        return "DSC-0202";
    }

    @Override
    public void check(Cluster cluster, Limits limits, Consumer<Diagnostic> report) {
        MalNames.check(
                id(),
                cluster.dcr().file(),
                cluster.dcr().value().group(GroupType.DB).stream().toList(),
                FirstDatabase.nodes(cluster).stream()
                        .flatMap(node -> node.dbMal().stream())
                        .findFirst(),
                report);
    }
}
