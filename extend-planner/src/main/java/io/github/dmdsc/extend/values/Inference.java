package io.github.dmdsc.extend.values;

import io.github.dmdsc.extend.plan.Decision;
import io.github.dmdsc.extend.plan.Evidence;
import io.github.dmdsc.extend.plan.Question;
import io.github.dmdsc.model.Port;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.function.Predicate;
import java.util.stream.Stream;

/**
 * Finds the values of a new node, one family after the other. The order is: the value in the request, the value that
 * all nodes share, the continuation of a progression or pattern, a question. Collects its decisions and questions. One
 * instance serves one plan; not thread-safe.
 */
public final class Inference {
    /** A part of a text that is, or looks like, an IPv4 or IPv6 address. */
    private static final java.util.regex.Pattern ADDRESS = java.util.regex.Pattern.compile(
            "(?<![0-9.])[0-9]{1,3}(?:\\.[0-9]{1,3}){3}(?![0-9])|(?<![0-9A-Za-z:])[0-9A-Fa-f]{0,4}(?::[0-9A-Fa-f]{0,4}){2,7}");

    private static final int MAX_SUGGESTIONS = 100;

    private final boolean strict;
    private final Map<String, String> explicit;
    private final Map<String, Decision> decisions = new LinkedHashMap<>();
    private final Map<String, Question> questions = new LinkedHashMap<>();

    /**
     * @param strict whether to infer only values on which all nodes agree
     * @param explicit the values that the request gives, by family
     */
    public Inference(boolean strict, Map<String, String> explicit) {
        this.strict = strict;
        this.explicit = Map.copyOf(explicit);
    }

    /** Returns the decisions, in the order in which they were made. */
    public List<Decision> decisions() {
        return List.copyOf(decisions.values());
    }

    /** Returns the questions, in the order in which they came up. */
    public List<Question> questions() {
        return List.copyOf(questions.values());
    }

    /** Returns the decided value of a family, or an empty value if the family is a question; empty if it is neither. */
    Optional<Given> settled(String name) {
        Optional<Decision> decided = Optional.ofNullable(decisions.get(name));
        return decided.isPresent() || questions.containsKey(name)
                ? Optional.of(new Given(name, decided.map(Decision::value)))
                : Optional.empty();
    }

    /** Whether the request gives a value. */
    boolean isExplicit(String name) {
        return explicit.containsKey(name);
    }

    /** Whether a value is asked for. */
    boolean isAsked(String name) {
        return questions.containsKey(name);
    }

    /** Returns the decided value of a family, or the suggestion of the question about it; empty if there is neither. */
    Optional<String> likely(String name) {
        return Optional.ofNullable(decisions.get(name))
                .map(Decision::value)
                .or(() -> Optional.ofNullable(questions.get(name)).flatMap(Question::suggestion));
    }

    /** Turns an inferred value into a question, because the value is in use. */
    void taken(String name) {
        Decision inferred = decisions.remove(name);
        if (inferred != null) {
            add(Question.Why.TAKEN, name, inferred.evidence(), Optional.of(inferred.value()), Optional.empty());
        }
    }

    /** Infers a port. */
    public Optional<String> number(String name, List<Evidence> seen) {
        Optional<String> given = given(name, seen);
        if (given.isPresent()) {
            return given;
        }
        List<Integer> numbers = new ArrayList<>();
        for (Evidence sample : seen) {
            numbers.add(Integer.parseInt(sample.value()));
        }
        // If the next number is too large for a port, the numbers are no progression.
        Optional<String> next = Pattern.progression(numbers)
                .filter(number -> number <= Port.MAX)
                .map(String::valueOf);
        boolean equal = numbers.size() > 1 && numbers.stream().distinct().count() == 1;
        if (equal && !strict) {
            return decide(name, String.valueOf(numbers.get(0)), Decision.How.SAME, seen);
        }
        if (next.isPresent() && !strict) {
            return decide(name, next.get(), Decision.How.PROGRESSION, seen);
        }
        ask(
                name,
                seen,
                Pattern.passes(numbers, Port.MAX) ? Question.Why.TOO_LARGE : Question.Why.IRREGULAR,
                next.or(() -> seen.stream().map(Evidence::value).reduce((first, last) -> last)));
        return Optional.empty();
    }

