package org.exops.window.lease;

import static java.util.Objects.requireNonNull;

import com.google.errorprone.annotations.CanIgnoreReturnValue;
import io.smallrye.mutiny.Uni;
import jakarta.enterprise.context.ApplicationScoped;
import java.time.Duration;
import java.util.Set;
import org.exops.kit.security.Caller;
import org.exops.kit.security.Role;
import org.exops.window.lease.model.ApprovalRule;
import org.exops.window.lease.model.Experiment;
import org.exops.window.lease.model.Standing;
import org.exops.window.surface.SurfaceDesk;
import org.exops.window.surface.model.Limit;
import org.exops.window.surface.model.Surface;
import org.exops.window.surface.model.SurfacePath;

/** The front doors as a test sees them: one call, one answer. */
@ApplicationScoped
public class Desk {
    private static final Duration PATIENCE = Duration.ofSeconds(60);

    private final LeaseDesk desk;
    private final ExperimentIntake intake;
    private final AdmissionRegister register;
    private final SurfaceDesk surfaces;

    Desk(LeaseDesk desk, ExperimentIntake intake, AdmissionRegister register, SurfaceDesk surfaces) {
        this.desk = desk;
        this.intake = intake;
        this.register = register;
        this.surfaces = surfaces;
    }

    @CanIgnoreReturnValue
    public Experiment learn(Experiment experiment) {
        return learn(experiment, 1);
    }

    @CanIgnoreReturnValue
    public Experiment learn(Experiment experiment, long revision) {
        return await(intake.learn(experiment, revision).replaceWith(experiment));
    }

    @CanIgnoreReturnValue
    public Standing request(Experiment experiment) {
        return standing(desk.request(experiment.key(), requesterOf(experiment.team())));
    }

    @CanIgnoreReturnValue
    public Standing release(Experiment experiment) {
        return standing(desk.release(experiment.key(), requesterOf(experiment.team())));
    }

    @CanIgnoreReturnValue
    public Standing approve(Experiment experiment, String by, String team) {
        return standing(desk.approve(experiment.key(), new Caller(by, team, Set.of(Role.APPROVER))));
    }

    public Standing find(Experiment experiment) {
        return standing(register.find(experiment.key()));
    }

    @CanIgnoreReturnValue
    public Surface limit(String path, int maxConcurrent, int maxHighRisk) {
        return await(surfaces.limit(new SurfacePath(path), new Limit(maxConcurrent, maxHighRisk), "oscar"));
    }

    private static Caller requesterOf(String team) {
        return new Caller("requester", team, Set.of(Role.EXPERIMENTER));
    }

    private static Standing standing(Uni<LeaseOutcome> outcome) {
        return await(outcome).fold(new Standings());
    }

    private static <T> T await(Uni<T> answer) {
        return requireNonNull(answer.await().atMost(PATIENCE));
    }

    private record Standings() implements LeaseOutcome.Cases<Standing> {
        @Override
        public Standing stands(Standing standing) {
            return standing;
        }

        @Override
        public Standing unknownExperiment(String reference) {
            throw new AssertionError("unknown " + reference);
        }

        @Override
        public Standing neverAsked(String experiment) {
            throw new AssertionError("never asked: " + experiment);
        }

        @Override
        public Standing notApproved(Experiment experiment, ApprovalRule rule) {
            throw new AssertionError("not approved: " + rule);
        }
    }
}
