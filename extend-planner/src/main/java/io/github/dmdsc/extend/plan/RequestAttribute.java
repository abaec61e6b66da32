package io.github.dmdsc.extend.plan;

import io.github.dmdsc.model.FileId;
import io.github.dmdsc.model.HostAddress;
import io.github.dmdsc.model.Megabytes;
import io.github.dmdsc.model.Port;
import io.github.dmdsc.model.ShmKey;
import io.github.dmdsc.model.check.EditionLimits;
import io.github.dmdsc.model.check.Waiver;
import java.util.Arrays;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.function.BiFunction;
import java.util.function.Function;
import java.util.stream.Collectors;

/**
 * An attribute of a request as text, for answers and request files. {@link ExtendRequest#values()} is none of them: it
 * has a text for each of its names.
 *
 * @param name its name in the API and in JSON
 * @param form which texts it takes, in no language
 * @param several whether it takes several texts
 * @param put a request with these texts in the place of the former ones; an IllegalArgumentException refuses a text
 * @param get the texts of a request; none where it holds the default
 */
record RequestAttribute(
        String name,
        String form,
        boolean several,
        BiFunction<ExtendRequest, List<String>, ExtendRequest> put,
        Function<ExtendRequest, List<String>> get) {
    private static final String PORTS = Port.MIN + "-" + Port.MAX;
    private static final String ADDRESS = "<address>";
    private static final String NAME = "<name>";
    private static final String MEGABYTES = "<MB>";
    private static final String DIRECTORY = "</directory>";
    private static final String FILE = "<host>:</path>";

    /** In the order of {@link ExtendRequest}. */
    static final List<RequestAttribute> ALL = List.of(
            new RequestAttribute(
                    "host",
                    ADDRESS,
                    false,
                    (request, texts) -> request.withHost(HostAddress.of(texts.get(0))),
                    request -> List.of(request.host().toString())),
            one("serviceHost", ADDRESS, HostAddress::of, ExtendRequest::withServiceHost, ExtendRequest::serviceHost),
            one("cssPort", PORTS, RequestAttribute::port, ExtendRequest::withCssPort, ExtendRequest::cssPort),
            one("asmPort", PORTS, RequestAttribute::port, ExtendRequest::withAsmPort, ExtendRequest::asmPort),
            one(
                    "shmKey",
                    ShmKey.MIN + "-" + ShmKey.MAX,
                    RequestAttribute::key,
                    ExtendRequest::withShmKey,
                    ExtendRequest::shmKey),
            one("shmSize", MEGABYTES, RequestAttribute::size, ExtendRequest::withShmSize, ExtendRequest::shmSize),
            one("dbPort", PORTS, RequestAttribute::port, ExtendRequest::withDbPort, ExtendRequest::dbPort),
            one("malPort", PORTS, RequestAttribute::port, ExtendRequest::withMalPort, ExtendRequest::malPort),
            one("asmMalPort", PORTS, RequestAttribute::port, ExtendRequest::withAsmMalPort, ExtendRequest::asmMalPort),
            one("cssName", NAME, Function.identity(), ExtendRequest::withCssName, ExtendRequest::cssName),
            one("asmName", NAME, Function.identity(), ExtendRequest::withAsmName, ExtendRequest::asmName),
            one("dbName", NAME, Function.identity(), ExtendRequest::withDbName, ExtendRequest::dbName),
            one("configPath", DIRECTORY, Function.identity(), ExtendRequest::withConfigPath, ExtendRequest::configPath),
            new RequestAttribute(
                    "logFiles", "+<GROUP>/<path>", true, ExtendRequest::withLogFiles, ExtendRequest::logFiles),
            one("logSize", MEGABYTES, RequestAttribute::size, ExtendRequest::withLogSize, ExtendRequest::logSize),
            new RequestAttribute("dcrvDisks", "</path>", true, ExtendRequest::withDcrvDisks, ExtendRequest::dcrvDisks),
            one(
                    "binDirectory",
                    DIRECTORY,
                    Function.identity(),
                    ExtendRequest::withBinDirectory,
                    ExtendRequest::binDirectory),
            one("monitor", FILE, FileId::parse, ExtendRequest::withMonitor, ExtendRequest::monitor),
            new RequestAttribute(
                    "monitorServices",
                    FILE + "=<service>",
                    true,
                    (request, texts) -> request.withMonitorServices(texts.stream()
                            .map(ExtendRequest.MonitorService::parse)
                            .toList()),
                    request -> request.monitorServices().stream()
                            .map(String::valueOf)
                            .toList()),
            new RequestAttribute(
                    "remoteArchives",
                    "add | keep",
                    false,
                    (request, texts) -> request.withRemoteArchives(
                            choice(texts.get(0), RemoteChoice.values(), RequestAttribute::lower)),
                    request -> texts(request.remoteArchives().map(RequestAttribute::lower))),
            one("dcrConfig", FILE, FileId::parse, ExtendRequest::withDcrConfig, ExtendRequest::dcrConfig),
            flag("sameMachine", ExtendRequest::withSameMachine, ExtendRequest::sameMachine),
            flag("services", ExtendRequest::withServices, ExtendRequest::services),
            flag("strict", ExtendRequest::withStrict, ExtendRequest::strict),
            new RequestAttribute(
                    "waivers",
                    "<rule>@<place>=<reason>",
                    true,
                    (request, texts) -> request.withWaivers(
                            texts.stream().map(Waiver::parse).toList()),
                    request -> request.waivers().stream()
                            .map(waiver -> waiver.ruleId() + "@" + waiver.place() + "=" + waiver.reason())
                            .toList()),
            new RequestAttribute(
                    "limits",
                    "current | older",
                    false,
                    (request, texts) -> request.withLimits(limits(texts.get(0))),
                    request -> request.limits().equals(EditionLimits.OLDER) ? List.of("older") : List.of()));

    private static final Map<String, RequestAttribute> BY_NAME =
            ALL.stream().collect(Collectors.toMap(RequestAttribute::name, Function.identity()));

    /** The attribute of that name. */
    static Optional<RequestAttribute> of(String name) {
        return Optional.ofNullable(BY_NAME.get(name));
    }

    private static <A> RequestAttribute one(
            String name,
            String form,
            Function<String, A> parse,
            BiFunction<ExtendRequest, A, ExtendRequest> with,
            Function<ExtendRequest, Optional<A>> get) {
        return new RequestAttribute(
                name,
                form,
                false,
                (request, texts) -> with.apply(request, parse.apply(texts.get(0))),
                request -> texts(get.apply(request)));
    }

    private static RequestAttribute flag(
            String name, BiFunction<ExtendRequest, Boolean, ExtendRequest> with, Function<ExtendRequest, Boolean> get) {
        return new RequestAttribute(
                name,
                "true | false",
                false,
                (request, texts) ->
                        with.apply(request, choice(texts.get(0), new Boolean[] {true, false}, String::valueOf)),
                request -> get.apply(request) ? List.of("true") : List.of());
    }

    private static Port port(String text) {
        return Port.of(Integer.parseInt(text));
    }

    private static ShmKey key(String text) {
        return ShmKey.of(Integer.parseInt(text));
    }

    private static Megabytes size(String text) {
        return Megabytes.of(Long.parseLong(text));
    }

    private static List<String> texts(Optional<?> value) {
        return value.map(String::valueOf).stream().toList();
    }

    private static EditionLimits limits(String text) {
        return choice(
                text,
                new EditionLimits[] {EditionLimits.CURRENT, EditionLimits.OLDER},
                limits -> limits.equals(EditionLimits.OLDER) ? "older" : "current");
    }

    private static String lower(Enum<?> value) {
        return value.name().toLowerCase(Locale.ROOT);
    }

    private static <T> T choice(String text, T[] values, Function<T, String> name) {
        return Arrays.stream(values)
                .filter(value -> name.apply(value).equals(text))
                .findFirst()
                .orElseThrow(() -> new IllegalArgumentException("'" + text + "' must be "
                        + Arrays.stream(values).map(name).collect(Collectors.joining(" or "))));
    }
}
