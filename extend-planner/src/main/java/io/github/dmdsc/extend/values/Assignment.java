package io.github.dmdsc.extend.values;

import io.github.dmdsc.model.DcrEndpoint;
import io.github.dmdsc.model.DmIni;
import io.github.dmdsc.model.FileId;
import io.github.dmdsc.model.Location;
import io.github.dmdsc.model.MalInstance;
import io.github.dmdsc.model.ParameterInfo;
import io.github.dmdsc.model.ParameterSet;
import io.github.dmdsc.model.ParameterTable;
import io.github.dmdsc.model.check.Finding;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;

/** Makes values from texts, and collects the texts that the model or a file does not take. */
final class Assignment {
    /** Names that other files refer to; they must not be empty. */
    private static final Set<String> NAMES = Set.of(DcrEndpoint.NAME, MalInstance.NAME, DmIni.INSTANCE_NAME);

    private final List<Finding> refused = new ArrayList<>();

    /** Returns a finding for each value that is not allowed, whether given or inferred. */
    List<Finding> refused() {
        return List.copyOf(refused);
    }

    /** Sets a parameter if the model and a file take the text; otherwise adds a finding. */
    void put(Map<String, List<String>> texts, String family, String key, String value, Class<?> type) {
        Optional<ParameterInfo> known = ParameterTable.any(type).find(key);
        Optional<String> allowed =
                known.filter(named -> named.read(value).isEmpty()).map(ParameterInfo::allowed);
        // A text that is joined from writable texts may still be unwritable: a name that follows a blank may begin a
        // comment.
        Optional<Finding> unwritable = Preconditions.unwritable(family, value);
        if (value.isEmpty() && NAMES.contains(key)) {
            refuse(family, key, value, "<name>");
        } else if (allowed.isPresent()) {
            refuse(family, key, value, allowed.get());
        } else if (unwritable.isPresent()) {
            refuse(unwritable.get());
        } else if (value.isEmpty() && known.isPresent()) {
            // A known parameter with an empty value counts as absent.
            texts.remove(key);
        } else {
            texts.put(key, List.of(value));
        }
    }

    /** Makes a value from the texts of its parameters. */
    <T extends ParameterSet<T>> T make(Class<T> type, Map<String, List<String>> texts, Map<String, String> families) {
        Map<String, List<String>> parameters = new LinkedHashMap<>(texts);
        Optional<String> section =
                Optional.ofNullable(parameters.remove(Samples.SECTION)).map(names -> names.get(0));
        return ParameterTable.of(type).parse(parameters, section, new RequestOrigin(families));
    }

    /** Refuses to infer further archives from a file in which REMOTE archives are missing. */
    void refuseArchives(FileId file) {
        refused.add(ExtendFindings.remoteArchives(Location.of(file)));
    }

    /** Refuses archiving on the new node, because no node has a dmarch.ini from which the new one could be made. */
    void refuseArchiving(int value) {
        refuse(ExtendFindings.noArchives(value));
    }

    void refuse(String family, String key, String value, String allowed) {
        refuse(ExtendFindings.notAllowed(family, key, value, allowed));
    }

    /** Refuses a value because another node has it. */
    void refuseTaken(String family, String key, String value, Location by) {
        refuse(ExtendFindings.taken(family, key, value, by));
    }

    /** Adds a finding, unless its value is refused already. Several parameters may have the value of one family. */
    private void refuse(Finding finding) {
        if (refused.stream().noneMatch(other -> other.primary().equals(finding.primary()))) {
            refused.add(finding);
        }
    }
}
