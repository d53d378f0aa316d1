package org.exops.events.v1;

/** Whether a variant is what stands or what is tried. */
public enum VariantRole {
    CONTROL,
    TREATMENT
}
