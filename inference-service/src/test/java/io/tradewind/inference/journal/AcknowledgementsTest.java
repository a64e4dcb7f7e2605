package io.tradewind.inference.journal;

import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import java.util.Random;

import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import net.jqwik.api.constraints.IntRange;

import static org.assertj.core.api.Assertions.assertThat;

class AcknowledgementsTest {

    @Property(tries = 200)
    void neverPassesARecordThatHasNotArrived(@ForAll @IntRange(min = 1, max = 60) int records, @ForAll long seed) {
        Acknowledgements acknowledgements = new Acknowledgements(0);
        List<Integer> order = new ArrayList<>();
        List<Runnable> arrivals = new ArrayList<>();
        for (int i = 0; i < records; i++) {
            arrivals.add(acknowledgements.sent(10L * (i + 1)));
            order.add(i);
        }
        Collections.shuffle(order, new Random(seed));
        boolean[] arrived = new boolean[records];

        for (int index : order) {
            arrivals.get(index).run();
            arrived[index] = true;

            int first = 0;
            while (first < records && arrived[first]) {
                first++;
            }
            assertThat(acknowledgements.position()).isEqualTo(10L * first);
        }
        assertThat(acknowledgements.takePassed()).isEqualTo(records);
    }
}
