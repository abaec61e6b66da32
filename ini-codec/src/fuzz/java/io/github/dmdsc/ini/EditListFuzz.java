package io.github.dmdsc.ini;

import static org.assertj.core.api.Assertions.assertThat;

import com.code_intelligence.jazzer.api.FuzzedDataProvider;
import com.code_intelligence.jazzer.junit.FuzzTest;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.NoSuchElementException;

/**
 * Compares a list of edits in one pass with the same edits one by one, and with the same changes of lists of keys and
 * values.
 */
class EditListFuzz {
    private static final int MAX_EDITS = 12;
    private static final int KINDS = 21;
    private static final int COMMENT_IN = 10;

    /** One edit. The numbers select sections and entries among those that exist. */
    private record Step(int what, int section, int other, int entry, int otherEntry, String key, String value) {
        static Step of(FuzzedDataProvider data) {
            return new Step(
                    data.consumeInt(0, KINDS - 1),
                    data.consumeInt(0, 20),
                    data.consumeInt(0, 20),
                    data.consumeInt(0, 50),
                    data.consumeInt(0, 50),
                    data.consumeString(5),
                    data.consumeString(8));
        }
    }

    @FuzzTest(maxDuration = "10m")
    void one_pass_equals_one_by_one_and_the_lists(FuzzedDataProvider data) {
        List<Step> steps = new ArrayList<>();
        int count = data.consumeInt(0, MAX_EDITS);
        for (int i = 0; i < count; i++) {
            steps.add(Step.of(data));
        }
        IniDocument document = IniDocument.parse(data.consumeRemainingAsBytes());
        if (!document.isEditable()) {
            return;
        }
        List<List<String>> lists = lists(document);
        IniDocument single = document;
        for (Step step : steps) {
            boolean[] isKnown = {false};
            single = single.edit(e -> isKnown[0] = isDone(() -> apply(e, step)));
            // The lists do not have the places of comments.
            if (isKnown[0] && step.what() != COMMENT_IN) {
                apply(lists, step);
                assertThat(lists(single)).as("%s", step).isEqualTo(lists);
            }
            Documents.assertSound(single);
            lists = lists(single);
        }
        IniDocument pass = document.edit(e -> steps.forEach(step -> isDone(() -> apply(e, step))));

        assertThat(pass.toBytes()).isEqualTo(single.toBytes());
        assertThat(pass).isEqualTo(single);
    }

    /**
     * Returns whether an edit was made. A refused edit must not have changed anything; otherwise, the passes would
     * differ.
     */
    private static boolean isDone(Runnable edit) {
        try {
            edit.run();
            return true;
        } catch (IllegalArgumentException | NoSuchElementException refused) {
            return false;
        }
    }

    private static void apply(IniEditor e, Step step) {
        List<EditableSection> sections = e.style(EditStyle.KEYS_AS_GIVEN).sections();
        EditableSection section = sections.get(step.section() % sections.size());
        EditableSection other = sections.get(step.other() % sections.size());
        IniComment comment = new IniComment(step.entry() % 2 == 0 ? "#" : "//", step.value());
        switch (step.what()) {
            case 0 -> section.set(step.key(), step.value());
            case 1 -> section.add(step.key(), step.value());
            case 2 -> section.remove(step.key());
            case 3 -> section.rename(step.key());
            case 4 -> section.remove();
            case 5 -> section.removeWithComments();
            case 6 -> section.insertAfter(step.key(), List.of(Map.entry("k", step.value())));
            case 7 -> section.insertBefore(step.key(), List.of(Map.entry("k", step.value())));
            case 8 -> section.moveAfter(other);
            case 9 -> section.moveBefore(other);
            case COMMENT_IN -> section.commentIn(step.key());
            case 11 -> section.setCommentsAbove(List.of(comment));
            default -> {
                List<EditableEntry> entries = section.entries();
                List<EditableEntry> others = other.entries();
                if (!entries.isEmpty() && !others.isEmpty()) {
                    apply(
                            entries.get(step.entry() % entries.size()),
                            others.get(step.otherEntry() % others.size()),
                            comment,
                            step);
                }
            }
        }
    }

    private static void apply(EditableEntry entry, EditableEntry other, IniComment comment, Step step) {
        switch (step.what()) {
            case 12 -> entry.set(step.value());
            case 13 -> entry.rename(step.key());
            case 14 -> entry.removeWithComments();
            case 15 -> entry.addBefore(step.key(), step.value());
            case 16 -> entry.moveAfter(other);
            case 17 -> entry.moveBefore(other);
            case 18 -> entry.commentOut();
            case 19 -> entry.setComment(comment);
            default -> entry.setBlankLinesAbove(step.other() % 3);
        }
    }

    /** Returns a list for each section: its name, and then its keys and values in turn. */
    private static List<List<String>> lists(IniDocument document) {
        List<List<String>> lists = new ArrayList<>();
        for (IniSection section : document.sections()) {
            List<String> list = new ArrayList<>(List.of(section.name()));
            section.entries().forEach(entry -> list.addAll(List.of(entry.key(), entry.value())));
            lists.add(list);
        }
        return lists;
    }

    private static void apply(List<List<String>> lists, Step step) {
        int at = step.section() % lists.size();
        List<String> section = lists.get(at);
        List<String> other = lists.get(step.other() % lists.size());
        switch (step.what()) {
            case 0, 1 -> {
                int found = step.what() == 1 ? -1 : find(section, step.key());
                if (found < 0) {
                    section.addAll(List.of(step.key(), step.value()));
                } else {
                    section.set(found + 1, step.value());
                }
            }
            case 2 -> {
                for (int found = find(section, step.key()); found > 0; found = find(section, step.key())) {
                    section.subList(found, found + 2).clear();
                }
            }
            case 3 -> section.set(0, step.key());
            case 4, 5 -> lists.remove(at);
            case 6 -> lists.add(at + 1, new ArrayList<>(List.of(step.key(), "k", step.value())));
            case 7 -> lists.add(at, new ArrayList<>(List.of(step.key(), "k", step.value())));
            case 8, 9 -> {
                int target = step.other() % lists.size();
                if (target != at) {
                    lists.remove(at);
                    int shifted = target > at ? target - 1 : target;
                    lists.add(step.what() == 8 ? shifted + 1 : shifted, section);
                }
            }
            case 11, 19, 20 -> {}
            default -> applyToEntry(section, other, step);
        }
    }

    private static void applyToEntry(List<String> section, List<String> other, Step step) {
        if (section.size() == 1 || other.size() == 1) {
            return;
        }
        int at = 1 + 2 * (step.entry() % (section.size() / 2));
        int target = 1 + 2 * (step.otherEntry() % (other.size() / 2));
        switch (step.what()) {
            case 12 -> section.set(at + 1, step.value());
            case 13 -> section.set(at, step.key());
            case 14, 18 -> section.subList(at, at + 2).clear();
            case 15 -> section.addAll(at, List.of(step.key(), step.value()));
            default -> {
                boolean within = section == other;
                if (within && at == target) {
                    return;
                }
                List<String> moved = List.of(section.get(at), section.get(at + 1));
                section.subList(at, at + 2).clear();
                int shifted = within && target > at ? target - 2 : target;
                other.addAll(step.what() == 16 ? shifted + 2 : shifted, moved);
            }
        }
    }

    private static int find(List<String> section, String key) {
        for (int i = 1; i < section.size(); i += 2) {
            if (IniDialect.canonical(section.get(i)).equals(IniDialect.canonical(key))) {
                return i;
            }
        }
        return -1;
    }
}
