package io.github.dmdsc.extend.tools;

import io.github.dmdsc.extend.plan.Control;
import io.github.dmdsc.extend.plan.Tool;
import io.github.dmdsc.model.GroupType;
import io.github.dmdsc.model.StorageEdition;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;

/** The names of services as Dameng's installer makes them: a prefix for the process, then the given name. */
public final class Services {
    /** The name of the installer's template for dmcssm, the same in both editions (Linux script manual, table 2.1). */
    private static final String MONITOR_PREFIX = "DmCSSMonitorService";

    private Services() {}

    /** The name of the service that the installer makes for a process. */
    public static String name(GroupType process, StorageEdition edition, String given) {
        return prefix(process, edition) + given;
    }

    /** The installer's arguments for a service, but for its name. */
    public static List<String> arguments(Control.RegisterService action, StorageEdition edition) {
        List<String> arguments = new ArrayList<>(
                List.of("-t", Tool.server(action.process(), edition).program()));
        action.dmIni().ifPresent(file -> arguments.addAll(List.of("-dm_ini", file.path())));
        arguments.addAll(List.of("-dcr_ini", action.dmdcr().path()));
        action.after().ifPresent(service -> arguments.addAll(List.of("-y", service + ".service")));
        return arguments;
    }

    /** The same for a monitor's service; the installer knows nothing that it waits for. */
    public static List<String> arguments(Control.RegisterMonitor action) {
        return List.of("-t", Tool.DMCSSM.program(), "-cssm_ini", action.file().path());
    }

    /** The service that the installer makes for a monitor whose service nobody has named. */
    public static String ofMonitor() {
        return MONITOR_PREFIX + "Monitor";
    }

    /** Whether the installer can make a monitor's service of that name. */
    public static boolean isUsualForMonitor(String service) {
        return givenForMonitor(service).isPresent();
    }

    /** Whether the installer can make a service of that name. */
    public static boolean isUsual(GroupType process, StorageEdition edition, String service) {
        return given(process, edition, service).isPresent();
    }

    /** The name that the installer must be given for a service; empty where the installer cannot make that service. */
    static Optional<String> given(GroupType process, StorageEdition edition, String service) {
        return behind(prefix(process, edition), service);
    }

    /** The same for a monitor's service. */
    static Optional<String> givenForMonitor(String service) {
        return behind(MONITOR_PREFIX, service);
    }

    private static Optional<String> behind(String prefix, String service) {
        return service.startsWith(prefix) && service.length() > prefix.length()
                ? Optional.of(service.substring(prefix.length()))
                : Optional.empty();
    }

    /** The name of the installer's template for a process (Linux script manual, table 2.1). */
    private static String prefix(GroupType process, StorageEdition edition) {
        return switch (process) {
            case CSS -> "DmCSSService";
            case ASM -> edition == StorageEdition.MIRROR ? "DmASMSvrmService" : "DmASMSvrService";
            case DB -> "DmService";
        };
    }
}
