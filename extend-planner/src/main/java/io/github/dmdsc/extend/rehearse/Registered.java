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
record Registered(Map<String, Onward.Start> processes, Map<FileId, String> monitors) {
    Registered {
        processes = Map.copyOf(processes);
        monitors = Map.copyOf(monitors);
    }

    /** Returns the services before the first step: those of the existing monitors that the request lists. */
    static Registered of(Setting setting) {
        Map<FileId, String> monitors = new TreeMap<>();
        setting.plan().request().monitorServices().stream()
                .filter(each -> setting.base().contains(each.file()))
                .forEach(each -> monitors.put(each.file(), each.service()));
        return new Registered(Map.of(), monitors);
    }

    Registered with(String name, Onward.Start start) {
        Map<String, Onward.Start> next = new TreeMap<>(processes);
        next.put(name, start);
        return new Registered(next, monitors);
    }

    Registered with(FileId monitor, String name) {
        Map<FileId, String> next = new TreeMap<>(monitors);
        next.put(monitor, name);
        return new Registered(processes, next);
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
