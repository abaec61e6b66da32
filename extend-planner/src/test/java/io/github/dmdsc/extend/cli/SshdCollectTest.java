package io.github.dmdsc.extend.cli;

import java.util.Optional;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.RegisterExtension;

/** The tests of {@link CollectCommandTest} with the real ssh and the real sshd. */
@Tag("sshd")
class SshdCollectTest extends CollectCommandTest {
    @RegisterExtension
    private final Sshd sshd = new Sshd();

    @RegisterExtension
    private final Sshd other = new Sshd("HostKeyAlias other");

    @Override
    Optional<Sshd> sshd() {
        return Optional.of(sshd);
    }

    @Test
    void an_unknown_host_key_leads_to_no_question() throws Exception {
        assertRefused(
                run("collect", "--out=" + out, "--ssh=" + other.ssh(hosts), "--host=monitor", "--dmdcr=/x"),
                Main.UNREADABLE,
                "[SSH-0101]",
                "Host key verification failed");
    }
}
