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
import io.github.dmdsc.extend.plan.ExtendPlan;
import io.github.dmdsc.extend.plan.PlanIds;
import io.github.dmdsc.extend.rehearse.Certificate;
import io.github.dmdsc.model.Location;
import io.github.dmdsc.model.ModelJson;
import io.github.dmdsc.model.check.Finding;
import io.github.dmdsc.model.check.Read;
import io.github.dmdsc.model.check.VisibleText;
import java.util.List;
import java.util.Optional;
import java.util.regex.Pattern;

/** A plan as JSON: its normative form. Its JSON Schema lies beside {@link ExtendPlan}, {@code plan-2.schema.json}. */
public final class PlanJson {
    private static final ObjectMapper MAPPER = ModelJson.mapper()
            .disable(DeserializationFeature.FAIL_ON_UNKNOWN_PROPERTIES)
            .enable(DeserializationFeature.FAIL_ON_TRAILING_TOKENS);
    // Its own line feed: the platform's would make plans differ between systems.
    private static final ObjectWriter WRITER =
            MAPPER.writer(new DefaultPrettyPrinter().withObjectIndenter(new DefaultIndenter("  ", "\n")));

    /** Numbers with dots between them. */
    private static final Pattern VERSION = Pattern.compile("[0-9]+(?:\\.[0-9]+)*+");

    private PlanJson() {}

    /** The text of a plan, indented, with a final newline. */
    public static String write(ExtendPlan plan) {
        return text(plan) + "\n";
    }

    /** The text of a plan that has as its last member, {@code rehearsal}, what was rehearsed. */
    public static String write(ExtendPlan plan, Certificate rehearsal) {
        ObjectNode tree = MAPPER.valueToTree(plan);
        tree.set("rehearsal", MAPPER.valueToTree(rehearsal));
        return text(tree) + "\n";
    }

    /**
     * Reads a plan. Members that this version does not know are passed over; another major version and a version that is
     * no number are refused (EXT-0304), as is what is no JSON (EXT-0303), has a member twice (EXT-0311), is no plan
     * (EXT-0305), or is no longer the plan that its id was made for (EXT-0306), or whose steps cannot be told apart
     * (EXT-0307) or put in an order (EXT-0308).
     *
     * @param source what the text is called in findings, for example its path
     */
    public static Read<Optional<ExtendPlan>> read(String json, String source) {
        try {
            List<Finding> twice = DuplicateMembers.in(MAPPER.getFactory(), json, source);
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

    /** Text behind the tree is an error of the text, not of a member. */
    private static JsonNode tree(String json) throws JsonProcessingException {
        try {
            return MAPPER.readTree(json);
        } catch (MismatchedInputException e) {
            throw new JsonParseException(null, e.getOriginalMessage(), e.getLocation(), e);
        }
    }

    /** The id that a plan should have; of one with a number that no plan holds there is none. */
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

    /** Any value of this library as indented JSON; characters that no screen shows are escaped. */
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
