package io.github.dmdsc.extend.render;

import io.github.dmdsc.extend.plan.Question;
import io.github.dmdsc.extend.plan.Topic;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.function.Function;
import java.util.stream.Collectors;

/**
 * Renders questions as plain text for a terminal, ordered by topic. For each question the text has the line that
 * answers it, with the suggestion if there is one, and the values of the existing nodes.
 */
public final class QuestionsText {
    private QuestionsText() {}

    /**
     * Returns the text with the attributes of a request as names, for example {@code cssPort = 9345 (suggested)}. A
     * Chinese locale gives Chinese, any other locale English. The text has no colours.
     */
    public static String of(List<Question> questions, Locale locale) {
        return of(questions, locale, false, QuestionsText::key);
    }

    /**
     * Returns the text with other names, for example the options of a command line.
     *
     * @param questions the questions
     * @param locale the language: Chinese for a Chinese locale, otherwise English
     * @param coloured whether to use the colours of a terminal
     * @param input gives the text before the answer, for example the name of an option
     */
    public static String of(
            List<Question> questions, Locale locale, boolean coloured, Function<Question, String> input) {
        Labels labels = new Labels(locale);
        Paint paint = new Paint(coloured);
        StringBuilder out = new StringBuilder();
        Map<Topic, List<Question>> topics = questions.stream().collect(Collectors.groupingBy(Question::topic));
        for (Topic topic : Topic.values()) {
            List<Question> asked = topics.getOrDefault(topic, List.of());
            if (!asked.isEmpty()) {
                out.append(labels.of("topic." + topic)).append('\n');
            }
            for (Question question : asked) {
                String answer = question.suggestion()
                        .map(value -> value + " " + labels.of("suggested"))
                        .orElseGet(question::form);
                out.append("  ")
                        .append(paint.in(Paint.Colour.BOLD, input.apply(question) + answer))
                        .append("\n      ")
                        .append(Excerpts.visible(question.brief().in(locale)))
                        .append('\n');
            }
        }
        return out.toString();
    }

    private static String key(Question question) {
        return (question.attribute().equals("values") ? question.name() : question.attribute()) + " = ";
    }
}
