package org.exops.registry.experiment;

import io.smallrye.mutiny.Uni;
import jakarta.enterprise.context.ApplicationScoped;
import java.time.Instant;
import org.exops.kit.clock.TimeOrderedIds;
import org.exops.registry.experiment.model.Change;
import org.exops.registry.experiment.model.Experiment;
import org.exops.registry.experiment.model.HistoryEntry;
import org.jspecify.annotations.Nullable;

/** Makes a change last: the new revision, its line in the history, and the news of it, in one transaction. */
@ApplicationScoped
class Chronicle {
    private final Experiments experiments;
    private final Histories histories;
    private final Announcements announcements;
    private final TimeOrderedIds ids;

    Chronicle(Experiments experiments, Histories histories, Announcements announcements, TimeOrderedIds ids) {
        this.experiments = experiments;
        this.histories = histories;
        this.announcements = announcements;
        this.ids = ids;
    }

    Uni<Experiment> begin(Experiment draft, String actor) {
        return experiments
                .add(draft)
                .chain(() -> histories.add(entry(draft, Change.CREATED, actor, null)))
                .replaceWith(draft);
    }

    Uni<Experiment> keep(Experiment changed, Change change, String actor, @Nullable String reason) {
        return experiments
                .replace(changed)
                .chain(() -> histories.add(entry(changed, change, actor, reason)))
                .chain(() -> announce(changed, change))
                .replaceWith(changed);
    }

    /** Something that changed nothing, but was heard. */
    Uni<Void> note(Experiment unchanged, Instant at, String actor, String reason) {
        return histories.add(new HistoryEntry(
                ids.next(),
                unchanged.identity().id(),
                unchanged.edition().revision(),
                at,
                actor,
                Change.ADMISSION_RECORDED,
                unchanged.status(),
                reason));
    }

    // What was never registered is nobody's business.
    private Uni<Void> announce(Experiment changed, Change change) {
        return changed.registration() == null ? Uni.createFrom().voidItem() : announcements.announce(changed, change);
    }

    private HistoryEntry entry(Experiment experiment, Change change, String actor, @Nullable String reason) {
        return new HistoryEntry(
                ids.next(),
                experiment.identity().id(),
                experiment.edition().revision(),
                experiment.edition().changedAt(),
                actor,
                change,
                experiment.status(),
                reason);
    }
}
