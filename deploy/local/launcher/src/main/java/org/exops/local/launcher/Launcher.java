package org.exops.local.launcher;

import java.io.PrintStream;
import java.net.URI;
import java.nio.file.Path;
import java.time.Clock;
import java.util.List;
import java.util.concurrent.CountDownLatch;
import org.exops.local.launcher.address.Endpoint;
import org.exops.local.launcher.address.Ports;
import org.exops.local.launcher.demo.Api;
import org.exops.local.launcher.demo.Narrator;
import org.exops.local.launcher.demo.Story;
import org.exops.local.launcher.demo.StoryFailure;
import org.exops.local.launcher.token.LocalTokens;

/** {@code deploy/local/start}, once everything is built. */
public final class Launcher {
    private final Path root;
    private final PrintStream out;
    private final PrintStream err;
    private final Clock clock;

    Launcher(Path root, PrintStream out, PrintStream err, Clock clock) {
        this.root = root;
        this.out = out;
        this.err = err;
        this.clock = clock;
    }

    public static void main(String[] arguments) throws InterruptedException {
        Path root =
                Path.of(System.getProperty("exops.root", ".")).toAbsolutePath().normalize();
        Launcher launcher = new Launcher(root, System.out, System.err, Clock.systemUTC());
        System.exit(launcher.run(List.of(arguments)));
    }

    /** The exit code: 0 as asked, 1 failed, 2 not understood. */
    int run(List<String> arguments) throws InterruptedException {
        StartRequest request = StartRequest.parse(arguments, root.resolve("deploy/local/.state"));
        if (request instanceof StartRequest.Help help) {
            out.println(help.text());
            return 0;
        }
        if (request instanceof StartRequest.Refused refused) {
            err.println(refused.complaint());
            return 2;
        }
        return serve(((StartRequest.Start) request).options());
    }

    private int serve(StartOptions options) throws InterruptedException {
        Progress progress = new Progress(out, clock);
        try (LocalStack stack = new LocalStack(root, options, progress, clock)) {
            Signals.stopBy(() -> {
                progress.say("Stopping");
                stack.close();
            });
            progress.say("Starting the local stack");
            LocalTokens tokens = stack.start();
            progress.say("Ready: " + options.ports().url(Endpoint.GATEWAY));
            boolean told = !options.demo() || tell(options.ports(), tokens);
            if (options.once()) {
                return told ? 0 : 1;
            }
            progress.say(Addresses.of(options));
            new CountDownLatch(1).await();
            return 0;
        } catch (StartFailure failure) {
            err.println(failure.getMessage());
            return 1;
        } catch (RuntimeException surprise) {
            // Threads of Kafka would keep a launcher alive that has nothing left to do.
            surprise.printStackTrace(err);
            return 1;
        }
    }

    private boolean tell(Ports ports, LocalTokens tokens) throws InterruptedException {
        Narrator narrator = new Narrator(out);
        try {
            Api api = new Api(URI.create(ports.url(Endpoint.GATEWAY)), tokens, narrator);
            new Story(root.resolve("deploy/local/demo/refund-prompt"), api, narrator, clock).tell();
            return true;
        } catch (StoryFailure failure) {
            err.println("The story did not reach its review: " + failure.getMessage());
            return false;
        }
    }
}
