package io.github.dmdsc.ini.lens;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.node.ObjectNode;
import io.github.dmdsc.ini.IniDocument;
import io.github.dmdsc.model.FileId;
import io.github.dmdsc.model.check.Finding;
import io.github.dmdsc.model.check.Read;
import java.nio.charset.StandardCharsets;
import java.util.List;
import java.util.Random;
import net.jqwik.api.Arbitraries;
import net.jqwik.api.Arbitrary;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import net.jqwik.api.Provide;

/** The laws of {@link Lens}, for one lens. */
abstract class LensLaws<T> {
    static final FileId FILE = new FileId("10.0.2.101", "/home/data/x.ini");

    final Lens<T> lens;
    final Class<T> type;

    LensLaws(Lens<T> lens, Class<T> type) {
        this.lens = lens;
        this.type = type;
    }

    @Provide
    Arbitrary<DecoratedFile> clean() {
        return Arbitraries.randomValue(random -> DecoratedFile.of(type, false, random));
    }

    @Provide
    Arbitrary<DecoratedFile> any() {
        return Arbitraries.randomValue(random -> DecoratedFile.of(type, random.nextBoolean(), random));
    }

    @Provide
    Arbitrary<ObjectNode> models() {
        return Arbitraries.randomValue(random -> new ModelSamples(random).of(type));
    }

    final T get(IniDocument document) {
        return lens.get(document, FILE).value();
    }

    final T model(ObjectNode json) {
        return ModelSamples.model(json, type);
    }

    @Property(tries = 30)
    void a_clean_file_reads_as_what_it_was_written_from(@ForAll("clean") DecoratedFile file) {
        Read<T> bound = lens.get(file.document(), FILE);

        assertThat(bound.value()).isEqualTo(model(file.json()));
        assertThat(bound.findings()).isEmpty();
    }

    @Property(tries = 30)
    void putting_back_what_was_got_changes_no_byte(@ForAll("any") DecoratedFile file) {
        IniDocument document = file.document();

        assertThat(lens.put(get(document), document).toBytes()).isEqualTo(document.toBytes());
    }

    @Property(tries = 30)
    void what_is_written_is_what_is_put_unless_a_text_is_refused(
            @ForAll("any") DecoratedFile file, @ForAll("models") ObjectNode json) {
        IniDocument named = file.document();
        // The charset of most of these files is certain. Some have only a few letters beyond ASCII, so their charset is
        // a guess.
        IniDocument detected = IniDocument.parse(named.toBytes());

        Read<IniDocument> written = lens.write(model(json), detected, FILE);

        if (written.findings().isEmpty()) {
            assertThat(get(written.value())).isEqualTo(model(json));
            assertThat(written.value().charset()).isEqualTo(detected.charset());
        } else {
            assertThat(detected.charsetIsAmbiguous()).isTrue();
            assertThat(written.value()).isSameAs(detected);
            assertThat(written.findings()).extracting(Finding::ruleId).containsExactly("INI-0115");
        }
        assertThat(lens.write(model(json), named, FILE).findings()).isEmpty();
    }

    @Property(tries = 30)
    void what_is_put_is_got(@ForAll("any") DecoratedFile file, @ForAll("models") ObjectNode json) {
        IniDocument changed = lens.put(model(json), file.document());

        assertThat(get(changed)).isEqualTo(model(json));
        assertThat(get(IniDocument.parse(changed.toBytes(), changed.charset()))).isEqualTo(model(json));
        assertLineEnds(file, changed);
    }

    @Property(tries = 30)
    void of_two_puts_the_second_is_got(
            @ForAll("any") DecoratedFile file,
            @ForAll("models") ObjectNode first,
            @ForAll("models") ObjectNode second) {
        IniDocument once = lens.put(model(first), file.document());

        assertThat(get(lens.put(model(second), once))).isEqualTo(model(second));
    }

    @Property(tries = 40)
    void of_two_puts_with_the_same_parameters_the_first_leaves_no_trace(
            @ForAll("clean") DecoratedFile file, @ForAll Random random) {
        IniDocument document = file.document();
        ModelSamples samples = new ModelSamples(random);
        T first = model(samples.changed(file.json(), type, true));
        T second = model(samples.changed(file.json(), type, true));

        assertThat(lens.put(second, lens.put(first, document)).toBytes())
                .isEqualTo(lens.put(second, document).toBytes());
    }

    @Property(tries = 30)
    void only_the_lines_of_parameters_that_differ_change(@ForAll("any") DecoratedFile file, @ForAll Random random) {
        IniDocument document = file.document();
        ObjectNode before = ModelSamples.MAPPER.valueToTree(get(document));
        ObjectNode after = new ModelSamples(random).changed(before, type, false);

        IniDocument changed = lens.put(model(after), document);

        assertThat(get(changed)).isEqualTo(model(after));
        assertThat(Lines.besides(Lines.differing(document, before, after, type), changed))
                .isEqualTo(Lines.besides(Lines.differing(document, before, after, type), document));
        assertLineEnds(file, changed);
    }

    @Property(tries = 40)
    void what_is_created_is_got(@ForAll("models") ObjectNode json) {
        IniDocument created = lens.create(model(json));
        Read<T> bound = lens.get(IniDocument.parse(created.toBytes(), created.charset()), FILE);

        assertThat(bound.value()).isEqualTo(model(json));
        assertThat(bound.findings()).isEmpty();
        assertThat(created.charset()).isEqualTo(StandardCharsets.UTF_8);
        assertThat(new String(created.toBytes(), StandardCharsets.UTF_8)).doesNotContain("\r");
    }

    /**
     * Verifies that all lines have the same line end, and that the file has one at its end only if it had one before.
     */
    private static void assertLineEnds(DecoratedFile file, IniDocument changed) {
        String text = new String(changed.toBytes(), changed.charset());
        assertThat(text.replace(file.lineEnd(), "")).doesNotContain("\r", "\n");
        boolean closed = file.text().endsWith(file.lineEnd());
        // An empty line always has a line end, so a file may end with one when its last line is removed.
        List<String> lines = Lines.of(file.document());
        boolean open = !closed && lines.stream().noneMatch(String::isEmpty);
        // A file all of whose lines put removes does not keep the end that it had.
        boolean emptied =
                lines.isEmpty() || changed.lineCount() == 0 || !changed.line(1).equals(lines.get(0));
        if (!emptied && (closed || open)) {
            assertThat(text.endsWith(file.lineEnd())).isEqualTo(closed);
        }
    }
}
