/** The first story: one prompt experiment from its registration to its review, told through the public API. */
@NullMarked
package org.exops.local.launcher.demo;

import org.jspecify.annotations.NullMarked;
