package io.github.dmdsc.extend.target;

import com.github.difflib.DiffUtils;
import com.github.difflib.patch.AbstractDelta;
import io.github.dmdsc.extend.plan.Provenance;
import io.github.dmdsc.ini.IniDocument;
import io.github.dmdsc.ini.IniEntry;
import io.github.dmdsc.ini.IniSection;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/** Explains every line of a file that is new or changed by what caused it. */
final class Explanation {
    private final IniDocument document;
    private final List<Cause> causes;
    private final Map<Integer, Optional<Cause>> byLine = new HashMap<>();

    private Explanation(IniDocument after, List<Cause> causes) {
        this.document = after;
        this.causes = causes;
    }

    /** One for each changed line, in the order of the lines; a line that nothing explains has none. */
    static List<Provenance> of(IniDocument before, IniDocument after, List<Cause> causes) {
        Explanation explanation = new Explanation(after, causes);
        explanation.look();
        List<Provenance> provenance = new ArrayList<>();
        for (AbstractDelta<String> delta :
                DiffUtils.diff(lines(before.toBytes()), lines(after.toBytes())).getDeltas()) {
            int first = delta.getTarget().getPosition() + 1;
            int end = first + delta.getTarget().size();
            explanation.passOverNewLineEnds(delta, first);
            for (int line = first; line < end; line++) {
                int at = line;
                explanation
                        .cause(line, first, end)
                        .ifPresent(cause -> provenance.add(new Provenance(at, cause.what(), cause.decision())));
            }
        }
        return provenance;
    }

    private void look() {
        for (IniSection section : document.sections()) {
            if (section.index() > 0) {
                byLine.put(section.line(), find(section.name(), "[" + section.name() + "]"));
            }
            for (IniEntry entry : section.entries()) {
                byLine.put(entry.line(), find(section.name(), entry.key()));
            }
        }
    }

    /** A section that is new as a whole is caused by what its parameters are. */
    private Optional<Cause> find(String section, String what) {
        return causes.stream()
                .filter(cause -> cause.explains(section, what))
                .findFirst()
                .or(() -> what.startsWith("[")
                        ? causes.stream()
                                .filter(cause -> cause.section().equalsIgnoreCase(section))
                                .findFirst()
                                .map(cause -> new Cause(section, what, cause.decision()))
                        : Optional.empty());
    }

    /** A last line that only got its line end belongs to what came behind it. */
    private void passOverNewLineEnds(AbstractDelta<String> delta, int first) {
        String old = delta.getSource().getLines().isEmpty()
                ? ""
                : delta.getSource().getLines().get(delta.getSource().size() - 1);
        for (int i = 0; i < delta.getTarget().size(); i++) {
            String fresh = delta.getTarget().getLines().get(i);
            if (fresh.stripTrailing().equals(old.stripTrailing())) {
                byLine.remove(first + i);
            }
        }
    }

    /** A line between others came with them: with what follows it, or else with what stands before it. */
    private Optional<Cause> cause(int line, int first, int end) {
        for (int at = line; at < end; at++) {
            if (byLine.containsKey(at)) {
                return byLine.get(at);
            }
        }
        for (int at = line; at >= first; at--) {
            if (byLine.containsKey(at)) {
                return byLine.get(at);
            }
        }
        return Optional.empty();
    }

    /** Cut as the document cuts them, so that their numbers are its numbers. */
    private static List<String> lines(byte[] bytes) {
        List<String> lines = new ArrayList<>();
        int begin = 0;
        for (int i = 0; i < bytes.length; i++) {
            boolean end = bytes[i] == '\n'
                    || (bytes[i] == '\r' && (i + 1 == bytes.length || bytes[i + 1] != '\n'))
                    || i + 1 == bytes.length;
            if (end) {
                lines.add(new String(bytes, begin, i + 1 - begin, StandardCharsets.ISO_8859_1));
                begin = i + 1;
            }
        }
        return lines;
    }
}
