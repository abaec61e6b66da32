package io.github.dmdsc.extend.plan;

import io.github.dmdsc.ini.IniDocument;
import io.github.dmdsc.ini.IniEntry;
import io.github.dmdsc.ini.IniLine;
import io.github.dmdsc.ini.IniSection;
import io.github.dmdsc.model.Location;
import io.github.dmdsc.model.check.Finding;
import io.github.dmdsc.model.check.FindingKind;
import io.github.dmdsc.model.check.Messages;
import io.github.dmdsc.model.check.Read;
import io.github.dmdsc.model.check.Severity;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.TreeMap;
import java.util.stream.Collectors;

/**
 * A request in an INI file. Each key is the name of an attribute of {@link ExtendRequest}. A list has one line for each
 * value, all with the same key. The section {@code [values]} holds {@link ExtendRequest#values()}; its keys are the
 * names that a {@link Question} gives. A file that begins with a brace is read as JSON, in the form in which {@link
 * io.github.dmdsc.model.ModelJson} writes a request.
 *
 * @param request the request
 * @param places the place in the file of each attribute, by the name of the attribute; for a list, the first line
 */
public record RequestFile(ExtendRequest request, Map<String, Location> places) {
    private static final Messages MESSAGES = Messages.beside(RequestFile.class);
    private static final FindingKind NO_LINE = FindingKind.of(MESSAGES, "EXT-0401", Severity.ERROR);
    private static final FindingKind UNKNOWN = FindingKind.of(MESSAGES, "EXT-0402", Severity.ERROR);
    private static final FindingKind NO_VALUE = FindingKind.of(MESSAGES, "EXT-0403", Severity.ERROR);
    private static final FindingKind TWICE = FindingKind.of(MESSAGES, "EXT-0404", Severity.ERROR);
    private static final FindingKind NO_HOST = FindingKind.of(MESSAGES, "EXT-0405", Severity.ERROR);
    static final String VALUES = "values";
    static final String HOST = "host";

    public RequestFile {
        places = Map.copyOf(places);
    }

    /**
     * Reads a request. Each of these is an ERROR, and then there is no request: a line or a JSON text that cannot be
     * read (EXT-0401), an unknown key or section (EXT-0402), a value that the attribute does not take (EXT-0403), a key
     * that is given twice (EXT-0404), and a file without {@code host} (EXT-0405). No exception is thrown for a bad
     * file.
     *
     * @param bytes the bytes of the file: INI in UTF-8 or GB18030, JSON in UTF-8
     * @param name the name of the file, for the places of the findings
     */
    public static Read<Optional<RequestFile>> read(byte[] bytes, String name) {
        for (byte b : bytes) {
            if (b == 0) {
                Finding binary =
                        NO_LINE.at(Location.outside(name)).variant("binary").build();
                return new Read<>(Optional.empty(), List.of(binary));
            }
        }
        return JsonRequest.isMeant(bytes)
                ? new JsonRequest(name).read(bytes)
                : new Reader(name).read(IniDocument.parse(bytes));
    }

    static Finding noJson(Location at) {
        return NO_LINE.at(at).variant("json").build();
    }

    static Finding noHost(Location at) {
        return NO_HOST.at(at).build();
    }

    static Finding twice(Location at, Location before, String key) {
        return TWICE.at(at).against(before).with("key", key).build();
    }

    static Finding noValue(Location at, String key, String given, String form) {
        // A request file with open questions has the form where a value has no suggestion.
        return NO_VALUE.at(at)
                .variant(given.equals(form) ? "form" : "")
                .with("key", key)
                .with("given", shortened(given))
                .with("form", form)
                .build();
    }

    /** Returns a text of at most 120 characters, so that a finding stays readable. */
    private static String shortened(String text) {
        int limit = 120;
        return text.codePointCount(0, text.length()) <= limit
                ? text
                : text.substring(0, text.offsetByCodePoints(0, limit)) + "…";
    }

    /**
     * Returns the finding for a value in JSON.
     *
     * @param form the form of a text that the attribute takes; empty for the values without an attribute
     * @param json the form of the value as JSON
     */
    static Finding noJsonValue(Location at, String key, String given, Optional<String> form, String json) {
        return form.filter(given::equals)
                .map(left -> noValue(at, key, given, left))
                .orElseGet(() -> NO_VALUE.at(at)
                        .variant("json")
                        .with("key", key)
                        .with("given", given)
                        .with("form", json)
                        .build());
    }

    static Finding unknown(Location at, String key) {
        return UNKNOWN.at(at)
                .with("key", shortened(key))
                .with(
                        "known",
                        RequestAttribute.ALL.stream()
                                .map(RequestAttribute::name)
                                .toList())
                .build();
    }

