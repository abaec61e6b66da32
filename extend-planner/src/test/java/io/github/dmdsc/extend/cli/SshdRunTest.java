package io.github.dmdsc.extend.cli;

import java.util.Optional;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.extension.RegisterExtension;

/** The runs of {@link RunProcessTest} with the real ssh, which shares its connections, and the real sshd. */
@Tag("sshd")
class SshdRunTest extends RunProcessTest {
    @RegisterExtension
    private final Sshd sshd = new Sshd("ControlMaster auto", "ControlPersist 60");

    @Override
    Optional<Sshd> sshd() {
        return Optional.of(sshd);
    }
}
