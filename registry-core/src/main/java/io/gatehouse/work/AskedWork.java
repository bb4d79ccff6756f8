package io.gatehouse.work;

import io.gatehouse.sentences.Sentence;
import java.util.UUID;

/**
 * Work that somebody asked for, so that they find it again.
 *
 * @param person who asked
 * @param title what it is
 * @param place of the screen that shows what comes of it, relative to the portal
 */
public record AskedWork(UUID person, Sentence title, String place) {}
