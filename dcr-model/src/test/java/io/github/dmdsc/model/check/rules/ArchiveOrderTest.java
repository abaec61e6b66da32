package io.github.dmdsc.model.check.rules;

import static io.github.dmdsc.model.fixtures.ClusterEdits.dmArch;
import static org.assertj.core.api.Assertions.assertThat;

import io.github.dmdsc.model.Cluster;
import io.github.dmdsc.model.DmArchive;
import io.github.dmdsc.model.Location;
import io.github.dmdsc.model.Origin;
import io.github.dmdsc.model.fixtures.Defect;
import io.github.dmdsc.model.fixtures.Defects;
import java.util.Optional;
import java.util.function.UnaryOperator;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class ArchiveOrderTest extends RuleLaws {
    ArchiveOrderTest() {
        super(new ArchiveOrder());
    }

    @Test
    void a_destination_before_the_type() {
        Defect defect = Defects.of("DSC-0238").get(0);

        assertThat(found(defect.in(archived())))
                .singleElement()
                .asString()
                .contains("In section [ARCHIVE_LOCAL1], ARCH_DEST comes before ARCH_TYPE");
    }

    @Test
    void no_places() {
        assertThat(found(archived())).isEmpty();
    }

    /** The origin of an archive whose parameters have these lines; the section has the line of the type. */
    private record Lines(int type, int destination) implements Origin {
        @Override
        public Location self() {
            return at(DmArchive.TYPE);
        }

        @Override
        public Location at(String key) {
            int line = key.equals(DmArchive.DESTINATION) ? destination : type;
            return new Location("10.1.0.1", "/dmarch.ini", line, 1);
        }
    }

    @ParameterizedTest
    @CsvSource({"9, 5, 1", "5, 9, 0", "5, 5, 0", "5, 0, 0"})
    void only_a_line_before_that_of_the_type(int type, int destination, int findings) {
        assertThat(found(withFirst(archive -> archive.withOrigin(new Lines(type, destination)))))
                .hasSize(findings);
    }

    @Test
    void without_a_type() {
        assertThat(found(
                        withFirst(archive -> archive.withOrigin(new Lines(9, 5)).withType(Optional.empty()))))
                .isEmpty();
    }

    private static Cluster withFirst(UnaryOperator<DmArchive> change) {
        return dmArch(
                archived(),
                0,
                arch -> arch.withArchives(change.apply(arch.archives().get(0))));
    }
}
