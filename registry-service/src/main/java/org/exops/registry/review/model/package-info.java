/** The review as a document, and as Markdown. */
@NullMarked
package org.exops.registry.review.model;

import org.jspecify.annotations.NullMarked;
