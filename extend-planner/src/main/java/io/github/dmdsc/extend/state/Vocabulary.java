package io.github.dmdsc.extend.state;

import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;

/**
 * The known words of a column and their meanings. The word of a constant is its name, in any case, with underscores or
 * blanks. Chinese words are those of the glossary of the manual.
 */
final class Vocabulary<E extends Enum<E>> {
    static final Vocabulary<EndpointMode> MODE = new Vocabulary<>(EndpointMode.class, EndpointMode.UNKNOWN)
            .also("Control Node", EndpointMode.CONTROL)
            .also("控制节点", EndpointMode.CONTROL)
            .also("Normal Node", EndpointMode.NORMAL)
            .also("普通节点", EndpointMode.NORMAL);
    static final Vocabulary<InstanceStatus> INSTANCE = new Vocabulary<>(InstanceStatus.class, InstanceStatus.UNKNOWN);
    static final Vocabulary<VoteStatus> VOTE = new Vocabulary<>(VoteStatus.class, VoteStatus.UNKNOWN);
    static final Vocabulary<Health> HEALTH = new Vocabulary<>(Health.class, Health.UNKNOWN)
            .also("正常", Health.OK)
            .also("故障", Health.ERROR)
            .also("错误", Health.ERROR);
    static final Vocabulary<Activity> ACTIVITY = new Vocabulary<>(Activity.class, Activity.UNKNOWN)
            .also("是", Activity.TRUE)
            .also("否", Activity.FALSE);
    static final Vocabulary<DiskStatus> DISK = new Vocabulary<>(DiskStatus.class, DiskStatus.UNKNOWN);
    static final Vocabulary<Redundancy> REDUNDANCY =
            new Vocabulary<>(Redundancy.class, Redundancy.UNKNOWN).also("UNDEF", Redundancy.UNKNOWN);
    static final Vocabulary<GroupStatus> GROUP = new Vocabulary<>(GroupStatus.class, GroupStatus.UNKNOWN);

    private final Map<String, E> meanings = new HashMap<>();
    private final E unknown;

    private Vocabulary(Class<E> type, E unknown) {
        this.unknown = unknown;
        for (E constant : type.getEnumConstants()) {
            if (constant != unknown) {
                also(constant.name(), constant);
            }
        }
    }

    private Vocabulary<E> also(String word, E meaning) {
        meanings.put(canonical(word), meaning);
        return this;
    }

    boolean knows(String text) {
        return meanings.containsKey(canonical(text));
    }

    Reported<E> of(String text) {
        String collapsed = String.join(" ", blanks(text));
        return new Reported<>(meanings.getOrDefault(canonical(text), unknown), collapsed);
    }

    private static String canonical(String text) {
        return String.join(" ", blanks(text.replace('_', ' '))).toUpperCase(Locale.ROOT);
    }

    private static List<String> blanks(String text) {
        List<String> words = new ArrayList<>();
        for (String word : text.split("\\s+", -1)) {
            if (!word.isEmpty()) {
                words.add(word);
            }
        }
        return words;
    }
}