    /**
     * The text of an INI file that holds a request. For each open question it has a comment with the question, the
     * values of the existing nodes, and a commented line for the answer. That line holds the suggestion, or the form of
     * the answer if there is no suggestion. A value of the request for which a question is open is left out.
     *
     * @param request the request
     * @param open the open questions
     * @param locale the language of the comments: Chinese for a Chinese locale, otherwise English
     */
    public static String text(ExtendRequest request, List<Question> open, Locale locale) {
        StringBuilder text = new StringBuilder();
        Set<String> asked = open.stream().map(RequestFile::key).collect(Collectors.toSet());
        for (RequestAttribute attribute : RequestAttribute.ALL) {
            if (!asked.contains(attribute.name())) {
                attribute.get().apply(request).forEach(value -> line(text, "", attribute.name(), value));
            }
        }
        open.stream()
                .filter(question -> RequestAttribute.of(question.attribute()).isPresent())
                .forEach(question -> open(text, question, locale));
        text.append("\n[").append(VALUES).append("]\n");
        Map<String, String> values = new TreeMap<>(request.values());
        values.keySet().removeAll(asked);
        values.forEach((family, value) -> line(text, "", family, value));
        open.stream()
                .filter(question -> RequestAttribute.of(question.attribute()).isEmpty())
                .forEach(question -> open(text, question, locale));
        return text.toString();
    }

    private static void open(StringBuilder text, Question question, Locale locale) {
        text.append("\n# ")
                .append(question.text().in(locale).replace('\n', ' '))
                .append('\n');
        question.evidence()
                .forEach(seen -> text.append("#   ")
                        .append(seen.at())
                        .append(" = ")
                        .append(seen.value())
                        .append('\n'));
        Optional<RequestAttribute> attribute = RequestAttribute.of(question.attribute());
        String form = attribute.map(RequestAttribute::form).orElse("");
        String value = question.suggestion().orElse(form);
        List<String> lines =
                attribute.filter(RequestAttribute::several).isPresent() ? List.of(value.split(",")) : List.of(value);
        lines.forEach(each -> line(text, "#", key(question), each));
    }

    /** The key of the line that answers a question. */
    private static String key(Question question) {
        return RequestAttribute.of(question.attribute())
                .map(RequestAttribute::name)
                .orElse(question.name());
    }

    private static void line(StringBuilder text, String comment, String key, String value) {
        text.append(comment).append(key).append(" = ").append(value).append('\n');
    }

    /** Reads one request file in INI form. */
    private static final class Reader {
        private final String name;
        private final Map<String, List<String>> texts = new LinkedHashMap<>();
        private final Map<String, Location> places = new LinkedHashMap<>();
        private final Map<String, String> values = new TreeMap<>();
        private final List<Finding> findings = new ArrayList<>();
        private final ExtendRequest.Builder request = ExtendRequest.builder();

        Reader(String name) {
            this.name = name;
        }

        Read<Optional<RequestFile>> read(IniDocument document) {
            for (IniLine line : document.malformed()) {
                findings.add(NO_LINE.at(place(line.number(), line.column()))
                        .with("text", shortened(line.text().strip()))
                        .build());
            }
            document.global().entries().forEach(this::attribute);
            for (IniSection section : document.sections()) {
                if (section.name().equals(VALUES)) {
                    section.entries().forEach(this::value);
                } else if (!section.equals(document.global())) {
                    findings.add(unknown(place(section.line(), section.column()), "[" + section.name() + "]"));
                }
            }
            if (!texts.containsKey(HOST)) {
                findings.add(noHost(Location.outside(name)));
            }
            findings.sort(Finding.ORDER);
            return new Read<>(
                    findings.isEmpty()
                            ? Optional.of(new RequestFile(request.values(values).build(), places))
                            : Optional.empty(),
                    findings);
        }

        private void attribute(IniEntry entry) {
            Location at = place(entry.line(), entry.keyColumn());
            Optional<RequestAttribute> attribute = RequestAttribute.of(entry.key());
            Location before = places.putIfAbsent(entry.key(), place(entry.line(), entry.valueColumn()));
            if (attribute.isEmpty()) {
                findings.add(unknown(at, entry.key()));
            } else if (before != null && !attribute.get().several()) {
                findings.add(twice(at, before, entry.key()));
            } else {
                take(attribute.get(), entry);
            }
        }

        private void take(RequestAttribute attribute, IniEntry entry) {
            List<String> given = texts.computeIfAbsent(entry.key(), key -> new ArrayList<>());
            given.add(entry.value());
            try {
                if (!entry.value().isEmpty() && !entry.value().equals(attribute.form())) {
                    attribute.put().accept(request, given);
                    return;
                }
            } catch (IllegalArgumentException refused) {
                // The exception's message is not needed: the finding shows the expected form in the user's language.
            }
            findings.add(
                    noValue(place(entry.line(), entry.valueColumn()), entry.key(), entry.value(), attribute.form()));
        }

        private void value(IniEntry entry) {
            Location at = place(entry.line(), entry.keyColumn());
            Location before = places.putIfAbsent(VALUES + " " + entry.key(), at);
            if (before != null) {
                findings.add(twice(at, before, entry.key()));
            }
            values.put(entry.key(), entry.value());
        }

        private Location place(int line, int column) {
            return new Location("", name, line, column);
        }
    }
}
