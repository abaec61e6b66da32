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

    /** Whether the installer can make a service of that name. */
    public static boolean isUsual(GroupType process, StorageEdition edition, String service) {
        return given(process, edition, service).isPresent();
    }

    /** The name that the installer must be given for a service; empty where the installer cannot make that service. */
    static Optional<String> given(GroupType process, StorageEdition edition, String service) {
        String prefix = prefix(process, edition);
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
