package io.tradewind.launcher.supervise;

import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;

/**
 * What a JVM keeps from one run to start faster in the next: an AOT cache from JDK 25 on, an archive of classes before. A
 * cache of other jars or another JVM is ignored by the JVM itself.
 */
enum StartupCache {
    /** Use what is there. */
    USE,
    /** Make a new one while the process stops. */
    TRAIN,
    OFF;

    private static final int FIRST_WITH_AOT = 25;

    List<String> options(Path cache) {
        boolean aot = Runtime.version().feature() >= FIRST_WITH_AOT;
        return switch (this) {
            case OFF -> List.of();
            case TRAIN -> List.of((aot ? "-XX:AOTCacheOutput=" : "-XX:ArchiveClassesAtExit=") + cache, quiet(aot));
            case USE -> Files.exists(cache) ? List.of(use(aot) + cache, quiet(aot)) : List.of();
        };
    }

    private static String use(boolean aot) {
        return aot ? "-XX:AOTCache=" : "-XX:SharedArchiveFile=";
    }

    /** A cache that no longer fits is no news to anybody who reads a service's log. */
    private static String quiet(boolean aot) {
        return aot ? "-Xlog:aot=off,cds=off" : "-Xlog:cds=off,cds+dynamic=off";
    }
}
