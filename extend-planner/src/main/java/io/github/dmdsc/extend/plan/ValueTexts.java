package io.github.dmdsc.extend.plan;

import io.github.dmdsc.model.check.Localized;
import io.github.dmdsc.model.check.Messages;
import io.github.dmdsc.model.check.Text;
import java.util.List;
import java.util.Map;
import java.util.Set;

/** Gives the sentences about decisions and questions. A sentence is looked up only when a reader asks for it. */
final class ValueTexts {
    private static final Messages MESSAGES = Messages.beside(ValueTexts.class);

    /** The names of the values that belong to the cluster and not to the new node. */
    private static final Set<String> OF_THE_CLUSTER = Set.of("monitor", "dcrv.disks");

    private ValueTexts() {}

    static Text why(Decision decision) {
        return MESSAGES.text("how." + decision.how(), Map.of("values", values(decision.evidence())));
    }

    static Text text(Question question) {
        String key = question.why() == Question.Why.CHOICE
                ? "choice." + question.name()
                : "ask." + (ofTheCluster(question) ? question.name() : question.why());
        return text(key, question);
    }

    /**
     * Returns the short text of a question. A choice or a value of the cluster has no shorter text than {@link
     * #text(Question)}.
     */
    static Text brief(Question question) {
        boolean whole = question.why() == Question.Why.CHOICE || ofTheCluster(question);
        return whole ? text(question) : text("brief." + question.why(), question);
    }

    private static Text text(String key, Question question) {
        Localized member = () -> question.member()
                .map(name -> MESSAGES.text("member", Map.of("name", name)))
                .orElseGet(() -> MESSAGES.text(ofTheCluster(question) ? "member.cluster" : "member.new", Map.of()));
        String at = question.evidence().stream()
                .map(seen -> seen.at().toString())
                .findFirst()
                .orElse("");
        return MESSAGES.text(
                key,
                Map.of("name", question.name(), "values", values(question.evidence()), "member", member, "at", at));
    }

    private static boolean ofTheCluster(Question question) {
        return OF_THE_CLUSTER.contains(question.name());
    }

    private static List<String> values(List<Evidence> seen) {
        return seen.stream().map(Evidence::value).toList();
    }
}
