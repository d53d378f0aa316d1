package org.exops.registry.experiment.model;

/**
 * Where the admission of an experiment stands, as its scheduler says it.
 *
 * @param newLease whether it speaks of a lease that was not heard of before
 */
public record AdmissionNews(Standing standing, boolean newLease) {

    /** Draining is still granted: the run goes on. */
    public enum Standing {
        QUEUED,
        GRANTED,
        SUSPENDED,
        RELEASED,
        DENIED
    }
}
