@NullMarked
package org.exops.scoring.decision.model;

import org.jspecify.annotations.NullMarked;
