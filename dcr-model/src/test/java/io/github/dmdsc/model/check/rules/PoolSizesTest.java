package io.github.dmdsc.model.check.rules;

import static io.github.dmdsc.model.fixtures.ClusterEdits.dbMal;
import static org.assertj.core.api.Assertions.assertThat;

import io.github.dmdsc.model.Megabytes;
import org.junit.jupiter.api.Test;

class PoolSizesTest extends RuleLaws {
    PoolSizesTest() {
        super(new PoolSizes());
    }

    @Test
    void a_pool_of_the_size_of_a_buffer() {
        assertThat(found(dbMal(
                        cluster(), 0, x -> x.withPoolSize(Megabytes.of(100)).withBufSize(Megabytes.of(100)))))
                .hasSize(1);
    }

    @Test
    void a_larger_pool_or_only_one_of_both() {
        assertThat(found(dbMal(
                        cluster(), 0, x -> x.withPoolSize(Megabytes.of(101)).withBufSize(Megabytes.of(100)))))
                .isEmpty();
        assertThat(found(dbMal(cluster(), 0, x -> x.withBufSize(Megabytes.of(1000)))))
                .isEmpty();
    }
}
