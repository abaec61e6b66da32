package io.github.dmdsc.extend.render;

import com.fasterxml.jackson.core.JsonFactory;
import com.fasterxml.jackson.core.JsonParser;
import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.core.JsonToken;
import io.github.dmdsc.model.check.Finding;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.util.ArrayDeque;
import java.util.ArrayList;
import java.util.Deque;
import java.util.HashSet;
import java.util.List;
import java.util.Set;

/** Finds members that a JSON object has twice. JSON parsers differ in which of the two they use. */
final class DuplicateMembers {
    /** The most findings that are returned. */
    private static final int MAX_FINDINGS = 100;

    private DuplicateMembers() {}

    /**
     * Returns a finding for each duplicate member.
     *
     * @throws JsonProcessingException if the text is not JSON
     */
    static List<Finding> find(JsonFactory factory, String json, String source) throws JsonProcessingException {
        List<Finding> findings = new ArrayList<>();
        Deque<Set<String>> open = new ArrayDeque<>();
        try (JsonParser parser = factory.createParser(json)) {
            for (JsonToken token = parser.nextToken();
                    token != null && findings.size() < MAX_FINDINGS;
                    token = parser.nextToken()) {
                if (token == JsonToken.START_OBJECT) {
                    open.push(new HashSet<>());
                } else if (token == JsonToken.END_OBJECT) {
                    open.pop();
                } else if (token == JsonToken.FIELD_NAME && !open.getFirst().add(parser.currentName())) {
                    findings.add(PlanFindings.duplicateMember(
                            PlanJson.at(source, parser.currentTokenLocation()),
                            parser.getParsingContext().pathAsPointer().toString()));
                }
            }
        } catch (JsonProcessingException noJson) {
            throw noJson;
        } catch (IOException impossible) {
            throw new UncheckedIOException("a text can be read", impossible);
        }
        return List.copyOf(findings);
    }
}
