package io.github.dmdsc.extend.render;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import com.fasterxml.jackson.databind.node.ArrayNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import io.github.dmdsc.ini.digest.Hashes;
import io.github.dmdsc.ini.files.ClusterFiles;
import io.github.dmdsc.model.Location;
import io.github.dmdsc.model.ModelJson;
import io.github.dmdsc.model.check.Finding;
import io.github.dmdsc.model.check.FindingKind;
import io.github.dmdsc.model.check.Severity;
import io.github.dmdsc.model.check.rules.StandardRules;
import java.nio.charset.StandardCharsets;
import java.util.HexFormat;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.ResourceBundle;
import java.util.TreeMap;
import java.util.stream.Collectors;

/**
 * Renders findings as a SARIF 2.1.0 log, for the code scanning of build servers and editors: {@code
 * SarifLog.in(locale).over(files).of(findings)}. Columns count characters (code points), from 1. Immutable.
 */
public final class SarifLog {
    private static final ObjectMapper MAPPER = ModelJson.mapper();
    private static final String PAGES = "https://github.com/dmdsc/dmdsc/blob/main/";
    private static final String VERSION =
            ResourceBundle.getBundle("io.github.dmdsc.extend.render.version").getString("version");

    private final Locale locale;
    private final ClusterFiles files;

    /** The prefix of the paths. */
    private final String prefix;

    private final String baseId;
    private final Optional<String> base;

    private SarifLog(Locale locale, ClusterFiles files, String prefix, String baseId, Optional<String> base) {
        this.locale = locale;
        this.files = files;
        this.prefix = prefix;
        this.baseId = baseId;
        this.base = base;
    }

    /**
     * Returns a renderer whose paths are relative to the directory of the cluster.
     *
     * @param locale the language of the messages: Chinese for a Chinese locale, otherwise English
     */
    public static SarifLog in(Locale locale) {
        return new SarifLog(locale, ClusterFiles.empty(), "", "CLUSTER", Optional.empty());
    }

    /**
     * Returns a copy that also states at which column the key or the value of a finding ends.
     *
     * @param others the files that the findings are about
     */
    public SarifLog over(ClusterFiles others) {
        return new SarifLog(locale, others, prefix, baseId, base);
    }

    /**
     * Returns a copy for a cluster in a directory of a checkout. Paths begin with that directory, as code scanning
     * requires.
     *
     * @param directories the names of the directories from the root of the checkout to the cluster
     */
    public SarifLog below(List<String> directories) {
        String names = directories.stream().map(name -> name + "/").collect(Collectors.joining());
        return new SarifLog(locale, files, names, "SRCROOT", Optional.empty());
    }

    /**
     * Returns a copy for a cluster outside the checkout. Paths are relative to a URI, which the log contains.
     *
     * @param uri the URI of the directory of the cluster, with or without a slash at the end
     */
    public SarifLog at(String uri) {
        return new SarifLog(locale, files, "", "CLUSTER", Optional.of(uri.endsWith("/") ? uri : uri + "/"));
    }

    /** Returns the text of the log. The same findings give the same text. */
    public String of(List<Finding> findings) {
        Excerpts excerpts = new Excerpts(files);
        Map<String, FindingKind> kinds = new TreeMap<>();
        StandardRules.book().kinds().forEach(kind -> kinds.put(kind.id(), kind));
        findings.forEach(finding -> kinds.put(finding.ruleId(), finding.kind()));
        List<String> ids = List.copyOf(kinds.keySet());

        ObjectNode log = MAPPER.createObjectNode()
                .put(
                        "$schema",
                        "https://docs.oasis-open.org/sarif/sarif/v2.1.0/errata01/os/schemas/sarif-schema-2.1.0.json")
                .put("version", "2.1.0");
        ObjectNode run = log.putArray("runs").addObject();
        ObjectNode driver = run.putObject("tool").putObject("driver");
        driver.put("name", "dmdsc").put("semanticVersion", VERSION);
        ArrayNode descriptors = driver.putArray("rules");
        kinds.values().forEach(kind -> descriptor(descriptors.addObject(), kind));
        ObjectNode root = run.putObject("originalUriBaseIds").putObject(baseId);
        base.ifPresent(uri -> root.put("uri", uri));
        root.putObject("description")
                .put("text", baseId.equals("CLUSTER") ? "<host>/<path>" : "<directory>/<host>/<path>");
        run.put("columnKind", "unicodeCodePoints");
        run.put("language", locale.getLanguage().equals("zh") ? "zh-CN" : "en-US");
        ArrayNode results = run.putArray("results");
        for (Finding finding : findings) {
            result(results.addObject(), finding, ids.indexOf(finding.ruleId()), excerpts);
        }
        return PlanJson.text(log) + "\n";
    }

