package org.exops.ingest.run;

import io.quarkus.runtime.configuration.MemorySize;
import io.quarkus.runtime.configuration.MemorySizeConverter;
import io.smallrye.config.SmallRyeConfigBuilder;
import io.smallrye.mutiny.Uni;
import java.io.IOException;
import java.io.InputStream;
import java.nio.charset.StandardCharsets;
import java.util.List;
import java.util.UUID;
import java.util.concurrent.atomic.AtomicLong;
import org.exops.ingest.run.format.ImportOptions;
import org.exops.ingest.run.format.PromptfooReader;
import org.exops.ingest.run.format.VariantLabels;
import org.exops.ingest.run.model.EvalRun;
import org.exops.ingest.run.model.Observation;
import org.exops.ingest.run.model.RunHeader;

/** Reads a promptfoo file of the size that is asked for (MB), made on the fly; run with a heap that it must not fit into. */
final class StreamingProbe {
    private StreamingProbe() {}

    public static void main(String[] arguments) throws IOException {
        long rows = Long.parseLong(arguments[0]) * 1_000_000 / Rows.ROW_SIZE;
        AtomicLong written = new AtomicLong();
        IngestConfig config = new SmallRyeConfigBuilder()
                .withMapping(IngestConfig.class)
                .withConverter(MemorySize.class, 100, new MemorySizeConverter())
                .build()
                .getConfigMapping(IngestConfig.class);
        Upload upload = new Upload(
                UUID.randomUUID(),
                "promptfoo",
                new Counter(written),
                config,
                header -> new RunDoor.Admission("e", "t", null));
        upload.header(new RunHeader("e", null, null, null, null));
        MeteredStream body = new MeteredStream(new Rows(rows), bytes -> {});
        Reading.read(
                new PromptfooReader(ImportOptions.of(
                        VariantLabels.map(List.of("variant-A:A", "variant-B:B")), List.of(), null, "conversation")),
                body,
                upload);
        upload.finish();
        System.out.printf("%d cases of %d bytes%n", written.get(), body.bytes());
    }

    /** A log that takes everything at once and keeps nothing. */
    private record Counter(AtomicLong written) implements RunLog {
        @Override
        public Uni<Void> write(UUID run, String experiment, int sequence, List<Observation> cases) {
            written.addAndGet(cases.size());
            return Uni.createFrom().voidItem();
        }

        @Override
        public Uni<Void> commit(EvalRun run) {
            return Uni.createFrom().voidItem();
        }
    }

    /** {@code {"results": {"version": 3, "results": [row, row, …]}}} */
    private static final class Rows extends InputStream {
        static final int ROW_SIZE = 5_700; // what a real row takes
        private static final String ANSWER = "y".repeat(5_100);

        private final long rows;
        private long row = -1;
        private byte[] current = new byte[0];
        private int position;

        Rows(long rows) {
            this.rows = rows;
        }

        @Override
        public int read() {
            return more() ? current[position++] & 0xff : -1;
        }

        @Override
        public int read(byte[] target, int offset, int length) {
            if (!more()) {
                return -1;
            }
            int count = Math.min(length, current.length - position);
            System.arraycopy(current, position, target, offset, count);
            position += count;
            return count;
        }

        private boolean more() {
            while (position == current.length && row <= rows) {
                current = next().getBytes(StandardCharsets.UTF_8);
                position = 0;
                row++;
            }
            return position < current.length;
        }

        private String next() {
            if (row == -1) {
                return "{\"evalId\": \"e\", \"results\": {\"version\": 3, \"results\": [";
            }
            if (row == rows) {
                return "]}}";
            }
            String variant = row % 2 == 0 ? "A" : "B";
            return """
                    %s{"promptIdx": %d, "testIdx": %d, "provider": {"id": "p", "label": "variant-%s"}, "success": true,
                     "failureReason": 0, "score": 1, "cost": 0.001, "latencyMs": 800, "response": {"output": "%s", "cost": 0.001},
                     "testCase": {"metadata": {"conversation": "c-%d", "language": "de"}}, "namedScores": {"correctness": 1}}""".formatted(row == 0 ? "" : ",", row % 2, row / 2, variant, ANSWER, row / 20);
        }
    }
}
