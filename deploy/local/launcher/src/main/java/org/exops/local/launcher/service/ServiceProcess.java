package org.exops.local.launcher.service;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.lang.ProcessBuilder.Redirect;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import java.util.concurrent.TimeUnit;
import java.util.function.Consumer;

/** One running child: its output goes to its log, and somebody is told when it ends though nobody stopped it. */
public final class ServiceProcess implements AutoCloseable {
    private static final long GRACE_SECONDS = 30;

    private final String name;
    private final Path log;
    private final Process process;
    private volatile boolean stopping;

    private ServiceProcess(String name, Path log, Process process) {
        this.name = name;
        this.log = log;
        this.process = process;
    }

    /** Starts the command; the environment is added to ours, and the log begins anew. */
    public static ServiceProcess start(
            String name, List<String> command, Map<String, String> environment, Path log, OrphanGuard guard) {
        ProcessBuilder builder = new ProcessBuilder(command).redirectErrorStream(true);
        builder.redirectInput(Redirect.from(Path.of("/dev/null").toFile()));
        builder.redirectOutput(log.toFile());
        builder.environment().putAll(environment);
        try {
            Process process = builder.start();
            adopt(process, guard);
            process.onExit().thenRun(() -> guard.release(process.pid()));
            return new ServiceProcess(name, log, process);
        } catch (IOException e) {
            throw new UncheckedIOException("Cannot start " + name, e);
        }
    }

    private static void adopt(Process process, OrphanGuard guard) {
        try {
            guard.adopt(process.pid());
        } catch (UncheckedIOException alreadyStopping) {
            process.destroyForcibly();
            throw alreadyStopping;
        }
    }

    /** Tells what was left of the process, once, if it ends by itself. */
    public void whenItDies(Consumer<ServiceProcess> told) {
        process.onExit().thenRun(() -> {
            if (!stopping) {
                told.accept(this);
            }
        });
    }

    public boolean isAlive() {
        return process.isAlive();
    }

    public String name() {
        return name;
    }

    public long pid() {
        return process.pid();
    }

    /** What happened and the end of its log. */
    public String obituary() {
        return "%s died with exit code %d. The end of %s:%n%s"
                .formatted(name, process.exitValue(), log, String.join("\n", LogTail.of(log, 25)));
    }

    /** Asks it to end; {@link #close()} waits for it. */
    public void stop() {
        stopping = true;
        process.destroy();
    }

    @Override
    public void close() {
        stop();
        try {
            if (!process.waitFor(GRACE_SECONDS, TimeUnit.SECONDS)) {
                process.destroyForcibly().waitFor();
            }
        } catch (InterruptedException e) {
            process.destroyForcibly();
            Thread.currentThread().interrupt();
        }
    }
}
