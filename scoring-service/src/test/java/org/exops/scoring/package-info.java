@NullMarked
package org.exops.scoring;

import org.jspecify.annotations.NullMarked;
