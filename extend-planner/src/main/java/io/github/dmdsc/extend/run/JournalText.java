package io.github.dmdsc.extend.run;

import com.fasterxml.jackson.core.JsonParser;
import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.DeserializationFeature;
import com.fasterxml.jackson.databind.ObjectMapper;
import io.github.dmdsc.extend.plan.ExtendPlan;
import io.github.dmdsc.extend.plan.Step;
import io.github.dmdsc.model.ModelJson;
import io.github.dmdsc.model.check.Finding;
import io.github.dmdsc.model.check.Read;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Collectors;

/** Reads and writes a journal as text in UTF-8. Each entry is one line: a JSON object and a line feed. */
public final class JournalText {
    private static final ObjectMapper MAPPER = ModelJson.mapper()
            .enable(DeserializationFeature.FAIL_ON_TRAILING_TOKENS)
            .enable(JsonParser.Feature.STRICT_DUPLICATE_DETECTION);

    private JournalText() {}

    /** Returns the line of an entry, including the line feed. */
    public static String line(JournalEntry entry) {
        try {
            return MAPPER.writerFor(JournalEntry.class).writeValueAsString(entry) + "\n";
        } catch (JsonProcessingException e) {
            throw new IllegalArgumentException("every entry can be written", e);
        }
    }

    /**
     * Returns the number of bytes of a journal up to the end of its last complete line. A last line without a line feed
     * was not written completely. Its entry was never kept, so the move after it was never made. Cut such a line off
     * before you append.
     *
     * @param journal the bytes of the journal
     * @return the number of bytes, from 0 to the length of the array
     */
    public static int completeLength(byte[] journal) {
        int end = journal.length;
        while (end > 0 && journal[end - 1] != '\n') {
            end--;
        }
        return end;
    }

    /**
     * Reads the complete lines of a journal. A damaged line, a step that the plan does not have (EXT-0312), or the
     * journal of another plan (EXT-0313) is an ERROR, and no entry is returned: a run that continued from a part of the
     * entries would repeat steps that must not be done twice. Do not append to such a journal, do not cut it, and do not
     * begin the plan without it. A file without a complete line is damaged too, unless it has the beginning of the first
     * line of this plan's journal: it may be another file, which must not be lost. No exception is thrown for a bad
     * journal.
     *
     * @param plan the plan
     * @param journal the bytes of the journal
     * @param source the name of the journal in findings, for example its path
     * @return all entries, none if the journal is new; or empty, with the ERROR, if the journal cannot be used
     */
    public static Read<Optional<List<JournalEntry>>> read(ExtendPlan plan, byte[] journal, String source) {
        Set<String> steps = plan.steps().stream().map(Step::id).collect(Collectors.toSet());
        List<JournalEntry> entries = new ArrayList<>();
        int from = 0;
        int whole = completeLength(journal);
        if (whole == 0 && !isOpening(plan, journal)) {
            return refused(RunFindings.damaged(source, 1));
        }
        for (int line = 1; from < whole; line++) {
            int end = from;
            while (journal[end] != '\n') {
                end++;
            }
            try {
                JournalEntry entry = MAPPER.readValue(
                        new String(Arrays.copyOfRange(journal, from, end), StandardCharsets.UTF_8), JournalEntry.class);
                boolean first = entry instanceof JournalEntry.Opened;
                if (entry == null
                        || first != (line == 1)
                        || !entry.about().map(steps::contains).orElse(true)) {
                    return refused(RunFindings.damaged(source, line));
                } else if (entry instanceof JournalEntry.Opened opened
                        && !opened.plan().equals(plan.planId())) {
                    return refused(RunFindings.otherPlan(source, line, opened.plan(), plan.planId()));
                }
                entries.add(entry);
            } catch (IOException e) {
                return refused(RunFindings.damaged(source, line));
            }
            from = end + 1;
        }
        return new Read<>(Optional.of(List.copyOf(entries)), List.of());
    }

    /** Returns whether an incomplete line is the beginning of the first line of the plan's journal. */
    private static boolean isOpening(ExtendPlan plan, byte[] line) {
        byte[] whole = line(new JournalEntry.Opened(plan.planId())).getBytes(StandardCharsets.UTF_8);
        return Arrays.equals(line, Arrays.copyOf(whole, line.length));
    }

    private static Read<Optional<List<JournalEntry>>> refused(Finding finding) {
        return new Read<>(Optional.empty(), List.of(finding));
    }
}
