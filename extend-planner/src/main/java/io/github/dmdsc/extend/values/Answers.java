package io.github.dmdsc.extend.values;

import io.github.dmdsc.extend.plan.ExtendRequest;
import io.github.dmdsc.extend.plan.RemoteArchiveChoice;
import io.github.dmdsc.model.FileId;
import io.github.dmdsc.model.check.Finding;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.function.UnaryOperator;
import java.util.stream.Stream;

/**
 * Moves answers to their attributes. {@link ExtendRequest#values()} may answer every question under the name of the
 * question, even if the answer is a list, a file or a choice and has an attribute of its own.
 */
public final class Answers {
    private final List<Finding> refused = new ArrayList<>();
    private ExtendRequest request;

    /** Moves the answers of a request to their attributes. A value that an attribute has already takes precedence. */
    public Answers(ExtendRequest asked) {
        this.request = asked;
        Map<String, String> left = new LinkedHashMap<>(asked.values());
        if (asked.logFiles().isEmpty()) {
            take(left, ValueFamily.LOG_FILES).ifPresent(text -> change(request -> request.withLogFiles(list(text))));
        }
        if (asked.dcrvDisks().isEmpty()) {
            take(left, ValueFamily.DCRV_DISKS).ifPresent(text -> change(request -> request.withDcrvDisks(list(text))));
        }
        if (asked.monitor().isEmpty()) {
            take(left, ValueFamily.MONITOR).ifPresent(this::monitor);
        }
        if (asked.remoteArchives().isEmpty()) {
            take(left, ValueFamily.REMOTE_ARCHIVES).ifPresent(this::remoteArchives);
        }
        change(request -> GivenPaths.normal(request.withValues(left)));
        Map<String, String> byAttribute = ValueFamily.given(GivenPaths.normal(asked.withValues(Map.of())));
        GivenPaths.normal(asked)
                .values()
                .forEach((family, text) -> Optional.ofNullable(byAttribute.get(family))
                        .filter(other -> !other.equals(text))
                        .ifPresent(other -> refused.add(ExtendFindings.givenTwice(family, text, other))));
    }

    /** Returns the request with every answer in its attribute and every path in normal form. */
    public ExtendRequest request() {
        return request;
    }

    /** Returns a finding for each answer that cannot be read. */
    public List<Finding> refused() {
        return List.copyOf(refused);
    }

    private static Optional<String> take(Map<String, String> values, String family) {
        return Optional.ofNullable(values.remove(family));
    }

    private void change(UnaryOperator<ExtendRequest> change) {
        request = change.apply(request);
    }

    private static List<String> list(String text) {
        return Stream.of(text.split(",", -1)).map(String::strip).toList();
    }

    private void monitor(String text) {
        try {
            FileId file = FileId.parse(text);
            change(request -> request.withMonitor(file));
        } catch (IllegalArgumentException refusedText) {
            // The finding shows the expected form in the language of the user.
            refuse(ValueFamily.MONITOR, text, "<host>:<path>");
        }
    }

    private void remoteArchives(String text) {
        Optional<RemoteArchiveChoice> choice = Stream.of(RemoteArchiveChoice.values())
                .filter(each -> each.name().equalsIgnoreCase(text))
                .findFirst();
        if (choice.isEmpty()) {
            refuse(ValueFamily.REMOTE_ARCHIVES, text, "add, keep");
        }
        change(request -> request.withRemoteArchives(choice));
    }

    private void refuse(String family, String text, String allowed) {
        refused.add(ExtendFindings.notAllowed(family, family, text, allowed));
    }
}
