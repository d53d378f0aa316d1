package org.exops.window.lease.model;

import static java.util.Objects.requireNonNull;

import com.google.errorprone.annotations.CanIgnoreReturnValue;
import java.time.Duration;
import java.time.Instant;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import org.exops.window.surface.model.Limit;
import org.exops.window.surface.model.Surface;
import org.exops.window.surface.model.SurfacePath;

/** A tree that settles after every step, as the database's does. */
final class TreeFixture {
    static final Instant START = Instant.parse("2026-11-02T08:00:00Z");

    private SurfaceTree tree = new SurfaceTree(START, Map.of(), Map.of());
    private Settled settled = tree.settle();

    @CanIgnoreReturnValue
    TreeFixture surface(String path, int maxConcurrent, int maxHighRisk) {
        Map<SurfacePath, Surface> surfaces = new LinkedHashMap<>(tree.surfaces());
        SurfacePath key = new SurfacePath(path);
        Surface before = surfaces.getOrDefault(key, new Surface(key, null, Limit.DEFAULT, 0));
        surfaces.put(key, before.limitedTo(new Limit(maxConcurrent, maxHighRisk)));
        return keep(new SurfaceTree(tree.now(), surfaces, tree.admissions()));
    }

    @CanIgnoreReturnValue
    TreeFixture ownedBy(String path, String team) {
        Map<SurfacePath, Surface> surfaces = new LinkedHashMap<>(tree.surfaces());
        surfaces.put(new SurfacePath(path), surface(path).ownedBy(team));
        return keep(new SurfaceTree(tree.now(), surfaces, tree.admissions()));
    }

    @CanIgnoreReturnValue
    TreeFixture request(Experiment... experiments) {
        for (Experiment experiment : experiments) {
            pass(Duration.ofMillis(1));
            Map<SurfacePath, Surface> surfaces = new LinkedHashMap<>(tree.surfaces());
            var made = surfaces.putIfAbsent(
                    experiment.surface(), new Surface(experiment.surface(), null, Limit.DEFAULT, 0));
            assert made == null || made.path().equals(experiment.surface());
            SurfaceTree known = new SurfaceTree(tree.now(), surfaces, tree.admissions());
            keep(known.request(experiment, "requester"));
        }
        return this;
    }

    @CanIgnoreReturnValue
    TreeFixture approve(Experiment experiment, String by, String team) {
        return keep(tree.approve(experiment.id(), new Approval(by, team, tree.now())));
    }

    @CanIgnoreReturnValue
    TreeFixture release(Experiment experiment) {
        return keep(tree.release(experiment.id(), "owner"));
    }

    @CanIgnoreReturnValue
    TreeFixture learn(Experiment newer) {
        return keep(tree.learn(newer));
    }

    @CanIgnoreReturnValue
    TreeFixture pass(Duration time) {
        return keep(tree.at(tree.now().plus(time)));
    }

    @CanIgnoreReturnValue
    private TreeFixture keep(SurfaceTree changed) {
        settled = changed.settle();
        tree = settled.tree();
        return this;
    }

    SurfaceTree tree() {
        return tree;
    }

    Settled settled() {
        return settled;
    }

    Surface surface(String path) {
        return tree.surface(new SurfacePath(path));
    }

    Admission admission(Experiment experiment) {
        return requireNonNull(tree.admission(experiment.id()));
    }

    AdmissionStatus status(Experiment experiment) {
        return admission(experiment).status();
    }

    List<Reason.Code> reasons(Experiment experiment) {
        return Outlook.of(settled).of(admission(experiment)).reasons().stream()
                .map(Reason::code)
                .toList();
    }
}
