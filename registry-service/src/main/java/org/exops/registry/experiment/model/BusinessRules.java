package org.exops.registry.experiment.model;

import java.util.List;
import org.exops.registry.experiment.model.Business.RiskEvent;

/** What an outcome may be worth: every denominator of the score must be positive. */
final class BusinessRules {
    private static final double MOST_USD = 1e9;
    private static final String AT = "/business";

    private BusinessRules() {}

    static void check(Business business, Breaches breaches) {
        breaches.unlessText(business.outcome(), 1000, AT + "/outcome");
        breaches.unlessText(business.decisionOwner(), 200, AT + "/decisionOwner");
        breaches.unlessPositive(business.valuePerSuccessUsd().doubleValue(), MOST_USD, AT + "/valuePerSuccessUsd");
        breaches.unlessPositive(business.referenceCostUsd().doubleValue(), MOST_USD, AT + "/referenceCostUsd");
        breaches.unlessPositive(business.riskBudgetUsd().doubleValue(), MOST_USD, AT + "/riskBudgetUsd");
        breaches.unlessWithin(business.minimumWorthwhileScore(), 0, 1, AT + "/minimumWorthwhileScore");
        checkEvents(business.riskEvents(), breaches);
    }

    private static void checkEvents(List<RiskEvent> events, Breaches breaches) {
        String list = AT + "/riskEvents";
        breaches.unless(events.size() <= 50, list, "must not have more than 50 entries");
        breaches.unlessDistinct(events.stream().map(RiskEvent::name).toList(), list, "/name");
        for (int i = 0; i < events.size(); i++) {
            RiskEvent event = events.get(i);
            breaches.unlessMatching(event.name(), Syntax.NAME, list + "/" + i + "/name", "is not a name");
            breaches.unlessPositive(event.lossUsd().doubleValue(), MOST_USD, list + "/" + i + "/lossUsd");
        }
    }
}
