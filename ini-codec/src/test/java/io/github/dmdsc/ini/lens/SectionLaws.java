package io.github.dmdsc.ini.lens;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.node.ArrayNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import io.github.dmdsc.ini.IniDocument;
import io.github.dmdsc.ini.IniSection;
import java.util.HashSet;
import java.util.List;
import java.util.Random;
import java.util.Set;
import net.jqwik.api.Assume;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;

/** Further laws, for the lens of a file with sections. */
abstract class SectionLaws<T> extends LensLaws<T> {
    SectionLaws(Lens<T> lens, Class<T> type) {
        super(lens, type);
    }

    @Property(tries = 50)
    void removing_a_part_takes_its_section_and_blank_lines_only(
            @ForAll("clean") DecoratedFile file, @ForAll Random random) {
        ObjectNode json = file.json().deepCopy();
        List<ArrayNode> lists = Lines.lists(json, type);
        IniDocument document = file.document();
        // If several parts have one name, any of them may be taken as the removed one.
        lists.removeIf(list -> Lines.names(list).size() < list.size());
        Assume.that(!lists.isEmpty());
        ArrayNode from = lists.get(random.nextInt(lists.size()));
        int gone = random.nextInt(from.size());
        List<IniSection> sections = Lines.sectionsOf(document, json, type, from, gone);
        from.remove(gone);

        IniDocument changed = lens.put(model(json), document);

        assertThat(get(changed)).isEqualTo(model(json));
        assertThat(Lines.notBlank(changed, List.of())).isEqualTo(Lines.notBlank(document, sections));
    }

    @Property(tries = 50)
    void a_part_that_is_appended_stands_directly_behind_the_last_one_and_looks_like_it(
            @ForAll("clean") DecoratedFile file, @ForAll Random random) {
        ObjectNode json = file.json().deepCopy();
        IniDocument document = file.document();
        List<ArrayNode> lists = Lines.lists(json, type);
        lists.removeIf(list -> list.get(0).has("endpoints"));
        Assume.that(!lists.isEmpty());
        ArrayNode list = lists.get(random.nextInt(lists.size()));
        IniSection last = Lines.sectionOf(document, json, type, list, list.size() - 1);
        ObjectNode copy = list.get(list.size() - 1).deepCopy();
        if (copy.has("section")) {
            copy.put("section", "new one");
        }
        list.add(copy);

        IniDocument changed = lens.put(model(json), document);

        assertThat(get(changed)).isEqualTo(model(json));
        Set<String> keys = new HashSet<>();
        copy.fieldNames().forEachRemaining(keys::add);
        List<String> copied = Lines.copied(document, last, copy.has("section") ? "new one" : last.name(), keys);
        List<String> lines = Lines.of(changed);
        int from = Lines.lastLine(last);
        int blank = lines.size() - document.lineCount() - copied.size();
        assertThat(blank).isNotNegative();
        assertThat(lines.subList(0, from)).isEqualTo(Lines.of(document).subList(0, from));
        assertThat(lines.subList(from, from + blank)).allMatch(String::isEmpty);
        assertThat(lines.subList(from + blank, from + blank + copied.size()).stream()
                        .map(String::stripTrailing))
                .isEqualTo(copied);
        assertThat(lines.subList(from + blank + copied.size(), lines.size()))
                .isEqualTo(Lines.of(document).subList(from, document.lineCount()));
    }
}
