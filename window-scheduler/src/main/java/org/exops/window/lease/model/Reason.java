package org.exops.window.lease.model;

/** Why an admission stands where it stands: a code for programs, a sentence for people. */
public record Reason(Code code, String text) {

    /** What keeps an experiment waiting, or ended its stay. */
    public enum Code {
        /** All slots of the surface are held. */
        CAPACITY,
        /** All slots for high-risk experiments are held. */
        HIGH_RISK_CAPACITY,
        /** The surface takes no high-risk experiment. */
        HIGH_RISK_CLOSED,
        /** An ancestor or a descendant of the surface is held. */
        OVERLAP,
        /** Others were first. */
        LINE,
        /** No approved window is open. */
        NO_WINDOW,
        /** The surface's team has not approved. */
        SURFACE_OWNER,
        /** Ranked as normal until an approver confirms the safety fix. */
        SAFETY_FIX_UNAPPROVED,
        DEADLINE,
        DECIDED,
        WITHDRAWN,
        /** Somebody gave it back. */
        RELEASED
    }
}
