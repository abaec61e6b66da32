package io.github.dmdsc.extend.target;

import io.github.dmdsc.extend.values.NewNode;
import io.github.dmdsc.model.Cluster;
import io.github.dmdsc.model.CssAddress;
import io.github.dmdsc.model.DcrEndpoint;
import io.github.dmdsc.model.GroupType;
import io.github.dmdsc.model.HostAddress;
import io.github.dmdsc.model.Port;
import java.util.Optional;

/** Where monitors reach the dmcss of a node. */
final class CssAddresses {
    private CssAddresses() {}

    /** The CSS endpoint's own address, else that of the ASM endpoint beside it; the port that dmcss listens on. */
    static Optional<CssAddress> of(Cluster cluster, int seqno) {
        Optional<DcrEndpoint> css = cluster.endpoint(GroupType.CSS, seqno);
        Optional<HostAddress> host = css.flatMap(DcrEndpoint::host)
                .or(() -> cluster.endpoint(GroupType.ASM, seqno).flatMap(DcrEndpoint::host));
        Optional<Port> override = cluster.nodes().get(seqno).dmdcr().value().cssPort();
        return override.or(() -> css.flatMap(DcrEndpoint::port))
                .flatMap(port -> host.map(address -> new CssAddress(address, port)));
    }

    /** The same of the new node. */
    static Optional<CssAddress> of(NewNode node) {
        return node.css()
                .host()
                .or(() -> node.asm().host())
                .flatMap(host ->
                        node.dmdcr().cssPort().or(() -> node.css().port()).map(port -> new CssAddress(host, port)));
    }
}
