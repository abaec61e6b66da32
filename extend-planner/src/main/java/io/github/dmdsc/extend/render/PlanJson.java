package io.github.dmdsc.extend.render;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.core.util.DefaultIndenter;
import com.fasterxml.jackson.core.util.DefaultPrettyPrinter;
import com.fasterxml.jackson.databind.DeserializationFeature;
import com.fasterxml.jackson.databind.ObjectMapper;
import com.fasterxml.jackson.databind.ObjectWriter;
import io.github.dmdsc.extend.plan.ExtendPlan;
import io.github.dmdsc.model.ModelJson;

/** A plan as JSON: its normative form. */
public final class PlanJson {
    private static final ObjectMapper MAPPER =
            ModelJson.mapper().disable(DeserializationFeature.FAIL_ON_UNKNOWN_PROPERTIES);
    // Its own line feed: the platform's would make plans differ between systems.
    private static final ObjectWriter WRITER =
            MAPPER.writer(new DefaultPrettyPrinter().withObjectIndenter(new DefaultIndenter("  ", "\n")));

    private PlanJson() {}

    /** The text of a plan, indented, with a final newline. */
    public static String write(ExtendPlan plan) {
        return text(plan) + "\n";
    }

    /**
     * Reads a plan. Members that this version does not know are passed over.
     *
     * @throws IllegalArgumentException if the text is no plan, or of another major version
     */
    public static ExtendPlan read(String json) {
        try {
            ExtendPlan plan = MAPPER.readValue(json, ExtendPlan.class);
            if (!major(plan.formatVersion()).equals(major(ExtendPlan.FORMAT_VERSION))) {
                throw new IllegalArgumentException("format version " + plan.formatVersion() + " is not read here");
            }
            return plan;
        } catch (JsonProcessingException e) {
            throw new IllegalArgumentException("no plan: " + e.getOriginalMessage(), e);
        }
    }

    /** Any value of this library as indented JSON. */
    public static String text(Object value) {
        try {
            return WRITER.writeValueAsString(value);
        } catch (JsonProcessingException e) {
            throw new IllegalArgumentException("not a value of this library", e);
        }
    }

    private static String major(String version) {
        int dot = version.indexOf('.');
        return dot < 0 ? version : version.substring(0, dot);
    }
}
