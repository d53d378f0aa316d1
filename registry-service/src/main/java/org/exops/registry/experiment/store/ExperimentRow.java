package org.exops.registry.experiment.store;

import jakarta.persistence.Column;
import jakarta.persistence.Entity;
import jakarta.persistence.EnumType;
import jakarta.persistence.Enumerated;
import jakarta.persistence.Id;
import jakarta.persistence.Table;
import java.time.Instant;
import java.util.Objects;
import java.util.UUID;
import org.exops.kit.json.EventJson;
import org.exops.registry.experiment.model.Decision;
import org.exops.registry.experiment.model.Edition;
import org.exops.registry.experiment.model.Experiment;
import org.exops.registry.experiment.model.ExperimentState;
import org.exops.registry.experiment.model.Identity;
import org.exops.registry.experiment.model.People;
import org.exops.registry.experiment.model.Status;
import org.exops.registry.experiment.model.Target;
import org.exops.registry.transaction.DocumentColumn;
import org.hibernate.annotations.ColumnTransformer;
import org.jspecify.annotations.Nullable;

/** A row of {@code experiment}: columns for what queries and constraints ask, JSON for the rest. */
@Entity
@Table(name = "experiment")
class ExperimentRow {
    @Id
    UUID id = new UUID(0, 0);

    String key = "";
    String team = "";
    long revision;

    @Enumerated(EnumType.STRING)
    Status status = Status.DRAFT;

    boolean truncated;
    String surface = "";

    @Enumerated(EnumType.STRING)
    Target target = Target.PROMPT;

    @Nullable
    String revises;

    String creator = "";

    @Column(name = "last_editor")
    String lastEditor = "";

    @Nullable
    String registrar;

    @Column(name = "decision_owner")
    String decisionOwner = "";

    @Column(name = "decided_by")
    @Nullable
    String decidedBy;

    @Column(name = "decided_verdict")
    @Nullable
    UUID decidedVerdict;

    boolean overridden;

    @ColumnTransformer(read = "document #>> '{}'", write = DocumentColumn.WRITE)
    String document = "";

    @Column(name = "created_at")
    Instant createdAt = Instant.EPOCH;

    @Column(name = "changed_at")
    Instant changedAt = Instant.EPOCH;

    static ExperimentRow of(Experiment experiment) {
        ExperimentRow row = new ExperimentRow();
        row.id = experiment.identity().id();
        row.take(experiment);
        return row;
    }

    void take(Experiment experiment) {
        key = experiment.identity().key();
        team = experiment.identity().team();
        revision = experiment.edition().revision();
        createdAt = experiment.edition().createdAt();
        changedAt = experiment.edition().changedAt();
        status = experiment.status();
        truncated = experiment.state().truncated();
        surface = experiment.configuration().surface();
        target = experiment.configuration().target();
        revises = experiment.configuration().revises();
        take(experiment.people());
        take(experiment.decision());
        document = EventJson.text(new ExperimentDocument(
                experiment.configuration(), experiment.risk(), experiment.registration(), experiment.decision()));
    }

    private void take(People people) {
        creator = people.creator();
        lastEditor = people.lastEditor();
        registrar = people.registrar();
        decisionOwner = people.decisionOwner();
    }

    private void take(@Nullable Decision decision) {
        decidedBy = decision == null ? null : decision.decidedBy();
        decidedVerdict = decision == null ? null : decision.verdictId();
        overridden = decision != null && decision.overrides();
    }

    Experiment experiment() {
        ExperimentDocument rest = EventJson.read(document, ExperimentDocument.class);
        return new Experiment(
                new Identity(id, key, team),
                new Edition(revision, createdAt, changedAt),
                state(),
                rest.configuration(),
                new People(creator, lastEditor, registrar, decisionOwner),
                rest.risk(),
                rest.registration(),
                rest.decision());
    }

    private ExperimentState state() {
        return switch (status) {
            case DRAFT -> new ExperimentState.Draft();
            case REGISTERED -> new ExperimentState.Registered(truncated);
            case QUEUED -> new ExperimentState.Queued(truncated);
            case RUNNING -> new ExperimentState.Running(truncated);
            case SUSPENDED -> new ExperimentState.Suspended(truncated);
            case CONCLUDED -> new ExperimentState.Concluded(Objects.requireNonNull(decidedVerdict), truncated);
            case WITHDRAWN -> new ExperimentState.Withdrawn();
        };
    }
}