    private void descriptor(ObjectNode descriptor, FindingKind kind) {
        descriptor.put("id", kind.id()).put("name", kind.name());
        descriptor.putObject("shortDescription").put("text", kind.title().in(locale));
        descriptor.put("helpUri", PAGES + kind.page());
        descriptor
                .putObject("help")
                .put("text", kind.title().in(locale) + ": " + kind.page())
                .put("markdown", "[" + kind.title().in(locale) + "](" + kind.page() + ")");
        descriptor.putObject("defaultConfiguration").put("level", level(kind.severity()));
        ObjectNode properties = descriptor.putObject("properties");
        properties.put("waivable", kind.isWaivable());
        kind.manual().ifPresent(manual -> properties.put("manual", manual));
    }

    private void result(ObjectNode result, Finding finding, int ruleIndex, Excerpts excerpts) {
        result.put("ruleId", finding.ruleId()).put("ruleIndex", ruleIndex);
        result.put("level", level(finding.severity()));
        result.putObject("message")
                .put("text", finding.message().in(locale) + " " + finding.fix().in(locale));
        location(result.putArray("locations").addObject(), finding.primary(), excerpts);
        if (!finding.related().isEmpty()) {
            ArrayNode related = result.putArray("relatedLocations");
            for (Location other : finding.related()) {
                location(related.addObject().put("id", related.size()), other, excerpts);
            }
        }
        result.putObject("partialFingerprints").put("dmdscFinding/v2", fingerprint(finding));
        finding.waived()
                .ifPresent(reason -> result.putArray("suppressions")
                        .addObject()
                        .put("kind", "external")
                        .put("justification", reason));
        ObjectNode properties = result.putObject("properties");
        properties.set("parameters", parameters(finding));
        properties.put("fix", finding.fix().in(locale));
        finding.manual().ifPresent(manual -> properties.put("manual", manual));
    }

    /**
     * Returns the fingerprint of a finding. It depends on the rule, the operands and the file, not on the line or the
     * text of the message, so it stays the same if these change.
     */
    private static String fingerprint(Finding finding) {
        ArrayNode print = MAPPER.createArrayNode()
                .add(finding.ruleId())
                .add(finding.primary().host())
                .add(finding.primary().path())
                .add(finding.variant())
                .add(parameters(finding));
        return Hashes.sha256(print.toString().getBytes(StandardCharsets.UTF_8));
    }

    private static JsonNode parameters(Finding finding) {
        return MAPPER.valueToTree(new TreeMap<>(finding.parameters()));
    }

    private static String level(Severity severity) {
        return switch (severity) {
            case ERROR -> "error";
            case WARNING -> "warning";
            case INFO -> "note";
        };
    }

    private void location(ObjectNode node, Location location, Excerpts excerpts) {
        boolean outside = location.host().isEmpty();
        if (outside && (location.line() == 0 || location.path().equals("-"))) {
            node.putArray("logicalLocations").addObject().put("fullyQualifiedName", location.path());
            return;
        }
        ObjectNode physical = node.putObject("physicalLocation");
        ObjectNode artifact = physical.putObject("artifactLocation");
        if (outside) {
            String path = location.path().replace('\\', '/');
            artifact.put("uri", (path.startsWith("/") ? "file://" : "") + encoded(path));
        } else {
            artifact.put("uri", uri(location)).put("uriBaseId", baseId);
        }
        if (location.line() > 0) {
            ObjectNode region = physical.putObject("region").put("startLine", location.line());
            if (location.column() > 0) {
                region.put("startColumn", location.column());
                excerpts.end(location).ifPresent(end -> region.put("endColumn", end));
            }
        }
    }

    /** Returns the place of a file of a cluster as a relative reference. */
    private String uri(Location location) {
        String path = prefix + location.host() + (location.path().startsWith("/") ? "" : "/") + location.path();
        return encoded(path);
    }

    /** Percent-encodes every character except unreserved characters (RFC 3986) and slashes. */
    private static String encoded(String path) {
        StringBuilder uri = new StringBuilder();
        for (byte b : path.getBytes(StandardCharsets.UTF_8)) {
            boolean plain = (b >= 'a' && b <= 'z') || (b >= 'A' && b <= 'Z') || (b >= '0' && b <= '9');
            if (plain || "-._~/".indexOf(b) >= 0) {
                uri.append((char) b);
            } else {
                uri.append('%').append(HexFormat.of().withUpperCase().toHexDigits(b));
            }
        }
        return uri.toString();
    }
}
