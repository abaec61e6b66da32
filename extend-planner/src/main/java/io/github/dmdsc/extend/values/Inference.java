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
 * Finds the values of a new node, family by family: explicit, else the same where all nodes agree, else the
 * continuation of a progression or pattern, else a question. Collects what it decided and what it must ask. One
 * instance serves one plan; not thread-safe.
 */
public final class Inference {
    /** Something that is an IPv4 or IPv6 address, or looks like one. */
    private static final java.util.regex.Pattern ADDRESS = java.util.regex.Pattern.compile(
            "(?<![0-9.])[0-9]{1,3}(?:\\.[0-9]{1,3}){3}(?![0-9])|(?<![0-9A-Za-z:])[0-9A-Fa-f]{0,4}(?::[0-9A-Fa-f]{0,4}){2,7}");

    private static final int MAX_SUGGESTIONS = 100;

    private final boolean strict;
    private final Map<String, String> explicit;
    private final Map<String, Decision> decisions = new LinkedHashMap<>();
    private final Map<String, Question> questions = new LinkedHashMap<>();

    /**
     * @param strict whether to infer nothing but what all nodes agree on
     * @param explicit the values that the request gives, by family
     */
    public Inference(boolean strict, Map<String, String> explicit) {
        this.strict = strict;
        this.explicit = Map.copyOf(explicit);
    }

    /** What was decided, in the order in which it was. */
    public List<Decision> decisions() {
        return List.copyOf(decisions.values());
    }

    /** What must be asked, in the order in which it came up. */
    public List<Question> questions() {
        return List.copyOf(questions.values());
    }

    /** What was decided of a family of values, or is asked for already. */
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

    /** What is asked for, with a name that would do where one is known; else what was decided. */
    Optional<String> likely(String name) {
        return Optional.ofNullable(decisions.get(name))
                .map(Decision::value)
                .or(() -> Optional.ofNullable(questions.get(name)).flatMap(Question::suggestion));
    }

    /** Asks for what was inferred, because others have it. */
    void taken(String name) {
        Decision inferred = decisions.remove(name);
        if (inferred != null) {
            add(Question.Why.TAKEN, name, inferred.evidence(), Optional.of(inferred.value()), Optional.empty());
        }
    }

    /** A port that each node has for itself. */
    public Optional<String> number(String name, List<Evidence> seen) {
        Optional<String> given = given(name, seen);
        if (given.isPresent()) {
            return given;
        }
        List<Integer> numbers = new ArrayList<>();
        for (Evidence sample : seen) {
            numbers.add(Integer.parseInt(sample.value()));
        }
        // Where the next one is no port the step means nothing.
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
        ask(name, seen, next.or(() -> seen.stream().map(Evidence::value).reduce((first, last) -> last)));
        return Optional.empty();
    }

    /** A number that no two nodes have, whatever those that are there do: a free one where they do not progress. */
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
        ask(name, seen, next.or(() -> Optional.of(free)));
        return Optional.empty();
    }

    /** A text that each node has for itself: a name, a directory of its own. */
    public Optional<String> ownText(String name, List<Evidence> seen) {
        return ownText(name, seen, Optional.empty());
    }

    /** As {@link #ownText(String, List)}, with a suggestion for texts that do not continue. */
    Optional<String> ownText(String name, List<Evidence> seen, Optional<String> otherwise) {
        Optional<String> given = given(name, seen);
        if (given.isPresent()) {
            return given;
        }
        Optional<String> next = next(values(seen));
        if (next.isPresent() && !strict) {
            return decide(name, next.get(), Decision.How.PATTERN, seen);
        }
        ask(name, seen, next.or(() -> otherwise));
        return Optional.empty();
    }

    /** A name that each node has for itself; a question where the one that continues the others is not allowed. */
    public Optional<String> ownName(String name, List<Evidence> seen, Predicate<String> allowed) {
        Optional<String> next = next(values(seen));
        Optional<String> free = next.or(() -> Pattern.further(values(seen)))
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

    /** A text that nodes may share: the same where all agree, even where there is only one node. */
    public Optional<String> text(String name, List<Evidence> seen) {
        Optional<String> given = given(name, seen);
        if (given.isPresent()) {
            return given;
        }
        if (values(seen).stream().distinct().count() == 1) {
            return decide(name, seen.get(0).value(), Decision.How.SAME, seen);
        }
        return ownText(name, seen);
    }

    /** What most nodes have, where the first one has nothing. */
    Optional<String> majority(String name, List<Evidence> seen) {
        return decide(name, seen.get(0).value(), Decision.How.MAJORITY, seen);
    }

    /** A text that must be free and means nothing besides: the first one of the pattern that is not taken. */
    public Optional<String> freeText(String name, List<Evidence> seen, Predicate<String> taken) {
        Optional<String> given = given(name, seen);
        if (given.isPresent() || seen.isEmpty()) {
            return given;
        }
        List<String> texts = new ArrayList<>(values(seen));
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

    /** A value that only the request can give. */
    public Optional<String> request(String name, List<Evidence> seen, Optional<String> suggestion) {
        Optional<String> given = given(name, seen);
        if (given.isEmpty()) {
            ask(Question.Why.REQUEST, name, seen, suggestion);
        }
        return given;
    }

    /** An address that needs the zone of its network, because the nodes' have one. */
    public Optional<String> zoned(String name, List<Evidence> seen) {
        Optional<String> given = given(name, seen);
        if (given.isEmpty()) {
            add(Question.Why.ZONE, name, seen, Optional.empty(), Optional.empty());
        }
        return given;
    }

    /** A value of a member that is there, which only the request can give. */
    public Optional<String> request(
            String name, List<Evidence> seen, Optional<String> suggestion, Optional<String> member) {
        Optional<String> given = given(name, seen);
        if (given.isEmpty()) {
            Question.Why why = seen.isEmpty() ? Question.Why.NOTHING : Question.Why.REQUEST;
            add(why, name, seen, suggestion, member);
        }
        return given;
    }

    /** The text that continues those of the nodes, if it is no address: the next one may be anybody's, or nobody's. */
    public static Optional<String> next(List<String> texts) {
        return Pattern.next(texts).filter(Inference::holdsNoAddress);
    }

    /** A choice between ways that each have their price, which the question names; only the request can make it. */
    public Optional<String> choice(String name, List<Evidence> seen, String suggestion) {
        Optional<String> given = given(name, seen);
        if (given.isEmpty()) {
            add(Question.Why.CHOICE, name, seen, Optional.of(suggestion), Optional.empty());
        }
        return given;
    }

    /** Notes a value that follows from others of the new node, unless the request gives it. */
    public String derived(String name, String value, List<Evidence> seen) {
        return given(name, seen).orElseGet(() -> {
            decide(name, value, Decision.How.DERIVED, seen);
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
        Question.Why why = seen.size() == 1 ? Question.Why.ONE : strict ? Question.Why.STRICT : Question.Why.IRREGULAR;
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
                        // The address of the request lacks its zone, wherever it goes.
                        .attribute(ValueFamily.attribute(why == Question.Why.ZONE ? ValueFamily.HOST : name))
                        .member(member)
                        .build());
    }

    /** The next address may be anybody's, or nobody's. */
    private static boolean holdsNoAddress(String text) {
        return !ADDRESS.matcher(text).find();
    }

    private static List<String> values(List<Evidence> seen) {
        return seen.stream().map(Evidence::value).toList();
    }
}
