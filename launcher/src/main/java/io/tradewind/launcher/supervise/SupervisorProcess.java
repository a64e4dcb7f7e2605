package io.tradewind.launcher.supervise;

import java.io.IOException;
import java.nio.channels.FileChannel;
import java.nio.file.Path;
import java.nio.file.StandardOpenOption;
import java.time.Clock;
import java.time.Duration;
import java.util.EnumMap;
import java.util.Map;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.Executors;
import java.util.concurrent.ScheduledExecutorService;
import java.util.concurrent.TimeUnit;

import io.tradewind.launcher.layout.FleetHome;
import io.tradewind.launcher.layout.FleetPorts;
import io.tradewind.launcher.layout.Installation;
import io.tradewind.launcher.layout.ProcessName;
import io.tradewind.launcher.secret.Passwords;
import io.tradewind.launcher.secret.ServiceTokens;
import io.tradewind.launcher.secret.SigningKeys;
import io.tradewind.launcher.secret.TokenMint;
import io.tradewind.launcher.status.PidFile;
import io.tradewind.launcher.status.SupervisorFile;

/** The small JVM that outlives {@code ./fleet up} and keeps the fleet alive. */
public final class SupervisorProcess {
    private static final Duration GRACE = Duration.ofSeconds(20);
    /** Writing down what it learnt takes a JVM many seconds on a busy machine. */
    private static final Duration TRAINING_GRACE = Duration.ofSeconds(180);

    private static final long LOG_LIMIT = 20L << 20;

    private SupervisorProcess() {}

    /** @param arguments home, port offset, and what to do with the caches: USE, TRAIN or OFF */
    public static void main(String[] arguments) throws IOException, InterruptedException {
        FleetHome home = new FleetHome(Path.of(arguments[0])).prepare();
        FleetPorts ports = new FleetPorts(Integer.parseInt(arguments[1]));
        StartupCache cache = StartupCache.valueOf(arguments[2]);
        try (FileChannel lock =
                FileChannel.open(home.supervisorLock(), StandardOpenOption.CREATE, StandardOpenOption.WRITE)) {
            if (lock.tryLock() == null) {
                System.err.println("another supervisor watches over " + home.directory());
                return;
            }
            run(home, ports, cache);
        }
        System.exit(0);
    }

    static void run(FleetHome home, FleetPorts ports, StartupCache cache) throws IOException, InterruptedException {
        TokenMint mint = new TokenMint(SigningKeys.of(home), Clock.systemUTC());
        ScheduledExecutorService timer = Executors.newSingleThreadScheduledExecutor(
                Thread.ofPlatform().daemon().name("timer").factory());
        new ServiceTokens(home, mint).keepFresh(timer);
        Duration grace = cache == StartupCache.TRAIN ? TRAINING_GRACE : GRACE;
        Supervisor supervisor = new Supervisor(home, ports, launches(home, ports, cache), grace);
        LogRotation rotation = new LogRotation(home.logs(), LOG_LIMIT);
        timer.scheduleWithFixedDelay(rotation::rotate, 0, 10, TimeUnit.SECONDS);
        timer.scheduleWithFixedDelay(supervisor::sampleMemory, 1, 2, TimeUnit.SECONDS);
        CountDownLatch end = new CountDownLatch(1);
        CountDownLatch ended = new CountDownLatch(1);
        Runtime.getRuntime().addShutdownHook(new Thread(() -> endInOrder(end, ended), "supervisor-end"));
        String secret = Passwords.draw();
        try (ControlServer control = new ControlServer(supervisor, secret, end::countDown)) {
            ProcessHandle self = ProcessHandle.current();
            new SupervisorFile(self.pid(), PidFile.startMillis(self), control.port(), secret).write(home);
            Thread starter = Thread.ofPlatform().daemon().start(() -> startAll(supervisor));
            end.await();
            starter.interrupt();
            supervisor.stopAll();
            PidFile.delete(home.supervisorFile());
        } finally {
            ended.countDown();
        }
    }

    private static Map<ProcessName, Launch> launches(FleetHome home, FleetPorts ports, StartupCache cache) {
        ServicePlans plans = new ServicePlans(home, ports, Installation.current(), cache);
        Map<ProcessName, Launch> launches = new EnumMap<>(ProcessName.class);
        launches.put(ProcessName.POSTGRESQL, new PostgresLaunch(home, ports));
        launches.put(ProcessName.KAFKA, new ChildProcess(plans.kafka()));
        for (ProcessName service : ProcessName.services()) {
            launches.put(service, new ChildProcess(plans.service(service)));
        }
        return launches;
    }

    private static void startAll(Supervisor supervisor) {
        try {
            supervisor.startAll();
        } catch (InterruptedException ended) {
            Thread.currentThread().interrupt();
        }
    }

    /** On SIGTERM the main thread does the work; the JVM must not end before it has. */
    private static void endInOrder(CountDownLatch end, CountDownLatch ended) {
        end.countDown();
        try {
            ended.await();
        } catch (InterruptedException interrupted) {
            Thread.currentThread().interrupt();
        }
    }
}
