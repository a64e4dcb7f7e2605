package io.tradewind.launcher.secret;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.time.Duration;
import java.util.Set;
import java.util.concurrent.ScheduledExecutorService;
import java.util.concurrent.TimeUnit;

import io.tradewind.launcher.layout.FleetHome;
import io.tradewind.launcher.layout.PrivateFiles;
import io.tradewind.launcher.layout.ProcessName;

/** Keeps a fresh token in a file for each service; services read it again when it changes. */
public final class ServiceTokens {
    private static final Duration LIFE = Duration.ofHours(12);

    private final FleetHome home;
    private final TokenMint mint;

    /** Tokens of the fleet with this home. */
    public ServiceTokens(FleetHome home, TokenMint mint) {
        this.home = home;
        this.mint = mint;
    }

    /** Writes every token now and again whenever half of its life is over. */
    public void keepFresh(ScheduledExecutorService timer) {
        renew();
        long half = LIFE.dividedBy(2).toMillis();
        timer.scheduleAtFixedRate(this::renewOrComplain, half, half, TimeUnit.MILLISECONDS);
    }

    /** A timer forgets work that fails once; the old tokens are good for as long again. */
    private void renewOrComplain() {
        try {
            renew();
        } catch (UncheckedIOException cause) {
            System.err.println(cause.getMessage() + ": " + cause.getCause().getMessage());
        }
    }

    void renew() {
        for (ProcessName service : ProcessName.services()) {
            try {
                PrivateFiles.write(home.serviceToken(service), mint.mint(service.label(), Set.of("service"), LIFE));
            } catch (IOException cause) {
                throw new UncheckedIOException("cannot write the token of " + service.label(), cause);
            }
        }
    }
}
