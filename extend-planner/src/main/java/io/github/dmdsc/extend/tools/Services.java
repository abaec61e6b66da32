package io.github.dmdsc.extend.tools;

import io.github.dmdsc.extend.plan.Control;
import io.github.dmdsc.extend.plan.Tool;
import io.github.dmdsc.model.GroupType;
import io.github.dmdsc.model.StorageEdition;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;

/** The names of services that Dameng's installer makes: a prefix for the process, then the given name. */
public final class Services {
    /** The name of the installer's template for dmcssm, the same in both editions (Linux script manual, table 2.1). */
    private static final String MONITOR_PREFIX = "DmCSSMonitorService";

    private Services() {}

    /** The name of the service that the installer makes for a process. */
    public static String name(GroupType process, StorageEdition edition, String given) {
        return prefix(process, edition) + given;
    }

    /** Returns the arguments of the installer for a service, without the name of the service. */
    public static List<String> arguments(Control.RegisterService action, StorageEdition edition) {
        List<String> arguments = new ArrayList<>(
                List.of("-t", Tool.server(action.process(), edition).program()));
        action.dmIni().ifPresent(file -> arguments.addAll(List.of("-dm_ini", file.path())));
        arguments.addAll(List.of("-dcr_ini", action.dmdcr().path()));
        action.after().ifPresent(service -> arguments.addAll(List.of("-y", service + ".service")));
        return arguments;
    }

    /**
     * Returns the arguments of the installer for the service of a monitor, without the name. The installer cannot make
     * a monitor wait for another service.
     */
    public static List<String> arguments(Control.RegisterMonitor action) {
        return List.of("-t", Tool.DMCSSM.program(), "-cssm_ini", action.file().path());
    }

    /** Returns the name of the service that a monitor gets if no name is given for it. */
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

    /**
     * Returns the name that the installer must be given for a service; empty if the installer cannot make that service.
     */
    static Optional<String> given(GroupType process, StorageEdition edition, String service) {
        return behind(prefix(process, edition), service);
    }

    /**
     * Returns the name that the installer must be given for the service of a monitor; empty if the installer cannot
     * make that service.
     */
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
