/** What a decision and a review need of a verdict. */
@NullMarked
package org.exops.registry.verdict.model;

import org.jspecify.annotations.NullMarked;
