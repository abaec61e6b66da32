package io.github.dmdsc.model.check.rules;

import static io.github.dmdsc.model.fixtures.ClusterEdits.dbMal;
import static org.assertj.core.api.Assertions.assertThat;

import io.github.dmdsc.model.HostAddress;
import io.github.dmdsc.model.Milliseconds;
import org.junit.jupiter.api.Test;

class LinkChecksTest extends RuleLaws {
    LinkChecksTest() {
        super(new LinkChecks());
    }

    @Test
    void an_address_without_a_time() {
        assertThat(found(dbMal(cluster(), 0, x -> x.withCheckIp(HostAddress.of("10.1.0.254")))))
                .singleElement()
                .asString()
                .contains("dmmal.ini MAL_CHECK_IP: ", "MAL_CHECK_TIMEOUT is not");
    }

    @Test
    void a_time_without_an_address() {
        assertThat(found(dbMal(cluster(), 0, x -> x.withCheckTimeout(Milliseconds.of(500)))))
                .singleElement()
                .asString()
                .contains("dmmal.ini MAL_CHECK_TIMEOUT: ", "MAL_CHECK_IP is not");
    }

    @Test
    void both_or_a_time_of_zero() {
        assertThat(found(dbMal(
                        cluster(),
                        0,
                        x -> x.withCheckTimeout(Milliseconds.of(500)).withCheckIp(HostAddress.of("10.1.0.254")))))
                .isEmpty();
        assertThat(found(dbMal(cluster(), 0, x -> x.withCheckTimeout(Milliseconds.of(0)))))
                .isEmpty();
    }
}
