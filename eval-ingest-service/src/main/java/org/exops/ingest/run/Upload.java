package org.exops.ingest.run;

import java.time.Duration;
import java.util.ArrayDeque;
import java.util.ArrayList;
import java.util.Deque;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import java.util.TreeMap;
import java.util.UUID;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.TimeoutException;
import java.util.function.Function;
import org.exops.ingest.experiment.model.KnownExperiment;
import org.exops.ingest.run.format.RunSink;
import org.exops.ingest.run.model.CaseRules;
import org.exops.ingest.run.model.Observation;
import org.exops.ingest.run.model.Reject;
import org.exops.ingest.run.model.RunHeader;
import org.exops.ingest.run.model.Tally;
import org.exops.ingest.run.model.ToolRun;
import org.exops.kit.problem.ProblemException;
import org.exops.kit.problem.ProblemType;
import org.jspecify.annotations.Nullable;

/** One file while it is read: its cases leave for the log in pieces, and reading waits when the log does not keep up. */
final class Upload implements RunSink {
    private static final Duration COME_BACK = Duration.ofSeconds(5);

    private final UUID run;
    private final String format;
    private final RunLog log;
    private final IngestConfig config;
    private final Function<RunHeader, RunDoor.Admission> door;
    private final Tally.Counter tally = new Tally.Counter();
    private final Map<String, Long> casesByVariant = new TreeMap<>();
    private final Deque<CompletableFuture<Void>> inFlight = new ArrayDeque<>();
    private List<Observation> piece = new ArrayList<>();
    private long pieceSize;
    private int pieces;
    private RunDoor.@Nullable Admission admission;
    private @Nullable RunHeader header;
    private @Nullable ToolRun tool;

    Upload(UUID run, String format, RunLog log, IngestConfig config, Function<RunHeader, RunDoor.Admission> door) {
        this.run = run;
        this.format = format;
        this.log = log;
        this.config = config;
        this.door = door;
    }

    @Override
    public void header(RunHeader read) {
        header = read;
        admission = door.apply(read);
    }

    @Override
    public void tool(ToolRun read) {
        tool = read;
    }

    @Override
    public void add(Observation seen) {
        KnownExperiment known = admission().known();
        var refusal = known == null ? Optional.<CaseRules.Refusal>empty() : CaseRules.check(seen, known.plan());
        if (refusal.isPresent()) {
            reject(Reject.ofCase(
                    format, seen.line(), refusal.get().code(), refusal.get().text()));
            return;
        }
        long size = CaseSize.of(seen);
        if (size > config.chunkSize().asLongValue()) {
            reject(Reject.ofCase(
                    format, seen.line(), "case-too-large", "the case does not fit into a piece of the log"));
            return;
        }
        tally.accept(seen.status());
        casesByVariant.merge(seen.identity().variant(), 1L, Long::sum);
        if (pieceSize + size > config.chunkSize().asLongValue()) {
            send();
        }
        piece.add(seen);
        pieceSize += size;
    }

    @Override
    public void reject(Reject reject) {
        tally.reject(reject);
    }

    @Override
    public void ignored(String field) {
        tally.ignore(field);
    }

    /** Sends what is left, and ends when everything that was sent is durable. */
    void finish() {
        send();
        while (!inFlight.isEmpty()) {
            awaitOldest();
        }
    }

    UUID run() {
        return run;
    }

    Tally tally() {
        return tally.result();
    }

    Map<String, Long> casesByVariant() {
        return casesByVariant;
    }

    int pieces() {
        return pieces;
    }

    /** Whether its experiment is not known; false before the header was read. */
    boolean isParked() {
        return admission != null && admission.known() == null;
    }

    RunDoor.Admission admission() {
        return Objects.requireNonNull(admission, "the header comes before the cases");
    }

    RunHeader header() {
        return Objects.requireNonNull(header, "the header comes first");
    }

    @Nullable
    ToolRun tool() {
        return tool;
    }

    private void send() {
        if (piece.isEmpty()) {
            return;
        }
        while (inFlight.size() >= config.chunksInFlight()) {
            awaitOldest();
        }
        inFlight.add(log.write(run, admission().experiment(), pieces++, piece).subscribeAsCompletionStage());
        piece = new ArrayList<>();
        pieceSize = 0;
    }

    private void awaitOldest() {
        try {
            inFlight.remove().get(config.patience().toMillis(), TimeUnit.MILLISECONDS);
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            throw unavailable();
        } catch (ExecutionException | TimeoutException e) {
            throw unavailable();
        }
    }

    static ProblemException unavailable() {
        return new ProblemException(
                        ProblemType.UNAVAILABLE,
                        "The log of evidence is away; nothing of this run counts. Send it again")
                .retryAfter(COME_BACK);
    }
}
