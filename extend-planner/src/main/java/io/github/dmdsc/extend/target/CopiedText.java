package io.github.dmdsc.extend.target;

import io.github.dmdsc.extend.plan.Provenance;
import io.github.dmdsc.extend.values.NewNode;
import io.github.dmdsc.extend.values.RequestOrigin;
import io.github.dmdsc.extend.values.ValueFamily;
import io.github.dmdsc.model.Cluster;
import io.github.dmdsc.model.DcrEndpoint;
import io.github.dmdsc.model.DmIni;
import io.github.dmdsc.model.HostAddress;
import io.github.dmdsc.model.MalInstance;
import io.github.dmdsc.model.Member;
import io.github.dmdsc.model.ParameterSet;
import io.github.dmdsc.model.StoragePath;
import io.github.dmdsc.model.base.HostPaths;
import io.github.dmdsc.model.base.Names;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.function.Function;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.stream.Stream;

/**
 * Adapts the files of the first node's configuration directory that no lens writes, for example sqllog.ini, dmtimer.ini
 * or a script that starts the instance. In the copy, the new node's directory, instance name and addresses replace
 * those of the first node. If a line also holds those of another node, its right content on the new host is unknown:
 * the line stays and is reported. A line that every node has stays and is reported too, because it may mean the first
 * node on every node. So does an address if there is no other node, because it may stand for something else.
 *
 * <p>SVR_LOG_NAME of dm.ini names a section of sqllog.ini. If its value changes, the header of the section changes with
 * it.
 */
final class CopiedText {
    private static final String BEFORE = "(?<![A-Za-z0-9_$./-])";
    private static final String BEHIND = "(?![A-Za-z0-9_$.-])";

    static final String SQLLOG = "sqllog.ini";
    private static final String LOG_SECTION = "SVR_LOG_NAME";

    private final List<Text> own = new ArrayList<>();
    private final Optional<Text> logSection;
    private final List<Pattern> others;
    private final int nodes;

    CopiedText(Cluster cluster, NewNode node) {
        List<Member> members = cluster.members();
        this.nodes = members.size();
        Member first = members.get(0);
        List<Member> rest = members.subList(1, nodes);
        List<Optional<String>> of = names(first);
        name(DmIni.CONFIG_PATH, of.get(0), Optional.of(node.configPath()));
        name(DmIni.INSTANCE_NAME, of.get(1), node.dmIni().instanceName());
        List<HostAddress> shared = rest.stream().flatMap(CopiedText::addresses).toList();
        address(first.dbMal(), node.dbMal(), MalInstance::host, MalInstance.HOST, shared);
        address(first.dbMal(), node.dbMal(), MalInstance::serviceHost, MalInstance.SERVICE_HOST, shared);
        address(first.asm(), node.asm(), DcrEndpoint::host, DcrEndpoint.HOST, shared);
        address(first.css(), node.css(), DcrEndpoint::host, DcrEndpoint.HOST, shared);
        this.logSection =
                first.files().flatMap(files -> files.dmIni()).flatMap(file -> logSection(file.value(), node.dmIni()));
        this.others = Stream.concat(
                        rest.stream()
                                .flatMap(other -> names(other).stream())
                                .flatMap(Optional::stream)
                                .filter(name -> !of.get(0).equals(Optional.of(name)))
                                .map(CopiedText::pattern),
                        shared.stream()
                                .filter(address -> addresses(first).noneMatch(address::equals))
                                .map(CopiedText::pattern))
                .toList();
    }

    /**
     * A text that stands for the first node.
     *
     * @param what the parameter that has the text
     * @param pattern finds the text in a line
     * @param fresh the text of the new node
     * @param decision the decision that gives the text of the new node
     * @param address whether the text is an address
     */
    private record Text(String what, Pattern pattern, String fresh, String decision, boolean address) {}

    private static Optional<Text> logSection(DmIni old, DmIni fresh) {
        List<String> from = old.other().getOrDefault(LOG_SECTION, List.of());
        List<String> to = fresh.other().getOrDefault(LOG_SECTION, List.of());
        return from.size() == 1 && to.size() == 1 && !Names.folded(from.get(0)).equals(Names.folded(to.get(0)))
                ? Optional.of(new Text(LOG_SECTION, header(from.get(0)), to.get(0), "dm." + LOG_SECTION, false))
                : Optional.empty();
    }

    /** Finds the name of a section in its header. */
    private static Pattern header(String section) {
        return Pattern.compile(
                "(?<=^\\s{0,99}\\[\\s{0,99})" + Pattern.quote(section) + "(?=\\s*\\])", Pattern.CASE_INSENSITIVE);
    }

    private static List<Optional<String>> names(Member member) {
        Optional<DmIni> dmIni = member.files().flatMap(node -> node.dmIni()).map(file -> file.value());
        return List.of(
                dmIni.flatMap(DmIni::configPath).map(StoragePath::text).map(HostPaths::normal),
                dmIni.flatMap(DmIni::instanceName));
    }

    private static Stream<HostAddress> addresses(Member member) {
        return Stream.of(
                        member.dbMal().flatMap(MalInstance::host),
                        member.dbMal().flatMap(MalInstance::serviceHost),
                        member.asm().flatMap(DcrEndpoint::host),
                        member.css().flatMap(DcrEndpoint::host))
                .flatMap(Optional::stream)
                .map(HostAddress::withoutZone)
                .distinct();
    }

