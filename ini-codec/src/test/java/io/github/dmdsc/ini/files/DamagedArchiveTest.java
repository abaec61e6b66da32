package io.github.dmdsc.ini.files;

import static org.assertj.core.api.Assertions.assertThat;

import io.github.dmdsc.ini.files.Fixtures.Entry;
import io.github.dmdsc.model.check.Read;
import io.github.dmdsc.model.check.Severity;
import java.util.Arrays;
import java.util.List;
import net.jqwik.api.Example;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import net.jqwik.api.constraints.IntRange;

class DamagedArchiveTest {
    private static final List<Entry> ENTRIES =
            List.of(Entry.file("10.0.2.101/home/data/dm.ini"), Entry.file("h/" + "long/".repeat(50) + "dm.ini"));
    private static final byte[] ZIP = Fixtures.zip(ENTRIES);
    private static final byte[] TAR = Fixtures.tar(ENTRIES);
    private static final byte[] TAR_GZ = Fixtures.gzip(TAR);
    private static final int END_OF_ENTRIES = lastByte(TAR) + 1;

    @Property(tries = 500)
    void an_archive_that_is_cut_off_is_an_error(@ForAll @IntRange(min = 0, max = 999) int permille) {
        assert_error(Fixtures.readZip(cut(ZIP, ZIP.length, permille), ReadLimits.defaults()));
        assert_error(Fixtures.readTar(cut(TAR_GZ, TAR_GZ.length, permille), ReadLimits.defaults()));
        // In a tar without gzip, the padding at the end has no content, so it is not cut.
        assert_error(Fixtures.readTar(cut(TAR, END_OF_ENTRIES, permille), ReadLimits.defaults()));
    }

    @Property(tries = 1500)
    void a_changed_byte_never_throws_and_never_changes_what_is_read_without_an_error(
            @ForAll @IntRange(min = 0, max = 1_000_000) int position,
            @ForAll @IntRange(min = 1, max = 255) int change) {
        assertTruthful(Fixtures.readZip(changed(ZIP, position, change), ReadLimits.defaults()));
        assertTruthful(Fixtures.readTar(changed(TAR_GZ, position, change), ReadLimits.defaults()));
        // A tar without gzip has no checksum of its contents, so the only requirement is that reading does not throw.
        assertThat(Fixtures.readTar(changed(TAR, position, change), ReadLimits.defaults()))
                .isNotNull();
    }

    @Example
    void each_byte_of_the_checksum_and_the_length_at_the_end_of_gzip_counts() {
        for (int back = 1; back <= 8; back++) {
            assert_error(Fixtures.readTar(changed(TAR_GZ, TAR_GZ.length - back, 1), ReadLimits.defaults()));
        }
    }

    private static void assert_error(Read<ClusterFiles> read) {
        assertThat(read.findings()).anyMatch(finding -> finding.severity() == Severity.ERROR);
    }

    private static void assertTruthful(Read<ClusterFiles> read) {
        if (read.findings().stream().noneMatch(finding -> finding.severity() == Severity.ERROR)) {
            assertThat(read.value().ids())
                    .allSatisfy(id -> assertThat(read.value().bytes(id)).isEqualTo(Fixtures.BYTES));
        }
    }

    private static byte[] cut(byte[] archive, int most, int permille) {
        return Arrays.copyOf(archive, (int) ((long) most * permille / 1000));
    }

    private static byte[] changed(byte[] archive, int position, int change) {
        byte[] changed = archive.clone();
        changed[position % changed.length] ^= (byte) change;
        return changed;
    }

    private static int lastByte(byte[] archive) {
        int last = archive.length - 1;
        while (archive[last] == 0) {
            last--;
        }
        return last;
    }
}
