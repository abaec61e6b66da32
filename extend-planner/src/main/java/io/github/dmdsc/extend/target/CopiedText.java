package io.github.dmdsc.extend.target;

import io.github.dmdsc.extend.plan.Provenance;
import io.github.dmdsc.extend.values.NewNode;
import io.github.dmdsc.model.Cluster;
import io.github.dmdsc.model.ClusterNode;
import io.github.dmdsc.model.ConfigFile;
import io.github.dmdsc.model.DmIni;
import io.github.dmdsc.model.StoragePath;
import io.github.dmdsc.model.base.HostPaths;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.stream.Stream;

/**
 * Adapts the files of the first node's configuration directory that no lens writes, for example sqllog.ini, dmtimer.ini
 * or a script that starts the instance. In the copy, the new node's directory and instance name replace those of the
 * first node. If a line also holds those of another node, its right content on the new host is unknown: the line stays
 * and is reported.
 */
final class CopiedText {
    private static final String BEFORE = "(?<![A-Za-z0-9_$./-])";
    private static final String BEHIND = "(?![A-Za-z0-9_$.-])";

    private static final List<String> NAMES = List.of(DmIni.CONFIG_PATH, DmIni.INSTANCE_NAME);

    private final List<Pattern> own = new ArrayList<>();
    private final List<String> fresh = new ArrayList<>();
    private final List<Pattern> others;

    CopiedText(Cluster cluster, NewNode node) {
        List<DmIni> dmInis = cluster.nodes().stream()
                .map(ClusterNode::dmIni)
                .flatMap(Optional::stream)
                .map(ConfigFile::value)
                .toList();
        String directory = names(dmInis.get(0)).get(0);
        String instance = names(dmInis.get(0)).get(1);
        own.add(pattern(directory));
        fresh.add(node.configPath());
        own.add(pattern(instance));
        fresh.add(node.dmIni().instanceName().orElseThrow());
        this.others = dmInis.stream()
                .skip(1)
                .flatMap(dmIni -> names(dmIni).stream())
                .filter(name -> !name.equals(directory))
                .map(CopiedText::pattern)
                .toList();
    }

    private static List<String> names(DmIni dmIni) {
        return Stream.of(dmIni.configPath().map(StoragePath::text).map(HostPaths::normal), dmIni.instanceName())
                .map(Optional::orElseThrow)
                .toList();
    }

    private static Pattern pattern(String name) {
        return Pattern.compile(BEFORE + Pattern.quote(name) + BEHIND);
    }

    /**
     * The adapted copy of a file.
     *
     * @param text the text, one character for each byte
     * @param kept the numbers, from 1, of the lines that name several nodes and stay as they are
     * @param provenance the reasons for the changed lines
     */
    record Adapted(String text, List<Integer> kept, List<Provenance> provenance) {
        byte[] bytes() {
            return text.getBytes(StandardCharsets.ISO_8859_1);
        }
    }

    Adapted of(byte[] bytes) {
        // ISO 8859-1 turns each byte into one character. The names and paths to replace are ASCII, so the file's
        // charset does not matter.
        String text = new String(bytes, StandardCharsets.ISO_8859_1);
        List<Integer> kept = new ArrayList<>();
        List<Provenance> provenance = new ArrayList<>();
        boolean ascii = fresh.stream()
                .allMatch(name -> StandardCharsets.US_ASCII.newEncoder().canEncode(name));
        if (text.indexOf('\0') >= 0 || !ascii) {
            return new Adapted(text, kept, provenance);
        }
        List<String> lines = new ArrayList<>(List.of(text.split("(?<=\n)", -1)));
        for (int i = 0; i < lines.size(); i++) {
            String line = lines.get(i);
            boolean several =
                    others.stream().anyMatch(other -> other.matcher(line).find());
            for (int name = 0; name < own.size(); name++) {
                String adapted =
                        own.get(name).matcher(lines.get(i)).replaceAll(Matcher.quoteReplacement(fresh.get(name)));
                if (adapted.equals(lines.get(i))) {
                    continue;
                } else if (several) {
                    kept.add(i + 1);
                    break;
                }
                lines.set(i, adapted);
                provenance.add(new Provenance(i + 1, NAMES.get(name), "dm." + NAMES.get(name)));
            }
        }
        return new Adapted(String.join("", lines), kept, provenance);
    }
}
