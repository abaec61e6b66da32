package io.github.dmdsc.extend.values;

import io.github.dmdsc.extend.plan.Evidence;
import io.github.dmdsc.extend.plan.ExtendRequest;
import java.util.List;
import java.util.Optional;

/**
 * Infers the redo log files of the new node and their size.
 *
 * @param logFiles the redo log files of the existing nodes
 * @param request the request
 * @param infer decides on values or asks for them
 * @param assignment collects refused values
 */
record NewLogFiles(LogFiles logFiles, ExtendRequest request, Inference infer, Assignment assignment) {
    private static final int MIN_SIZE = 64;
    private static final int MAX_SIZE = 8192;
    private static final String SIZES = MIN_SIZE + "…" + MAX_SIZE;

    /**
     * Returns the files: those that continue the files of the other nodes, if these are known; otherwise those of the
     * request.
     */
    List<String> files(Substitution names) {
        request.logFiles()
                .forEach(path -> logFiles.place(path)
                        .ifPresent(place -> assignment.refuseTaken(ValueFamily.LOG_FILES, "path", path, place)));
        Optional<List<String>> next = logFiles.next(names);
        if (next.isPresent() && !request.strict()) {
            String text = infer.derived(ValueFamily.LOG_FILES, String.join(",", next.get()), logFiles.seen());
            return request.logFiles().isEmpty() ? List.of(text.split(",", -1)) : request.logFiles();
        }
        Optional<String> suggestion = next.map(files -> String.join(",", files))
                .or(() -> infer.likely(ValueFamily.DB_NAME).flatMap(logFiles::suggestion));
        infer.request(ValueFamily.LOG_FILES, logFiles.seen(), suggestion);
        return request.logFiles();
    }

    /**
     * Whether a text is the size of a redo log file in MB. dminit accepts up to 8192 MB, in older editions up to 2048
     * MB (SQL manual, ALTER DATABASE).
     */
    private static boolean isLogSize(String text) {
        return text.matches("[1-9][0-9]{0,4}")
                && Integer.parseInt(text) >= MIN_SIZE
                && Integer.parseInt(text) <= MAX_SIZE;
    }

    /** Returns the size of the other nodes' files, if it is known and equal; otherwise that of the request. */
    Optional<String> size() {
        List<Evidence> seen = logFiles.sizes();
        boolean equal = seen.stream().map(Evidence::value).distinct().count() == 1;
        Optional<String> size = equal
                ? infer.text(ValueFamily.LOG_SIZE, seen)
                : infer.request(ValueFamily.LOG_SIZE, seen, Optional.empty());
        size.filter(text -> !isLogSize(text))
                .ifPresent(text -> assignment.refuse(ValueFamily.LOG_SIZE, "size", text, SIZES));
        return size;
    }
}
