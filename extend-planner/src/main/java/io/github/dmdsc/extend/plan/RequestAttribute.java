package io.github.dmdsc.extend.plan;

import io.github.dmdsc.model.FileId;
import io.github.dmdsc.model.HostAddress;
import io.github.dmdsc.model.Megabytes;
import io.github.dmdsc.model.Port;
import io.github.dmdsc.model.ShmKey;
import io.github.dmdsc.model.check.ManualLimits;
import io.github.dmdsc.model.check.Waiver;
import java.util.Arrays;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.function.BiConsumer;
import java.util.function.Function;
import java.util.stream.Collectors;

/**
 * An attribute of a request as text, for answers and request files. {@link ExtendRequest#values()} is not among them,
 * because it has one text for each of its names.
 *
 * @param name the name of the attribute in the API and in JSON
 * @param form the form of the texts that the attribute takes, the same in every language
 * @param several whether the attribute is a list and takes several texts
 * @param put replaces the value in a builder by these texts; throws an IllegalArgumentException if the attribute does
 *     not take a text
 * @param get the texts of the attribute in a request; none if the request has the default value
 */
record RequestAttribute(
        String name,
        String form,
        boolean several,
        BiConsumer<ExtendRequest.Builder, List<String>> put,
        Function<ExtendRequest, List<String>> get) {
    private static final String PORTS = Port.MIN + "-" + Port.MAX;
    private static final String ADDRESS = "<address>";
    private static final String NAME = "<name>";
    private static final String MEGABYTES = "<MB>";
    private static final String DIRECTORY = "</directory>";
    private static final String FILE = "<host>:</path>";

    /** All attributes, in the order of {@link ExtendRequest}. */
    static final List<RequestAttribute> ALL = List.of(
            new RequestAttribute(
                    "host",
                    ADDRESS,
                    false,
                    (builder, texts) -> builder.host(HostAddress.of(texts.get(0))),
                    request -> List.of(request.host().toString())),
            one(
                    "serviceHost",
                    ADDRESS,
                    HostAddress::of,
                    ExtendRequest.Builder::serviceHost,
                    ExtendRequest::serviceHost),
            one("cssPort", PORTS, RequestAttribute::port, ExtendRequest.Builder::cssPort, ExtendRequest::cssPort),
            one("asmPort", PORTS, RequestAttribute::port, ExtendRequest.Builder::asmPort, ExtendRequest::asmPort),
            one(
                    "shmKey",
                    ShmKey.MIN + "-" + ShmKey.MAX,
                    RequestAttribute::key,
                    ExtendRequest.Builder::shmKey,
                    ExtendRequest::shmKey),
            one("shmSize", MEGABYTES, RequestAttribute::size, ExtendRequest.Builder::shmSize, ExtendRequest::shmSize),
            one("dbPort", PORTS, RequestAttribute::port, ExtendRequest.Builder::dbPort, ExtendRequest::dbPort),
            one("malPort", PORTS, RequestAttribute::port, ExtendRequest.Builder::malPort, ExtendRequest::malPort),
            one(
                    "asmMalPort",
                    PORTS,
                    RequestAttribute::port,
                    ExtendRequest.Builder::asmMalPort,
                    ExtendRequest::asmMalPort),
            one("cssName", NAME, Function.identity(), ExtendRequest.Builder::cssName, ExtendRequest::cssName),
            one("asmName", NAME, Function.identity(), ExtendRequest.Builder::asmName, ExtendRequest::asmName),
            one("dbName", NAME, Function.identity(), ExtendRequest.Builder::dbName, ExtendRequest::dbName),
            one(
                    "configPath",
                    DIRECTORY,
                    Function.identity(),
                    ExtendRequest.Builder::configPath,
                    ExtendRequest::configPath),
            new RequestAttribute(
                    "logFiles", "+<GROUP>/<path>", true, ExtendRequest.Builder::logFiles, ExtendRequest::logFiles),
            one("logSize", MEGABYTES, RequestAttribute::size, ExtendRequest.Builder::logSize, ExtendRequest::logSize),
            new RequestAttribute(
                    "dcrvDisks", "</path>", true, ExtendRequest.Builder::dcrvDisks, ExtendRequest::dcrvDisks),
            one(
                    "binDirectory",
                    DIRECTORY,
                    Function.identity(),
                    ExtendRequest.Builder::binDirectory,
                    ExtendRequest::binDirectory),
            one("monitor", FILE, FileId::parse, ExtendRequest.Builder::monitor, ExtendRequest::monitor),
            new RequestAttribute(
                    "monitorServices",
                    FILE + "=<service>",
                    true,
                    (builder, texts) -> builder.monitorServices(texts.stream()
                            .map(ExtendRequest.MonitorService::parse)
                            .toList()),
                    request -> request.monitorServices().stream()
                            .map(String::valueOf)
                            .toList()),
            new RequestAttribute(
                    "remoteArchives",
                    "add | keep",
                    false,
                    (builder, texts) -> builder.remoteArchives(
                            choice(texts.get(0), RemoteArchiveChoice.values(), RequestAttribute::lower)),
                    request -> texts(request.remoteArchives().map(RequestAttribute::lower))),
            one("dcrConfig", FILE, FileId::parse, ExtendRequest.Builder::dcrConfig, ExtendRequest::dcrConfig),
            flag("sameMachine", ExtendRequest.Builder::sameMachine, ExtendRequest::sameMachine),
            flag("services", ExtendRequest.Builder::services, ExtendRequest::services),
            flag("strict", ExtendRequest.Builder::strict, ExtendRequest::strict),
            new RequestAttribute(
                    "waivers",
                    "<rule>@<place>=<reason>",
                    true,
                    (builder, texts) ->
                            builder.waivers(texts.stream().map(Waiver::parse).toList()),
                    request -> request.waivers().stream()
                            .map(waiver -> waiver.ruleId() + "@" + waiver.place() + "=" + waiver.reason())
                            .toList()),
            new RequestAttribute(
                    "limits",
                    "current | older",
                    false,
                    (builder, texts) -> builder.limits(limits(texts.get(0))),
                    request -> request.limits().equals(ManualLimits.OLDER) ? List.of("older") : List.of()));

    private static final Map<String, RequestAttribute> BY_NAME =
            ALL.stream().collect(Collectors.toMap(RequestAttribute::name, Function.identity()));

    /** Returns the attribute with this name; empty if there is none. */
    static Optional<RequestAttribute> of(String name) {
        return Optional.ofNullable(BY_NAME.get(name));
    }

    private static <A> RequestAttribute one(
            String name,
            String form,
            Function<String, A> parse,
            BiConsumer<ExtendRequest.Builder, A> with,
            Function<ExtendRequest, Optional<A>> get) {
        return new RequestAttribute(
                name,
                form,
                false,
                (builder, texts) -> with.accept(builder, parse.apply(texts.get(0))),
                request -> texts(get.apply(request)));
    }

    private static RequestAttribute flag(
            String name, BiConsumer<ExtendRequest.Builder, Boolean> with, Function<ExtendRequest, Boolean> get) {
        return new RequestAttribute(
                name,
                "true | false",
                false,
                (builder, texts) ->
                        with.accept(builder, choice(texts.get(0), new Boolean[] {true, false}, String::valueOf)),
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

    private static ManualLimits limits(String text) {
        return choice(
                text,
                new ManualLimits[] {ManualLimits.CURRENT, ManualLimits.OLDER},
                limits -> limits.equals(ManualLimits.OLDER) ? "older" : "current");
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
