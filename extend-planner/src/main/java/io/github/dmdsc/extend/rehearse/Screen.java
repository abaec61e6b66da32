package io.github.dmdsc.extend.rehearse;

import io.github.dmdsc.model.FileId;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;

/** What a monitor prints. */
final class Screen {
    private static final String HEADINGS =
            "ep:     css_time               inst_name     seqno     port    mode         "
                    + "inst_status        vtd_status   is_ok        active       guid              ts\n";

    private Screen() {}

    /** All there is to see of a state. */
    static String state(Setting setting, World world) {
        StringBuilder out = new StringBuilder(show(world));
        world.disks().entrySet().stream()
                .sorted(Map.Entry.comparingByKey())
                .forEach(disk -> out.append(disk.getKey())
                        .append(disk.getValue().equals(setting.oldDcr()) ? ": as before\n" : ": extended\n"));
        world.logFiles()
                .forEach(log -> out.append("+ ")
                        .append(log.path())
                        .append("  ")
                        .append(log.size())
                        .append(" MB\n"));
        for (FileId file : world.files().ids()) {
            Optional<StoredFile> old = setting.base().find(file);
            if (old.filter(world.files().get(file)::equals).isEmpty()) {
                out.append(old.isEmpty() ? "+ " : "~ ").append(file).append('\n');
            }
        }
        world.failed().forEach(name -> out.append("! ").append(name).append('\n'));
        return out.toString();
    }

    /** What {@code show} prints in a state. */
    static String show(World world) {
        StringBuilder out = new StringBuilder("show\n\n");
        int number = 0;
        for (Kind kind : Kind.values()) {
            out.append(String.format(
                    Locale.ROOT,
                    "=========== group[name = GRP_%s, seq = %d, type = %s, Control Node = 0] ===========\n\n",
                    kind,
                    number++,
                    kind));
            if (kind != Kind.CSS) {
                long well = world.processes().stream()
                        .filter(each -> each.kind() == kind && each.status() == Endpoint.Status.WELL)
                        .count();
                out.append("n_ok_ep = ").append(well);
                out.append("\n\nsta = OPEN, sub_sta = STARTUP\nbreak ep = NULL\nrecover ep = NULL\n\n");
            }
            out.append(HEADINGS);
            int seqno = 0;
            for (Endpoint each : world.processes()) {
                if (each.kind() == kind) {
                    out.append(String.format(
                            Locale.ROOT,
                            "        2026-03-02 21:10:04    %-16s %-9d 9341    Normal Node  %s\n",
                            each.name(),
                            seqno++,
                            cells(each)));
                }
            }
            out.append('\n');
        }
        return out.append("=".repeat(100)).append('\n').toString();
    }

    private static String cells(Endpoint endpoint) {
        return endpoint.status() == Endpoint.Status.WELL
                ? "OPEN               WORKING      OK           TRUE         40100             40800"
                : "SHUTDOWN           SHUTDOWN     ERROR        FALSE        0                 0";
    }
}
