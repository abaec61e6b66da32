package io.github.dmdsc.model.check.rules;

import static org.assertj.core.api.Assertions.assertThat;

import io.github.dmdsc.model.fixtures.Defect;
import io.github.dmdsc.model.fixtures.Defects;
import org.junit.jupiter.api.Test;

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
}
