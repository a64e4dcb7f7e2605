package io.tradewind.kit.security;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.attribute.FileTime;
import java.time.Duration;
import java.util.Optional;

import io.quarkus.runtime.StartupEvent;
import io.tradewind.kit.problem.ErrorCode;
import io.tradewind.kit.problem.ServiceException;
import io.tradewind.kit.runtime.Housekeeping;
import jakarta.enterprise.event.Observes;
import jakarta.inject.Singleton;
import org.jboss.logging.Logger;
import org.jspecify.annotations.Nullable;

/** The token this service calls others with, kept fresh from its file. */
@Singleton
public class ServiceToken {

    private static final Logger LOG = Logger.getLogger(ServiceToken.class);
    private static final Duration CHECK_EVERY = Duration.ofSeconds(2);

    private final Optional<Path> file;
    private final Housekeeping housekeeping;
    private volatile @Nullable String token;
    private @Nullable FileTime lastRead;

    ServiceToken(SecurityConfig config, Housekeeping housekeeping) {
        this.file = config.serviceTokenFile();
        this.housekeeping = housekeeping;
        refresh();
    }

    void start(@Observes StartupEvent event) {
        housekeeping.every(CHECK_EVERY, "service token", this::refresh);
    }

    /** Value for an Authorization header, {@code Bearer ...}; UNAVAILABLE while there is no token. */
    public String bearer() {
        String present = token;
        if (present == null) {
            throw new ServiceException(
                    ErrorCode.UNAVAILABLE,
                    "this service has no token to call others with; tradewind.security.service-token-file is "
                            + file.map(Path::toString).orElse("not set"));
        }
        return "Bearer " + present;
    }

    private synchronized void refresh() {
        if (file.isEmpty()) {
            return;
        }
        try {
            FileTime changed = Files.getLastModifiedTime(file.get());
            if (!changed.equals(lastRead)) {
                token = Files.readString(file.get()).strip();
                lastRead = changed;
            }
        } catch (IOException cause) {
            // What was read before stays in use: a token outlives a file that is being replaced.
            LOG.debugf("service token file %s could not be read: %s", file.get(), cause.toString());
        }
    }
}
