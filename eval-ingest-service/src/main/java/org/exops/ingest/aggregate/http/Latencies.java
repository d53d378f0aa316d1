package org.exops.ingest.aggregate.http;

import java.nio.ByteBuffer;
import java.time.Duration;
import java.util.Base64;
import java.util.zip.DataFormatException;
import org.HdrHistogram.Histogram;
import org.exops.events.v1.EvidenceSnapshot;
import org.exops.ingest.aggregate.http.EvidenceView.LatencyView;
import org.jspecify.annotations.Nullable;

/** Reads quantiles out of a snapshot's histogram. */
final class Latencies {
    private Latencies() {}

    /** Absent when no latency is known. */
    static @Nullable LatencyView view(EvidenceSnapshot.Latency latency) {
        if (latency.histogram() == null) {
            return null;
        }
        try {
            Histogram histogram = Histogram.decodeFromCompressedByteBuffer(
                    ByteBuffer.wrap(Base64.getDecoder().decode(latency.histogram())), 0);
            return new LatencyView(latency.n(), at(histogram, 50), at(histogram, 95));
        } catch (DataFormatException e) {
            throw new IllegalStateException("a stored histogram cannot be read", e);
        }
    }

    private static String at(Histogram histogram, double percentile) {
        return Duration.ofMillis(histogram.getValueAtPercentile(percentile)).toString();
    }
}
