/** The four services as processes: how each is started, watched and ended. */
@NullMarked
package org.exops.local.launcher.service;

import org.jspecify.annotations.NullMarked;
