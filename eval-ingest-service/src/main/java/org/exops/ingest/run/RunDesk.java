package org.exops.ingest.run;

import io.smallrye.mutiny.TimeoutException;
import jakarta.enterprise.context.ApplicationScoped;
import java.io.InputStream;
import java.time.Duration;
import java.util.Objects;
import java.util.Set;
import java.util.concurrent.Semaphore;
import org.exops.ingest.run.format.EvalReader;
import org.exops.ingest.run.format.JsonRunReader;
import org.exops.ingest.run.format.NdjsonReader;
import org.exops.ingest.run.model.EvalRun;
import org.exops.ingest.run.model.RunHeader;
import org.exops.kit.problem.ProblemException;
import org.exops.kit.problem.ProblemType;
import org.exops.kit.security.Caller;
import org.jspecify.annotations.Nullable;

/** Front door: takes runs in. Reads the body as it comes, on a worker thread, and answers once everything is durable. */
@ApplicationScoped
public class RunDesk {
    private static final Duration SOON = Duration.ofSeconds(1);

    private final RunDoor door;
    private final RunBook book;
    private final RunLog log;
    private final RunFiling filing;
    private final IngestConfig config;
    private final Semaphore slots;

    RunDesk(RunDoor door, RunBook book, RunLog log, RunFiling filing, IngestConfig config) {
        this.door = door;
        this.book = book;
        this.log = log;
        this.filing = filing;
        this.config = config;
        this.slots = new Semaphore(config.concurrentUploads());
    }

    /** A run as one JSON document. */
    public EvalRun receiveDocument(InputStream body, Caller caller) {
        return receiveOwn(new JsonRunReader(), body, caller);
    }

    /** A run as lines. */
    public EvalRun receiveLines(InputStream body, Caller caller) {
        return receiveOwn(new NdjsonReader(), body, caller);
    }

    private EvalRun receiveOwn(EvalReader reader, InputStream body, Caller caller) {
        Upload upload = new Upload(
                filing.newId(),
                reader.format(),
                log,
                config,
                header -> door.admit(header.experiment(), Set.of(Objects.requireNonNull(header.variant())), caller));
        return receive(reader, null, upload, body, caller);
    }

    /** A tool's own file. */
    public EvalRun receiveFile(ImportRequest request, InputStream body, Caller caller) {
        ImportPlan plan = ImportPlan.of(request);
        RunDoor.Admission admission = door.admit(request.experiment(), plan.variants(), caller);
        EvalReader reader = plan.reader(admission.known());
        Upload upload = new Upload(filing.newId(), reader.format(), log, config, header -> admission);
        upload.header(new RunHeader(request.experiment(), null, request.runId(), request.evalSet(), null));
        return receive(reader, plan, upload, body, caller);
    }

    private EvalRun receive(
            EvalReader reader, @Nullable ImportPlan plan, Upload upload, InputStream body, Caller caller) {
        if (!slots.tryAcquire()) {
            throw new ProblemException(ProblemType.TOO_MANY_REQUESTS, "Too many files are being read at the moment")
                    .retryAfter(SOON);
        }
        try {
            MeteredStream metered = new MeteredStream(body, new ParkingAllowance(upload, config));
            Reading.read(reader, metered, upload);
            upload.finish();
            EvalRun run = filing.file(upload, plan, reader.format(), metered, caller);
            return book.commit(run).await().atMost(config.patience());
        } catch (TimeoutException e) {
            throw Upload.unavailable();
        } finally {
            slots.release();
        }
    }
}
