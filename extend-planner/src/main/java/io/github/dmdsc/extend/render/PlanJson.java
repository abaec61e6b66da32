package io.github.dmdsc.extend.render;

import com.fasterxml.jackson.core.JsonLocation;
import com.fasterxml.jackson.core.JsonParseException;
import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.core.util.DefaultIndenter;
import com.fasterxml.jackson.core.util.DefaultPrettyPrinter;
import com.fasterxml.jackson.databind.DeserializationFeature;
import com.fasterxml.jackson.databind.JsonMappingException;
import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import com.fasterxml.jackson.databind.ObjectWriter;
import com.fasterxml.jackson.databind.exc.MismatchedInputException;
import com.fasterxml.jackson.databind.node.ObjectNode;
import io.github.dmdsc.extend.ids.PlanIds;
import io.github.dmdsc.extend.plan.ExtendPlan;
import io.github.dmdsc.extend.rehearse.RehearsalResult;
import io.github.dmdsc.model.Location;
import io.github.dmdsc.model.ModelJson;
import io.github.dmdsc.model.base.VisibleText;
import io.github.dmdsc.model.check.Finding;
import io.github.dmdsc.model.check.Read;
import java.util.List;
import java.util.Optional;
import java.util.regex.Pattern;

/**
 * Writes and reads a plan as JSON. The JSON Schema is the resource {@code plan-3.schema.json} in the package of {@link
 * ExtendPlan}.
 */
public final class PlanJson {
    private static final ObjectMapper MAPPER = ModelJson.mapper()
            .disable(DeserializationFeature.FAIL_ON_UNKNOWN_PROPERTIES)
            .enable(DeserializationFeature.FAIL_ON_TRAILING_TOKENS);
    // The line end is always LF. With the line end of the platform, the same plan would give different files on
    // different systems.
    private static final ObjectWriter WRITER =
            MAPPER.writer(new DefaultPrettyPrinter().withObjectIndenter(new DefaultIndenter("  ", "\n")));

    /** Matches numbers separated by dots. */
    private static final Pattern VERSION = Pattern.compile("[0-9]+(?:\\.[0-9]+)*+");

    private PlanJson() {}

    /** Returns the JSON text of a plan, indented, with a line feed at the end. */
    public static String write(ExtendPlan plan) {
        return text(plan) + "\n";
    }

    /** Returns the JSON text of a plan with the result of a rehearsal as its last member, {@code rehearsal}. */
    public static String write(ExtendPlan plan, RehearsalResult rehearsal) {
        ObjectNode tree = MAPPER.valueToTree(plan);
        tree.set("rehearsal", MAPPER.valueToTree(rehearsal));
        return text(tree) + "\n";
    }

    /**
     * Reads a plan. Unknown members are ignored, and so is the member {@code rehearsal}. Each of these is an ERROR, and
     * then there is no plan:
     *
     * <ul>
     *   <li>EXT-0303: the text is not JSON.
     *   <li>EXT-0304: the format has another major version than {@link ExtendPlan#FORMAT_VERSION}, or the version is
     *       not made of numbers with dots.
     *   <li>EXT-0305: the JSON is not a plan.
     *   <li>EXT-0306: the plan was changed after its id was made.
     *   <li>EXT-0307: two steps have the same id.
     *   <li>EXT-0308: a step depends on a step that does not come before it.
     *   <li>EXT-0311: the JSON has a member twice.
     * </ul>
     *
     * @param json the JSON text
     * @param source the name of the text in findings, for example its path
     * @return the plan, or the error
     */
    public static Read<Optional<ExtendPlan>> read(String json, String source) {
        try {
            List<Finding> twice = DuplicateMembers.find(MAPPER.getFactory(), json, source);
            if (!twice.isEmpty()) {
                return new Read<>(Optional.empty(), twice);
            }
            JsonNode tree = tree(json);
            if (!(tree instanceof ObjectNode object)) {
                return refused(PlanFindings.noPlan(Location.outside(source), "$"));
            }
            JsonNode version = object.path("formatVersion");
            if (!version.isTextual() || !VERSION.matcher(version.textValue()).matches()) {
                return refused(PlanFindings.noVersion(Location.outside(source), version.asText("")));
            }
            if (!major(version.textValue()).equals(major(ExtendPlan.FORMAT_VERSION))) {
                return refused(PlanFindings.version(Location.outside(source), version.textValue()));
            }
            ExtendPlan plan = MAPPER.readValue(json, ExtendPlan.class);
            String id = id(object);
            if (!id.equals(plan.planId())) {
                return refused(PlanFindings.changed(Location.outside(source), plan.planId(), id));
            }
            List<Finding> findings = PlanFindings.order(plan, Location.outside(source));
            return findings.isEmpty()
                    ? new Read<>(Optional.of(plan), List.of())
                    : new Read<>(Optional.empty(), findings);
        } catch (JsonMappingException e) {
            return refused(PlanFindings.noPlan(at(source, e), path(e)));
        } catch (JsonProcessingException e) {
            return refused(PlanFindings.noJson(at(source, e)));
        }
    }

    /** Parses the whole text. Reports text after the JSON value as a syntax error. */
    private static JsonNode tree(String json) throws JsonProcessingException {
        try {
            return MAPPER.readTree(json);
        } catch (MismatchedInputException e) {
            throw new JsonParseException(null, e.getOriginalMessage(), e.getLocation(), e);
        }
    }

    /** Returns the id that the plan must have, or {@code -} if the JSON has a number that a plan cannot contain. */
    private static String id(ObjectNode plan) {
        try {
            return PlanIds.of(plan);
        } catch (IllegalArgumentException e) {
            return "-";
        }
    }

    private static Location at(String source, JsonProcessingException e) {
        JsonLocation location = e.getLocation();
        return location == null ? Location.outside(source) : at(source, location);
    }

    static Location at(String source, JsonLocation location) {
        return new Location("", source, Math.max(location.getLineNr(), 0), Math.max(location.getColumnNr(), 0));
    }

    private static String path(JsonMappingException e) {
        StringBuilder path = new StringBuilder("$");
        for (JsonMappingException.Reference each : e.getPath()) {
            path.append(each.getFieldName() == null ? "[" + each.getIndex() + "]" : "." + each.getFieldName());
        }
        return path.toString();
    }

    /**
     * Returns any value of dmdsc as indented JSON, without a line feed at the end. Invisible characters are escaped.
     *
     * @throws IllegalArgumentException if the value cannot be written as JSON
     */
    public static String text(Object value) {
        try {
            return VisibleText.ofLines(WRITER.writeValueAsString(value));
        } catch (JsonProcessingException e) {
            throw new IllegalArgumentException("not a value of this library", e);
        }
    }

    private static String major(String version) {
        return version.split("\\.", -1)[0];
    }

    private static Read<Optional<ExtendPlan>> refused(Finding finding) {
        return new Read<>(Optional.empty(), List.of(finding));
    }
}
