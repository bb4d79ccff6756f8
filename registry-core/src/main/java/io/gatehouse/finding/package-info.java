/** One field that finds models, requests, lists, experiments and runs by a word or a number. */
@NullMarked
package io.gatehouse.finding;

import org.jspecify.annotations.NullMarked;