    /**
     * Infers a number that must be different on every node. If existing nodes have equal numbers, it is the free
     * number.
     */
    public Optional<String> ownNumber(String name, List<Evidence> seen, String free) {
        Optional<String> given = given(name, seen);
        if (given.isPresent()) {
            return given;
        }
        List<Integer> numbers =
                seen.stream().map(each -> Integer.parseInt(each.value())).toList();
        Optional<String> next = Pattern.progression(numbers).map(String::valueOf);
        boolean repeated = numbers.stream().distinct().count() < numbers.size();
        if (repeated && !strict) {
            return decide(name, free, Decision.How.DERIVED, seen);
        }
        if (next.isPresent() && !strict) {
            return decide(name, next.get(), Decision.How.PROGRESSION, seen);
        }
        ask(
                name,
                seen,
                Pattern.passes(numbers, Integer.MAX_VALUE) ? Question.Why.TOO_LARGE : Question.Why.IRREGULAR,
                next.or(() -> Optional.of(free)));
        return Optional.empty();
    }

    /** Infers a text that each node has for itself, for example a name or a directory. */
    public Optional<String> ownText(String name, List<Evidence> seen) {
        return ownText(name, seen, Optional.empty());
    }

    /**
     * Infers a text as {@link #ownText(String, List)} does. If the texts do not continue, the question has this
     * suggestion.
     */
    Optional<String> ownText(String name, List<Evidence> seen, Optional<String> otherwise) {
        Optional<String> given = given(name, seen);
        if (given.isPresent()) {
            return given;
        }
        Optional<String> next = next(Spelling.of(seen));
        if (next.isPresent() && !strict) {
            return decide(name, next.get(), Decision.How.PATTERN, seen);
        }
        ask(name, seen, next.or(() -> otherwise));
        return Optional.empty();
    }

    /**
     * Infers a name that each node has for itself. If the name that continues the others is not allowed, it becomes a
     * question.
     */
    public Optional<String> ownName(String name, List<Evidence> seen, Predicate<String> allowed) {
        Optional<String> next = next(Spelling.of(seen));
        Optional<String> free = next.or(() -> Pattern.further(Spelling.of(seen)))
                .flatMap(first -> Stream.iterate(first, Pattern::numberedOn)
                        .limit(MAX_SUGGESTIONS)
                        .filter(allowed)
                        .findFirst());
        if (explicit.containsKey(name) || next.filter(allowed.negate()).isEmpty()) {
            return ownText(name, seen, free);
        }
        add(Question.Why.TAKEN, name, seen, free, Optional.empty());
        return Optional.empty();
    }

    /** Infers a text that nodes may share: the same text if all agree, even if there is only one node. */
    public Optional<String> text(String name, List<Evidence> seen) {
        Optional<String> given = given(name, seen);
        if (given.isPresent()) {
            return given;
        }
        if (Spelling.of(seen).stream().distinct().count() == 1) {
            return decide(name, seen.get(0).value(), Decision.How.SAME, seen);
        }
        return ownText(name, seen);
    }

    /** Decides on the value that most nodes have, although the first one has none. */
    Optional<String> majority(String name, List<Evidence> seen) {
        return decide(name, seen.get(0).value(), Decision.How.MAJORITY, seen);
    }

    /** Infers a text that only has to be free: the first text of the pattern that is not in use. */
    public Optional<String> freeText(String name, List<Evidence> seen, Predicate<String> taken) {
        Optional<String> given = given(name, seen);
        if (given.isPresent() || seen.isEmpty()) {
            return given;
        }
        List<String> texts = new ArrayList<>(Spelling.of(seen));
        String last = texts.get(texts.size() - 1);
        String next = Pattern.next(texts).orElseGet(() -> Pattern.numberedOn(last));
        boolean continues = Pattern.next(texts).isPresent();
        while (taken.test(next)) {
            texts.add(next);
            String before = next;
            next = Pattern.next(texts).orElseGet(() -> Pattern.numberedOn(before));
        }
        if (strict) {
            ask(name, seen, Optional.of(next));
            return Optional.empty();
        }
        return decide(name, next, continues ? Decision.How.PATTERN : Decision.How.DERIVED, seen);
    }

