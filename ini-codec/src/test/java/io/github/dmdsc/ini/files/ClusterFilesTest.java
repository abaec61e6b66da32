package io.github.dmdsc.ini.files;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatIllegalArgumentException;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.github.dmdsc.ini.IniDocument;
import io.github.dmdsc.model.FileId;
import java.nio.charset.StandardCharsets;
import java.util.Map;
import java.util.concurrent.atomic.AtomicInteger;
import java.util.function.Function;
import net.jqwik.api.Arbitraries;
import net.jqwik.api.Arbitrary;
import net.jqwik.api.Combinators;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import net.jqwik.api.Provide;
import org.junit.jupiter.api.Test;

class ClusterFilesTest {
    private static final FileId INI = new FileId("10.0.2.101", "/home/data/dm.ini");
    private static final byte[] BYTES = "PORT_NUM = 5236".getBytes(StandardCharsets.UTF_8);

    @Test
    void files_are_sorted_by_host_and_path() {
        ClusterFiles files = ClusterFiles.empty()
                .with(new FileId("b", "/a"), BYTES)
                .with(new FileId("a", "/z"), BYTES)
                .with(new FileId("a", "/b"), BYTES);

        assertThat(files.ids()).map(FileId::toString).containsExactly("a:/b", "a:/z", "b:/a");
        assertThat(files.hosts()).containsExactly("a", "b");
        assertThat(files.size()).isEqualTo(3);
    }

    @Test
    void nobody_can_change_the_bytes_from_outside() {
        byte[] mine = BYTES.clone();
        ClusterFiles made = ClusterFiles.of(Map.of(INI, mine)).with(INI.sibling("/other"), mine);
        mine[0] = 'x';
        made.bytes(INI)[0] = 'x';
        made.find(INI).orElseThrow()[0] = 'x';

        assertThat(made.bytes(INI)).isEqualTo(BYTES);
        assertThat(made.bytes(INI.sibling("/other"))).isEqualTo(BYTES);
        assertThatThrownBy(() -> made.ids().clear()).isInstanceOf(UnsupportedOperationException.class);
        assertThatThrownBy(() -> made.hosts().clear()).isInstanceOf(UnsupportedOperationException.class);
    }

    @Test
    void a_missing_file_is_empty_or_a_programming_error() {
        assertThat(ClusterFiles.empty().find(INI)).isEmpty();
        assertThat(ClusterFiles.empty().mode(INI)).isEmpty();
        assertThatIllegalArgumentException()
                .isThrownBy(() -> ClusterFiles.empty().bytes(INI))
                .withMessageContaining("10.0.2.101:/home/data/dm.ini");
        assertThatIllegalArgumentException()
                .isThrownBy(() -> ClusterFiles.empty().withMode(INI, 0600));
    }

    @Test
    void a_replaced_file_keeps_its_permissions() {
        ClusterFiles files = ClusterFiles.of(Map.of(INI, BYTES)).withMode(INI, 0600);

        assertThat(files.with(INI, new byte[0]).mode(INI)).contains(0600);
        assertThat(files.without(INI).with(INI, BYTES).mode(INI)).isEmpty();
        assertThatIllegalArgumentException().isThrownBy(() -> files.withMode(INI, 01000));
    }

    @Test
    void a_charset_that_is_named_stays_with_its_file() {
        ClusterFiles files = ClusterFiles.of(Map.of(INI, BYTES)).withCharset(INI, StandardCharsets.ISO_8859_1);

        assertThat(files.charset(INI)).contains(StandardCharsets.ISO_8859_1);
        assertThat(files.with(INI, new byte[0]).withMode(INI, 0600).charset(INI))
                .contains(StandardCharsets.ISO_8859_1);
        assertThat(files.withMode(INI, 0600)
                        .withCharset(INI, StandardCharsets.UTF_8)
                        .mode(INI))
                .contains(0600);
        assertThat(files.without(INI).with(INI, BYTES).charset(INI)).isEmpty();
        assertThat(files).isEqualTo(ClusterFiles.of(Map.of(INI, BYTES)));
        assertThat(ClusterFiles.empty().charset(INI)).isEmpty();
        assertThatIllegalArgumentException()
                .isThrownBy(() -> ClusterFiles.empty().withCharset(INI, StandardCharsets.UTF_8));
    }

