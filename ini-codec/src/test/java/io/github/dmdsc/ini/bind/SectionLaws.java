package io.github.dmdsc.ini.bind;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.node.ArrayNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import io.github.dmdsc.ini.IniDocument;
import io.github.dmdsc.ini.IniSection;
import java.util.List;
import java.util.Random;
import net.jqwik.api.Assume;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;

/** What the lens of a file with sections promises besides. */
abstract class SectionLaws<T> extends LensLaws<T> {
    SectionLaws(Lens<T> lens, Class<T> type) {
        super(lens, type);
    }

    @Property(tries = 100)
    void removing_a_part_takes_its_section_and_blank_lines_only(
            @ForAll("clean") DecoratedFile file, @ForAll Random random) {
        ObjectNode json = file.json().deepCopy();
        List<ArrayNode> lists = Lines.lists(json, type);
        IniDocument document = file.document();
        // Of parts that bear one name, any may be taken for the one that is gone.
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
}
