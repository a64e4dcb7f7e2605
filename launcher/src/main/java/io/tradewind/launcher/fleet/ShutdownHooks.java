package io.tradewind.launcher.fleet;

/** What is undone when people press Ctrl-C. */
public final class ShutdownHooks {
    private ShutdownHooks() {}

    /** Forgets a hook; harmless when the JVM is ending already, because then the hook is running. */
    public static void remove(Thread hook) {
        try {
            Runtime.getRuntime().removeShutdownHook(hook);
        } catch (IllegalStateException ending) {
            Thread.currentThread().interrupt();
        }
    }
}
