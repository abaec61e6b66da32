package io.github.dmdsc.extend.cli;

import static java.util.Map.entry;

import io.github.dmdsc.extend.plan.Question;
import io.github.dmdsc.model.Location;
import io.github.dmdsc.model.check.Finding;
import io.github.dmdsc.model.check.Input;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;

/**
 * Maps the names of inputs of the library to options of the command line, and back. The findings of the library name
 * inputs, such as {@code request.cssPort}; the command line shows options, such as {@code --css-port}.
 */
final class Flags {
    /** The options by the name of the input. */
    static final Map<String, String> OPTIONS = Map.ofEntries(
            entry("request.host", "--host"),
            entry("request.serviceHost", "--service-host"),
            entry("request.cssPort", "--css-port"),
            entry("request.asmPort", "--asm-port"),
            entry("request.shmKey", "--shm-key"),
            entry("request.shmSize", "--shm-size"),
            entry("request.dbPort", "--db-port"),
            entry("request.malPort", "--mal-port"),
            entry("request.asmMalPort", "--asm-mal-port"),
            entry("request.cssName", "--css-name"),
            entry("request.asmName", "--asm-name"),
            entry("request.dbName", "--db-name"),
            entry("request.configPath", "--config-path"),
            entry("request.logFiles", "--log-file"),
            entry("request.logSize", "--log-size"),
            entry("request.dcrvDisks", "--dcrv-disk"),
            entry("request.binDirectory", "--bin"),
            entry("request.monitor", "--monitor"),
            entry("request.monitorServices", "--monitor-service"),
            entry("request.remoteArchives", "--remote-archives"),
            entry("request.dcrConfig", "--dcr-config"),
            entry("request.values", "--value"),
            entry("request.sameMachine", "--same-machine"),
            entry("request.services", "--services"),
            entry("request.strict", "--strict"),
            entry("request.waivers", "--waive"),
            entry("request.limits", "--limits"),
            entry("collect.dmdcr", "--dmdcr"),
            entry("collect.also", "--also"),
            entry("collect.programs", "--bin"),
            entry("collect.dcrvDisk", "--dcrv-disk"),
            entry("collect.export", "--no-export"),
            entry("dcrConfig", "--dcr-config"),
            entry("charset", "--charset"),
            entry("run.from", "--from"),
            entry("recovery", "dmdsc status --failed"));

    private Flags() {}

    /** Returns the option that answers a question, up to and including the equals sign. */
    static String optionFor(Question question) {
        String input = "request." + question.attribute();
        return option(input.equals("request.values") ? input + " " + question.name() : input) + "=";
    }

    /** Returns the findings with options in place of inputs. */
    static List<Finding> withOptions(List<Finding> findings) {
        return withOptions(findings, Map.of());
    }

    /**
     * Returns the findings with options in place of inputs. An attribute that the request file gives is replaced by its
     * place in that file.
     *
     * @param places the places in the request file, by the name of the attribute
     */
    static List<Finding> withOptions(List<Finding> findings, Map<String, Location> places) {
        return findings.stream().map(finding -> withOptions(finding, places)).toList();
    }

    private static Finding withOptions(Finding finding, Map<String, Location> places) {
        Map<String, Object> parameters = new LinkedHashMap<>(finding.parameters());
        parameters.replaceAll((name, value) -> shown(value, places));
        return finding.withPrimary(withOptions(finding.primary(), places))
                .withRelated(finding.related().stream()
                        .map(place -> withOptions(place, places))
                        .toList())
                .withParameters(parameters);
    }

    private static Object shown(Object parameter, Map<String, Location> places) {
        if (parameter instanceof Input input) {
            return option(input.toString());
        }
        return parameter instanceof Location location ? withOptions(location, places) : parameter;
    }

    private static Location withOptions(Location place, Map<String, Location> places) {
        if (!place.host().isEmpty()) {
            return place;
        }
        Location given = places.get(place.path().split(" ", 2)[0].replaceFirst("^request\\.", ""));
        return given == null ? new Location("", option(place.path()), place.line(), place.column()) : given;
    }

    private static String option(String input) {
        return replaceName(input, OPTIONS);
    }

    /**
     * Returns the input for an option with an optional value, as the command line has printed them in a finding.
     * Returns any other text as it is.
     */
    static String input(String shown) {
        return OPTIONS.entrySet().stream()
                .filter(each -> each.getKey().startsWith("request."))
                .map(each -> replaceName(shown, Map.of(each.getValue(), each.getKey())))
                .filter(input -> !input.equals(shown))
                .findFirst()
                .orElse(shown);
    }

    /** Replaces the name at the start of the text. Keeps the value that may follow after a blank. */
    private static String replaceName(String text, Map<String, String> names) {
        String name = text.split(" ", 2)[0];
        String other = names.get(name);
        return other == null ? text : other + text.substring(name.length());
    }
}
