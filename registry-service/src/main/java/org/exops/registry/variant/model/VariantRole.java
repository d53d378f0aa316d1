package org.exops.registry.variant.model;

/** Whether a variant is what stands or what is tried. */
public enum VariantRole {
    CONTROL,
    TREATMENT
}
