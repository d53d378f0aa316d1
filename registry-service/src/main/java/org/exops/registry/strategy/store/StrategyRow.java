package org.exops.registry.strategy.store;

import jakarta.persistence.Column;
import jakarta.persistence.Entity;
import jakarta.persistence.Id;
import jakarta.persistence.Table;
import org.exops.registry.strategy.model.Strategy;
import org.hibernate.annotations.Immutable;

/** A row of {@code strategy}; written by statement, since the higher version must win. */
@Entity
@Immutable
@Table(name = "strategy")
class StrategyRow {
    @Id
    String name = "";

    long version;

    @Column(name = "kappa_cost")
    double kappaCost;

    @Column(name = "kappa_risk")
    double kappaRisk;

    @Column(name = "minimum_probability")
    double minimumProbability;

    Strategy strategy() {
        return new Strategy(name, version, kappaCost, kappaRisk, minimumProbability);
    }
}
