package org.exops.ingest.run;

import jakarta.enterprise.context.ApplicationScoped;
import java.time.Clock;
import java.time.Instant;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.UUID;
import org.exops.ingest.run.model.EvalRun;
import org.exops.ingest.run.model.RunHeader;
import org.exops.ingest.run.model.RunStatus;
import org.exops.ingest.run.model.Tally;
import org.exops.ingest.run.model.ToolRun;
import org.exops.kit.clock.TimeOrderedIds;
import org.exops.kit.problem.ProblemException;
import org.exops.kit.problem.ProblemType;
import org.exops.kit.problem.Violation;
import org.exops.kit.security.Caller;
import org.jspecify.annotations.Nullable;

/** Makes the entry of a run whose file was read to its end. */
@ApplicationScoped
class RunFiling {
    private static final int VIOLATIONS = 20;

    private final TimeOrderedIds ids;
    private final Clock clock;

    RunFiling(TimeOrderedIds ids, Clock clock) {
        this.ids = ids;
        this.clock = clock;
    }

    UUID newId() {
        return ids.next();
    }

    /** Fails with 422 when no case could be taken. */
    EvalRun file(Upload upload, @Nullable ImportPlan plan, String format, MeteredStream read, Caller caller) {
        Tally tally = upload.tally();
        if (tally.accepted() == 0) {
            throw nothingAccepted(tally);
        }
        RunHeader header = upload.header();
        RunDoor.Admission admission = upload.admission();
        String variants = plan == null ? Objects.requireNonNull(header.variant()) : plan.variantsAsSent();
        List<String> options = plan == null ? List.of() : plan.options();
        RunIdentity identity = new RunIdentity(variants, format, read.digest());
        Instant now = clock.instant();
        ToolRun tool = upload.tool();
        EvalRun.Content content = new EvalRun.Content(
                header.runId() == null ? identity.runId() : header.runId(),
                identity.digest(options, header.evalSet()),
                format,
                tool == null ? null : (tool.tool() + " " + Objects.requireNonNullElse(tool.version(), "")).strip(),
                evalSet(header, admission, tool),
                header.evalSet() != null,
                startedAt(header, tool, now),
                new EvalRun.Size(read.bytes(), upload.pieces()));
        return new EvalRun(
                upload.run(),
                admission.experiment(),
                new EvalRun.Sender(admission.team(), caller.subject(), now),
                content,
                upload.isParked() ? RunStatus.PARKED : RunStatus.RECEIVED,
                tally,
                variants(upload.run(), upload.casesByVariant()));
    }

    private List<EvalRun.VariantRun> variants(UUID run, Map<String, Long> cases) {
        return cases.entrySet().stream()
                .map(brought -> new EvalRun.VariantRun(
                        brought.getKey(), cases.size() == 1 ? run : ids.next(), brought.getValue()))
                .toList();
    }

    private static String evalSet(RunHeader header, RunDoor.Admission admission, @Nullable ToolRun tool) {
        if (header.evalSet() != null) {
            return header.evalSet();
        }
        String planned =
                admission.known() == null ? null : admission.known().plan().evalSet();
        if (planned != null) {
            return planned;
        }
        return (tool == null || tool.task() == null ? "unnamed" : tool.task()) + EvalRun.UNVERSIONED;
    }

    // The tool's own clock may be ahead; a run cannot have started after it arrived.
    private static Instant startedAt(RunHeader header, @Nullable ToolRun tool, Instant now) {
        Instant said = header.startedAt() != null ? header.startedAt() : tool == null ? null : tool.startedAt();
        return said == null || said.isAfter(now) ? now : said;
    }

    private static ProblemException nothingAccepted(Tally tally) {
        List<Violation> violations = tally.rejected().stream()
                .limit(VIOLATIONS)
                .map(reject -> new Violation(
                        reject.pointer() == null ? "" : reject.pointer(),
                        (reject.line() == null ? "" : "line " + reject.line() + ": ") + reject.text()))
                .toList();
        return new ProblemException(
                        ProblemType.INVALID_VALUE,
                        "No case could be taken, %d were rejected; nothing counts".formatted(tally.rejectedCount()),
                        violations)
                .with("rejected", tally.rejected());
    }
}
