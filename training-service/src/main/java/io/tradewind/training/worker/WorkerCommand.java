package io.tradewind.training.worker;

import java.io.File;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.stream.Collectors;
import java.util.stream.Stream;

import io.tradewind.training.worker.trainer.TrainerMain;

/** The command line a worker is started with: this JVM's java and this service's own classes. */
final class WorkerCommand {

    /** The environment holds the service's secrets; a worker gets what native libraries and the JVM need and no more. */
    private static final Set<String> PASSED_ON = Set.of(
            "PATH", "HOME", "LANG", "LC_ALL", "TMPDIR", "LD_LIBRARY_PATH", "DJL_CACHE_DIR", "CUDA_VISIBLE_DEVICES");

    private final WorkerConfig config;

    WorkerCommand(WorkerConfig config) {
        this.config = config;
    }

    /** A process to start for the order that lies in this folder; its arguments are in a file, as class paths are long. */
    ProcessBuilder builder(Path folder) throws IOException {
        Path arguments = folder.resolve("java.args");
        Files.write(
                arguments, arguments(folder).stream().map(WorkerCommand::quoted).toList());
        String java = Path.of(System.getProperty("java.home"), "bin", "java").toString();
        ProcessBuilder builder = new ProcessBuilder(java, "@" + arguments.toAbsolutePath());
        builder.directory(folder.toFile());
        keepOnly(builder.environment());
        return builder;
    }

    private List<String> arguments(Path folder) {
        List<String> arguments = new ArrayList<>(List.of(
                "-Xmx" + config.heap(),
                // PyTorch's memory is freed when Java collects: a small young generation makes it do so often
                "-XX:+UseSerialGC",
                "-Xmn32m",
                "-XX:+ExitOnOutOfMemoryError",
                "-Duser.timezone=UTC",
                "-Dai.djl.offline=true",
                "-Dai.djl.pytorch.num_threads=" + config.threads(),
                "-Dai.djl.pytorch.num_interop_threads=1"));
        if (Runtime.version().feature() >= 22) {
            arguments.add("--enable-native-access=ALL-UNNAMED");
        }
        config.jvmOptions().ifPresent(arguments::addAll);
        arguments.addAll(List.of(
                "-cp",
                classPath(),
                TrainerMain.class.getName(),
                folder.toAbsolutePath().toString()));
        return arguments;
    }

    private static void keepOnly(Map<String, String> environment) {
        environment.keySet().retainAll(PASSED_ON);
        environment.put("OMP_NUM_THREADS", "1");
    }

    /** A packaged service is started from one jar that names no other: its libraries lie in folders beside it. */
    static String classPath() {
        String own = System.getProperty("java.class.path");
        return Stream.of(own.split(File.pathSeparator))
                .filter(entry -> entry.endsWith("quarkus-run.jar"))
                .findFirst()
                .map(runner -> packaged(Path.of(runner).toAbsolutePath().getParent()))
                .orElse(own);
    }

    private static String packaged(Path application) {
        return Stream.of("app", "lib/main", "lib/boot")
                .map(folder -> application.resolve(folder).resolve("*").toString())
                .collect(Collectors.joining(File.pathSeparator));
    }

    private static String quoted(String argument) {
        return '"' + argument.replace("\\", "\\\\").replace("\"", "\\\"") + '"';
    }
}
