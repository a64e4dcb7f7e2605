package io.tradewind.contracts.experiment;

import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

import static org.assertj.core.api.Assertions.assertThat;

class BucketHashTest {

    /** GrowthBook's published cases of hash version 2; the last two, beyond ASCII, pin UTF-16 (UTF-8 gives 3486 for one). */
    @ParameterizedTest
    @CsvSource({
        "seed, a, 505",
        "foo, def, 2019",
        "feature-exp, d123, 6468",
        "90850943850283058242805, 123, 7516",
        "exp, 😀, 7506",
        "exp-é, ключ, 7327"
    })
    void agreesWithPublishedVectors(String seed, String unit, int bucket) {
        assertThat(BucketHash.bucket(seed, unit)).isEqualTo(bucket);
    }
}
