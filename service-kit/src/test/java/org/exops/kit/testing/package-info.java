/** What the tests of every service need: real servers, tokens, fresh databases, events and the rules of the architecture. */
@NullMarked
package org.exops.kit.testing;

import org.jspecify.annotations.NullMarked;
