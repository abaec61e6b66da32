package io.github.dmdsc.extend.plan;

import io.github.dmdsc.model.check.Messages;
import io.github.dmdsc.model.check.Text;
import io.github.dmdsc.model.check.Worded;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.stream.Collectors;

/** The sentences about decisions and questions, looked up when somebody reads them. */
final class ValueTexts {
    private static final Messages MESSAGES = Messages.beside(ValueTexts.class);

    /** What is not the new node's. */
    private static final Set<String> OF_THE_CLUSTER = Set.of("monitor", "dcrv.disks");

    private ValueTexts() {}

    static Text why(Decision decision) {
        return MESSAGES.text("how." + decision.how(), Map.of("values", joined(decision.evidence())));
    }

    static Text text(Question question) {
        boolean ofTheCluster = OF_THE_CLUSTER.contains(question.name());
        String key = question.why() == Question.Why.CHOICE
                ? "choice." + question.name()
                : "ask." + (ofTheCluster ? question.name() : question.why());
        Worded member = () -> question.member()
                .map(name -> MESSAGES.text("member", Map.of("name", name)))
                .orElseGet(() -> MESSAGES.text(ofTheCluster ? "member.cluster" : "member.new", Map.of()));
        return MESSAGES.text(key, Map.of("name", question.name(), "values", joined(question.seen()), "member", member));
    }

    private static String joined(List<Evidence> seen) {
        return seen.stream().map(Evidence::value).collect(Collectors.joining(", "));
    }
}
