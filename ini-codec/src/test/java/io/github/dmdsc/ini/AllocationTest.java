package io.github.dmdsc.ini;

import static org.assertj.core.api.Assertions.assertThat;

import java.lang.management.ManagementFactory;
import java.util.concurrent.Callable;
import org.junit.jupiter.api.Test;

/** Tests the cost of edits by the memory that they allocate, because that does not depend on the machine. */
class AllocationTest {
    private static final int EDITS = 1000;

    @Test
    void many_edits_of_one_pass_allocate_little_more_than_a_copy() throws Exception {
        IniDocument big = big();
        big.sections().forEach(IniSection::entries);
        IniDocument[] result = new IniDocument[1];

        long allocated = allocatedBy(() -> {
            result[0] = big.edit(e -> {
                for (int i = 0; i < EDITS; i++) {
                    IniSection section = big.sections().get(1 + i * 37 % 99);
                    e.entry(section.entries().get(i * 31 % 500)).set("changed " + i);
                }
            });
            return result[0];
        });

        assertThat(Documents.text(result[0])).contains("changed 0").contains("changed 999");
        assertThat(allocated).isLessThan(big.size() + EDITS * 2_000L);
    }

    @Test
    void an_edit_copies_the_file_and_hardly_more() throws Exception {
        IniDocument big = big();
        IniEntry entry = big.sections().get(50).entries().get(250);

        assertThat(allocatedBy(() -> big.set(entry, "x"))).isLessThan(big.size() + 8_000L);
        assertThat(allocatedBy(() -> big.addAfter(entry, "x", "y"))).isLessThan(big.size() + 8_000L);
        assertThat(allocatedBy(() -> big.remove(entry))).isLessThan(big.size() + 8_000L);
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

        assertThat(allocatedBy(() -> section.first("key_498"))).isLessThan(2_000);
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
