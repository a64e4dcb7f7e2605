package io.tradewind.launcher.supervise;

import java.io.IOException;
import java.time.Duration;

/** Knows how to start one process of the fleet. */
interface Launch {

    /** Starts it; it need not be ready when this returns. */
    Running launch() throws IOException;

    /** Whether it can be used now. */
    boolean ready();

    /** Last thing it said before it died, for people. */
    String lastWords();

    /** A process that was started. */
    interface Running {

        /** The process itself. */
        ProcessHandle process();

        /** Asks it to stop, then makes it, and returns once it has ended. */
        void stop(Duration grace);
    }
}
