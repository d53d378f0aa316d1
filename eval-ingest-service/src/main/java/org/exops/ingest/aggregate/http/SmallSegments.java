package org.exops.ingest.aggregate.http;

import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import org.exops.events.v1.EvidenceSnapshot;
import org.exops.ingest.aggregate.http.EvidenceView.MetricView;
import org.jspecify.annotations.Nullable;

/** Folds segment values with fewer than five cases into {@code other}: they would tell of single people. */
final class SmallSegments {
    private static final int SMALLEST = 5;
    private static final String OTHER = "other";

    private SmallSegments() {}

    static List<MetricView> fold(List<EvidenceSnapshot.MetricMoments> metrics) {
        Map<Key, EvidenceSnapshot.MetricMoments> folded = new LinkedHashMap<>();
        for (EvidenceSnapshot.MetricMoments moments : metrics) {
            Map<String, String> segment = new TreeMap<>(moments.segment());
            if (moments.all().n() < SMALLEST) {
                segment.replaceAll((dimension, value) -> OTHER);
            }
            folded.merge(new Key(moments.metric(), segment), renamed(moments, segment), SmallSegments::joined);
        }
        List<MetricView> views = new ArrayList<>();
        folded.values().forEach(moments -> views.add(view(moments)));
        return views;
    }

    private record Key(String metric, Map<String, String> segment) {}

    private static EvidenceSnapshot.MetricMoments renamed(
            EvidenceSnapshot.MetricMoments moments, Map<String, String> segment) {
        return new EvidenceSnapshot.MetricMoments(
                moments.metric(), segment, moments.source(), moments.all(), moments.ifErrorsDropped());
    }

    private static EvidenceSnapshot.MetricMoments joined(
            EvidenceSnapshot.MetricMoments left, EvidenceSnapshot.MetricMoments right) {
        return new EvidenceSnapshot.MetricMoments(
                left.metric(),
                left.segment(),
                left.source(),
                joined(left.all(), right.all()),
                joined(left.ifErrorsDropped(), right.ifErrorsDropped()));
    }

    // Chan, Golub and LeVeque 1979: the moments of two samples together.
    private static EvidenceSnapshot.Moments joined(EvidenceSnapshot.Moments left, EvidenceSnapshot.Moments right) {
        long n = left.n() + right.n();
        if (left.n() == 0 || right.n() == 0) {
            return left.n() == 0 ? right : left;
        }
        double distance = right.mean() - left.mean();
        return new EvidenceSnapshot.Moments(
                n,
                left.mean() + distance * right.n() / n,
                left.m2() + right.m2() + distance * distance * left.n() * right.n() / n);
    }

    private static MetricView view(EvidenceSnapshot.MetricMoments moments) {
        EvidenceSnapshot.Moments all = moments.all();
        EvidenceSnapshot.Moments dropped = moments.ifErrorsDropped();
        return new MetricView(
                moments.metric(),
                moments.segment(),
                moments.source().name(),
                all.n(),
                mean(all),
                all.n() < 2 ? null : Math.sqrt(all.m2() / (all.n() - 1) / all.n()),
                dropped.n(),
                mean(dropped));
    }

    private static @Nullable Double mean(EvidenceSnapshot.Moments moments) {
        return moments.n() == 0 ? null : moments.mean();
    }
}