    @Test
    void permissions_do_not_count_for_equality() {
        ClusterFiles files = ClusterFiles.of(Map.of(INI, BYTES));

        assertThat(files.withMode(INI, 0600)).isEqualTo(files).hasSameHashCodeAs(files);
        assertThat(files.with(INI, new byte[0])).isNotEqualTo(files);
    }

    @Property(tries = 100)
    void with_and_without_are_like_those_of_a_map(
            @ForAll("files") ClusterFiles files,
            @ForAll("ids") FileId id,
            @ForAll byte[] first,
            @ForAll byte[] second) {
        ClusterFiles once = files.with(id, first);

        assertThat(once.bytes(id)).isEqualTo(first);
        assertThat(once.with(id, second)).isEqualTo(files.with(id, second));
        assertThat(once.with(id, once.bytes(id))).isEqualTo(once);
        assertThat(once.without(id)).isEqualTo(files.without(id));
        assertThat(files.without(id).contains(id)).isFalse();
        assertThat(files.without(id).without(id)).isEqualTo(files.without(id));
        for (FileId other : files.without(id).ids()) {
            assertThat(once.bytes(other)).isEqualTo(files.bytes(other));
        }
    }

    @Provide
    Arbitrary<FileId> ids() {
        return Combinators.combine(Arbitraries.of("a", "b"), Arbitraries.of("/x", "/y", "D:/x"))
                .as(FileId::new);
    }

    @Provide
    Arbitrary<ClusterFiles> files() {
        return Arbitraries.maps(ids(), Arbitraries.bytes().array(byte[].class).ofMaxSize(3))
                .map(ClusterFiles::of);
    }

    @Test
    void a_file_is_parsed_and_asked_once_until_its_bytes_are_others() {
        AtomicInteger asked = new AtomicInteger();
        Function<IniDocument, Integer> question = document -> asked.incrementAndGet() + document.lineCount();
        ClusterFiles files = ClusterFiles.of(Map.of(INI, BYTES));
        ClusterFiles grown = files.with(INI.sibling("/other"), BYTES);
        ClusterFiles changed = grown.with(INI, "A = 1\nB = 2".getBytes(StandardCharsets.UTF_8));

        assertThat(files.document(INI)).isSameAs(grown.document(INI));
        assertThat(files.once(INI, "lines", question)).isEqualTo(2);
        assertThat(grown.once(INI, "lines", question)).isEqualTo(2);
        assertThat(changed.once(INI, "lines", question)).isEqualTo(4);
        assertThat(changed.withCharset(INI, StandardCharsets.UTF_8)
                        .document(INI)
                        .lineCount())
                .isEqualTo(2);
    }

    @Test
    void equal_files_have_equal_hashes_and_are_named_in_text() {
        FileId id = new FileId("h", "/home/dm.ini");
        ClusterFiles one = ClusterFiles.of(Map.of(id, Fixtures.BYTES));

        assertThat(one).hasSameHashCodeAs(ClusterFiles.of(Map.of(id, Fixtures.BYTES.clone())));
        assertThat(one.hashCode())
                .isNotEqualTo(ClusterFiles.of(Map.of(id, Fixtures.bytes("PORT_NUM = 5237\n")))
                        .hashCode())
                .isNotEqualTo(ClusterFiles.of(Map.of(new FileId("g", "/home/dm.ini"), Fixtures.BYTES))
                        .hashCode());
        assertThat(one).hasToString("ClusterFiles[h:/home/dm.ini]");
        assertThat(ClusterFiles.relativePath(id)).contains("h/home/dm.ini");
    }
}
