@NullMarked
package org.exops.scoring.verdict.http;

import org.jspecify.annotations.NullMarked;