    /** Returns a value that only the request can give, or asks for it. */
    public Optional<String> request(String name, List<Evidence> seen, Optional<String> suggestion) {
        Optional<String> given = given(name, seen);
        if (given.isEmpty()) {
            ask(Question.Why.REQUEST, name, seen, suggestion);
        }
        return given;
    }

    /**
     * Returns an address from the request, or asks for it with its IPv6 zone, because the addresses of the nodes have
     * one.
     */
    public Optional<String> zoned(String name, List<Evidence> seen) {
        Optional<String> given = given(name, seen);
        if (given.isEmpty()) {
            add(Question.Why.ZONE, name, seen, Optional.empty(), Optional.empty());
        }
        return given;
    }

    /** Returns a value of an existing node that only the request can give, or asks for it. */
    public Optional<String> request(
            String name, List<Evidence> seen, Optional<String> suggestion, Optional<String> member) {
        Optional<String> given = given(name, seen);
        if (given.isEmpty()) {
            Question.Why why = seen.isEmpty() ? Question.Why.NOTHING : Question.Why.REQUEST;
            add(why, name, seen, suggestion, member);
        }
        return given;
    }

    /**
     * Returns the text that continues those of the nodes, unless it holds an address. The next address may belong to
     * another machine, or to none.
     */
    public static Optional<String> next(List<String> texts) {
        return Pattern.next(texts).filter(Inference::holdsNoAddress);
    }

    /** Returns the choice of the request, or asks for it. The question names the consequences of each choice. */
    public Optional<String> choice(String name, List<Evidence> seen, String suggestion) {
        Optional<String> given = given(name, seen);
        if (given.isEmpty()) {
            add(Question.Why.CHOICE, name, seen, Optional.of(suggestion), Optional.empty());
        }
        return given;
    }

    /** Returns the value in the request, or else decides on a value that follows from other values of the new node. */
    public String derived(String name, String value, List<Evidence> seen) {
        return givenOr(name, value, Decision.How.DERIVED, seen);
    }

    /** Returns the value in the request, or else decides on a choice that every other node has made. */
    String sameChoice(String name, String value, List<Evidence> seen) {
        return givenOr(name, value, Decision.How.SAME, seen);
    }

    private String givenOr(String name, String value, Decision.How how, List<Evidence> seen) {
        return given(name, seen).orElseGet(() -> {
            decide(name, value, how, seen);
            return value;
        });
    }

    private Optional<String> given(String name, List<Evidence> seen) {
        Optional<String> value = Optional.ofNullable(explicit.get(name));
        value.ifPresent(text -> decide(name, text, Decision.How.EXPLICIT, seen));
        return value;
    }

    private Optional<String> decide(String name, String value, Decision.How how, List<Evidence> seen) {
        decisions.putIfAbsent(
                name,
                Decision.builder()
                        .name(name)
                        .value(value)
                        .how(how)
                        .evidence(seen)
                        .build());
        return Optional.of(value);
    }

    private void ask(String name, List<Evidence> seen, Optional<String> suggestion) {
        ask(name, seen, Question.Why.IRREGULAR, suggestion);
    }

    private void ask(String name, List<Evidence> seen, Question.Why several, Optional<String> suggestion) {
        Question.Why why = seen.size() == 1 ? Question.Why.ONE : strict ? Question.Why.STRICT : several;
        ask(why, name, seen, suggestion);
    }

    private void ask(Question.Why why, String name, List<Evidence> seen, Optional<String> suggestion) {
        add(seen.isEmpty() ? Question.Why.NOTHING : why, name, seen, suggestion, Optional.empty());
    }

    private void add(
            Question.Why why, String name, List<Evidence> seen, Optional<String> suggestion, Optional<String> member) {
        questions.putIfAbsent(
                name,
                Question.builder()
                        .name(name)
                        .why(why)
                        .evidence(seen)
                        .suggestion(suggestion)
                        // The address in the request lacks its zone in whatever parameter it is used.
                        .attribute(ValueFamily.attribute(why == Question.Why.ZONE ? ValueFamily.HOST : name))
                        .member(member)
                        .build());
    }

    private static boolean holdsNoAddress(String text) {
        return !ADDRESS.matcher(text).find();
    }
}
