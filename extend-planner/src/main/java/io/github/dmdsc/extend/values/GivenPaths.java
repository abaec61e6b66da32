package io.github.dmdsc.extend.values;

import io.github.dmdsc.extend.plan.ExtendRequest;
import io.github.dmdsc.model.DmArchive;
import io.github.dmdsc.model.Dmdcr;
import io.github.dmdsc.model.FileId;
import io.github.dmdsc.model.base.HostPaths;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.Set;

/**
 * Brings the paths of a request into normal form: without double slashes and without a slash at the end. In the files
 * of a cluster, a double slash may begin a comment.
 */
final class GivenPaths {
    private static final Set<String> PLACES =
            Set.of(ValueFamily.BIN_DIRECTORY, NodePlaces.DMDCR_PATH, StartCommands.DM_INI, "dmdcr." + Dmdcr.MAL_PATH);

    private GivenPaths() {}

    /** Returns the request with every absolute local path in normal form. */
    static ExtendRequest normal(ExtendRequest request) {
        Map<String, String> values = new LinkedHashMap<>();
        request.values().forEach((family, text) -> values.put(family, isPath(family) ? normal(text) : text));
        return request.withValues(values)
                .withBinDirectory(request.binDirectory().map(GivenPaths::normal))
                .withConfigPath(request.configPath().map(GivenPaths::normal))
                .withDcrvDisks(
                        request.dcrvDisks().stream().map(GivenPaths::normal).toList())
                .withMonitor(request.monitor().map(GivenPaths::normal))
                .withMonitorServices(request.monitorServices().stream()
                        .map(each -> new ExtendRequest.MonitorService(normal(each.file()), each.service()))
                        .toList())
                .withDcrConfig(request.dcrConfig().map(GivenPaths::normal));
    }

    private static boolean isPath(String family) {
        return PLACES.contains(family)
                || (family.startsWith("dm.") && family.endsWith("_PATH"))
                || (family.startsWith("dmarch")
                        && (family.endsWith("." + DmArchive.DESTINATION)
                                || family.endsWith("." + DmArchive.INCOMING_PATH)));
    }

    private static FileId normal(FileId file) {
        return file.sibling(HostPaths.normal(file.path()));
    }

    /** Returns an absolute local path in normal form with its separators, and any other text as it is. */
    static String normal(String text) {
        boolean backslashes = text.contains("\\");
        String path = HostPaths.normal(text);
        if (!HostPaths.isAbsolute(path) || (backslashes && path.startsWith("/"))) {
            return text;
        }
        return backslashes ? path.replace('/', '\\') : path;
    }
}
