@NullMarked
package org.exops.scoring.statistics.model;

import org.jspecify.annotations.NullMarked;
