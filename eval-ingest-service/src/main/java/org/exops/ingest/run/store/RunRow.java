package org.exops.ingest.run.store;

import io.quarkus.runtime.annotations.RegisterForReflection;
import io.vertx.mutiny.sqlclient.Row;
import java.time.ZoneOffset;
import java.util.Arrays;
import java.util.List;
import org.exops.ingest.run.model.EvalRun;
import org.exops.ingest.run.model.Reject;
import org.exops.ingest.run.model.RunStatus;
import org.exops.ingest.run.model.Tally;
import org.exops.kit.json.EventJson;
import org.jspecify.annotations.Nullable;

/** A row of {@code eval_run} with those of its variants. */
@RegisterForReflection(
        targets = {Tally.class, Reject.class, EvalRun.VariantRun.class, EvalRun.VariantRun[].class
        }) // JSON in a native image
final class RunRow {
    static final String SELECT = """
            select r.run, r.experiment, r.team, r.sent_by, r.run_id, r.digest, r.format, r.tool, r.eval_set, r.eval_set_given,
                   r.started_at, r.received_at, r.bytes, r.chunks, r.status, r.tally::text as tally,
                   (select json_agg(json_build_object('variant', v.variant, 'id', v.id, 'cases', v.cases)
                                    order by v.variant)::text
                      from eval_run_variant v where v.run = r.run) as variants
              from eval_run r
            """;
    static final String INSERT = """
            insert into eval_run (run, experiment, team, sent_by, run_id, digest, format, tool, eval_set, eval_set_given,
                                  started_at, received_at, bytes, chunks, status, tally)
            values ($1, $2, $3, $4, $5, $6, $7, $8, $9, $10, $11, $12, $13, $14, $15, $16::text::jsonb)
            on conflict (run) do nothing
            """;

    private RunRow() {}

    static EvalRun of(Row row) {
        String variants = row.getString("variants");
        return new EvalRun(
                row.getUUID("run"),
                row.getString("experiment"),
                new EvalRun.Sender(
                        row.getString("team"),
                        row.getString("sent_by"),
                        row.getOffsetDateTime("received_at").toInstant()),
                content(row),
                RunStatus.valueOf(row.getString("status")),
                EventJson.read(row.getString("tally"), Tally.class),
                variants == null ? List.of() : List.of(EventJson.read(variants, EvalRun.VariantRun[].class)));
    }

    private static EvalRun.Content content(Row row) {
        return new EvalRun.Content(
                row.getString("run_id"),
                row.getString("digest"),
                row.getString("format"),
                row.getString("tool"),
                row.getString("eval_set"),
                row.getBoolean("eval_set_given"),
                row.getOffsetDateTime("started_at").toInstant(),
                new EvalRun.Size(row.getLong("bytes"), row.getInteger("chunks")));
    }

    static List<@Nullable Object> values(EvalRun run) {
        EvalRun.Content content = run.content();
        return Arrays.asList(
                run.run(),
                run.experiment(),
                run.sender().team(),
                run.sender().subject(),
                content.runId(),
                content.digest(),
                content.format(),
                content.tool(),
                content.evalSet(),
                content.evalSetGiven(),
                content.startedAt().atOffset(ZoneOffset.UTC),
                run.sender().receivedAt().atOffset(ZoneOffset.UTC),
                content.size().bytes(),
                content.size().chunks(),
                run.status().name(),
                EventJson.text(run.tally()));
    }
}
