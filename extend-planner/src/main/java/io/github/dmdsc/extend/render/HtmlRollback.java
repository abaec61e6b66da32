package io.github.dmdsc.extend.render;

import io.github.dmdsc.extend.plan.RollbackClass;
import io.github.dmdsc.extend.render.html.Element;
import io.github.dmdsc.extend.render.html.Node;

/**
 * Renders the rollback class of a step as a colour, a sign and a text. The sign and the text are for people who cannot
 * see the colour.
 */
final class HtmlRollback {
    private HtmlRollback() {}

    static String styleClass(RollbackClass rollbackClass) {
        return switch (rollbackClass) {
            case READ_ONLY -> "read-only";
            case RETRY_SAFE -> "retry-safe";
            case REVERSIBLE -> "reversible";
            case VERIFY_BEFORE_RETRY -> "verify-first";
            case POINT_OF_NO_RETURN -> "no-way-back";
        };
    }

    static Element sign(RollbackClass rollbackClass) {
        String sign = switch (rollbackClass) {
            case READ_ONLY -> "○";
            case RETRY_SAFE -> "↻";
            case REVERSIBLE -> "↩";
            case VERIFY_BEFORE_RETRY -> "?";
            case POINT_OF_NO_RETURN -> "■";
        };
        return Element.of("span", sign).styleClass("sign").with("aria-hidden", "true");
    }

    static Element label(RollbackClass rollbackClass, Labels labels) {
        return Element.of("span", sign(rollbackClass), Node.text(" " + labels.of("rollback." + rollbackClass)))
                .styleClass("rollback " + styleClass(rollbackClass));
    }
}
