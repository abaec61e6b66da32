package io.github.dmdsc.extend.rehearse;

import io.github.dmdsc.model.DcrEndpoint;
import io.github.dmdsc.model.DcrGroup;
import io.github.dmdsc.model.FileId;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;

/** Writes a state of the model as text. */
final class StateText {
    private static final String HEADINGS =
            row("ep:", "inst_name", "seqno", "port", "inst_status", "vtd_status", "is_ok", "active");

    private StateText() {}

    /**
     * Returns the output of a monitor, the DCR disks, the new redo log files, the changed files and the failed
     * instances.
     */
    static String state(PlanContext context, ModelState state) {
        StringBuilder out = new StringBuilder(show(context, state));
        state.disks().entrySet().stream()
                .sorted(Map.Entry.comparingByKey())
                .forEach(disk -> out.append(disk.getKey())
                        .append(disk.getValue().equals(context.oldDcr()) ? ": as before\n" : ": extended\n"));
        state.logFiles()
                .forEach(log -> out.append("+ ")
                        .append(log.path())
                        .append("  ")
                        .append(log.size())
                        .append(" MB\n"));
        for (FileId file : state.files().ids()) {
            Optional<StoredFile> old = context.base().find(file);
            if (old.filter(state.files().get(file)::equals).isEmpty()) {
                out.append(old.isEmpty() ? "+ " : "~ ").append(file).append('\n');
            }
        }
        state.failed().forEach(name -> out.append("! ").append(name).append('\n'));
        return out.toString();
    }

    /**
     * Returns the output of {@code show}, with the names and ports of the DCR. The model has no clock and no processes
     * of an operating system, so the columns for them are left out.
     */
    static String show(PlanContext context, ModelState state) {
        Dcr planned = context.planned().dcr();
        StringBuilder out = new StringBuilder("show\n\n");
        int number = 0;
        for (Kind kind : Kind.values()) {
            out.append(String.format(
                    Locale.ROOT,
                    "=========== group[name = %s, seq = %d, type = %s, Control Node = 0] ===========\n\n",
                    planned.group(kind)
                            .map(group -> group.head().get(DcrGroup.NAME))
                            .orElse(""),
                    number++,
                    kind));
            List<Endpoint> processes = state.processes().stream()
                    .filter(each -> each.kind() == kind)
                    .toList();
            if (kind != Kind.CSS) {
                out.append("n_ok_ep = ")
                        .append(processes.stream().filter(StateText::isWell).count())
                        .append("\n\nsta = OPEN, sub_sta = STARTUP\nbreak ep = NULL\nrecover ep = NULL\n\n");
            }
            out.append(HEADINGS);
            for (int seqno = 0; seqno < processes.size(); seqno++) {
                Endpoint each = processes.get(seqno);
                String port = planned.endpoints(kind).stream()
                        .filter(part -> part.get(DcrEndpoint.NAME).equalsIgnoreCase(each.name()))
                        .findFirst()
                        .map(part -> part.get(DcrEndpoint.PORT))
                        .orElse("");
                out.append(
                        isWell(each)
                                ? row("", each.name(), seqno, port, "OPEN", "WORKING", "OK", "TRUE")
                                : row("", each.name(), seqno, port, "SHUTDOWN", "SHUTDOWN", "ERROR", "FALSE"));
            }
            out.append('\n');
        }
        return out.append("=".repeat(100)).append('\n').toString();
    }

    private static boolean isWell(Endpoint endpoint) {
        return endpoint.status() == Endpoint.Status.WELL;
    }

    private static String row(Object... cells) {
        return String.format(Locale.ROOT, "%-8s%-17s%-9s%-8s%-15s%-13s%-9s%s", cells)
                        .stripTrailing() + "\n";
    }
}
