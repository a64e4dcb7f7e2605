package io.tradewind.training.registration;

import java.time.Duration;

/** What a registration, which may take long, needs of whoever asked for it. */
public interface RegistrationWatch {

    /** Whether to give up now. */
    boolean stopped();

    /** Waits this long, or until there is a reason to give up. */
    void pause(Duration duration) throws InterruptedException;

    /** The registry made this version for the bundle; to be remembered, so that another attempt continues with it. */
    void reserved(int version) throws InterruptedException;
}
