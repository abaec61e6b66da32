package io.github.dmdsc.extend.rehearse;

import io.github.dmdsc.model.FileId;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;

/**
 * The registered services.
 *
 * @param processes the services of the new host, with the process that each starts
 * @param monitors the services of the monitors, by the monitor's file
 */
record RegisteredServices(Map<String, ForwardAct.Start> processes, Map<FileId, String> monitors) {
    RegisteredServices {
        processes = Map.copyOf(processes);
        monitors = Map.copyOf(monitors);
    }

    /** Returns the services before the first step: those of the existing monitors that the request lists. */
    static RegisteredServices of(PlanContext context) {
        Map<FileId, String> monitors = new TreeMap<>();
        context.plan().request().monitorServices().stream()
                .filter(each -> context.base().contains(each.file()))
                .forEach(each -> monitors.put(each.file(), each.service()));
        return new RegisteredServices(Map.of(), monitors);
    }

    RegisteredServices with(String name, ForwardAct.Start start) {
        Map<String, ForwardAct.Start> next = new TreeMap<>(processes);
        next.put(name, start);
        return new RegisteredServices(next, monitors);
    }

    RegisteredServices with(FileId monitor, String name) {
        Map<FileId, String> next = new TreeMap<>(monitors);
        next.put(monitor, name);
        return new RegisteredServices(processes, next);
    }

    /** Returns the files of the monitors that a service of a host runs. */
    List<FileId> monitors(String host, String name) {
        return monitors.entrySet().stream()
                .filter(each ->
                        each.getKey().host().equals(host) && each.getValue().equals(name))
                .map(Map.Entry::getKey)
                .sorted()
                .toList();
    }
}
