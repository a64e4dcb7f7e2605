package io.tradewind.launcher.coverage;

import java.io.FileOutputStream;
import java.nio.file.Files;
import java.nio.file.Path;
import javax.tools.ToolProvider;

import org.jacoco.core.data.ExecutionDataStore;
import org.jacoco.core.data.ExecutionDataWriter;
import org.jacoco.core.data.SessionInfoStore;
import org.jacoco.core.instr.Instrumenter;
import org.jacoco.core.runtime.LoggerRuntime;
import org.jacoco.core.runtime.RuntimeData;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

import static org.assertj.core.api.Assertions.assertThat;

class LineCoverageTest {

    private static final String COMPILED = """
            public class Shop {
                public static int open() {
                    return 1;
                }
                public static int close() {
                    return 2;
                }
            }
            """;

    @TempDir
    Path module;

    @Test
    void countsLinesThatOnlyTheLoadedVersionOfAClassHasRun() throws Exception {
        // Given a class that was changed on its way into the JVM: another class to JaCoCo
        compile(COMPILED, "target/classes");
        compile(COMPILED.replace("}\n}", "}\n    public Shop(int added) {}\n}"), "target/jacoco-classes");
        run(Files.readAllBytes(module.resolve("target/jacoco-classes/Shop.class")));

        // When
        ModuleCoverage coverage = LineCoverage.of("shop", module).orElseThrow();

        // Then: the class line and two methods' lines hold code, one of them ran
        assertThat(coverage).isEqualTo(new ModuleCoverage("shop", 1, 3));
        assertThat(coverage.share()).isEqualTo(1.0 / 3);
    }

    @Test
    void knowsNothingOfAModuleWithoutTests() throws Exception {
        assertThat(LineCoverage.of("shop", module)).isEmpty();
    }

    private void compile(String source, String folder) throws Exception {
        Path file = Files.writeString(
                Files.createDirectories(module.resolve(folder)).resolve("Shop.java"), source);
        int exit = ToolProvider.getSystemJavaCompiler().run(null, null, null, "-g", file.toString());
        assertThat(exit).isZero();
    }

    /** Calls open() on an instrumented copy and leaves what it recorded as the agent would. */
    private void run(byte[] original) throws Exception {
        LoggerRuntime runtime = new LoggerRuntime();
        byte[] instrumented = new Instrumenter(runtime).instrument(original, "Shop");
        RuntimeData data = new RuntimeData();
        runtime.startup(data);
        Class<?> shop = new ClassLoader() {
            Class<?> define() {
                return defineClass("Shop", instrumented, 0, instrumented.length);
            }
        }.define();
        shop.getMethod("open").invoke(null);
        ExecutionDataStore recorded = new ExecutionDataStore();
        data.collect(recorded, new SessionInfoStore(), false);
        runtime.shutdown();
        try (FileOutputStream out =
                new FileOutputStream(module.resolve("target/jacoco.exec").toFile())) {
            recorded.accept(new ExecutionDataWriter(out));
        }
    }
}
