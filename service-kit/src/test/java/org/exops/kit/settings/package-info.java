/** What the settings that the kit brings amount to in a running service. */
@NullMarked
package org.exops.kit.settings;

import org.jspecify.annotations.NullMarked;
