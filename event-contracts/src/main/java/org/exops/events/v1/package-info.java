/**
 * The payloads of Exops events, version 1: plain records, no framework.
 *
 * <p>Within a version a payload only grows; consumers ignore what they do not know. Probabilities and shares are in [0,1],
 * money is US dollars, durations and instants are ISO-8601 in JSON.
 */
@NullMarked
package org.exops.events.v1;

import org.jspecify.annotations.NullMarked;
