package io.github.dmdsc.ini;

import static org.assertj.core.api.Assertions.assertThat;

import java.lang.management.ManagementFactory;
import java.nio.charset.StandardCharsets;
import java.util.concurrent.Callable;
import org.junit.jupiter.api.Test;

/** Cost is judged by what is allocated, because that does not depend on the machine. */
class SharingTest {
    private static final int EDITS = 1000;

    @Test
    void many_edits_of_a_big_document_allocate_a_fraction_of_copying_it() throws Exception {
        IniDocument big = big();
        IniDocument[] result = new IniDocument[1];

        long allocated = allocatedBy(() -> {
            IniDocument document = big;
            for (int i = 0; i < EDITS; i++) {
                IniSection section = document.sections().get(1 + i * 37 % 99);
                document = document.set(section.entries().get(i * 31 % 500), "changed " + i);
            }
            result[0] = document;
            return document;
        });

        assertThat(Documents.text(result[0])).contains("changed 0").contains("changed 999");
        assertThat(allocated).isLessThan((long) EDITS * big.size() / 20);
    }

    @Test
    void an_edit_shares_all_lines_but_its_own() throws Exception {
        IniDocument big = big();
        IniEntry entry = big.sections().get(50).entries().get(250);

        assertThat(allocatedBy(() -> big.set(entry, "x"))).isLessThan(8_000);
        assertThat(allocatedBy(() -> big.addAfter(entry, "x", "y"))).isLessThan(8_000);
        assertThat(allocatedBy(() -> big.remove(entry))).isLessThan(8_000);
    }

    @Test
    void reading_allocates_little_more_than_a_copy() throws Exception {
        byte[] bytes = big().toBytes();

        assertThat(allocatedBy(() -> IniDocument.parse(bytes))).isLessThan(3L * bytes.length);
    }

    @Test
    void looking_a_key_up_makes_a_handle_for_what_is_found_only() throws Exception {
        IniSection section = big().sections().get(50);
        section.first("key_499");

        assertThat(allocatedBy(() -> section.first("key_498"))).isLessThan(50_000);
    }

    @Test
    void a_document_of_many_pieces_stays_the_document() {
        IniDocument document = IniDocument.empty(StandardCharsets.UTF_8, "\n");
        StringBuilder expected = new StringBuilder();
        for (int i = 0; i < 300; i++) {
            document = document.add(document.global(), "k" + i, "v" + i);
            expected.append("k").append(i).append(" = v").append(i).append("\n");
            assertThat(document.pieces().count()).isBetween(1, 65);
        }
        assertThat(Documents.text(document)).isEqualTo(expected.toString());
        Documents.assertSound(document);
    }

    private static IniDocument big() {
        StringBuilder text = new StringBuilder("# big\n");
        for (int section = 0; section < 100; section++) {
            text.append("\n[s").append(section).append("]\n");
            for (int key = 0; key < 500; key++) {
                text.append("\tkey_").append(key).append("\t= value of it   # and what it means to its readers\n");
            }
        }
        return Documents.utf8(text.toString());
    }

    private static long allocatedBy(Callable<?> action) throws Exception {
        com.sun.management.ThreadMXBean threads = (com.sun.management.ThreadMXBean) ManagementFactory.getThreadMXBean();
        action.call();
        long before = threads.getCurrentThreadAllocatedBytes();
        action.call();
        return threads.getCurrentThreadAllocatedBytes() - before;
    }
}
