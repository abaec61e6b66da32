package io.github.dmdsc.extend.cli;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.github.dmdsc.extend.plan.ExtendRequest;
import io.github.dmdsc.extend.plan.RemoteArchiveChoice;
import io.github.dmdsc.model.FileId;
import io.github.dmdsc.model.HostAddress;
import io.github.dmdsc.model.Megabytes;
import io.github.dmdsc.model.Port;
import io.github.dmdsc.model.ShmKey;
import io.github.dmdsc.model.check.ManualLimits;
import io.github.dmdsc.model.check.Waiver;
import java.util.ArrayList;
import java.util.List;
import java.util.function.UnaryOperator;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.Arguments;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.MethodSource;
import org.junit.jupiter.params.provider.ValueSource;
import picocli.CommandLine;
import picocli.CommandLine.ParameterException;

/** The attribute of the request that each option sets. */
class RequestOptionsTest {
    @CommandLine.Command
    private static final class Holder {
        @CommandLine.Mixin
        private RequestOptions options = new RequestOptions();
    }

    private static ExtendRequest request(String... more) {
        Holder holder = new Holder();
        CommandLine line = new CommandLine(holder);
        line.parseArgs(
                Stream.concat(Stream.of("--host=10.0.2.103"), Stream.of(more)).toArray(String[]::new));
        return holder.options
                .request(line.getCommandSpec(), new ArrayList<>())
                .orElseThrow()
                .request();
    }

    private static Arguments says(String option, UnaryOperator<ExtendRequest.Builder> what) {
        return Arguments.of(
                option, what.apply(ExtendRequest.forHost("10.0.2.103")).build());
    }

    static Stream<Arguments> options() {
        return Stream.of(
                says("--service-host=192.168.56.103", to -> to.serviceHost(HostAddress.of("192.168.56.103"))),
                says("--css-port=9500", to -> to.cssPort(Port.of(9500))),
                says("--asm-port=9501", to -> to.asmPort(Port.of(9501))),
                says("--shm-key=93362", to -> to.shmKey(ShmKey.of(93362))),
                says("--shm-size=20", to -> to.shmSize(Megabytes.of(20))),
                says("--db-port=5236", to -> to.dbPort(Port.of(5236))),
                says("--mal-port=9342", to -> to.malPort(Port.of(9342))),
                says("--asm-mal-port=7238", to -> to.asmMalPort(Port.of(7238))),
                says("--css-name=CSS2", to -> to.cssName("CSS2")),
                says("--asm-name=ASM2", to -> to.asmName("ASM2")),
                says("--db-name=DSC2", to -> to.dbName("DSC2")),
                says("--config-path=/c", to -> to.configPath("/c")),
                says("--log-file=+L/a", to -> to.addLogFiles("+L/a")),
                says("--log-size=256", to -> to.logSize(Megabytes.of(256))),
                says("--dcrv-disk=/dev/d0", to -> to.addDcrvDisks("/dev/d0")),
                says("--bin=/opt/bin", to -> to.binDirectory("/opt/bin")),
                says("--monitor=m:/dmcssm.ini", to -> to.monitor(new FileId("m", "/dmcssm.ini"))),
                says(
                        "--monitor-service=m:/a=b.ini=DmCSSMonitorServiceM.service",
                        to -> to.addMonitorServices(
                                new ExtendRequest.MonitorService(new FileId("m", "/a=b.ini"), "DmCSSMonitorServiceM"))),
                says("--remote-archives=add", to -> to.remoteArchives(RemoteArchiveChoice.ADD)),
                says("--remote-archives=keep", to -> to.remoteArchives(RemoteArchiveChoice.KEEP)),
                says("--dcr-config=h:/d.ini", to -> to.dcrConfig(new FileId("h", "/d.ini"))),
                says("--value=db.DCR_VIP=10.0.0.9", to -> to.putValues("db.DCR_VIP", "10.0.0.9")),
                says("--waive=DSC-0210@h:/f=why=not", to -> to.addWaivers(new Waiver("DSC-0210", "h:/f", "why=not"))),
                says("--same-machine", to -> to.sameMachine(true)),
                says("--services", to -> to.services(true)),
                says("--strict", to -> to.strict(true)),
                says("--limits=current", to -> to),
                says("--limits=older", to -> to.limits(ManualLimits.OLDER)));
    }

    @ParameterizedTest(name = "{0}")
    @MethodSource("options")
    void every_option_sets_one_attribute(String option, ExtendRequest what) {
        assertThat(request(option)).isEqualTo(what);
    }

    @Test
    void repeated_options_keep_their_order() {
        ExtendRequest request = request("--log-file=+L/b", "--log-file=+L/a", "--dcrv-disk=/d1", "--dcrv-disk=/d0");

        assertThat(request.logFiles()).containsExactly("+L/b", "+L/a");
        assertThat(request.dcrvDisks()).isEqualTo(List.of("/d1", "/d0"));
    }

    @ParameterizedTest
    @CsvSource({
        "h:/a.ini,h,/a.ini",
        "fe80::1:/a.ini,fe80::1,/a.ini",
        "h:C:\\a\\b.ini,h,C:/a/b.ini",
        "h:d:/b.ini,h,D:/b.ini",
        "h:/a:/b.ini,h,/a:/b.ini"
    })
    void a_file_is_given_by_host_and_path(String text, String host, String path) {
        assertThat(request("--monitor=" + text).monitor()).contains(new FileId(host, path));
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "--monitor=h",
                "--monitor=:/a",
                "--monitor=h:a.ini",
                "--dcr-config=/a.ini",
                "--css-port=80",
                "--shm-key=0",
                "--shm-size=-1",
                "--service-host=a b"
            })
    void a_wrong_value_is_reported_with_its_option(String option) {
        assertThatThrownBy(() -> request(option))
                .isInstanceOf(ParameterException.class)
                .hasMessageStartingWith(option.substring(0, option.indexOf('=')) + " cannot be "
                        + option.substring(option.indexOf('=') + 1) + "; give ");
    }
}