    private void name(String key, Optional<String> old, Optional<String> fresh) {
        if (!old.equals(fresh)) {
            own.add(new Text(key, pattern(old.orElseThrow()), fresh.orElseThrow(), "dm." + key, false));
        }
    }

    /** Enters an address of the first node, unless other nodes have it too: it does not stand for a node then. */
    private <T extends ParameterSet<T>> void address(
            Optional<T> old, T fresh, Function<T, Optional<HostAddress>> host, String key, List<HostAddress> shared) {
        Optional<HostAddress> from = old.flatMap(host).map(HostAddress::withoutZone);
        Optional<HostAddress> to = host.apply(fresh).map(HostAddress::withoutZone);
        if (from.isPresent() && to.isPresent() && !from.equals(to) && !shared.contains(from.get())) {
            String decision = ((RequestOrigin) fresh.origin()).family(key).orElse(ValueFamily.HOST);
            own.add(new Text(key, pattern(from.get()), to.get().text(), decision, true));
        }
    }

    private static Pattern pattern(String name) {
        return Pattern.compile(BEFORE + Pattern.quote(name) + BEHIND);
    }

    /** Finds an address, also in a URL or before a port. An address with an IPv6 zone is another text. */
    private static Pattern pattern(HostAddress address) {
        if (address.isName()) {
            return pattern(address.text());
        }
        String colon = address.isIpv6() ? ":" : "";
        return Pattern.compile("(?<![A-Za-z0-9." + colon + "])" + Pattern.quote(address.text()) + "(?![A-Za-z0-9%"
                + colon + "]|[.][A-Za-z0-9])");
    }

    /**
     * The adapted copy of a file.
     *
     * @param text the text, one character for each byte
     * @param several the numbers, from 1, of the lines that name several nodes and stay as they are
     * @param shared the numbers, from 1, of the lines that every node has and that stay as they are
     * @param doubtful the numbers, from 1, of the lines whose address may stand for something else and stays
     * @param provenance the reasons for the changed lines
     */
    record Adapted(
            String text,
            List<Integer> several,
            List<Integer> shared,
            List<Integer> doubtful,
            List<Provenance> provenance) {
        byte[] bytes() {
            return text.getBytes(StandardCharsets.ISO_8859_1);
        }
    }

    /**
     * Adapts a file.
     *
     * @param name the path of the file in its directory
     * @param bytes the file of the first node
     * @param siblings the same file of each other node that has it
     */
    Adapted of(String name, byte[] bytes, List<byte[]> siblings) {
        // ISO 8859-1 turns each byte into one character. The names and paths to replace are ASCII, so the file's
        // charset does not matter.
        String text = new String(bytes, StandardCharsets.ISO_8859_1);
        List<List<String>> texts = siblings.stream()
                .map(sibling -> new String(sibling, StandardCharsets.ISO_8859_1)
                        .lines()
                        .map(String::strip)
                        .toList())
                .toList();
        Adapted adapted = new Adapted(text, new ArrayList<>(), new ArrayList<>(), new ArrayList<>(), new ArrayList<>());
        Optional<Text> section = logSection.filter(any -> name.equals(SQLLOG)).filter(log -> isFree(log.fresh(), text));
        boolean ascii = Stream.concat(own.stream(), section.stream())
                .allMatch(each -> StandardCharsets.US_ASCII.newEncoder().canEncode(each.fresh()));
        if (text.contains("\0") || !ascii) {
            return adapted;
        }
        List<String> lines = new ArrayList<>(lines(text));
        for (int i = 0; i < lines.size(); i++) {
            String line = lines.get(i);
            Optional<Text> header =
                    section.filter(log -> log.pattern().matcher(line).find());
            if (header.isPresent()) {
                replace(lines, i, header.get(), adapted);
                continue;
            }
            List<Text> held = own.stream()
                    .filter(each -> each.pattern().matcher(line).find())
                    .toList();
            if (held.isEmpty()) {
                continue;
            } else if (others.stream().anyMatch(other -> other.matcher(line).find())) {
                adapted.several().add(i + 1);
                continue;
            } else if (nodes > 1
                    && texts.size() == nodes - 1
                    && texts.stream().allMatch(other -> other.contains(line.strip()))) {
                adapted.shared().add(i + 1);
                continue;
            }
            boolean doubtful = nodes == 1 && held.stream().anyMatch(Text::address);
            if (doubtful) {
                adapted.doubtful().add(i + 1);
            }
            for (Text each : held) {
                if (!(doubtful && each.address())) {
                    replace(lines, i, each, adapted);
                }
            }
        }
        return new Adapted(
                String.join("", lines), adapted.several(), adapted.shared(), adapted.doubtful(), adapted.provenance());
    }

    private static void replace(List<String> lines, int line, Text text, Adapted adapted) {
        Matcher found = text.pattern().matcher(lines.get(line));
        if (found.find()) {
            lines.set(line, found.replaceAll(Matcher.quoteReplacement(text.fresh())));
            adapted.provenance().add(new Provenance(line + 1, text.what(), text.decision()));
        }
    }

    /** Whether no section of a file has a name. */
    private static boolean isFree(String section, String text) {
        return text.lines().noneMatch(line -> header(section).matcher(line).find());
    }

    private static List<String> lines(String text) {
        return List.of(text.split("(?<=\n)", -1));
    }
}
