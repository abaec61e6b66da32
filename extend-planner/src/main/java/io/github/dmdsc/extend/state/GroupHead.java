package io.github.dmdsc.extend.state;

import io.github.dmdsc.model.GroupType;
import io.github.dmdsc.model.Location;
import io.github.dmdsc.model.check.Finding;
import java.util.Locale;
import java.util.Optional;
import java.util.function.Consumer;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/**
 * The line that begins a group: {@code group[name = GRP_DSC, seq = 2, type = DB, Control Node = 0]}. Its members may
 * have any order, and the line may be wrapped.
 *
 * @param name the name of the group
 * @param members the text in the brackets
 * @param at the place of the line
 * @param next the index of the next line
 */
record GroupHead(String name, String members, Location at, int next) {
    private static final Pattern BRACKETS = Pattern.compile("(?i)group\\s*\\[([^\\[\\]]*)\\]");
    private static final int MOST_LINES = 3;

    static Optional<GroupHead> read(Capture capture, int index) {
        StringBuilder text = new StringBuilder();
        for (int at = index; at < capture.size() && at < index + MOST_LINES; at++) {
            text.append(capture.line(at)).append(' ');
            Matcher brackets = BRACKETS.matcher(text);
            if (brackets.find()) {
                String members = brackets.group(1);
                int next = at + 1;
                return member(members, "name").map(name -> new GroupHead(name, members, capture.at(index), next));
            }
        }
        return Optional.empty();
    }

    private static Optional<String> member(String members, String key) {
        for (String part : members.split(",", -1)) {
            String[] pair = part.split("=", 2);
            if (pair.length == 2 && pair[0].strip().replaceAll("\\s+", " ").equalsIgnoreCase(key)) {
                return Optional.of(pair[1].strip()).filter(value -> !value.isEmpty());
            }
        }
        return Optional.empty();
    }

    private Optional<Integer> number(String key) {
        return member(members, key).filter(text -> text.matches("[0-9]{1,9}")).map(Integer::valueOf);
    }

    GroupState.Builder begin(Consumer<Finding> report) {
        Optional<String> word = member(members, "type");
        Optional<GroupType> type = word.flatMap(GroupHead::type);
        if (type.isEmpty()) {
            report.accept(StateFindings.unknownWord(at, "type", word.orElse("")));
        }
        return GroupState.builder()
                .name(name)
                .type(type)
                .sequence(number("seq"))
                .controlNode(number("Control Node").or(() -> number("control_node")));
    }

    private static Optional<GroupType> type(String word) {
        return switch (word.toUpperCase(Locale.ROOT)) {
            case "CSS" -> Optional.of(GroupType.CSS);
            case "ASM" -> Optional.of(GroupType.ASM);
            case "DB" -> Optional.of(GroupType.DB);
            default -> Optional.empty();
        };
    }
}
