package io.github.dmdsc.extend.state;

import java.util.Optional;

/**
 * One row of dmcssm's {@code show monitor}: who is connected to the CSS. The first row is the monitor that was asked.
 *
 * @param since {@code conn_time} as printed
 * @param id {@code mid}
 * @param address {@code mon_ip} or {@code from_ip}
 * @param program {@code from_name}: dmcssm, or dmwatcher where the cluster is watched over
 */
record MonitorConnection(
        Optional<String> since, Optional<String> id, Optional<String> address, Optional<String> program) {}
