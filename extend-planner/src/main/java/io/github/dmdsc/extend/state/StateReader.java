package io.github.dmdsc.extend.state;

import io.github.dmdsc.model.check.Finding;
import io.github.dmdsc.model.check.Read;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.function.Function;

/**
 * Reads the state of a cluster from the outputs of its tools. Text that looks like the output of a tool but cannot be
 * read gives a finding. Other text is ignored. Bad text causes no exception.
 */
final class StateReader {
    private final List<Finding> findings = new ArrayList<>();
    private final ClusterState.Builder state = ClusterState.builder();
    private final Map<Object, Placed<GroupState>> groups = new LinkedHashMap<>();
    private final Map<Object, Placed<DcrCheck>> checks = new LinkedHashMap<>();
    private final Map<Object, Placed<AsmListing>> listings = new LinkedHashMap<>();

    private StateReader() {}

    /** Reads outputs in the order in which they were printed. If several show the same part, the last one counts. */
    static Read<ClusterState> read(List<ToolOutput> outputs) {
        StateReader reader = new StateReader();
        outputs.forEach(reader::add);
        reader.state
                .groups(reader.groups.values())
                .dcrChecks(reader.checks.values())
                .listings(reader.listings.values());
        return new Read<>(
                reader.state.build(),
                reader.findings.stream().sorted(Finding.ORDER).toList());
    }

    private void add(ToolOutput output) {
        Capture capture = new Capture(output);
        boolean recognised = switch (output.tool()) {
            case DMCSSM -> monitor(capture);
            case DISQL -> view(capture);
            case DMASMCMD, DMASMCMDM ->
                merge(
                        checks,
                        new DcrCheckReader(capture, output.command(), findings).read(),
                        check -> check.disk().map(Object.class::cast).orElseGet(Object::new));
            case DMCTLCVT -> controlFile(capture);
            case DMASMTOOL, DMASMTOOLM ->
                merge(
                        listings,
                        new AsmListingReader(capture, output.command(), findings).read(),
                        list -> list.directory().map(Object.class::cast).orElseGet(Object::new));
            default -> {
                findings.add(StateFindings.unreadable(output));
                yield true;
            }
        };
        if (!recognised) {
            findings.add(StateFindings.notRecognised(output));
        }
    }

    private boolean monitor(Capture capture) {
        MonitorReader reader = new MonitorReader(capture, findings);
        reader.read();
        if (!reader.connections().isEmpty()) {
            state.monitors(reader.connections());
        }
        if (reader.wholeRound()) {
            groups.clear();
        }
        boolean any = merge(groups, reader.groups(), StateReader::key);
        return any || reader.wholeRound() || !reader.connections().isEmpty();
    }

    static String key(GroupState group) {
        return group.type().map(Enum::name).orElse("") + " " + group.name().toUpperCase(Locale.ROOT);
    }

    private boolean view(Capture capture) {
        var view = new InstanceViewReader(capture, findings).read();
        view.ifPresent(state::instances);
        SelectReader reader = new SelectReader(capture, findings);
        var logFiles = reader.logFiles();
        logFiles.ifPresent(state::logFiles);
        var diskGroups = reader.diskGroups();
        diskGroups.ifPresent(state::diskGroups);
        return view.isPresent() || logFiles.isPresent() || diskGroups.isPresent();
    }

    private boolean controlFile(Capture capture) {
        var file = ControlFileReader.read(capture);
        file.ifPresent(state::controlFile);
        return file.isPresent();
    }

    private static <T> boolean merge(Map<Object, Placed<T>> into, List<Placed<T>> read, Function<T, Object> key) {
        for (Placed<T> item : read) {
            Object found = key.apply(item.value());
            into.remove(found);
            into.put(found, item);
        }
        return !read.isEmpty();
    }
}
