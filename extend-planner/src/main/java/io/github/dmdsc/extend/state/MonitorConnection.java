package io.github.dmdsc.extend.state;

import java.util.Optional;

/**
 * One row of {@code show monitor} in dmcssm: a program that is connected to the CSS. The first row is the monitor that
 * printed the list.
 *
 * @param since {@code conn_time} as printed
 * @param id {@code mid}
 * @param address {@code mon_ip} or {@code from_ip}
 * @param program {@code from_name}, for example dmcssm or dmwatcher
 */
record MonitorConnection(
        Optional<String> since, Optional<String> id, Optional<String> address, Optional<String> program) {}
