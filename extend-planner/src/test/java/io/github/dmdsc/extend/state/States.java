package io.github.dmdsc.extend.state;

import io.github.dmdsc.model.GroupType;
import io.github.dmdsc.model.Location;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import net.jqwik.api.Arbitraries;
import net.jqwik.api.Arbitrary;
import net.jqwik.api.Combinators;

/** Random states, and the values of their columns. */
final class States {
    static final List<String> COLUMNS = List.of(
            "css_time",
            "inst_name",
            "seqno",
            "port",
            "mode",
            "inst_status",
            "vtd_status",
            "is_ok",
            "active",
            "guid",
            "pid",
            "ts",
            "dcrv_flag");

    private static final Location NOWHERE = Location.outside("random");

    private States() {}

    static Arbitrary<String> names() {
        return Arbitraries.strings()
                .withCharRange('A', 'Z')
                .withCharRange('0', '9')
                .withChars('_')
                .ofMinLength(1)
                .ofMaxLength(16)
                .filter(name -> Character.isLetter(name.charAt(0)));
    }

    private static <E extends Enum<E>> Arbitrary<Reported<E>> words(Vocabulary<E> vocabulary, String... words) {
        return Arbitraries.of(words).map(vocabulary::of);
    }

    static Arbitrary<Reported<EndpointMode>> modes() {
        return words(Vocabulary.MODE, "Control Node", "Normal Node", "NORMAL NODE", "控制节点");
    }

    static Arbitrary<Reported<Health>> healths() {
        return words(Vocabulary.HEALTH, "OK", "ERROR", "正常");
    }

    /** Returns endpoints with a value in every column of {@link #COLUMNS}. */
    static Arbitrary<EndpointState> endpoints() {
        Arbitrary<Reported<InstanceStatus>> instance = words(
                Vocabulary.INSTANCE,
                "OPEN",
                "MOUNT",
                "AFTER REDO",
                "SHUTDOWN",
                "INVALID EP STATUS",
                "CRASH_RECV",
                "NAPPING");
        Arbitrary<Reported<VoteStatus>> vote =
                words(Vocabulary.VOTE, "WORKING", "STARTUP2", "TO SHUTDOWN", "SYSHALT", "ADD_DCRV");
        Arbitrary<Reported<Activity>> active = words(Vocabulary.ACTIVITY, "TRUE", "FALSE", "否");
        Arbitrary<Integer> numbers = Arbitraries.integers().between(0, 65_535);
        Arbitrary<Map<String, String>> other = numbers.map(number -> {
            Map<String, String> cells = new LinkedHashMap<>();
            cells.put("css_time", "2026-03-0" + (1 + number % 9) + " 21:10:0" + number % 10);
            cells.put("guid", number + "00000");
            cells.put("pid", Integer.toString(number));
            cells.put("ts", number + "77");
            cells.put("dcrv_flag", number % 2 == 0 ? "x" + number : "OPEN");
            return cells;
        });
        return Combinators.combine(names(), numbers, numbers, modes(), instance, vote, healths(), active)
                .as((name, seqno, port, mode, inst, vtd, ok, alive) -> EndpointState.builder()
                        .name(name)
                        .seqno(seqno)
                        .port(port)
                        .mode(mode)
                        .instanceStatus(inst)
                        .voteStatus(vtd)
                        .health(ok)
                        .active(alive))
                .flatMap(builder -> other.map(cells -> builder.other(cells).build()));
    }

