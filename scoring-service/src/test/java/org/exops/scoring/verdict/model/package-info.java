@NullMarked
package org.exops.scoring.verdict.model;

import org.jspecify.annotations.NullMarked;