    static Arbitrary<GroupState> groups(GroupType type) {
        Arbitrary<List<EndpointState>> rows = endpoints().list().ofMinSize(1).ofMaxSize(5);
        Arbitrary<Reported<GroupStatus>> status =
                words(Vocabulary.GROUP, "OPEN", "Control Node STARTUP", "PROCESS_CRASH", "SHUTDOWN");
        Arbitrary<Optional<String>> endpoint =
                Arbitraries.of("NULL", "1", "DSC1").optional();
        Arbitrary<Reported<Activity>> check = words(Vocabulary.ACTIVITY, "TRUE", "FALSE");
        Arbitrary<List<Reported<DiskStatus>>> disks =
                words(Vocabulary.DISK, "OK", "FAILED", "UNUSED").list().ofMaxSize(5);
        return Combinators.combine(names(), rows, status, endpoint, endpoint, check, disks)
                .as((name, endpoints, sta, breaking, recovering, flag, dcrv) -> GroupState.builder()
                        .name(name)
                        .type(type)
                        .sequence(2)
                        .controlNode(255)
                        .okCount(endpoints.size())
                        .status(new Placed<>(sta, NOWHERE))
                        .subStatus("WAIT_STARTUP")
                        .breakEndpoint(breaking.map(text -> new Placed<>(text, NOWHERE)))
                        .recoverEndpoint(recovering.map(text -> new Placed<>(text, NOWHERE)))
                        .crashOver(Vocabulary.ACTIVITY.of("TRUE"))
                        .putAutoRestart("A1", Vocabulary.ACTIVITY.of("FALSE"))
                        .putAutoCheck("CSS0", new Placed<>(flag, NOWHERE))
                        .dcrvDisks(dcrv.stream()
                                .map(disk -> new Placed<>(disk, NOWHERE))
                                .toList())
                        .endpoints(endpoints.stream()
                                .map(row -> new Placed<>(row, NOWHERE))
                                .toList())
                        .closed(true)
                        .build());
    }

    static Arbitrary<List<GroupState>> clusters() {
        return Combinators.combine(groups(GroupType.CSS), groups(GroupType.ASM), groups(GroupType.DB))
                .as(List::of);
    }

    /** Returns the columns that are always needed, and any other columns. */
    static Arbitrary<List<String>> columns() {
        List<String> rest = new ArrayList<>(COLUMNS);
        rest.removeAll(List.of("inst_name", "seqno", "is_ok", "active"));
        return Arbitraries.subsetOf(rest).map(some -> {
            List<String> columns = new ArrayList<>(some);
            columns.addAll(List.of("inst_name", "seqno", "is_ok", "active"));
            return columns;
        });
    }

    static Map<String, String> cells(EndpointState endpoint) {
        Map<String, String> cells = new LinkedHashMap<>(endpoint.other());
        cells.put("inst_name", endpoint.name());
        endpoint.seqno().ifPresent(value -> cells.put("seqno", value.toString()));
        endpoint.port().ifPresent(value -> cells.put("port", value.toString()));
        endpoint.mode().ifPresent(value -> cells.put("mode", value.text()));
        endpoint.instanceStatus().ifPresent(value -> cells.put("inst_status", value.text()));
        endpoint.voteStatus().ifPresent(value -> cells.put("vtd_status", value.text()));
        endpoint.health().ifPresent(value -> cells.put("is_ok", value.text()));
        endpoint.active().ifPresent(value -> cells.put("active", value.text()));
        return cells;
    }

    /** Returns the group with only the values of some columns. */
    static GroupState only(GroupState group, List<String> columns) {
        return GroupState.builder()
                .from(group)
                .endpoints(group.endpoints().stream()
                        .map(row -> new Placed<>(only(row.value(), columns), row.at()))
                        .toList())
                .build();
    }

    private static EndpointState only(EndpointState endpoint, List<String> columns) {
        Map<String, String> other = new LinkedHashMap<>(endpoint.other());
        other.keySet().retainAll(columns);
        return EndpointState.builder()
                .name(endpoint.name())
                .seqno(endpoint.seqno().filter(value -> columns.contains("seqno")))
                .port(endpoint.port().filter(value -> columns.contains("port")))
                .mode(endpoint.mode().filter(value -> columns.contains("mode")))
                .instanceStatus(endpoint.instanceStatus().filter(value -> columns.contains("inst_status")))
                .voteStatus(endpoint.voteStatus().filter(value -> columns.contains("vtd_status")))
                .health(endpoint.health())
                .active(endpoint.active())
                .other(other)
                .build();
    }
}
